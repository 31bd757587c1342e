"""Where a table of a layout begins in a sheet: the rows of its headings, and which column each heading names. Pure.

Headings may stand in up to three rows, merged over columns or rows, under lines of title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..fitting import name_key
from ..layouts import ColumnLayout, TableLayout
from ..workbooks.grid import Cell, Place, Sheet, reference, shown
from .names import NEAR, is_explanation, is_serial, likeness

_DEEPEST = 3
# So far down headings may be misspelt; below, they are found by exact names only, so that long tables stay quick.
_LOOKED_CLOSELY = 60
_WIDEST = 80


@dataclass(frozen=True, kw_only=True)
class Heading:
    """One column of a sheet: the texts above it, and the place of the lowest of them."""

    at: int
    row: int
    texts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """«Trình độ đào tạo › Thạc sĩ» (C5)."""
        return f"«{' › '.join(self.texts)}» ({reference(self.row, self.at)})"


@dataclass(frozen=True, kw_only=True)
class Matched:
    """A heading and the column it names."""

    heading: Heading
    column: ColumnLayout
    likeness: float


@dataclass(frozen=True, kw_only=True)
class Headings:
    """The headings of one table, from row `first` to row `last`: that of the rows' names, and those beside it.

    `others` name no column of the layout, `doubled` name one that another heading names as well.
    """

    first: int
    last: int
    name: Matched | None
    figures: tuple[Matched, ...]
    others: tuple[Heading, ...]
    doubled: tuple[Matched, ...]

    @property
    def matched(self) -> tuple[Matched, ...]:
        """All of them, in the order of the layout."""
        return (self.name, *self.figures) if self.name else self.figures

    @property
    def score(self) -> float:
        """How well the headings fit: what names no column weighs a little against."""
        return sum(one.likeness for one in self.matched) - 0.1 * (self.last - self.first)


def find_headings(sheet: Sheet, table: TableLayout) -> list[Headings]:
    """Every place in a sheet where this table may begin, the best first."""
    keys = {name_key(name) for column in table.columns for name in (column.label, *column.aliases)}
    spread = _spread(sheet)
    fits = _Fits(table)
    found = []
    for first in range(1, len(sheet.rows) + 1):
        if not _holds_words(sheet, spread, first) or (
            first > _LOOKED_CLOSELY and not _names_some(sheet.rows[first - 1], keys)
        ):
            continue
        for last in range(first, min(first + _DEEPEST, len(sheet.rows) + 1)):
            headings = _matched(first, last, list(_headings(sheet, spread, first, last)), fits)
            if _is_enough(headings, table):
                found.append(headings)
    return sorted(found, key=lambda one: (-one.score, one.last - one.first, one.first))


def _holds_words(sheet: Sheet, spread: dict[Place, Place], row: int) -> bool:
    """Whether two cells of a row hold words: a row of figures has one, its name."""
    places = ((row, column) for column in range(1, min(len(sheet.rows[row - 1]), _WIDEST) + 1))
    cells = (sheet.at(*spread.get(place, place)) for place in places)
    return sum(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in cells) > 1


def _names_some(row: tuple[Cell, ...], keys: set[str]) -> bool:
    return sum(isinstance(cell, str) and cell != "" and name_key(cell) in keys for cell in row) > 1


def _is_enough(headings: Headings, table: TableLayout) -> bool:
    """Two figures' columns at least, and half of those that the machine cannot work out."""
    needed = [column for column in table.columns[1:] if not column.is_optional and not column.is_computed]
    count = len(headings.figures)
    return count >= min(2, len(table.columns) - 1) and 2 * count >= len(needed)


def _spread(sheet: Sheet) -> dict[Place, Place]:
    """For every cell of a merged range the cell that holds its text."""
    spread: dict[Place, Place] = {}
    for (top, left), (bottom, right) in sheet.merged or ():
        height, width = min(bottom, top + 200) - top + 1, min(right, left + _WIDEST) - left + 1
        if height * width > 1:
            spread |= {(top + down, left + over): (top, left) for down in range(height) for over in range(width)}
    return spread


def _headings(sheet: Sheet, spread: dict[Place, Place], first: int, last: int) -> Iterator[Heading]:
    """Every column that has text in these rows; a text in two rows of one merged range counts once."""
    width = min(len(sheet.rows[0]), _WIDEST)
    for column in range(1, width + 1):
        places: list[Place] = []
        for row in range(first, last + 1):
            place = spread.get((row, column), (row, column))
            if sheet.merged is None and row < last and sheet.at(*place) == "":
                place = _to_the_left(sheet, row, column)
            # A range that reaches up out of the headings is a line of title.
            if place not in places and sheet.at(*place) != "" and (place[0] >= first or place[1] == column):
                places.append(place)
        if places:
            texts = tuple(shown(sheet.at(*place)) for place in places)
            yield Heading(at=column, row=places[-1][0], texts=texts)


def _to_the_left(sheet: Sheet, row: int, column: int) -> Place:
    """Where a format does not tell of merged cells, an empty cell above a heading belongs to the text on its left."""
    if sheet.at(row + 1, column) == "":
        return row, column
    return next(((row, left) for left in range(column, 0, -1) if sheet.at(row, left) != ""), (row, column))


class _Fits:
    """How well texts name the columns of one table; the same texts come back with every row that is tried."""

    def __init__(self, table: TableLayout) -> None:
        self.table = table
        self.known: dict[str, tuple[float, ...]] = {}

    def of(self, heading: Heading) -> list[float]:
        """For each column: by the lowest text, or by all of them together."""
        if is_serial(heading.texts[-1]) or is_explanation(heading.texts[-1]):
            return []
        lowest, whole = self._of(heading.texts[-1]), self._of(" ".join(heading.texts))
        return list(map(max, lowest, whole))

    def _of(self, text: str) -> tuple[float, ...]:
        if text not in self.known:
            self.known[text] = tuple(likeness(text, column) for column in self.table.columns)
        return self.known[text]


def _matched(first: int, last: int, headings: list[Heading], fits: _Fits) -> Headings:
    """Give every heading the column it fits best, the best fits first."""
    columns = fits.table.columns
    near = sorted(
        (
            (fit, heading.at, place, heading)
            for heading in headings
            for place, fit in enumerate(fits.of(heading))
            if fit >= NEAR
        ),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    matched: dict[str, Matched] = {}
    doubled: list[Matched] = []
    used: set[int] = set()
    for fit, at, place, heading in near:
        column = columns[place]
        if at in used:
            continue
        one = Matched(heading=heading, column=column, likeness=fit)
        if column.id not in matched:
            matched[column.id] = one
        elif matched[column.id].likeness == fit:
            doubled.append(one)
        else:
            continue
        used.add(at)
    return Headings(
        first=first,
        last=last,
        name=matched.get(columns[0].id),
        figures=tuple(matched[column.id] for column in columns[1:] if column.id in matched),
        others=tuple(heading for heading in headings if heading.at not in used),
        doubled=tuple(doubled),
    )
