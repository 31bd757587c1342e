"""What a school of the corpus writes into the tables of the layouts, by the item's kind and the table's id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from school_site.layouts import TableLayout

from ..tabling import Ask, Line
from . import money, old_forms, places, pupils, results, staff, words

Lines = Callable[[TableLayout, Ask], Sequence[Line]]

ALL: Mapping[str, Lines] = {
    **pupils.LINES,
    **results.LINES,
    **staff.LINES,
    **money.LINES,
    **places.LINES,
    **old_forms.LINES,
    **words.LINES,
}
"""«kind/table», where the kind is the item without its level: mn-doi-ngu is doi-ngu."""


def is_known(form: TableLayout, ask: Ask) -> bool:
    """Whether somebody has thought of this table."""
    return _key(form, ask) in ALL


def lines_for(form: TableLayout, ask: Ask) -> Sequence[Line]:
    """The lines of a table; for one that nobody has thought of, its own rows or two of no particular name."""
    found = ALL.get(_key(form, ask))
    if found is not None:
        return found(form, ask)
    return [(f"#{row.id}", {}) for row in form.rows] or [("Việc thứ nhất", {}), ("Việc thứ hai", {})]


def _key(form: TableLayout, ask: Ask) -> str:
    kind = ask.item.removeprefix("mn-").removeprefix("pt-").removeprefix("tx-")
    return f"{kind}/{form.id}"
