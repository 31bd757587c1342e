"""The annual report: put together from the disclosures of its years, the profile and the school's own paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..kinds.disclosure import Disclosure, Fact
from ..vietnamese import fold, slug
from .disclosures import content_of, files_of, year_title
from .letterhead import head_signature, heading, type_of
from .outline import Part, Section
from .prose import Chapter, chapters, printed
from .sheet import Sheet
from .source import Source

_REPORT = "report"


def sheets(source: Source) -> Iterator[Sheet]:
    """One report for every fiscal year that has one, newest first."""
    reports = [item for item in source.site.disclosures if item.item == source.report.item and item.fiscal_year]
    ordered = sorted(reports, key=lambda item: item.year, reverse=True)
    for at, report in enumerate(ordered):
        shown = [item for section in source.report.sections for item in _disclosures(source, section, report)]
        yield Sheet(
            name=report.address.removesuffix(".html"),
            title=report.title,
            group="Báo cáo thường niên",
            template="annual_report.html",
            facts=lambda report=report: _facts(source, report),  # type: ignore[misc]
            sources=files_of(report, *shown),
            dated_on=report.published_on,
            is_current=at == 0,
        )


def _facts(source: Source, report: Disclosure) -> Mapping[str, Any]:
    own = {_key(chapter.heading): chapter for chapter in chapters(report.html)}
    foreword = own.pop("", None)
    sections = tuple(
        _section(source, section, report, own.pop(_key(section.title), None)) for section in source.report.sections
    )
    number = report.decision_number
    is_own = number is not None and type_of(source.vocabulary, number) == _REPORT
    return {
        **content_of(source, report),
        "heading": heading(
            source.school,
            report.published_on,
            number=number if is_own else None,
            type_symbol=source.vocabulary.abbreviations[_REPORT],
        ),
        "foreword": printed(source, foreword.html, deeper=1) if foreword else None,
        "sections": sections,
        # A heading that is none of the report's: its text is the school's, so it is kept, after the others.
        "further": tuple((chapter.heading, printed(source, chapter.html, deeper=1)) for chapter in own.values()),
        "is_unchecked": not source.report.is_checked,
        "signature": head_signature(source.site, report.published_on),
        "web_address": source.web_address(report.address),
    }


def _section(source: Source, section: Section, report: Disclosure, own: Chapter | None) -> Mapping[str, Any]:
    return {
        "title": section.title,
        "own": printed(source, own.html, deeper=1) if own else None,
        "profile": _profile(source) if section.has_profile else (),
        "disclosures": tuple(
            content_of(source, item) | {"charts": tuple(_charts(source, item))}
            for item in _disclosures(source, section, report)
        ),
        "missing": tuple(_missing(source, section, report)),
    }


def _charts(source: Source, disclosure: Disclosure) -> Iterator[object | None]:
    """A picture or none for each table, under names that no two disclosures share."""
    name = slug(disclosure.path.removesuffix(".md"))
    for at, table in enumerate(disclosure.tables, 1):
        yield source.draw(table, source.site.form_of(disclosure, table), f"{name}-{at}")


def _disclosures(source: Source, section: Section, report: Disclosure) -> list[Disclosure]:
    return [item for part in section.parts for item in _of_part(source, part, report)]


def _of_part(source: Source, part: Part, report: Disclosure) -> list[Disclosure]:
    year = part.year(int(report.year))
    found = [item for item in source.site.disclosures if item.year == year and item.item in part.items]
    return sorted(found, key=lambda item: part.items.index(item.item))


def _missing(source: Source, section: Section, report: Disclosure) -> Iterator[str]:
    """What a section should show and the school has not disclosed, of the items that speak to its levels."""
    for part in section.parts:
        if _of_part(source, part, report):
            continue
        for name in part.items:
            demand = source.law.demands.get(name)
            if demand and demand.obligation == "mandatory" and demand.addresses(source.school.school_levels):
                yield f"{demand.name}, {year_title(part.year(int(report.year)))}"


def _profile(source: Source) -> tuple[Fact, ...]:
    """The profile as it is published now."""
    school, label = source.school, source.vocabulary.label
    person = school.representative
    lines: list[tuple[str, str | None]] = [
        ("Tên trường", school.name),
        ("Tên bằng tiếng nước ngoài", school.foreign_name),
        ("Địa chỉ trụ sở chính", school.street_address),
        ("Địa chỉ hoạt động khác", "; ".join(school.other_addresses) or None),
        ("Điện thoại", school.phone),
        ("Thư điện tử", school.email),
        ("Trang thông tin điện tử", school.website),
        ("Cấp học", ", ".join(label(level, "school_levels") for level in school.school_levels)),
        ("Loại hình", label(school.ownership, "ownership")),
        ("Cơ quan quản lý trực tiếp", school.managing_authority.name),
        ("Người đại diện", f"{person.name}, {person.position} – {person.phone} – {person.email}"),
        ("Sứ mạng", school.mission),
        ("Tầm nhìn", school.vision),
        ("Mục tiêu", school.goals),
    ]
    return tuple(Fact(label=name, value=value) for name, value in lines if value)


def _key(heading: str) -> str:
    """A heading without its number and marks: «II. Đội ngũ …» and «Đội ngũ …» are one."""
    words = fold(heading).split()
    if words and words[0].rstrip(".").strip("ivx0123456789") == "" and words[0].endswith("."):
        words = words[1:]
    return " ".join(words)
