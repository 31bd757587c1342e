"""Tables as school offices make them: real Word files, workbooks and copied text."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
import openpyxl

HEAD = ("Thứ, ngày", "Giờ", "Nội dung công việc", "Địa điểm", "Chủ trì", "Thành phần")


def word(*tables: Sequence[Sequence[str]], merge: Sequence[tuple[int, int, int]] = ()) -> bytes:
    """A Word file; `merge` joins cells of the last table: column, first and last row."""
    document = docx.Document()
    for rows in tables:
        table = document.add_table(len(rows), max(map(len, rows)))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
    for column, first, last in merge:
        text = table.cell(first, column).text
        for row in range(first, last + 1):
            table.cell(row, column).text = ""
        table.cell(first, column).merge(table.cell(last, column)).text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def workbook(rows: Sequence[Sequence[Any]], merge: Sequence[str] = (), **more: Sequence[Sequence[Any]]) -> bytes:
    """An .xlsx file; further sheets by their names."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    for cells in merge:
        page.merge_cells(cells)
    for name, others in more.items():
        sheet = book.create_sheet(name)
        for row in others:
            sheet.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def text(rows: Sequence[Sequence[str]], mark: str = "\t") -> bytes:
    """A table copied from a program into a text file."""
    return "\n".join(mark.join(row) for row in rows).encode()
