"""CK-047 — a title speaks of another year than the entry is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Entry, TreePath
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="CK-047",
    title="Tiêu đề nói về năm khác",
    message="Tiêu đề ghi {named}, nhưng nội dung khai là của {own}.",
    fix="Sửa tiêu đề hoặc sửa năm; nếu chép từ năm trước thì xem lại cả số liệu.",
    why="Bản của năm trước chép sang mà quên sửa là lỗi hay gặp nhất; số liệu bên trong thường cũng là của năm trước.",
    bad="title: Đội ngũ nhà giáo năm học 2024-2025\nschool_year: 2025-2026",
    good="title: Đội ngũ nhà giáo năm học 2025-2026\nschool_year: 2025-2026",
    legal="disclosure-principles",
)
_SCHOOL_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*[-–—/]\s*(20\d\d)(?!\d)")
_SCHOOL_YEAR_SHORT = re.compile(r"năm học (20\d\d)\s*[-–—/]\s*(\d\d)(?!\d)", re.I)
_FISCAL_YEAR = re.compile(r"\bnăm\s+(20\d\d)(?!\s*[-–—/]\s*\d)", re.I)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare titles with the years declared beside them."""
    for entry, at, title, school_year, fiscal_year in _titles(site):
        named = [f"{first}-{last}" for first, last in _SCHOOL_YEAR.findall(title)]
        named += [f"{first}-{first[:2]}{last}" for first, last in _SCHOOL_YEAR_SHORT.findall(title)]
        own, words = school_year, "năm học"
        if fiscal_year is not None and not named:
            named, own, words = _FISCAL_YEAR.findall(title), str(fiscal_year), "năm"
        if own and named and own not in named:
            yield RULE.finding(
                entry.where(*at),
                named=f"{words} {named[0]}",
                own=f"{words} {own}",
                legal=basis.law.citations(RULE.legal),
            )


def _titles(site: Site) -> Iterator[tuple[Entry, TreePath, str, str | None, int | None]]:
    for disclosure in site.disclosures:
        yield disclosure, ("title",), disclosure.title, disclosure.school_year, disclosure.fiscal_year
    for document in site.official_documents:
        yield document, ("abstract",), document.abstract, document.school_year, None
    for admission in site.admissions:
        yield admission, ("title",), admission.title, admission.school_year, None
