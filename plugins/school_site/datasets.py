"""The open data of a site: every published table of figures as a dataset with lasting addresses. Pure.

A dataset has one address and a suffix for each of its forms: `du-lieu/cong-khai/2026-2027/pt-doi-ngu/trinh-do.csv`.
The name is the table's id where its form has one; else it is made of the title, and moves when the title does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .kinds.disclosure import Disclosure
from .layouts import TableLayout
from .model import Table
from .site import Site
from .tables import figure_in
from .vietnamese import slug
from .yearbook import ADDRESS as YEARBOOK_ADDRESS
from .yearbook import TITLE as YEARBOOK
from .yearbook import Section

FOLDER = "du-lieu"
PAGE = f"{FOLDER}/index.html"
PACKAGE = f"{FOLDER}/datapackage.json"
CATALOGUE = f"{FOLDER}/danh-muc.jsonld"
# Suffix, what people call it, media type.
FORMS = (
    ("csv", "CSV", "text/csv"),
    ("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("json", "JSON", "application/json"),
)
_LONGEST_NAME = 60


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """One table with what a reader elsewhere must know of it. `page` is the address of the page that shows it."""

    name: str
    table: Table
    group: str
    year: str
    page: str
    layout: TableLayout | None = None
    issued_on: date | None = None
    published_by_others: bool = False

    @property
    def address(self) -> str:
        """Its address without a suffix."""
        return f"{FOLDER}/{self.name}"

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """What the forms are called, and their addresses."""
        return tuple((label, f"{self.address}.{suffix}") for suffix, label, _ in FORMS)

    def kind_of(self, column: int) -> str:
        """What a column holds: «text», «integer» or «number». A column with one word among its figures is text."""
        if column == 0:
            return "text"
        cells = [row[column] for row in self.lines if column < len(row) and row[column].strip(" -–—")]
        figures = [figure_in(cell) for cell in cells if "%" not in cell]
        if not cells or len(figures) < len(cells) or any(figure is None for figure in figures):
            return "text"
        return (
            "integer"
            if all("," not in cell and figure_in(cell) == int(figure_in(cell) or 0) for cell in cells)
            else "number"
        )

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows, and the total after them."""
        return (*self.table.rows, self.table.total) if self.table.total else self.table.rows


def all_datasets(site: Site) -> Iterator[Dataset]:
    """Every dataset, disclosures in the order of the site, the yearbook after them."""
    for disclosure in site.disclosures:
        yield from datasets_of(disclosure, site)
    for section in site.yearbook.sections:
        yield yearbook_dataset(section, site)


def datasets_of(disclosure: Disclosure, site: Site) -> tuple[Dataset, ...]:
    """The datasets of a disclosure, one for each of its tables, in their order."""
    form = site.layouts.get(disclosure.path)
    folder = disclosure.address.removesuffix(".html")
    names: list[str] = []
    found = []
    for table in disclosure.tables:
        name = table.id or slug(table.title)[:_LONGEST_NAME].strip("-") or "bang"
        # A year may show the same table twice; the second is not the first.
        names.append(name)
        count = names.count(name)
        found.append(
            Dataset(
                name=f"{folder}/{name}" if count == 1 else f"{folder}/{name}-{count}",
                table=table,
                group=disclosure.title,
                year=disclosure.year,
                page=disclosure.address,
                layout=form.table(table.id) if form and table.id else None,
                issued_on=disclosure.published_on,
                published_by_others=disclosure.published_by_others,
            )
        )
    return tuple(found)


def yearbook_dataset(section: Section, site: Site) -> Dataset:
    """A section of the yearbook as a table: a line for each series, a column for each year."""
    rows = tuple(
        (line.label, line.unit, *(figure.cell if figure else "" for figure in line.figures)) for line in section.lines
    )
    newest = site.yearbook.newest
    return Dataset(
        name=f"nien-giam/{section.id}", group=YEARBOOK, page=YEARBOOK_ADDRESS,
        table=Table(title=section.title, columns=("Chỉ tiêu", "Đơn vị", *section.years), rows=rows),
        year=f"{section.years[0][:4]}–{section.years[-1][-4:]}", issued_on=newest.published_on if newest else None,
    )  # fmt: skip
