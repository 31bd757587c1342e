"""VB-046 — something is said to have happened on a day that has not come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...findings import Finding, Rule, Severity
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="VB-046",
    title="Việc đã làm ghi ngày chưa tới",
    message="{label} ghi là {day}, sau ngày xét ({today}).",
    fix="Xem lại bản gốc và sửa ngày; việc chưa làm thì chưa đăng.",
    why="Không thể ký văn bản, chốt số liệu hay rà soát vào một ngày chưa tới; thường là gõ nhầm năm.",
    severity=Severity.warning,
    bad="issued_on: 12/10/2027   # xét ngày 22/11/2026",
    good="issued_on: 12/10/2026",
    legal="document-parts",
)
_DAYS = {
    "issued_on": "Ngày ban hành",
    "figures_as_of": "Ngày chốt số liệu",
    "declared_none_on": "Ngày khai không có",
    "reviewed_on": "Ngày thẩm định",
    "last_reviewed_on": "Ngày rà soát",
    "reviewed_unchanged_on": "Ngày xem lại thấy không đổi",
    "founded_on": "Ngày thành lập",
}


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare days of things done with the day of judgement."""
    for entry in site.entries():
        for name, label in _DAYS.items():
            on = getattr(entry, name, None)
            if isinstance(on, date) and on > basis.today:
                yield RULE.finding(
                    entry.where(name),
                    label=label,
                    day=day(on),
                    today=day(basis.today),
                    legal=basis.law.citations(RULE.legal) if name == "issued_on" else (),
                )
