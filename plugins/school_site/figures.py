"""Tables of figures as rules compare them: those of disclosures, and those that a body writes with bars. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from .findings import Finding, Severity
from .kinds.disclosure import Disclosure
from .kinds.official_document import OfficialDocument
from .model import Entry, Where
from .vietnamese import fold, read_number

_RULE_CELL = re.compile(r":?-{2,}:?")
_TOTAL = re.compile(r"^(?:tong|cong|tong cong|tong so|cong chung|toan truong)\b")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_YEAR = re.compile(r"20\d\d")

# The same names of rows and columns come back in every year.
plain = lru_cache(maxsize=8192)(fold)
figure = lru_cache(maxsize=16384)(read_number)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One table. `total` is its last row where that is one.

    `declares_total` and `sum_into` say what the table itself asks to be added up. `index` is the table's place in
    a disclosure; a table of a body has none, but the `line` of its headings.
    """

    entry: Entry
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    title: str = ""
    unit: str = ""
    index: int | None = None
    line: int = 0
    declares_total: bool = False
    sum_into: str | None = None

    def where(self, row: int, column: int) -> Where:
        """The place of a cell; the total is the row after the last."""
        if self.index is None:
            return Where(path=self.entry.path, line=self.line + 2 + row)
        if row < len(self.rows):
            return self.entry.where("tables", self.index, "rows", row, column)
        at = ("total", column) if self.declares_total else ("rows", row, column)
        return self.entry.where("tables", self.index, *at)

    @cached_property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows, and the total after them."""
        return (*self.rows, self.total) if self.total else self.rows

    @cached_property
    def figures(self) -> tuple[tuple[float | None, ...], ...]:
        """The numbers of all lines; None where a cell holds words or a percentage."""
        return tuple(tuple(None if "%" in cell else figure(cell) for cell in row) for row in self.lines)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The names of the columns, without marks."""
        return tuple(map(plain, self.columns))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the lines, without marks."""
        return tuple(plain(row[0]) for row in self.lines)

    @property
    def names_years(self) -> bool:
        """Whether columns stand for years: what is compared with an earlier year may well exceed it."""
        return sum(bool(_YEAR.search(column)) for column in self.columns) > 1


def grids(entry: Entry) -> Iterator[Grid]:
    """Every table of an entry whose rows are as long as its headings."""
    if isinstance(entry, Disclosure):
        for index, table in enumerate(entry.tables):
            width = len(table.columns)
            if all(len(row) == width for row in table.rows) and len(table.total) in (0, width):
                yield _with_total(
                    Grid(
                        entry=entry, columns=table.columns, rows=table.rows, total=table.total, title=table.title,
                        unit=table.unit or "", index=index, declares_total=bool(table.total), sum_into=table.sum_into,
                    )
                )  # fmt: skip
    if "|" in entry.record.body:
        yield from _written(entry)


def _written(entry: Entry) -> Iterator[Grid]:
    lines = entry.record.body.split("\n")
    at = 1
    while at < len(lines):
        if "|" not in lines[at - 1] or not _is_rule(lines[at]):
            at += 1
            continue
        columns = _cells(lines[at - 1])
        end = next((below for below in range(at + 1, len(lines)) if "|" not in lines[below]), len(lines))
        rows = tuple(_as_wide(_cells(line), len(columns)) for line in lines[at + 1 : end])
        if rows:
            yield _with_total(Grid(entry=entry, columns=columns, rows=rows, line=entry.record.body_line + at - 1))
        at = end + 1


def _is_rule(line: str) -> bool:
    """Whether this is the line of dashes under the headings of a table."""
    return "|" in line and all(map(_RULE_CELL.fullmatch, _cells(line)))


def _as_wide(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))[:width]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip(" *_") for cell in line.strip().strip("|").split("|"))


def _with_total(grid: Grid) -> Grid:
    """A last row that calls itself a total is one."""
    if grid.total or len(grid.rows) < 2 or not _TOTAL.match(plain(grid.rows[-1][0])):
        return grid
    return replace(grid, rows=grid.rows[:-1], total=grid.rows[-1])


def percentages(text: str) -> Iterator[tuple[float, int, int]]:
    """Every percentage in a text: its value, how many decimals it was given with, and where it begins."""
    for match in _PERCENT.finditer(text):
        written = match[1].replace(",", ".")
        yield float(written), len(written.partition(".")[2]), match.start()


def weighed(finding: Finding, entry: Entry) -> Finding:
    """Figures of others are shown as they were published; whether they are wrong is for a person to say."""
    is_of_others = (isinstance(entry, Disclosure) and entry.published_by_others) or (
        isinstance(entry, OfficialDocument) and entry.direction == "received"
    )
    return replace(finding, severity=Severity.person) if is_of_others else finding
