"""Two years of the same item side by side: every figure that both have, what changed and by how much. Pure.

Figures are compared as published; a change is worked out, never rounded to look better. Of a table whose columns name
years, only the columns of the disclosure's own year are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..kinds.disclosure import Disclosure
from ..model import Table
from ..tables import figure_in, is_same_table, plain_name, years_in
from ..vietnamese import number

NOTHING = "–"
FOLDER = "cong-khai/so-sanh"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One figure in two years. A cell is «–» where that year has none."""

    label: str
    before: str
    after: str
    difference: str
    percent: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The figures of one row of the table."""

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One table in two years. With one column of figures every group has one change.

    `groups` is what is read first, `details` the rows behind the total of a table of several columns.
    """

    title: str
    unit: str | None
    groups: tuple[Group, ...]
    details: tuple[Group, ...] = ()

    @property
    def is_flat(self) -> bool:
        """Whether a row is one figure, so that its name is enough."""
        return all(len(group.changes) == 1 for group in (*self.groups, *self.details))


def address_of(later: Disclosure) -> str:
    """Where the comparison of a disclosure with the year before stands: beside its own address."""
    return f"{FOLDER}/{later.address.removeprefix('cong-khai/')}"


def compared(earlier: Disclosure, later: Disclosure) -> tuple[Comparison, ...]:
    """The tables that both years have and that hold figures, in the order of the later year."""
    found = []
    left = list(earlier.tables)
    for table in later.tables:
        other = next((one for one in left if is_same_table(one, table)), None)
        if other is None:
            continue
        left.remove(other)
        groups = tuple(_groups(other, table, earlier.year, later.year))
        if groups:
            found.append(_comparison(table, groups))
    return tuple(found)


def _comparison(table: Table, groups: tuple[Group, ...]) -> Comparison:
    """Of several columns the total is read first; a table of one column is short enough."""
    is_total = [bool(table.total) and group.label == table.total[0] for group in groups]
    if not any(is_total) or all(len(group.changes) == 1 for group in groups):
        return Comparison(title=table.title, unit=table.unit, groups=groups)
    return Comparison(
        title=table.title, unit=table.unit,
        groups=tuple(group for group, is_it in zip(groups, is_total, strict=True) if is_it),
        details=tuple(group for group, is_it in zip(groups, is_total, strict=True) if not is_it),
    )  # fmt: skip


def _groups(before: Table, after: Table, before_year: str, after_year: str) -> Iterator[Group]:
    columns = tuple(_columns(before, after, before_year, after_year))
    old = dict(_keyed(before))
    new = _keyed(after)
    for key, row in new:
        yield from _group(row[0], old.pop(key, None), row, columns, after)
    for row in old.values():
        yield from _group(row[0], row, None, columns, after)


def _columns(before: Table, after: Table, before_year: str, after_year: str) -> Iterator[tuple[int, int]]:
    """The columns of figures that mean the same in both years, as places in the two tables."""
    there = [plain_name(column) for column in before.columns]
    taken: set[int] = set()
    for at, column in enumerate(after.columns):
        if not at or not _is_own(column, after, after_year):
            continue
        same = [
            place
            for place, name in enumerate(there)
            if name == plain_name(column) and place not in taken and _is_own(before.columns[place], before, before_year)
        ]
        if same:
            taken.add(same[0])
            yield same[0], at


def _is_own(column: str, table: Table, year: str) -> bool:
    """Whether a column speaks of the table's own year: it names no year, or this one, or the only one there is."""
    years = years_in(column)
    return not years or year in years or len({named for name in table.columns for named in years_in(name)}) == 1


def _keyed(table: Table) -> list[tuple[tuple[str, int], tuple[str, ...]]]:
    """The rows by name; of two with the same name the second is the second. The total is one row among them."""
    counts: dict[str, int] = {}
    keyed = []
    for row in table.rows:
        if len(row) == len(table.columns):
            name = plain_name(row[0])
            counts[name] = counts.get(name, 0) + 1
            keyed.append(((name, counts[name]), row))
    if len(table.total) == len(table.columns):
        keyed.append((("", 0), table.total))
    return keyed


def _group(
    label: str,
    before: tuple[str, ...] | None,
    after: tuple[str, ...] | None,
    columns: tuple[tuple[int, int], ...],
    table: Table,
) -> Iterator[Group]:
    changes = tuple(
        _change(table.columns[new], before[old] if before else NOTHING, after[new] if after else NOTHING)
        for old, new in columns
        if (before and figure_in(before[old]) is not None) or (after and figure_in(after[new]) is not None)
    )
    if changes:
        yield Group(label=label, changes=changes)


def _change(label: str, before: str, after: str) -> Change:
    old, new = _exact(before), _exact(after)
    if old is None or new is None:
        return Change(label=label, before=before, after=after, difference=NOTHING, percent=NOTHING)
    difference = new - old
    if "%" in before or "%" in after:
        # The difference of two shares is counted in points, not in per cent of per cent.
        return Change(
            label=label, before=before, after=after, difference=f"{_signed(difference)} điểm", percent=NOTHING
        )
    percent = f"{_signed((difference / old * 100).quantize(Decimal('0.1')))}%" if old else NOTHING
    return Change(label=label, before=before, after=after, difference=_signed(difference), percent=percent)


def _exact(cell: str) -> Decimal | None:
    """The number of a cell in decimals, so that 41,2 − 41,1 is 0,1."""
    value = figure_in(cell)
    return None if value is None else Decimal(str(value))


def _signed(value: Decimal) -> str:
    """«+25», «−3», «0»."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + number(float(abs(value)))
