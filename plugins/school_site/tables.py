"""Find a table, a row, a column or a figure by its name, across years. Pure.

Names are compared without marks and without years: «Thu năm 2025» and «Thu năm 2024» are one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from .layouts import Layout, TableLayout
from .model import Table
from .vietnamese import fold, read_number

_YEAR = re.compile(r"\b20\d\d(?:\s*-\s*20\d\d)?\b")
_SPACE = re.compile(r"\s+")
# 0123 is a code, and a sum of money never begins so.
_CODE = re.compile(r"[+-]?0\d")


@lru_cache(maxsize=16384)
def plain_name(name: str) -> str:
    """A name as names are compared: without marks, capitals and years."""
    return _SPACE.sub(" ", _YEAR.sub(" ", fold(name))).strip(" .,:;")


@lru_cache(maxsize=16384)
def years_in(name: str) -> tuple[str, ...]:
    """The years that a name speaks of, as written."""
    return tuple(_YEAR.findall(name))


@lru_cache(maxsize=32768)
def figure_in(cell: str) -> float | None:
    """The number that a cell is; None for words, for an empty cell and for a code with a leading zero."""
    return None if _CODE.match(cell.strip()) else read_number(cell)


def is_same_table(one: Table, other: Table) -> bool:
    """Whether two tables are the same table of two years: by the layout's id, else by title and columns."""
    if one.id or other.id:
        return one.id == other.id
    return plain_name(one.title) == plain_name(other.title) and [*map(plain_name, one.columns)] == [
        *map(plain_name, other.columns)
    ]


def column_at(table: Table, names: Iterable[str]) -> int | None:
    """Where the first of these columns stands."""
    there = [plain_name(column) for column in table.columns]
    return next((there.index(name) for name in map(plain_name, names) if name in there), None)


def row_named(table: Table, names: Iterable[str]) -> tuple[str, ...] | None:
    """The first row of one of these names."""
    wanted = set(map(plain_name, names))
    return next((row for row in table.rows if row and plain_name(row[0]) in wanted), None)


def layout_of(layouts: Mapping[str, Layout], item: str, table: Table) -> TableLayout | None:
    """The form that a table follows, where it follows one."""
    layout = layouts.get(item)
    return layout.table(table.id) if layout and table.id else None
