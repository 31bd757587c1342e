"""A sheet as people see it: what a merged cell says holds for every cell it covers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO

from ..vietnamese import fold, nfc
from ..workbooks import Sheet, read_workbook, shown
from .word import is_word, read_word


def read_tables(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The tables of a Word file, a workbook, or text with tabs or commas. Raises WorkbookError."""
    if is_word(data):
        return read_word(data)
    book = read_workbook(data, name)
    sheets = [sheet for sheet in book.sheets if not sheet.is_empty and not sheet.is_hidden]
    if book.kind != "csv":
        sheets = [_with_lines(sheet, data) for sheet in sheets]
    return tuple(replace(sheet, name=f"trang tính «{sheet.name}»" if len(sheets) > 1 else "") for sheet in sheets)


def _with_lines(sheet: Sheet, data: bytes) -> Sheet:
    """The lines of a cell kept apart, which the reader of figures joins: «Toán» over «Vinh» is not «Toán Vinh».

    The file was opened within bounds before: what is read again here is what was found harmless.
    """
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    name = next(one for one in book.sheet_names if nfc(one) == sheet.name)
    raw = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    rows = [list(row) for row in sheet.rows]
    for at, row in enumerate(raw[: len(rows)]):
        for column, cell in enumerate(row[: len(rows[at])]):
            if isinstance(cell, str) and "\n" in cell.strip():
                lines = (" ".join(line.split()) for line in nfc(cell).splitlines())
                rows[at][column] = "\n".join(line for line in lines if line)
    return replace(sheet, rows=tuple(tuple(row) for row in rows))


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of text. `covered` are the places that a merged cell covers beside its own, with what it says."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    covered: dict[tuple[int, int], str]

    def text(self, row: int, column: int) -> str:
        """What a place says by itself; rows and columns count from 0."""
        return self.rows[row][column]

    def held(self, row: int, column: int) -> str:
        """What holds at a place: its own words or those of the merged cell over it."""
        return self.rows[row][column] or self.covered.get((row, column), "")


def as_table(sheet: Sheet, name: str) -> Table:
    """A sheet with its merged cells spread."""
    rows = tuple(tuple(shown(cell).strip() for cell in row) for row in sheet.rows)
    covered: dict[tuple[int, int], str] = {}
    for (top, left), (bottom, right) in sheet.merged or ():
        if top - 1 < len(rows) and left - 1 < len(rows[top - 1]):
            text = rows[top - 1][left - 1]
            covered |= {
                (row, column): text
                for row in range(top - 1, min(bottom, len(rows)))
                for column in range(left - 1, min(right, len(rows[row])))
                if (row, column) != (top - 1, left - 1)
            }
    return Table(name=name, rows=rows, covered=covered)


def heading(text: str) -> str:
    """A heading for comparing: «THỨ / NGÀY» → «thu ngay»."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())


def names_one_of(text: str, names: Iterable[str]) -> bool:
    """Whether a heading is one of the names, or begins with one: «Nội dung công việc» is «nội dung»."""
    plain = heading(text)
    return any(plain == name or plain.startswith(f"{name} ") for name in names)
