"""Blanks of word processors and web pages: they look like spaces, and are letters to YAML. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..findings import Finding
from ..model import Mark, TreePath, Where
from . import faults

ODD_BLANK = re.compile("[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]")
# Where YAML wants a space: before a line, after the dash of a list, after the colon of a key.
_IN_THE_WAY = re.compile(rf"(?:[ ]|-[ ])*-?{ODD_BLANK.pattern}|[ ]*(?:- )?[A-Za-z_][\w-]*:{ODD_BLANK.pattern}")
_LEAD = re.compile(rf"(?:[ -]|{ODD_BLANK.pattern})*(?:[A-Za-z_][\w-]*:(?:[ \t]|{ODD_BLANK.pattern})+)?")
_FIX = (
    "Dòng này có khoảng trắng lạ, thường do dán từ Word hoặc trang web: xóa đi, gõ lại bằng dấu cách, "
    "hoặc chạy  invoke repair --yes"
)


def finding(path: str, line: int) -> Finding:
    """What is said of a line with such a blank."""
    return faults.NOT_YAML.finding(Where(path=path, line=line), fix=_FIX)


def in_the_way(lines: Sequence[str]) -> int | None:
    """The first line, from 0, in which such a blank stands where a space belongs."""
    return next((index for index, line in enumerate(lines) if _IN_THE_WAY.match(line)), None)


def line_of_key(marks: Iterable[tuple[TreePath, Mark]]) -> int | None:
    """The line of a key that begins with such a blank: it was read, and was meant to be an indent."""
    return next((line for at, (line, _) in marks if ODD_BLANK.match(str(at[-1]))), None)


def with_spaces(line: str) -> str:
    """The line with spaces for the odd blanks before its value; those inside a value stay."""
    lead = _LEAD.match(line)
    return ODD_BLANK.sub(" ", lead[0]) + line[lead.end() :] if lead else line
