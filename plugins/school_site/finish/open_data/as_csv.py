"""A table as CSV that Vietnamese Excel opens with a double-click: UTF-8 with a mark, semicolons, decimal commas.

Excel takes the separator and the decimal sign from Windows' regional settings, and the Vietnamese ones say «;» and «,».
A line «sep=,» would force commas, but makes Excel forget the UTF-8 mark, and is no CSV to any other program.
"""

from __future__ import annotations

import csv
import io

from ...datasets import Dataset
from .cells import plain_number

DELIMITER = ";"
MARK = b"\xef\xbb\xbf"
# A text that begins so would be worked out as a formula when it is opened.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(dataset: Dataset) -> bytes:
    """The file: the headings, the rows, the total."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow(map(_safe, dataset.table.columns))
    for line in dataset.lines:
        writer.writerow([_safe(line[0]), *map(_cell, line[1:])])
    return MARK + text.getvalue().encode()


def _cell(cell: str) -> str:
    """A number without its thousands' marks, which a reader elsewhere could take for a decimal point."""
    number = plain_number(cell)
    return _safe(cell) if number is None else f"{number:f}".replace(".", ",")


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) and len(text) > 1 else text
