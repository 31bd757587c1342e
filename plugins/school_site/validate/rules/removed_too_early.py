"""CK-023 — a disclosure was taken down before its retention ended."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Where
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="CK-023",
    title="Gỡ bản công khai trước hạn lưu",
    message="Bản công khai «{title}» ({year}) đã bị gỡ, trong khi phải giữ trên trang đến hết ngày {until}.",
    fix="Lấy lại tệp content/{path} từ bản lưu (Git: git restore).",
    why="Phụ huynh và cơ quan quản lý cần so sánh các năm; gỡ sớm là không còn công khai.",
    bad="(xóa thư mục cong-khai/2022-2023 trong năm 2026)",
    good="(giữ thư mục ấy đủ năm năm)",
    legal="disclosure-retention",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare what the register saw with what is there; a file refused for another fault is not gone."""
    there = {(item.item, item.year) for item in site.disclosures}
    for seen in site.register.disclosures:
        if (seen.item, seen.year) in there or seen.path in site.unread:
            continue
        demand = basis.law.demands.get(seen.item)
        years = demand.retention_years if demand else 0
        first = seen.first_seen_on
        until = first.replace(year=first.year + years, day=min(first.day, 28) if first.month == 2 else first.day)
        if basis.today <= until and years:
            yield RULE.finding(
                Where(path=seen.path),
                title=seen.title,
                year=seen.year,
                until=day(until),
                path=seen.path,
                legal=basis.law.citations(RULE.legal),
            )
