"""BV-020 — a day of publication that has not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...findings import Finding, Rule, Severity
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="BV-020",
    title="Ngày đăng chưa tới",
    message="Ngày đăng ghi là {day}, sau ngày xét ({today}).",
    fix="Sửa lại ngày đăng; bài ghi ngày chưa tới vẫn hiện ngay.",
    why="Ngày đăng là lời khai của nhà trường về lúc nội dung có trên trang.",
    severity=Severity.warning,
    bad="published_on: 5/9/2027   # viết ngày 5/9/2026",
    good="published_on: 5/9/2026",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare every day of publication with the day of judgement."""
    for entry in site.entries():
        published = getattr(entry, "published_on", None)
        if isinstance(published, date) and published > basis.today:
            yield RULE.finding(entry.where("published_on"), day=day(published), today=day(basis.today))
