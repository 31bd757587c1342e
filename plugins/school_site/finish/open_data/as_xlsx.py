"""A table as an Excel workbook of one sheet: numbers as numbers, the headings bold and kept in sight.

By XlsxWriter, which only writes and takes a quarter of the time that openpyxl would: a build makes hundreds of these.
"""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ...datasets import Dataset
from ...kept import kept, makers
from ...paths import ROOT
from . import cells
from .cells import plain_number, share

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CACHE = ROOT / ".cache" / "open-data"
# The oldest day that the format knows: no clock in the file.
_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_WIDEST = 60


def written(dataset: Dataset) -> bytes:
    """The workbook: the same bytes for the same table. A build makes only those that were not made before."""
    table = (dataset.table.title, dataset.table.columns, tuple(dataset.lines))
    made_by = makers((__file__, cells.__file__), ("XlsxWriter",))
    return kept(CACHE, f"{table!r}\n{made_by}", ".xlsx", lambda: _made(dataset))


def _made(dataset: Dataset) -> bytes:
    # Imported when the first table is written: `check` never needs it.
    from xlsxwriter import Workbook

    packed = io.BytesIO()
    book = Workbook(packed, {"in_memory": True})
    book.set_properties({"created": _DAY})
    sheet = book.add_worksheet(_sheet_name(dataset.table.title))
    sheet.freeze_panes(1, 0)
    lines = [dataset.table.columns, *dataset.lines]
    for column in range(max(map(len, lines))):
        size = max((len(line[column]) for line in lines if column < len(line)), default=8)
        sheet.set_column(column, column, min(size, _WIDEST) + 3)
    bold = book.add_format({"bold": True})
    for column, heading in enumerate(lines[0]):
        sheet.write_string(0, column, heading, bold)
    whole, decimal, part = (book.add_format({"num_format": form}) for form in ("#,##0", "#,##0.0###", "0.0##%"))
    for row, line in enumerate(lines[1:], 1):
        for column, cell in enumerate(line):
            _write(sheet, row, column, cell, whole=whole, decimal=decimal, part=part)
    book.close()
    return _from_no_machine(packed.getvalue())


def _from_no_machine(data: bytes) -> bytes:
    """The same bytes on every system: an archive notes for each part on what kind of system it was packed."""
    packed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.start_dir
    while packed[at : at + 4] == b"PK\x01\x02":
        packed[at + 5] = 0
        at += 46 + sum(struct.unpack_from("<HHH", packed, at + 28))
    return bytes(packed)


def _write(sheet: Worksheet, row: int, column: int, cell: str, *, whole: Format, decimal: Format, part: Format) -> None:
    number = plain_number(cell) if column else None
    if number is not None:
        sheet.write_number(row, column, number, whole if number == number.to_integral_value() else decimal)
    elif column and (found := share(cell)) is not None:
        sheet.write_number(row, column, found, part)
    elif cell:
        # As words, whatever they begin with: «=» is no formula here.
        sheet.write_string(row, column, cell)


def _sheet_name(title: str) -> str:
    """What Excel takes for a sheet's name: 31 letters, without a few signs."""
    return " ".join(title.translate(_FORBIDDEN_IN_NAMES).split())[:31].strip() or "Bảng"
