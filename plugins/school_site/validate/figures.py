"""Tables of figures as rules compare them: those of disclosures, and those that a body writes with bars. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..findings import Finding, Severity
from ..kinds.disclosure import Disclosure
from ..kinds.official_document import OfficialDocument
from ..model import Entry, Where
from ..vietnamese import fold, read_number

_RULER = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_TOTAL = re.compile(r"^(?:tong|cong|tong cong|tong so|cong chung|toan truong)\b")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One table. `total` is its last row where that is one; `is_added` where other rules add it up already."""

    entry: Entry
    title: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    index: int = -1
    line: int = 0
    declares_total: bool = False
    sum_into: str | None = None
    labels: tuple[str, ...] = field(default=())

    def where(self, row: int, column: int) -> Where:
        """The place of a cell; the total is the row after the last."""
        if self.index < 0:
            return Where(path=self.entry.path, line=self.line + 2 + row)
        if row < len(self.rows):
            return self.entry.where("tables", self.index, "rows", row, column)
        return self.entry.where("tables", self.index, "total", column)

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows, and the total after them."""
        return (*self.rows, self.total) if self.total else self.rows

    @property
    def names_years(self) -> bool:
        """Whether columns stand for years: what is compared with an earlier year may well exceed it."""
        return sum(bool(_YEAR.search(column)) for column in self.columns) > 1


def grids(entry: Entry) -> Iterator[Grid]:
    """Every table of an entry."""
    if isinstance(entry, Disclosure):
        for index, table in enumerate(entry.tables):
            if all(len(row) == len(table.columns) for row in (*table.rows, table.total or table.columns)):
                yield _grid(
                    entry, table.title, table.unit or "", table.columns, table.rows, table.total,
                    index=index, sum_into=table.sum_into,
                )  # fmt: skip
    if "|" in entry.record.body:
        yield from _written(entry)


def _written(entry: Entry) -> Iterator[Grid]:
    lines = entry.record.body.split("\n")
    for at in range(1, len(lines)):
        if "|" not in lines[at] or "|" not in lines[at - 1] or not _RULER.match(lines[at]):
            continue
        columns = _cells(lines[at - 1])
        rows = []
        for line in lines[at + 1 :]:
            if "|" not in line:
                break
            cells = _cells(line)
            rows.append((*cells, *[""] * (len(columns) - len(cells)))[: len(columns)])
        if rows:
            yield _grid(entry, "", "", columns, tuple(rows), (), line=entry.record.body_line + at - 1)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip(" *_") for cell in line.strip().strip("|").split("|"))


def _grid(
    entry: Entry, title: str, unit: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...],
    total: tuple[str, ...], *, index: int = -1, line: int = 0, sum_into: str | None = None,
) -> Grid:  # fmt: skip
    declares = bool(total)
    if not total and len(rows) > 1 and rows[-1] and _TOTAL.match(fold(rows[-1][0])):
        rows, total = rows[:-1], rows[-1]
    return Grid(
        entry=entry, title=title, unit=unit, columns=columns, rows=rows, total=total, index=index, line=line,
        declares_total=declares, sum_into=sum_into, labels=tuple(fold(column) for column in columns),
    )  # fmt: skip


def numbers(cells: tuple[str, ...]) -> tuple[float | None, ...]:
    """The figures of a row; None where a cell holds something else."""
    return tuple(read_number(cell) for cell in cells)


def percentages(text: str) -> Iterator[tuple[float, int, int]]:
    """Every percentage in a text: its value, how many decimals it was given with, and where it begins."""
    for match in _PERCENT.finditer(text):
        written = match[1].replace(",", ".")
        yield float(written), len(written.partition(".")[2]), match.start()


def is_of_others(entry: Entry) -> bool:
    """Whether the figures were published by somebody else, and are shown as they were."""
    if isinstance(entry, Disclosure):
        return entry.published_by_others
    return isinstance(entry, OfficialDocument) and entry.direction == "received"


def weighed(finding: Finding, entry: Entry) -> Finding:
    """Whether figures of others are wrong is for a person to say."""
    return replace(finding, severity=Severity.person) if is_of_others(entry) else finding
