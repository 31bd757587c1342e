"""test — run the whole suite on all cores; further words go to pytest, which then runs as they say."""

from __future__ import annotations

import os

from ..errors import SetupError
from ..paths import ROOT
from .options import Options

# Which tests stay together, and which begin, is said in tests/conftest.py.
_ON_ALL_CORES = ("-n", "auto", "--dist", "loadgroup", "--no-loadscope-reorder")


def run(options: Options) -> int:
    """Run pytest from the repository's root."""
    try:
        import pytest
    except ModuleNotFoundError as fault:
        raise SetupError("Chưa có công cụ thử: hãy chạy «python3 run.py test».") from fault
    os.chdir(ROOT)
    print("Chạy toàn bộ các bài thử (pytest)…", flush=True)
    return int(pytest.main(list(options.words) or list(_ON_ALL_CORES)))
