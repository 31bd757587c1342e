"""lint — ruff and mypy over our own code."""

from __future__ import annotations

import subprocess
import sys

from ..paths import ROOT
from .options import Options

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
)


def run(options: Options) -> int:
    """Run every check, also after one failed, and say which did."""
    failed = [
        " ".join(words) for words in CHECKS if subprocess.run([sys.executable, "-m", *words], cwd=ROOT).returncode
    ]
    print("Chưa đạt: " + "; ".join(failed) if failed else "Mã nguồn đạt mọi phép soát.")
    return 1 if failed else 0
