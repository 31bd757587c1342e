"""Disclosures on paper: one notice an item, and all of a year as one booklet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..kinds.disclosure import Disclosure
from ..vietnamese import school_year_of
from .letterhead import companion, head_signature, heading, type_of
from .prose import printed
from .sheet import Sheet
from .source import Source
from .tables import WIDE, printed_table

_NOTICE = "notice"
_OTHER_GROUP = "Nội dung khác"


def sheets(source: Source) -> Iterator[Sheet]:
    """A booklet a year, newest first, and the notices of that year after it."""
    by_year: dict[str, list[Disclosure]] = {}
    for disclosure in _in_order(source):
        by_year.setdefault(disclosure.year, []).append(disclosure)
    running = school_year_of(source.as_of)
    for year in sorted(by_year, key=lambda key: (key[:4], len(key)), reverse=True):
        of_year = tuple(by_year[year])
        yield Sheet(
            name=f"cong-khai/{year}",
            title=f"Công khai {year_title(year)}",
            group=f"Công khai {year_title(year)}",
            template="booklet.html",
            facts=lambda year=year, of_year=of_year: _booklet(source, year, of_year),  # type: ignore[misc]
            sources=files_of(*of_year),
            dated_on=_latest(of_year),
            is_current=year == running,
        )
        for item in of_year:
            if item.item != source.report.item:
                yield Sheet(
                    name=item.address.removesuffix(".html"),
                    title=item.title,
                    group=f"Công khai {year_title(year)}",
                    template="disclosure.html",
                    facts=lambda item=item: _notice(source, item),  # type: ignore[misc]
                    sources=files_of(item),
                    dated_on=item.published_on,
                )


def year_title(key: str) -> str:
    """«năm học 2026-2027», «năm tài chính 2026»."""
    return f"năm học {key}" if "-" in key else f"năm tài chính {key}"


def files_of(*disclosures: Disclosure) -> tuple[str, ...]:
    """The files they are written in: their own, and the data files beside them."""
    return tuple(path for item in disclosures for path in (item.path, *sorted(set(item.record.sources.values()))))


def content_of(source: Source, disclosure: Disclosure, *, deeper: int = 0) -> dict[str, Any]:
    """What a disclosure says, ready to print: shared by the notice, the booklet and the annual report."""
    layout = source.site.layouts.get(disclosure.path)
    period = source.vocabulary.label(disclosure.period, "disclosure.period")
    return {
        "disclosure": disclosure,
        "tables": tuple(map(printed_table, disclosure.tables)),
        "charts": (),
        "body": printed(source, disclosure.html, deeper=deeper) if disclosure.html else None,
        "is_unchecked": layout is not None and not layout.is_wholly_checked,
        "period": None if disclosure.period == "year" else period,
        "attachments": tuple((file.title, source.web_address(file.file)) for file in disclosure.attachments),
    }


def _notice(source: Source, disclosure: Disclosure) -> Mapping[str, Any]:
    number = disclosure.decision_number
    is_own = number is not None and type_of(source.vocabulary, number) == _NOTICE
    goes_with = companion(source.site, source.vocabulary, number) if number and not is_own else None
    demand = source.law.demands.get(disclosure.item)
    content = content_of(source, disclosure)
    return {
        **content,
        "lies": any(table.fit == WIDE for table in content["tables"]),
        # A paper that goes with another has that one's number, and none of its own.
        "heading": heading(
            source.school,
            disclosure.published_on,
            number=number if is_own else None,
            type_symbol="" if goes_with else source.vocabulary.abbreviations[_NOTICE],
        ),
        "companion": goes_with,
        "abstract": abstract(disclosure.title),
        "basis": source.law.citation(demand) if demand else None,
        "signature": head_signature(source.site, disclosure.published_on),
        "web_address": source.web_address(disclosure.address),
    }


def abstract(title: str) -> str:
    """«Đội ngũ nhà giáo…» → «Công khai đội ngũ nhà giáo…»."""
    if title.lower().startswith("công khai"):
        return title
    is_plain_word = len(title) > 1 and title[1].islower()
    return f"Công khai {title[0].lower() + title[1:] if is_plain_word else title}"


def _booklet(source: Source, year: str, disclosures: tuple[Disclosure, ...]) -> Mapping[str, Any]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for item in disclosures:
        demand = source.law.demands.get(item.item)
        facts = content_of(source, item, deeper=1)
        facts |= {"anchor": f"muc-{item.path.rsplit('/', 1)[-1].removesuffix('.md')}"}
        facts |= {"basis": source.law.citation(demand) if demand else None}
        groups.setdefault(demand.group if demand and demand.group else _OTHER_GROUP, []).append(facts)
    dated_on = _latest(disclosures)
    return {
        "heading": heading(source.school, dated_on),
        "year_title": year_title(year),
        "groups": tuple((title, tuple(items)) for title, items in groups.items()),
        "count": len(disclosures),
        "signature": head_signature(source.site, dated_on),
        "web_address": source.web_address(f"cong-khai/{year}/index.html"),
    }


def _in_order(source: Source) -> list[Disclosure]:
    """In the order of the packs, which is the order of the acts."""
    order = {name: at for at, name in enumerate(source.law.demands)}
    return sorted(source.site.disclosures, key=lambda item: (order.get(item.item, len(order)), item.path))


def _latest(disclosures: tuple[Disclosure, ...]) -> date:
    return max(item.published_on for item in disclosures)
