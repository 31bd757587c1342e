"""The empty workbook of an item: a sheet for each table, with headings, rows, hints, sums and checks of typing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from ..layouts import ColumnLayout, Layout, RowLayout, TableLayout
from .grid import reference
from .sums import sums

# Rows to fill in where the school writes its own: all of them, or under each name of a group.
FREE_ROWS = 30
ROWS_OF_GROUP = 6
TITLE_ROW, HINT_ROW, HEADING_ROW = 1, 2, 4
_NOT_IN_TABS = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TAB = 31
_GREEN, _YELLOW, _GREY = "FFD9EAD3", "FFFFFBE6", "FFEFEFEF"
_FORMATS = {"count": "#,##0", "money": "#,##0", "number": "#,##0.##", "area": "#,##0.##", "percent": "0.0#%"}


def blank_workbook(layout: Layout, tables: Sequence[TableLayout], *, title: str, command: str) -> bytes:
    """The bytes of an .xlsx file. `command` is what the person types to hand it in."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = title
    workbook.properties.creator = ""
    taken: set[str] = set()
    for table in tables:
        _fill(workbook.create_sheet(_tab(table.title, taken)), table, layout, command)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _tab(title: str, taken: set[str]) -> str:
    """A name for the tab: what spreadsheets allow of the title, and no name twice."""
    name = _NOT_IN_TABS.sub(" ", title)[:_LONGEST_TAB].strip(" '")
    number = 2
    while name.lower() in taken:
        name, number = f"{name[: _LONGEST_TAB - 3].rstrip()} {number}", number + 1
    taken.add(name.lower())
    return name


def _fill(page: Any, table: TableLayout, layout: Layout, command: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    line = Border(*(Side(style="thin", color="FFB7B7B7") for _ in range(4)))
    width = len(table.columns)
    page.cell(TITLE_ROW, 1, table.title).font = Font(bold=True, size=13)
    page.cell(HINT_ROW, 1, _hint(table, layout, command)).alignment = Alignment(wrap_text=True, vertical="top")
    for number in (TITLE_ROW, HINT_ROW):
        page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=width)
    page.row_dimensions[HINT_ROW].height = 62
    for at, column in enumerate(table.columns, 1):
        cell = page.cell(HEADING_ROW, at, column.label)
        cell.font, cell.fill, cell.border = Font(bold=True), PatternFill("solid", fgColor=_GREEN), line
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        if told := _told(column):
            cell.comment = Comment(told, "Cổng Trường", width=280, height=110)
        page.column_dimensions[get_column_letter(at)].width = 34 if at == 1 else 16
    first = HEADING_ROW + 1
    rows = _rows(table)
    for down, row in enumerate(rows):
        page.cell(first + down, 1, row.label if row else None)
    last = first + len(rows) - 1
    formulas = sums(table, rows, first)
    closing = last + 1 if table.total else last
    if table.total:
        page.cell(closing, 1, table.total)
    headings = {first + down for down, row in enumerate(rows) if row and row.is_heading}
    named = {first + down for down, row in enumerate(rows) if row}
    for number in range(first, closing + 1):
        for at, column in enumerate(table.columns, 1):
            cell = page.cell(number, at)
            cell.border = line
            is_closing = number > last
            if number in headings or (at == 1 and (number in named or is_closing)):
                cell.font = Font(bold=number in headings or is_closing)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                continue
            formula = formulas.get((number, at))
            if formula:
                cell.value = formula
            cell.fill = PatternFill("solid", fgColor=_GREY if formula or is_closing else _YELLOW)
            if column.kind in _FORMATS:
                cell.number_format = _FORMATS[column.kind]
    _check_typing(page, table, first, last)
    page.freeze_panes = page.cell(first, 2)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"


def _rows(table: TableLayout) -> list[RowLayout | None]:
    """The rows of the form; None is one that the school names itself."""
    if any(not row.is_heading for row in table.rows):
        return list(table.rows)
    groups: list[list[RowLayout | None]] = [[row, *[None] * ROWS_OF_GROUP] for row in table.rows]
    return [row for group in groups for row in group] or [None] * FREE_ROWS


def _hint(table: TableLayout, layout: Layout, command: str) -> str:
    parts = ["Điền vào các ô nền vàng; ô nền xám máy tự tính. Không đổi tên cột, tên dòng."]
    if table.unit:
        parts.append(f"Đơn vị tính: {table.unit}.")
    if table.hint:
        parts.append(table.hint)
    if not layout.is_checked:
        parts.append("Bố cục chưa đối chiếu với mẫu chính thức.")
    return f"{' '.join(parts)}\nĐiền xong, lưu lại rồi chạy:  {command}"


def _told(column: ColumnLayout) -> str:
    """The note on a heading: what belongs into the column."""
    parts = [column.hint] if column.hint else []
    if column.unit:
        parts.append(f"Đơn vị: {column.unit}.")
    kinds = {
        "percent": "Tỉ lệ phần trăm, gõ như 98,5%.",
        "date": "Ngày, gõ như 5/9/2026.",
        "link": "Địa chỉ trang web, bắt đầu bằng https://.",
    }
    if column.kind in kinds and not column.is_computed:
        parts.append(kinds[column.kind])
    if column.is_computed:
        parts.append("Máy tự tính, không cần điền.")
    return " ".join(parts)


def _check_typing(page: Any, table: TableLayout, first: int, last: int) -> None:
    """Let the spreadsheet itself refuse what is no number, or no day."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for at, column in enumerate(table.columns, 1):
        if column.kind == "date":
            check = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
            check.error = "Ô này cần một ngày, ví dụ 5/9/2026."
        elif column.is_figure and not column.is_computed:
            least = "-1000000000000000" if column.kind == "money" else "0"
            kind = "whole" if column.kind == "count" else "decimal"
            check = DataValidation(type=kind, operator="greaterThanOrEqual", formula1=least, allow_blank=True)
            check.error = "Ô này cần một số, không kèm chữ." + ("" if column.kind == "money" else " Số không âm.")
        else:
            continue
        check.errorTitle = column.label[:30]
        check.add(f"{reference(first, at)}:{reference(last, at)}")
        page.add_data_validation(check)
