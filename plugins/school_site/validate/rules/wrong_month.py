"""LT-040 — the title of a month's or week's plan names another month or week than its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ...vietnamese import week_days
from ..basis import Basis

RULE = Rule(
    code="LT-040",
    title="Kế hoạch của tháng khác",
    message="Tiêu đề ghi tháng {named}, nhưng tệp là của tháng {own}.",
    fix="Sửa tiêu đề, hoặc đổi tên tệp cho đúng tháng.",
    why="Kế hoạch tháng trước chép lại mà quên sửa thì giáo viên và phụ huynh làm theo việc đã qua.",
    bad="title: Kế hoạch tháng 10/2026   (tệp 2026-11.md)",
    good="title: Kế hoạch tháng 11/2026   (tệp 2026-11.md)",
    legal="weekly-schedule",
)
_MONTH = re.compile(r"\btháng\s+(\d{1,2})(?:\s*(?:/|-|năm)\s*(20\d\d))?", re.I)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare months in titles with the months of file names; a week may touch two months."""
    for plan in site.plans:
        span = week_days(plan.slug)
        if span is not None:
            own = {(day.year, day.month) for day in span}
        elif plan.slug[5:].isdecimal():
            own = {(int(plan.slug[:4]), int(plan.slug[5:]))}
        else:
            continue
        named = [(int(year) if year else None, int(month)) for month, year in _MONTH.findall(plan.title)]
        if named and not any(month == at and year in (None, of) for year, month in named for of, at in own):
            year, month = named[0]
            yield RULE.finding(
                plan.where("title"),
                named=f"{month}/{year}" if year else month,
                own="/".join(str(part) for part in reversed(min(own))),
                legal=basis.law.citations(RULE.legal),
            )
