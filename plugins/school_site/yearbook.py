"""The statistical yearbook: the figures of five years, drawn out of what was disclosed. Nothing is guessed.

What belongs into it and in which table of which item each figure stands is data (`schema/yearbook.yml`), because the
forms change with the law: the first source that has a figure for a year gives it, and a year without one stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from .kinds.disclosure import Disclosure
from .model import Table
from .plain_yaml import read_plain
from .tables import figure_in, plain_name

ADDRESS = "cong-khai/nien-giam.html"
TITLE = "Niên giám thống kê 5 năm"
YEARS = 5


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a figure stands. Tables, rows and columns go by their layout's id or by their name.

    Without `row` it is the total. `part` «first» takes the number before the bar of «30/34».
    """

    item: str
    table: tuple[str, ...]
    column: tuple[str, ...]
    row: tuple[str, ...] = ()
    part: str | None = None


@dataclass(frozen=True, kw_only=True)
class SeriesLayout:
    """One line of the yearbook."""

    id: str
    label: str
    unit: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class SectionLayout:
    """A table of the yearbook: over school years or fiscal years. `trends` names the series drawn in one picture."""

    id: str
    title: str
    by: str
    series: tuple[SeriesLayout, ...]
    trends: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure as published, and the page where it was."""

    cell: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line over the years of its section; None where nothing was disclosed."""

    id: str
    label: str
    unit: str
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True, kw_only=True)
class Section:
    """A table of the yearbook as drawn."""

    id: str
    title: str
    by: str
    years: tuple[str, ...]
    lines: tuple[Line, ...]
    trends: tuple[tuple[Line, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Yearbook:
    """All sections that have a figure, and the disclosure that was published last among those they draw on."""

    sections: tuple[Section, ...] = ()
    newest: Disclosure | None = field(default=None, repr=False)

    @property
    def school_years(self) -> frozenset[str]:
        """The school years that have at least one figure."""
        return frozenset(
            year
            for section in self.sections
            if section.by == "school_year"
            for line in section.lines
            for year, figure in zip(section.years, line.figures, strict=True)
            if figure
        )


@lru_cache(maxsize=4)
def read_yearbook(schema: Path) -> tuple[SectionLayout, ...]:
    """What the yearbook holds. Raises SetupError when the file is missing or broken."""
    return tuple(_section_layout(tree) for tree in read_plain(schema / "yearbook.yml")["sections"])


def drawn(layouts: Iterable[SectionLayout], disclosures: Iterable[Disclosure]) -> Yearbook:
    """The yearbook of these disclosures; figures of others are not the school's."""
    by_item: dict[str, list[Disclosure]] = {}
    for disclosure in disclosures:
        if disclosure.period == "year" and not disclosure.published_by_others:
            by_item.setdefault(disclosure.item, []).append(disclosure)
    used: list[Disclosure] = []
    sections = tuple(section for layout in layouts if (section := _section(layout, by_item, used)))
    return Yearbook(sections=sections, newest=max(used, key=lambda it: (it.published_on, it.path), default=None))


def _section(layout: SectionLayout, by_item: Mapping[str, list[Disclosure]], used: list[Disclosure]) -> Section | None:
    found = {series.id: _by_year(series, layout.by, by_item, used) for series in layout.series}
    known = {year for figures in found.values() for year in figures}
    if not known:
        return None
    years = _years_to(max(known))
    lines = {
        series.id: Line(
            id=series.id,
            label=series.label,
            unit=series.unit,
            figures=tuple(found[series.id].get(year) for year in years),
        )
        for series in layout.series
        if found[series.id].keys() & set(years)
    }
    trends = (tuple(lines[name] for name in names if name in lines) for names in layout.trends)
    return Section(
        id=layout.id, title=layout.title, by=layout.by, years=years, lines=tuple(lines.values()),
        trends=tuple(trend for trend in trends if trend),
    )  # fmt: skip


def _by_year(
    series: SeriesLayout, by: str, by_item: Mapping[str, list[Disclosure]], used: list[Disclosure]
) -> dict[str, Figure]:
    """The figures of one line; an earlier source goes before a later one."""
    found: dict[str, Figure] = {}
    for source in series.sources:
        for disclosure in by_item.get(source.item, ()):
            year = (
                disclosure.school_year
                if by == "school_year"
                else disclosure.fiscal_year and str(disclosure.fiscal_year)
            )
            if not year or year in found:
                continue
            for cell in _cells(disclosure.tables, source):
                found[year] = Figure(cell=cell, address=disclosure.address)
                used.append(disclosure)
                break
    return found


def _cells(tables: Iterable[Table], source: Source) -> Iterator[str]:
    """Every cell that the source means and that is a figure."""
    for table in tables:
        if table.id not in source.table and plain_name(table.title) not in map(plain_name, source.table):
            continue
        column = _place(source.column, table.column_ids, table.columns)
        line = _line(source, table)
        if column is not None and line is not None and column < len(line):
            cell = line[column].partition("/")[0].strip() if source.part == "first" else line[column]
            if figure_in(cell) is not None:
                yield cell


def _line(source: Source, table: Table) -> tuple[str, ...] | None:
    if not source.row:
        return table.total or None
    at = _place(source.row, table.row_ids, tuple(row[0] if row else "" for row in table.rows))
    return None if at is None else table.rows[at]


def _place(wanted: tuple[str, ...], ids: tuple[str, ...], names: tuple[str, ...]) -> int | None:
    """Where the first of the wanted stands, by id or by name."""
    plain = [plain_name(name) for name in names]
    for word in wanted:
        if word in ids:
            return ids.index(word)
        if plain_name(word) in plain:
            return plain.index(plain_name(word))
    return None


def _years_to(last: str) -> tuple[str, ...]:
    """The five years that end with this one, oldest first: «2021-2022» … or «2021» …"""
    ends = int(last[:4])
    starts = range(ends - YEARS + 1, ends + 1)
    return tuple(f"{year}-{year + 1}" if "-" in last else str(year) for year in starts)


def _section_layout(tree: dict[str, Any]) -> SectionLayout:
    series = tuple(
        SeriesLayout(
            id=line["id"], label=line["label"], unit=line["unit"],
            sources=tuple(map(_source, line["sources"])),
        )
        for line in tree["series"]
    )  # fmt: skip
    trends = tuple(tuple(names) for names in tree.get("trends", ()))
    return SectionLayout(id=tree["id"], title=tree["title"], by=tree["by"], series=series, trends=trends)


def _source(tree: dict[str, Any]) -> Source:
    return Source(
        item=tree["item"], table=tuple(tree["table"]), column=tuple(tree["column"]), row=tuple(tree.get("row", ())),
        part=tree.get("part"),
    )  # fmt: skip
