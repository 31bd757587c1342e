"""test — run the whole suite; every further word goes to pytest."""

from __future__ import annotations

import os

from ..errors import SetupError
from ..paths import ROOT
from .options import Options


def run(options: Options) -> int:
    """Run pytest from the repository's root."""
    try:
        import pytest
    except ModuleNotFoundError as fault:
        raise SetupError("Chưa có công cụ thử: hãy chạy «python3 run.py test».") from fault
    os.chdir(ROOT)
    print("Chạy toàn bộ các bài thử (pytest)…", flush=True)
    return int(pytest.main(list(options.words)))
