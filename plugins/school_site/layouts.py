"""The structured form of a disclosure: which tables it has, what their columns and rows mean, what must add up.

A layout is data (`schema/layouts/<item>.yml`, named by the demand it serves). One layout is the source of the scaffold,
the empty workbook, the import of a school's own workbook, the checks, the pictures and the open data.
A test validates the data against its schema, so reading may trust its shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .plain_yaml import read_plain


@dataclass(frozen=True, kw_only=True)
class ColumnLayout:
    """One column. `kind` says what its cells hold: text, count, number, money, percent, area, date or link.

    `sum_of` names the columns that add up to it; `share_of` the columns (part, whole) whose ratio in percent it is;
    `per` the columns (above, below) whose quotient it is. Where one of these is given, the machine can compute it.
    """

    id: str
    label: str
    kind: str = "count"
    unit: str | None = None
    aliases: tuple[str, ...] = ()
    sum_of: tuple[str, ...] = ()
    share_of: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    hint: str | None = None
    is_optional: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind in ("count", "number", "money", "percent", "area")

    @property
    def is_computed(self) -> bool:
        """Whether the machine can work it out from other columns."""
        return bool(self.sum_of or self.share_of or self.per)


@dataclass(frozen=True, kw_only=True)
class RowLayout:
    """One row that the form has by itself. `sum_of` names the rows that add up to it."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    sum_of: tuple[str, ...] = ()
    is_optional: bool = False
    is_heading: bool = False
    """A line that only groups those below it and holds no figures."""


@dataclass(frozen=True, kw_only=True)
class TableLayout:
    """One table of a form. The first column names the rows.

    `rows` are fixed rows; `rows_by` lets the school's levels name them («grade»: Khối 6 … Khối 9; «age_group»: nhóm,
    lớp of a preschool); with neither, a school writes its own. `total` is the name of the closing row that sums all
    figures, None where a sum would mean nothing. `chart` is the picture it is drawn as: bars, stacked or None.
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
    is_optional: bool = False
    hint: str | None = None

    def column(self, name: str) -> ColumnLayout | None:
        """The column of that id."""
        return next((column for column in self.columns if column.id == name), None)

    def addresses(self, school_levels: tuple[str, ...]) -> bool:
        """Whether schools of these levels fill it in."""
        return not self.school_levels or bool(set(self.school_levels) & set(school_levels))


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The form of one item. `is_checked` is False where the official layout was not found («bố cục chưa đối chiếu»)."""

    item: str
    tables: tuple[TableLayout, ...]
    is_checked: bool = True
    note: str | None = None

    def table(self, name: str) -> TableLayout | None:
        """The table of that id."""
        return next((table for table in self.tables if table.id == name), None)


def read_layout(schema: Path, item: str) -> Layout | None:
    """The form of an item, or None for what is free text or a paper. Raises SetupError when the file is broken."""
    path = schema / "layouts" / f"{item}.yml"
    return _layout(read_plain(path)) if path.is_file() else None


def read_layouts(schema: Path) -> Mapping[str, Layout]:
    """Every form by its item."""
    return {
        path.stem: _layout(read_plain(path)) for path in sorted((schema / "layouts").glob("*.yml"))
    }


def _layout(tree: dict[str, Any]) -> Layout:
    return Layout(
        item=tree["item"],
        tables=tuple(map(_table, tree["tables"])),
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
    """Text as it stands, lists as tuples, and `is_…` as truth."""
    return {
        key: tuple(value) if isinstance(value, list) else value == "true" if key.startswith("is_") else value
        for key, value in tree.items()
    }
