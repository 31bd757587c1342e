"""A table made whole by its layout: headings and sums filled in, totals and ratios worked out where left out. Pure.

What a school wrote stands as it is; what the machine worked out is marked as such (`Table.computed`).
New columns come after those written, so that every written cell keeps its place in the file.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .fitting import column_named, name_key, rows_named
from .layouts import ColumnLayout, TableLayout
from .model import Table
from .vietnamese import fold, number, read_number

_TOTAL = re.compile(r"^(?:tong|cong|tong cong|tong so|cong chung|toan truong)\b")
# How many decimals a figure is worked out to.
_DECIMALS = {"percent": 1, "number": 1, "area": 2, "money": 0, "count": 0}
_REACHED, _NOT_REACHED = "Đạt", "Chưa đạt"

Cells = list[list[str]]


def completed(table: Table, layout: TableLayout) -> Table:
    """`table` with what its layout says and what can be worked out from what is there."""
    columns = table.columns or tuple(column.label for column in _given(table, layout))
    ids = tuple(found.id if (found := column_named(name, layout.columns)) else "" for name in columns)
    width, count = len(columns), len(table.rows)
    named_table = replace(
        table,
        title=table.title or layout.title,
        unit=table.unit or layout.unit,
        columns=columns,
        column_ids=ids,
        row_ids=_row_ids(table, layout),
    )
    if not columns or any(len(row) != width for row in table.rows) or len(table.total) not in (0, width):
        return named_table
    added: list[ColumnLayout] = []
    for column in layout.columns:
        if (
            column.is_computed
            and not column.is_optional
            and column.id not in ids
            and can_be_worked_out(column, ids, layout)
        ):
            added.append(column)
            ids = (*ids, column.id)
    cells = [[*row, *[""] * len(added)] for row in table.rows]
    if table.total:
        cells.append([*table.total, *[""] * len(added)])
    computed = _rows_summed(cells, ids, named_table.row_ids, layout) | _worked_out(cells, ids, layout, named_table)
    if not table.total and (total := _total(cells, ids, layout)):
        cells.append(total)
        computed |= {(count, at) for at, cell in enumerate(total) if cell}
        computed |= _worked_out(cells, ids, layout, named_table)
    into = next(
        (it for it in layout.columns if it.sum_of and it.id in ids and can_be_worked_out(it, ids, layout)), None
    )
    names = dict(zip(ids, (*columns, *(column.label for column in added)), strict=True))
    parts = tuple(names[part] for part in into.sum_of if part in names) if into and not table.sum_into else ()
    return replace(
        named_table,
        columns=(*columns, *(column.label for column in added)),
        column_ids=ids,
        rows=tuple(map(tuple, cells[:count])),
        total=tuple(cells[count]) if len(cells) > count else (),
        sum_columns=parts or table.sum_columns,
        sum_into=names[into.id] if into and parts else table.sum_into,
        computed=frozenset(computed),
    )


def worked_out(column: ColumnLayout, figures: dict[str, float | None]) -> float | None:
    """The figure of a column from the figures of its sources, or None where one of them is no number.

    A part that the table does not show, or leaves empty, adds nothing to a sum.
    """
    values = [figures.get(source) for source in column.sources]
    if column.sum_of:
        present = [value for value in values if value is not None]
        return sum(present) if present else None
    above, below = values
    if above is None or not below:
        return None
    return above / below * 100 if column.share_of else above / below


def can_be_worked_out(column: ColumnLayout, ids: tuple[str, ...], layout: TableLayout) -> bool:
    """Whether a table of these columns has all that a column follows from; parts that may be left out count as none."""
    if not column.sum_of:
        return column.is_computed and set(column.sources) <= set(ids)
    optional = {part.id for part in layout.columns if part.is_optional}
    return any(part in ids for part in column.sum_of) and set(column.sum_of) - optional <= set(ids)


def is_total(name: str, layout: TableLayout) -> bool:
    """Whether a row calls itself the closing row."""
    return bool(_TOTAL.match(fold(name))) or (layout.total is not None and name_key(name) == name_key(layout.total))


def _given(table: Table, layout: TableLayout) -> tuple[ColumnLayout, ...]:
    """The columns that rows without headings have: all of the layout's, or those that their width says."""
    widths = {len(row) for row in table.rows}
    without_optional = tuple(column for column in layout.columns if not column.is_optional)
    choices = (
        layout.columns,
        without_optional,
        tuple(column for column in layout.columns if not column.is_computed),
        tuple(column for column in without_optional if not column.is_computed),
    )
    return next((columns for columns in choices if widths == {len(columns)}), without_optional)


def _row_ids(table: Table, layout: TableLayout) -> tuple[str, ...]:
    names = (row[0] if row else "" for row in table.rows)
    return tuple(row.id if row else "" for row in rows_named(names, layout.rows))


def _figures(row: list[str], ids: tuple[str, ...]) -> dict[str, float | None]:
    return {name: read_number(cell) for name, cell in zip(ids, row, strict=True) if name}


def _worked_out(cells: Cells, ids: tuple[str, ...], layout: TableLayout, table: Table) -> set[tuple[int, int]]:
    """Fill the empty cells of columns that follow from others; where they are."""
    done = set()
    headings = {row.id for row in layout.rows if row.is_heading}
    for at, row in enumerate(cells):
        if at < len(table.row_ids) and table.row_ids[at] in headings:
            continue
        for place, name in enumerate(ids):
            column = layout.column(name) if not row[place] else None
            if column is None or not column.is_computed or not can_be_worked_out(column, ids, layout):
                continue
            row[place] = _text(column, _figures(row, ids))
            if row[place]:
                done.add((at, place))
    return done


def _text(column: ColumnLayout, figures: dict[str, float | None]) -> str:
    if column.compares:
        there, least = (figures.get(source) for source in column.compares)
        return "" if there is None or least is None else _REACHED if there >= least else _NOT_REACHED
    value = worked_out(column, figures)
    if value is None:
        return ""
    decimals = 2 if column.sum_of else _DECIMALS.get(column.kind, 1)
    return number(round(value, decimals)) + ("%" if column.share_of else "")


def _rows_summed(
    cells: Cells, ids: tuple[str, ...], row_ids: tuple[str, ...], layout: TableLayout
) -> set[tuple[int, int]]:
    """Fill the empty cells of rows that are sums of other rows, inner sums first."""
    done = set()
    for at in reversed(range(len(row_ids))):
        row = layout.row(row_ids[at]) if row_ids[at] else None
        parts = [cells[row_ids.index(part)] for part in row.sum_of if part in row_ids] if row else []
        for place in range(1, len(ids) if parts else 0):
            column = layout.column(ids[place])
            values = [value for part in parts if (value := read_number(part[place])) is not None]
            if not cells[at][place] and values and column is not None and column.adds_up:
                cells[at][place] = number(round(sum(values), 2))
                done.add((at, place))
    return done


def _total(cells: Cells, ids: tuple[str, ...], layout: TableLayout) -> list[str]:
    """The closing row that the school left out: empty where a column holds words, or nothing at all to add."""
    if layout.total is None or len(cells) < 2 or is_total(cells[-1][0], layout):
        return []
    total = [layout.total]
    for place in range(1, len(ids)):
        column = layout.column(ids[place])
        filled = [row[place] for row in cells if row[place].strip(" -–—")]
        values = [value for cell in filled if (value := read_number(cell)) is not None]
        is_whole = column is not None and column.adds_up and values and len(values) == len(filled)
        total.append(number(round(sum(values), 2)) if is_whole else "")
    return total if any(total[1:]) else []
