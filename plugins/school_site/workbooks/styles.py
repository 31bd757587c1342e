"""How the cells of an .xlsx file show their numbers: which styles make a day of one, and which a percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]')
_DAY_FORMATS = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_PERCENT_FORMATS = frozenset({9, 10})


def day_styles(xml: bytes) -> frozenset[int]:
    """The numbers of the cell styles that show a number as a day."""
    return frozenset(
        style
        for style, number, letters in _styles(xml)
        if (("d" in letters and ("m" in letters or "y" in letters)) if letters else number in _DAY_FORMATS)
    )


def percent_styles(xml: bytes) -> frozenset[int]:
    """The numbers of the cell styles that show 0.5 as 50%."""
    return frozenset(
        style for style, number, letters in _styles(xml) if ("%" in letters if letters else number in _PERCENT_FORMATS)
    )


def _styles(xml: bytes) -> Iterator[tuple[int, int, str]]:
    """Every cell style: its number, that of its format, and the letters of the format where it is the file's own."""
    root = fromstring(xml)
    own = {
        entry.get("numFmtId", ""): _QUOTED.sub("", entry.get("formatCode", "")).lower()
        for entry in root.iter()
        if entry.tag.rpartition("}")[2] == "numFmt"
    }
    cells = next((part for part in root if part.tag.rpartition("}")[2] == "cellXfs"), ())
    for index, style in enumerate(cells):
        number = style.get("numFmtId", "")
        is_number = number.isdecimal() and len(number) < 6
        yield index, int(number) if is_number else -1, own.get(number, "")
