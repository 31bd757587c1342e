"""Which table of a form stands where in a workbook: several may share a sheet, and two may have like headings. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..fitting import name_key
from ..layouts import TableLayout
from ..workbooks.grid import Sheet, shown
from .headings import Headings, find_headings

_LOOKED_AT = 5
_ABOVE = 4


@dataclass(frozen=True, kw_only=True)
class Place:
    """A table found: its sheet, its headings, and the last row that may be its own."""

    table: TableLayout
    sheet: Sheet
    headings: Headings
    upto: int


@dataclass(frozen=True, kw_only=True)
class _Candidate:
    fit: float
    table: TableLayout
    sheet: Sheet
    headings: Headings


def places(sheets: Sequence[Sheet], tables: Sequence[TableLayout]) -> list[Place]:
    """Where each table stands; the best fits choose first, and no two share a row."""
    candidates = [
        _Candidate(fit=_fit(sheet, table, headings), table=table, sheet=sheet, headings=headings)
        for table in tables
        for sheet in sheets
        for headings in find_headings(sheet, table)[:_LOOKED_AT]
    ]
    chosen: list[_Candidate] = []
    for one in sorted(candidates, key=lambda candidate: -candidate.fit):
        if not any(one.table is other.table or _overlap(one, other) for other in chosen):
            chosen.append(one)
    found = [Place(table=one.table, sheet=one.sheet, headings=one.headings, upto=_upto(one, chosen)) for one in chosen]
    order = {table.id: place for place, table in enumerate(tables)}
    return sorted(found, key=lambda place: order[place.table.id])


def _fit(sheet: Sheet, table: TableLayout, headings: Headings) -> float:
    """By headings first; then by the names of rows, and by the title above or on the sheet's tab."""
    wanted = sum(not column.is_optional for column in table.columns)
    return (
        headings.score / max(1, wanted)
        + 0.5 * _rows_found(sheet, table, headings)
        + 0.3 * _is_titled(sheet, table, headings)
    )


def _rows_found(sheet: Sheet, table: TableLayout, headings: Headings) -> float:
    if not table.rows:
        return 0.5
    below = sheet.rows[headings.last : headings.last + 2 * len(table.rows) + 3]
    names = {name_key(cell) for row in below for cell in row if isinstance(cell, str) and cell}
    keys = [{name_key(name) for name in (row.label, *row.aliases)} for row in table.rows]
    return sum(bool(names & own) for own in keys) / len(keys)


def _is_titled(sheet: Sheet, table: TableLayout, headings: Headings) -> bool:
    above = sheet.rows[max(0, headings.first - 1 - _ABOVE) : headings.first - 1]
    texts = {name_key(shown(cell)) for row in above for cell in row if cell != ""} | {name_key(sheet.name)}
    title = name_key(table.title)
    return any(text and (title in text or (len(text) > 12 and title.startswith(text))) for text in texts)


def _overlap(one: _Candidate, other: _Candidate) -> bool:
    if one.sheet is not other.sheet:
        return False
    return one.headings.first <= other.headings.last and other.headings.first <= one.headings.last


def _upto(one: _Candidate, all_of_them: Iterable[_Candidate]) -> int:
    """The row before the next table of the same sheet."""
    below = [
        other.headings.first - 1
        for other in all_of_them
        if other.sheet is one.sheet and other.headings.first > one.headings.last
    ]
    return min(below, default=len(one.sheet.rows))
