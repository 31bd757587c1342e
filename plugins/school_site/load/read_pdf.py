"""Text of PDF files, read in a child process that may crash or stall without harm to ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_CHILD = Path(__file__).with_name("pdf_child.py")
# A page takes milliseconds; a file that needs longer than this was made to stall.
_SECONDS = 20
_SECONDS_EACH = 3
_BATCH = 50
_BROKEN = {"fault": "broken"}


def read_pdfs(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """What is inside each file, in the order given; the file that kills or stalls the reader is broken."""
    found: list[dict[str, Any]] = []
    while len(found) < len(paths):
        batch = paths[len(found) : len(found) + _BATCH]
        answers = _answers(batch)
        found += answers
        if len(answers) < len(batch):
            # Alone, with all the time there is: what stood before it may have used it up.
            found += _answers(batch[len(answers) : len(answers) + 1]) or [_BROKEN]
    return found


def _answers(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """The answers that came before the child ended, or was ended."""
    asked = "".join(json.dumps(str(path.absolute())) + "\n" for path in paths)
    try:
        told = subprocess.run(
            [sys.executable, "-I", str(_CHILD)],
            input=asked.encode("ascii"),
            capture_output=True,
            timeout=_SECONDS + _SECONDS_EACH * len(paths),
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as stalled:
        told = stalled.stdout or b""
    return [json.loads(line) for line in told.split(b"\n")[:-1]]
