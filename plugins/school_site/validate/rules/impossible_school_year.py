"""TR-023 — a school year that is none: its second year does not follow its first, or the profile's is over."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ...vietnamese import school_year_of
from ..basis import Basis

RULE = Rule(
    code="TR-023",
    title="Năm học không có thật",
    message="Năm học ghi là «{year}»; năm sau phải liền ngay năm trước.",
    fix="Viết hai năm liền nhau, ví dụ  school_year: {example}",
    why="Nội dung ghi năm học sai thì không được tính cho năm nào.",
    bad="school_year: 2026-2028",
    good="school_year: 2026-2027",
)
OVER = Rule(
    code="TR-024",
    title="Hồ sơ trường còn ghi năm học cũ",
    message="Hồ sơ trường ghi năm học {year}, trong khi nay là năm học {now}.",
    fix="Sửa thành  school_year: {now}",
    why="Năm học trên trang chủ cũ thì phụ huynh không biết thông tin nào còn đúng.",
    bad="school_year: 2025-2026   # xét ngày 22/11/2026",
    good="school_year: 2026-2027",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every school year that content names."""
    now = school_year_of(basis.today)
    for entry in site.entries():
        year = getattr(entry, "school_year", None)
        if isinstance(year, str) and not _is_one(year):
            yield RULE.finding(entry.where("school_year"), year=year, example=now)
    # A profile may run ahead in summer; it may not lag behind.
    if _is_one(site.school.school_year) and site.school.school_year < now:
        yield OVER.finding(site.school.where("school_year"), year=site.school.school_year, now=now)


def _is_one(year: str) -> bool:
    first, _, second = year.partition("-")
    return first.isdigit() and second.isdigit() and int(second) == int(first) + 1
