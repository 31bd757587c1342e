"""CK-054 — a disclosure in structured form lacks a table that its form asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...figures import weighed
from ...findings import Finding, Rule, Severity
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="CK-054",
    title="Mục công khai thiếu một bảng của mẫu",
    message="Mục này chưa có bảng «{title}».",
    fix="Thêm bảng ấy vào tables cùng các dòng ở rows; chép được từ mẫu do lệnh new cong-khai viết:  - id: {id}",
    why="Mỗi bảng của mẫu trả lời một điều luật đòi; thiếu bảng là chưa công khai hết mục.",
    bad="tables:\n  - id: trinh-do",
    good="tables:\n  - id: trinh-do\n  - id: chuan-nghe-nghiep\n  - id: boi-duong",
    legal="disclosure-principles",
    is_weighed=True,
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Whoever uses the form uses all of it; a disclosure of free tables is judged by the other rules."""
    levels = site.school.school_levels
    for disclosure in site.disclosures:
        layout = site.layouts.get(disclosure.path)
        if layout is None or disclosure.declared_none_on:
            continue
        there = {table.id for table in disclosure.tables}
        for table in layout.tables:
            if table.is_optional or table.id in there or not table.addresses(levels, disclosure.period):
                continue
            finding = RULE.finding(
                disclosure.where("tables"),
                title=table.title,
                id=table.id,
                legal=basis.law.citations(RULE.legal),
            )
            severity = finding.severity if layout.is_checked else Severity.warning
            yield weighed(replace(finding, severity=severity, is_late_only=True), disclosure)
