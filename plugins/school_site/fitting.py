"""A layout made that of one school and one year: its grades as rows and columns, its year in the labels. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from .layouts import ColumnLayout, Layout, RowLayout, TableLayout
from .plain_yaml import read_plain
from .vietnamese import fold, slug

_ANY_YEAR = re.compile(r"\b20\d\d(?:\s*-\s*20\d\d)?\b")
_YEAR = re.compile(r"\{year([+-]\d)?\}")
_NUMBERING = re.compile(r"^\s*(?:(?:[ivx]+|\d+(?:\.\d+)*|[a-z])\s*[.)]|[-+•–*])\s*(?=\S)")
_ASIDE = re.compile(r"\([^()]*\)")
_NOT_WORDS = re.compile(r"[^a-z0-9%²]+")


@dataclass(frozen=True, kw_only=True)
class Pupils:
    """How the pupils of a school level are grouped: by grades, or by ages."""

    grades: tuple[str, ...] = ()
    age_groups: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def read_pupils(schema: Path) -> Mapping[str, Pupils]:
    """The groups of every school level. Raises SetupError when the list is missing or broken."""
    levels = read_plain(schema / "vocabulary" / "school_levels.yml")
    return {
        level: Pupils(grades=tuple(values.get("grades", ())), age_groups=tuple(values.get("age_groups", ())))
        for level, values in levels.items()
    }


def fitted(layout: Layout, *, school_levels: tuple[str, ...], year: str, pupils: Mapping[str, Pupils]) -> Layout:
    """The layout for a school of these levels and the year it is about («2026-2027», «2026»)."""
    grades = tuple(chain.from_iterable(pupils[level].grades for level in pupils if level in school_levels))
    ages = tuple(chain.from_iterable(pupils[level].age_groups for level in pupils if level in school_levels))
    return replace(
        layout,
        tables=tuple(_table(table, school_levels, year, grades, ages) for table in layout.tables),
        facts=tuple(replace(fact, label=with_year(fact.label, year)) for fact in layout.facts),
    )


def with_year(text: str, year: str) -> str:
    """«Dự kiến {year+1}» → «Dự kiến 2027-2028»."""
    return _YEAR.sub(lambda match: _moved(year, int(match[1] or 0)), text) if "{year" in text else text


def _moved(year: str, by: int) -> str:
    return "-".join(str(int(part) + by) for part in year.split("-"))


def _table(
    table: TableLayout, levels: tuple[str, ...], year: str, grades: tuple[str, ...], ages: tuple[str, ...]
) -> TableLayout:
    # A sum of «every grade» is one of this school's grades; parts that this school does not have fall away.
    spread = {column.id: [f"{column.id}-{grade}" for grade in grades] for column in table.columns if column.by}
    return replace(
        table,
        title=with_year(table.title, year),
        columns=tuple(chain.from_iterable(_columns(column, year, grades, spread) for column in table.columns)),
        rows=_rows(table, levels, year, grades, ages),
        chart_columns=_spread(table.chart_columns, spread),
    )


def _columns(
    column: ColumnLayout, year: str, grades: tuple[str, ...], spread: Mapping[str, list[str]]
) -> Iterator[ColumnLayout]:
    if column.by is not None:
        for grade in grades:
            yield replace(
                column,
                id=f"{column.id}-{grade}",
                label=column.label.replace("{grade}", grade),
                aliases=tuple(alias.replace("{grade}", grade) for alias in column.aliases),
                by=None,
            )
    elif "{year" in column.label or spread:
        yield replace(
            column,
            label=with_year(column.label, year),
            aliases=tuple(with_year(alias, year) for alias in column.aliases),
            sum_of=_spread(column.sum_of, spread),
        )
    else:
        yield column


def _spread(names: tuple[str, ...], spread: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(spread.get(name, (name,)) for name in names))


def _rows(
    table: TableLayout, levels: tuple[str, ...], year: str, grades: tuple[str, ...], ages: tuple[str, ...]
) -> tuple[RowLayout, ...]:
    if table.rows_by == "grade":
        return tuple(_grade_row(grade) for grade in grades)
    if table.rows_by == "age_group":
        return tuple(RowLayout(id=slug(age), label=age) for age in ages)
    theirs = [row for row in table.rows if not row.school_levels or set(row.school_levels) & set(levels)]
    if len(theirs) == len(table.rows) and not any("{year" in row.label for row in theirs):
        return table.rows
    there = {row.id for row in theirs}
    return tuple(
        replace(row, label=with_year(row.label, year), sum_of=tuple(part for part in row.sum_of if part in there))
        for row in theirs
    )


@lru_cache(maxsize=16)
def _grade_row(grade: str) -> RowLayout:
    return RowLayout(id=f"khoi-{grade}", label=f"Khối {grade}", aliases=(f"Lớp {grade}",))


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """What two spellings of one heading share: no marks, numbering, signs or asides.

    «II.1 Phòng học kiên cố (phòng)» and «Phòng học kiên cố» are the same row.
    """
    plain = _NUMBERING.sub("", fold(text))
    while (shorter := _NUMBERING.sub("", plain)) != plain:
        plain = shorter
    words = _NOT_WORDS.sub(" ", _ASIDE.sub(" ", plain)).strip()
    return words or _NOT_WORDS.sub(" ", plain).strip()


def column_named(name: str, columns: Iterable[ColumnLayout]) -> ColumnLayout | None:
    """The column that a heading as written means, by its label or an alias; «Dự toán năm 2025» is «Dự toán năm»."""
    there = tuple(columns)
    for key in (name_key(name), name_key(_ANY_YEAR.sub(" ", name))):
        if (found := next((column for column in there if key in _keys(column)), None)) is not None:
            return found
    return None


def rows_named(names: Iterable[str], rows: Iterable[RowLayout]) -> tuple[RowLayout | None, ...]:
    """The row that each name means. Forms repeat themselves («Phí» twice): a row once taken is not taken again."""
    left = list(rows)
    found = []
    for name in names:
        row = next((row for row in left if fold(name) == fold(row.label)), None)
        row = row or next((row for row in left if name_key(name) in _keys(row)), None)
        if row is not None:
            left.remove(row)
        found.append(row)
    return tuple(found)


def begins_group(name: str, heading: RowLayout) -> bool:
    """Whether a row says by itself which group it belongs to: «Hành chính: phòng Hiệu trưởng»."""
    group, colon, _ = name.partition(":")
    return bool(colon) and name_key(group) in _keys(heading)


@lru_cache(maxsize=4096)
def _keys(one: ColumnLayout | RowLayout) -> frozenset[str]:
    return frozenset(map(name_key, (one.label, *one.aliases)))
