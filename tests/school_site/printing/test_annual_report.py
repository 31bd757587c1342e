"""The annual report: figures from the disclosures, words from the school, nothing dropped and nothing made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from school_site.kinds.disclosure import Disclosure
from school_site.printing import Source
from school_site.printing.annual_report import sheets
from school_site.printing.prose import chapters


def report_of(source: Source, **changes: Any) -> Mapping[str, Any]:
    """The facts of the report on 2025, the sample's own file changed as asked."""
    changed = tuple(
        replace(item, **changes) if item.item == "bao-cao-thuong-nien" and item.year == "2025" else item
        for item in source.site.disclosures
    )
    return next(iter(sheets(replace(source, site=replace(source.site, disclosures=changed))))).facts()


def without(source: Source, item: str) -> Source:
    left = tuple(one for one in source.site.disclosures if one.item != item)
    return replace(source, site=replace(source.site, disclosures=left))


def shown(section: Mapping[str, Any]) -> list[str]:
    return [content["disclosure"].path for content in section["disclosures"]]


def test_each_section_takes_the_figures_of_the_right_year(source: Source) -> None:
    """Of a report on 2025: results of the school year that ended in it, staff of the one that began, money of it."""
    sections = report_of(source)["sections"]

    assert shown(sections[1]) == ["cong-khai/2025-2026/pt-doi-ngu.md"]
    assert shown(sections[4]) == ["cong-khai/2024-2025/pt-ket-qua-nam-hoc-truoc.md"]
    assert "cong-khai/2025/tinh-hinh-tai-chinh-nam-truoc.md" in shown(sections[5])


def test_the_schools_paragraphs_stand_in_the_section_they_are_headed_with(source: Source) -> None:
    html = "<p>Mở đầu.</p><h2>II. Đội ngũ nhà giáo, cán bộ quản lý và nhân viên</h2><p>78 người.</p>"
    facts = report_of(source, html=html)

    assert "Mở đầu." in facts["foreword"]
    assert "78 người." in facts["sections"][1]["own"]
    assert facts["sections"][2]["own"] is None


def test_a_heading_that_is_none_of_the_reports_is_kept_as_a_section_of_its_own(source: Source) -> None:
    facts = report_of(source, html="<h2>Lời cảm ơn</h2><p>Cảm ơn phụ huynh.</p>")

    assert [(heading, "Cảm ơn phụ huynh." in html) for heading, html in facts["further"]] == [("Lời cảm ơn", True)]


def test_what_the_school_has_not_disclosed_is_said_not_left_out(source: Source) -> None:
    facts = next(iter(sheets(without(source, "pt-doi-ngu")))).facts()

    assert len(facts["sections"][1]["missing"]) == 1
    assert facts["sections"][1]["missing"][0].endswith("năm học 2025-2026")
    assert report_of(source)["sections"][1]["missing"] == ()


def test_items_of_other_levels_are_not_missed(source: Source) -> None:
    said = [name for section in report_of(source)["sections"] for name in section["missing"]]

    assert said == []


def test_the_number_of_the_report_is_its_own(source: Source) -> None:
    assert report_of(source)["heading"].number == "75/BC-THCSHP"
    assert report_of(source, decision_number="74/QĐ-THCSHP")["heading"].number is None


def test_a_body_is_taken_apart_at_its_own_headings_only() -> None:
    html = "<p>a</p><h2>B</h2><blockquote><h2>c</h2></blockquote><h3>d</h3><h2>E</h2>"

    assert [(chapter.heading, "c" in chapter.html, "d" in chapter.html) for chapter in chapters(html)] == [
        ("", False, False), ("B", True, True), ("E", False, False),
    ]  # fmt: skip
    assert chapters(" ") == ()


def test_the_outline_names_items_that_the_law_knows(source: Source) -> None:
    named = {item for section in source.report.sections for part in section.parts for item in part.items}

    assert named - source.law.demands.keys() == set()
    assert isinstance(next(item for item in source.site.disclosures if item.item == source.report.item), Disclosure)
