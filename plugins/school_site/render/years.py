"""One item over the years: the switch between its years, the pages that compare two of them, and the yearbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..datasets import yearbook_dataset
from ..kinds.disclosure import Disclosure
from ..site import Site
from ..vietnamese import day
from ..yearbook import ADDRESS as YEARBOOK_ADDRESS
from ..yearbook import TITLE as YEARBOOK
from ..yearbook import Line, Section
from .charts import Series, trend
from .comparison import Comparison, address_of, compared
from .page import Crumb, Page
from .view import View

DISCLOSURES: Crumb = ("Công khai", "cong-khai/index.html")


@dataclass(frozen=True, kw_only=True)
class YearLink:
    """One year in the switch; `note` is said of a year in which the school has none."""

    label: str
    address: str
    is_current: bool
    note: str | None


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A disclosure, the one of the year before, and what can be compared."""

    earlier: Disclosure
    later: Disclosure
    tables: tuple[Comparison, ...]


def series_of(site: Site) -> Mapping[str, tuple[Disclosure, ...]]:
    """Disclosures of the same item and period, by the path of each, newest first."""
    by_item: dict[tuple[str, str], list[Disclosure]] = {}
    for disclosure in sorted(site.disclosures, key=lambda it: (it.year, it.path), reverse=True):
        by_item.setdefault((disclosure.item, disclosure.period), []).append(disclosure)
    return {disclosure.path: tuple(same) for same in by_item.values() for disclosure in same}


def switch(disclosure: Disclosure, same: tuple[Disclosure, ...]) -> tuple[YearLink, ...]:
    """The years of an item, newest first, this one among them; empty where there is no other."""
    if len({other.year for other in same}) < 2:
        return ()
    return tuple(
        YearLink(
            label=other.year,
            address=other.address,
            is_current=other.path == disclosure.path,
            note=f"không có ({day(other.declared_none_on)})" if other.declared_none_on else None,
        )
        for other in same
    )


def pairs(site: Site) -> Iterator[Pair]:
    """Every two consecutive years of an item that have figures to compare."""
    seen = series_of(site)
    for disclosure in site.disclosures:
        earlier = next((other for other in seen[disclosure.path] if _is_year_before(other, disclosure)), None)
        tables = compared(earlier, disclosure) if earlier else ()
        if earlier and tables:
            yield Pair(earlier=earlier, later=disclosure, tables=tables)


def _is_year_before(other: Disclosure, disclosure: Disclosure) -> bool:
    return int(other.year[:4]) == int(disclosure.year[:4]) - 1 and ("-" in other.year) == ("-" in disclosure.year)


def comparison_page(pair: Pair, years: tuple[YearLink, ...]) -> Page:
    """The page of one pair."""
    title = f"So sánh {pair.later.year} với {pair.earlier.year}: {_item_title(pair.later)}"
    return Page(
        save_as=address_of(pair.later), template="disclosure_comparison.html", title=title, section="cong-khai",
        description=f"Số liệu hai năm đặt cạnh nhau, chênh lệch và tỷ lệ tăng giảm: {_item_title(pair.later)}.",
        crumbs=(DISCLOSURES, (pair.later.title, pair.later.address)),
        values={"pair": pair, "years": years},
    )  # fmt: skip


def _item_title(disclosure: Disclosure) -> str:
    """The title without its year, which the comparison names itself."""
    for word in (f"năm học {disclosure.year}", f"năm {disclosure.year}"):
        if disclosure.title.endswith(f" {word}"):
            return disclosure.title.removesuffix(f" {word}")
    return disclosure.title


def yearbook_page(view: View) -> Page:
    """The statistical yearbook; it says which years are missing."""
    site = view.site
    return Page(
        save_as=YEARBOOK_ADDRESS, template="yearbook.html", title=YEARBOOK, section="cong-khai", crumbs=(DISCLOSURES,),
        description="Học sinh, đội ngũ, kết quả và tài chính của năm năm gần nhất, lấy từ các bản công khai hằng năm.",
        values={
            "sections": tuple(
                {
                    "section": section,
                    "files": yearbook_dataset(section, site).files,
                    "charts": tuple(_trends(section)),
                }
                for section in site.yearbook.sections
            ),
        },
    )  # fmt: skip


def _trends(section: Section) -> Iterator[object]:
    for at, lines in enumerate(section.trends, 1):
        chart = trend(
            id=f"{section.id}-{at}",
            title=" và ".join(_named(line, first=not place) for place, line in enumerate(lines)),
            unit=lines[0].unit,
            years=section.years,
            series=tuple(
                Series(label=line.label, cells=tuple(figure.cell if figure else None for figure in line.figures))
                for line in lines
            ),
        )
        if chart:
            yield chart


def _named(line: Line, *, first: bool) -> str:
    return line.label if first else line.label[:1].lower() + line.label[1:]
