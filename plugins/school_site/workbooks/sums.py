"""The formulas of an empty workbook: sums across and down, as a spreadsheet works them out while figures are typed."""

from __future__ import annotations

from collections.abc import Sequence

from ..layouts import ColumnLayout, RowLayout, TableLayout
from .grid import Place, reference


def sums(table: TableLayout, rows: Sequence[RowLayout | None], first: int) -> dict[Place, str]:
    """The formulas by their cells; `rows` stand from row `first` on, the closing row below them."""
    last = first + len(rows) - 1
    at = {column.id: place for place, column in enumerate(table.columns, 1)}
    named = {row.id: first + down for down, row in enumerate(rows) if row}
    found: dict[Place, str] = {}
    for column in table.columns[1:]:
        place = at[column.id]
        for row in range(first, last + (2 if table.total else 1)):
            if formula := _across(column, at, row):
                found[row, place] = formula
        if not column.adds_up:
            continue
        for line in filter(None, rows):
            parts = [reference(named[part], place) for part in line.sum_of if part in named]
            if parts:
                found.setdefault((named[line.id], place), f"=SUM({','.join(parts)})")
        if table.total:
            found.setdefault((last + 1, place), _down(rows, first, place))
    return found


def _down(rows: Sequence[RowLayout | None], first: int, place: int) -> str:
    """The closing row: of rows that are parts of another row only that other one counts."""
    parts = {part for row in rows if row for part in row.sum_of}
    if not parts:
        return f"=SUM({reference(first, place)}:{reference(first + len(rows) - 1, place)})"
    tops = [reference(first + down, place) for down, row in enumerate(rows) if row and row.id not in parts]
    return f"=SUM({','.join(tops)})"


def _across(column: ColumnLayout, at: dict[str, int], row: int) -> str:
    """What a cell is worked out to from others of its row; empty as long as those are."""
    parts = [reference(row, at[source]) for source in column.sources if source in at]
    if column.sum_of:
        cells = ",".join(parts)
        return f'=IF(COUNT({cells})=0,"",SUM({cells}))' if parts else ""
    if len(parts) < 2:
        return ""
    one, other = parts
    if column.compares:
        return f'=IF(OR({one}="",{other}=""),"",IF({one}>={other},"Đạt","Chưa đạt"))'
    return f'=IF(N({other})=0,"",{one}/{other})'
