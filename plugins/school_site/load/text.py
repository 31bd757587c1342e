"""Bytes of a content file to text: UTF-8 with or without a BOM, any line ends, every letter in one piece."""

from __future__ import annotations

import codecs

from ..findings import Finding
from ..model import Where
from ..vietnamese import nfc
from . import faults


def read_text(data: bytes, path: str) -> tuple[str, Finding | None]:
    """The text of `data`, or a finding that names the first line that is not UTF-8."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        return "", faults.NOT_UTF8.finding(Where(path=path, line=line), line=line)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        return "", faults.NOT_UTF8.finding(Where(path=path, line=line), line=line)
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n")), None
