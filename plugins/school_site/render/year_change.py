"""What changed since the year before in the one column of a table that speaks for its rows. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..layouts import TableLayout
from ..model import Table
from .comparison import NOTHING, Comparison


@dataclass(frozen=True, kw_only=True)
class YearChange:
    """A column beside the table: its heading, a cell for every row, and one more for the total where there is one."""

    label: str
    cells: tuple[str, ...]


def year_change(
    table: Table, form: TableLayout | None, compared: Iterable[Comparison], earlier: str
) -> YearChange | None:
    """The changes of the headline column, or None where it has none, or where nothing changed."""
    headline = form.headline if form else None
    same = next((one for one in compared if one.title == table.title), None)
    if headline is None or same is None or headline.id not in table.column_ids:
        return None
    column = table.columns[table.column_ids.index(headline.id)]
    found: dict[str, list[str]] = {}
    for group in (*same.groups, *same.details):
        for change in group.changes:
            if change.label == column and NOTHING not in (change.before, change.after):
                percent = f" ({change.percent})" if change.percent not in (NOTHING, "0%") else ""
                found.setdefault(group.label, []).append(f"{change.difference}{percent}")
    lines = (*table.rows, *((table.total,) if table.total else ()))
    cells = tuple(found[row[0]].pop(0) if found.get(row[0]) else "" for row in lines)
    is_news = any(cell not in ("", "0") for cell in cells)
    return YearChange(label=f"So với {earlier}", cells=cells) if is_news else None
