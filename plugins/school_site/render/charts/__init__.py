"""Pictures of figures: which table is drawn, and as what. Pure; the component `chart` prints them as SVG.

Table + its layout → Chart
"""

from __future__ import annotations

from collections.abc import Iterator

from ...layouts import TableLayout
from ...model import Table
from ...tables import figure_in
from .bars import bars
from .shapes import Chart, Row
from .stacked import stacked
from .trend import Series, trend

__all__ = ["Chart", "Series", "chart_of", "trend"]

# Beyond this a picture is harder to read than the table beside it.
_MOST_ROWS = 16
_MOST_BARS = 4
_MOST_PARTS = 6


def chart_of(table: Table, layout: TableLayout | None, *, id: str) -> Chart | None:
    """The picture of a table, or None where its layout asks for none or its figures make none."""
    if layout is None or layout.chart is None:
        return None
    columns = _columns(table, layout)
    rows = tuple(_rows(table, layout, columns))
    if not columns or not 2 <= len(rows) <= _MOST_ROWS or not any(value for row in rows for value in row.values):
        return None
    labels = tuple(table.columns[at] for at in columns)
    if layout.chart == "stacked" and 1 < len(columns) <= _MOST_PARTS:
        return stacked(id=id, title=table.title, unit=table.unit, parts=labels, rows=rows)
    return bars(id=id, title=_title(table, labels), unit=table.unit, series=labels[:_MOST_BARS], rows=rows)


def _title(table: Table, labels: tuple[str, ...]) -> str:
    """The table's; where one of its several columns is drawn, with the name of that."""
    if len(labels) > 1 or len(table.columns) < 3:
        return table.title
    return f"{table.title}: {labels[0][:1].lower()}{labels[0][1:]}"


def _columns(table: Table, layout: TableLayout) -> tuple[int, ...]:
    """The columns to draw: those that the layout names, else every figure that the machine cannot work out."""
    if layout.chart_columns:
        found = (table.column_ids.index(name) for name in layout.chart_columns if name in table.column_ids)
        return tuple(at for at in found if at)
    drawn = []
    for at, name in enumerate(table.column_ids):
        column = layout.column(name)
        if at and column and column.is_figure and not column.is_computed and column.kind != "percent":
            drawn.append(at)
    return tuple(drawn)


def _rows(table: Table, layout: TableLayout, columns: tuple[int, ...]) -> Iterator[Row]:
    """The rows with figures; headings and rows that sum up others are left to the table."""
    left_out = {row.id for row in layout.rows if row.is_heading or row.sum_of}
    for at, row in enumerate(table.rows):
        if len(row) != len(table.columns) or (at < len(table.row_ids) and table.row_ids[at] in left_out):
            continue
        figures = [figure_in(row[column]) for column in columns]
        if any(figure is not None for figure in figures) and all((figure or 0) >= 0 for figure in figures):
            values = tuple(figure or 0.0 for figure in figures)
            yield Row(label=row[0], values=values, cells=tuple(row[column] for column in columns))
