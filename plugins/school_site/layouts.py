"""The structured form of a disclosure: which tables it has, what their columns and rows mean, what must add up.

A layout is data (`schema/layouts/<item>.yml`, named by the demand it serves). One layout is the source of the scaffold,
the empty workbook, the import of a school's own workbook, the checks, the pictures and the open data.
It speaks of every school and every year; `fitting.fitted` makes it that of one school and one year.
A test validates the data against its schema, so reading may trust its shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .plain_yaml import read_plain

_ITEM = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, kw_only=True)
class ColumnLayout:
    """One column. `kind` says what its cells hold: text, count, number, money, percent, area, date or link.

    `sum_of` names the columns that add up to it; `share_of` the columns (part, whole) whose ratio in percent it is;
    `per` the columns (above, below) whose quotient it is; `compares` the columns (there is, at least) of which it says
    whether the one reaches the other. Where one of these is given, the machine can work it out.
    `by` makes it one column for every «grade» of the school; its label then holds `{grade}`.
    `covers` names the fields of the demand that it answers, and so do rows, tables and facts.
    """

    id: str
    label: str
    kind: str = "count"
    unit: str | None = None
    aliases: tuple[str, ...] = ()
    sum_of: tuple[str, ...] = ()
    share_of: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    compares: tuple[str, ...] = ()
    by: str | None = None
    covers: tuple[str, ...] = ()
    hint: str | None = None
    is_optional: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind in ("count", "number", "money", "percent", "area")

    @property
    def adds_up(self) -> bool:
        """Whether its cells make a sum: shares and averages do not."""
        return self.is_figure and self.kind != "percent" and not (self.share_of or self.per)

    @property
    def is_computed(self) -> bool:
        """Whether the machine can work it out from other columns."""
        return bool(self.sum_of or self.share_of or self.per or self.compares)

    @property
    def sources(self) -> tuple[str, ...]:
        """The columns it is worked out from."""
        return self.sum_of or self.share_of or self.per or self.compares


@dataclass(frozen=True, kw_only=True)
class RowLayout:
    """One row that the form has by itself. `sum_of` names the rows that add up to it.

    `is_checked` is False for a row whose official wording was not found; a school may leave it out.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    sum_of: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    school_levels: tuple[str, ...] = ()
    is_optional: bool = False
    is_checked: bool = True
    is_heading: bool = False
    """A line that only groups those below it and holds no figures."""

    @property
    def is_required(self) -> bool:
        """Whether the table is not whole without it."""
        return self.is_checked and not self.is_optional


@dataclass(frozen=True, kw_only=True)
class TableLayout:
    """One table of a form. The first column names the rows.

    `rows` are fixed rows; `rows_by` lets the school's levels name them («grade»: Khối 6 … Khối 9; «age_group»: the age
    groups of a preschool); with neither, a school writes its own. `total` is the name of the closing row that sums all
    figures, None where a sum would mean nothing. `chart` is the picture it is drawn as: bars, stacked or None.
    `periods` are the periods of a year that it belongs to (empty: all).
    """

    id: str
    title: str
    columns: tuple[ColumnLayout, ...]
    unit: str | None = None
    rows: tuple[RowLayout, ...] = ()
    rows_by: str | None = None
    total: str | None = None
    chart: str | None = None
    chart_columns: tuple[str, ...] = ()
    school_levels: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    is_optional: bool = False
    has_optional_rows: bool = False
    hint: str | None = None

    def column(self, name: str) -> ColumnLayout | None:
        """The column of that id."""
        return next((column for column in self.columns if column.id == name), None)

    def row(self, name: str) -> RowLayout | None:
        """The row of that id."""
        return next((row for row in self.rows if row.id == name), None)

    def addresses(self, school_levels: tuple[str, ...], period: str | None = None) -> bool:
        """Whether schools of these levels fill it in, and for that period of a year."""
        is_theirs = not self.school_levels or bool(set(self.school_levels) & set(school_levels))
        return is_theirs and (period is None or not self.periods or period in self.periods)

    @property
    def headline(self) -> ColumnLayout | None:
        """The one column of figures that speaks for the rows: the sum of the others, or the only one."""
        figures = [column for column in self.columns if column.is_figure]
        sums = [column for column in figures if column.sum_of]
        return sums[0] if sums else figures[0] if len(figures) == 1 else None


@dataclass(frozen=True, kw_only=True)
class FactLayout:
    """One thing that an item says in words, beside its tables."""

    id: str
    label: str
    covers: tuple[str, ...] = ()
    hint: str | None = None
    is_optional: bool = False


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The form of one item. `is_checked` is False where the official layout was not found («bố cục chưa đối chiếu»)."""

    item: str
    tables: tuple[TableLayout, ...]
    facts: tuple[FactLayout, ...] = ()
    is_checked: bool = True
    note: str | None = None

    def table(self, name: str) -> TableLayout | None:
        """The table of that id."""
        return next((table for table in self.tables if table.id == name), None)

    @property
    def is_wholly_checked(self) -> bool:
        """Whether the form was found, and every row of it."""
        return self.is_checked and all(row.is_checked for table in self.tables for row in table.rows)


@lru_cache(maxsize=256)
def read_layout(schema: Path, item: str) -> Layout | None:
    """The form of an item, or None for what is free text or a paper. Raises SetupError when the file is broken."""
    path = schema / "layouts" / f"{item}.yml"
    # The name may come straight from a file of the school's.
    if not _ITEM.fullmatch(item):
        return None
    return _layout(read_plain(path)) if path.is_file() else None


def read_layouts(schema: Path) -> Mapping[str, Layout]:
    """Every form by its item."""
    found = {path.stem: read_layout(schema, path.stem) for path in sorted((schema / "layouts").glob("*.yml"))}
    return {item: layout for item, layout in found.items() if layout is not None}


def _layout(tree: dict[str, Any]) -> Layout:
    return Layout(
        item=tree["item"],
        tables=tuple(map(_table, tree["tables"])),
        facts=tuple(FactLayout(**_values(fact)) for fact in tree.get("facts", ())),
        is_checked=tree.get("is_checked", "true") == "true",
        note=tree.get("note"),
    )


def _table(tree: dict[str, Any]) -> TableLayout:
    return TableLayout(
        **{
            **_values(tree),
            "columns": tuple(ColumnLayout(**_values(column)) for column in tree["columns"]),
            "rows": tuple(RowLayout(**_values(row)) for row in tree.get("rows", ())),
        }
    )


def _values(tree: dict[str, Any]) -> dict[str, Any]:
    """Text as it stands, lists as tuples, and `is_…`, `has_…` as truth."""
    return {
        key: tuple(value) if isinstance(value, list) else value == "true" if key.startswith(("is_", "has_")) else value
        for key, value in tree.items()
    }
