"""What is printed for a person: commands are shown the way this person has just called them, ready to be typed again.

`run.py` and `run.cmd` say in a variable how they were called. Files and the forms for machines keep `invoke`, so that
they are the same bytes everywhere.
"""

from __future__ import annotations

import os
import re
from typing import TextIO

VARIABLE = "CONG_TRUONG_CALLED_AS"
_COMMAND = re.compile(r"\binvoke(?= )")


def as_called(text: str) -> str:
    """The text with `invoke …` as the person calls it; unchanged inside the environment, where `invoke` is there."""
    called = os.environ.get(VARIABLE)
    return _COMMAND.sub(lambda _: called, text) if called else text


def tell(text: str, file: TextIO | None = None) -> None:
    """Print for a person, by default to the standard output."""
    print(as_called(text), file=file)
