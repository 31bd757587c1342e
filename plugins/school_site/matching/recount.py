"""What a workbook adds up is added up again: a figure that does not come out is a trouble with both numbers. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..completing import completed, worked_out
from ..layouts import ColumnLayout, TableLayout
from ..model import Table
from ..vietnamese import number, read_number
from .headings import Headings
from .rows import Rows, Trouble


def disagreements(table: Table, rows: Rows, headings: Headings, layout: TableLayout) -> Iterator[Trouble]:
    """Every sum, ratio and total of the workbook that is not what its parts give; `table` holds the same lines."""
    lines = [*rows.lines, *([rows.total] if rows.total else [])]
    for line in lines:
        figures = {one.column.id: _figure(cell) for one, cell in zip(headings.figures, line.cells[1:], strict=True)}
        for one, cell in zip(headings.figures, line.cells[1:], strict=True):
            value = _of_row(one.column, figures)
            if cell and value is not None and not _agrees(cell, value):
                how = "cộng lại" if one.column.sum_of else "tính lại"
                yield Trouble(
                    row=line.row, column=one.heading.at, sentence=f"ghi {cell}, máy {how} được {number(value)}"
                )
    yield from _down(table, rows, headings, layout)


def _of_row(column: ColumnLayout, figures: dict[str, float | None]) -> float | None:
    if not column.is_computed or column.compares:
        return None
    # A sum is judged only where its parts are there: a table may give the whole alone.
    if column.sum_of and not any(figures.get(part) is not None for part in column.sum_of):
        return None
    return worked_out(column, figures)


def _down(table: Table, rows: Rows, headings: Headings, layout: TableLayout) -> Iterator[Trouble]:
    """The total, and rows that are sums of other rows."""
    stripped = replace(
        table,
        rows=tuple(
            (line.cells[0], *[""] * (len(line.cells) - 1)) if line.layout and line.layout.sum_of else line.cells
            for line in rows.lines
        ),
        total=(),
    )
    again = completed(stripped, layout)
    pairs = [
        (line, fresh) for line, fresh in zip(rows.lines, again.rows, strict=True) if line.layout and line.layout.sum_of
    ]
    if rows.total and again.total:
        pairs.append((rows.total, again.total))
    for line, fresh in pairs:
        for place, one in enumerate(headings.figures, 1):
            value = _figure(fresh[place])
            if line.cells[place] and value is not None and one.column.adds_up and not _agrees(line.cells[place], value):
                yield Trouble(
                    row=line.row,
                    column=one.heading.at,
                    sentence=f"ghi {line.cells[place]}, máy cộng các dòng được {number(value)}",
                )


def _agrees(cell: str, value: float) -> bool:
    """Within the last decimal that was written."""
    written = _figure(cell)
    decimals = len(cell.rstrip("%").partition(",")[2])
    return written is None or abs(written - value) <= 0.5 * 10**-decimals + 1e-9


def _figure(cell: str) -> float | None:
    return read_number(cell)
