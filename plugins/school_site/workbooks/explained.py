"""The answer to a workbook that was not wholly understood: the same workbook with a column that says why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .grid import Sheet, Workbook

if TYPE_CHECKING:
    import openpyxl

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_YELLOW = "FFFFF2CC"


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A sentence about a row of a sheet, and the cell it is about where there is one."""

    sheet: str
    row: int
    column: int
    text: str


def explained(data: bytes, workbook: Workbook, heading: str, at: dict[str, int], remarks: Iterable[Remark]) -> bytes:
    """A copy with the remarks; `at` says in which row of a sheet the headings of its table begin."""
    by_sheet: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        by_sheet[remark.sheet].append(remark)
    copy = _copy(data, workbook)
    for sheet in workbook.sheets:
        if sheet.name in by_sheet:
            name = sheet.name if sheet.name in copy.sheetnames else copy.sheetnames[0]
            _remark(copy[name], sheet, heading, at.get(sheet.name, 1), by_sheet[sheet.name])
    out = BytesIO()
    copy.save(out)
    return out.getvalue()


def _copy(data: bytes, workbook: Workbook) -> openpyxl.Workbook:
    """With its looks where the format allows; else the cells alone."""
    import openpyxl

    if workbook.kind == "xlsx":
        try:
            return openpyxl.load_workbook(BytesIO(data))
        except Exception:  # it has no fault type of its own, and the cells are enough for an answer
            pass
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for sheet in workbook.sheets:
        page = made.create_sheet(sheet.name or "Bảng")
        for row in sheet.rows:
            page.append([cell if cell != "" else None for cell in map(_plain, row)])
        _keep_text(page)
    return made


def _plain(cell: str | float) -> str | float:
    return _CONTROL.sub("", cell) if isinstance(cell, str) else cell


def _keep_text(page: Any) -> None:
    """What begins with = was text in the original, and must not become a formula in the copy."""
    for row in page.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"


def _remark(page: Any, sheet: Sheet, heading: str, first: int, remarks: Sequence[Remark]) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    yellow = PatternFill("solid", fgColor=_YELLOW)
    column = max((len(row) for row in sheet.rows), default=0) + 1
    texts: dict[int, list[str]] = defaultdict(list)
    for remark in remarks:
        texts[remark.row].append(remark.text[:1].upper() + remark.text[1:] + ".")
        guilty = page.cell(remark.row, remark.column) if remark.column else None
        if guilty is not None and not isinstance(guilty, MergedCell):
            guilty.fill = yellow
    texts[first].insert(0, heading)
    for row, sentences in texts.items():
        cell = page.cell(row, column)
        if isinstance(cell, MergedCell):
            page.unmerge_cells(str(next(area for area in page.merged_cells.ranges if cell.coordinate in area)))
            cell = page.cell(row, column)
        cell.value = _CONTROL.sub("", "\n".join(sentences))
        cell.fill = yellow
        cell.font = Font(bold=row == first)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.column_dimensions[get_column_letter(column)].width = 70
