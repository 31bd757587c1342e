"""CK-030 … CK-033 — a waiver that ran out, excuses nothing, names nothing known, or ends soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from ...findings import Finding, Rule, Severity
from ...kinds.waivers import EVERY_PERIOD
from ...site import Site
from ...vietnamese import day, nearest
from ..basis import Basis

_WHY = "Miễn trừ không có hạn, không ai nhìn thấy, thì thành bỏ hẳn điều luật."

EXPIRED = Rule(
    code="CK-030",
    title="Miễn trừ đã hết hạn",
    message="Miễn trừ cho «{name}» đã hết hạn ngày {expires}.",
    fix="Xóa mục này trong mien-tru.yml và công khai nội dung; hoặc xin gia hạn rồi ghi số văn bản và hạn mới.",
    why=_WHY,
    bad="expires_on: 30/6/2026   # xét ngày 22/11/2026",
    good="expires_on: 30/6/2027   # kèm số văn bản gia hạn",
)
UNUSED = Rule(
    code="CK-031",
    title="Miễn trừ không dùng tới",
    message="Miễn trừ cho «{name}» ({scope}) không còn cần: nội dung đã có, hoặc kỳ đó không phải công khai.",
    fix="Xóa mục này trong mien-tru.yml.",
    why=_WHY,
    bad="demand: pt-doi-ngu   # đã công khai rồi",
    good="(xóa mục miễn trừ)",
)
UNKNOWN = Rule(
    code="CK-032",
    title="Miễn trừ cho mục không có",
    message="Không có mục nào mang mã «{demand}».",
    fix="{hint}",
    why="Mã gõ nhầm thì miễn trừ không có tác dụng mà không ai biết.",
    bad="demand: pt-doi-nguu",
    good="demand: pt-doi-ngu",
)
ENDS_SOON = Rule(
    code="CK-033",
    title="Miễn trừ sắp hết hạn",
    message="Miễn trừ cho «{name}» hết hạn ngày {expires}, còn {days} ngày.",
    fix="Chuẩn bị công khai nội dung trước ngày đó, hoặc xin gia hạn.",
    why=_WHY,
    severity=Severity.warning,
    bad="expires_on: 10/12/2026   # xét ngày 22/11/2026",
    good="expires_on: 30/6/2027   # đã xin gia hạn",
)
_SOON = timedelta(days=30)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every waiver; whether one excuses something stands in the ledger."""
    entry = site.waivers
    if entry is None:
        return
    used = {(row.demand.id, row.period.key) for row in basis.ledger if row.status is row.status.waived}
    for index, waiver in enumerate(entry.waivers):
        demand = basis.law.demands.get(waiver.demand)
        if demand is None:
            near = nearest(waiver.demand, basis.law.demands)
            hint = f"Có phải ý bạn là «{near}»?" if near else "Xem các mã bằng lệnh  invoke ledger"
            yield UNKNOWN.finding(entry.where("waivers", index, "demand"), demand=waiver.demand, hint=hint)
            continue
        told: dict[str, Any] = {"name": demand.name, "expires": day(waiver.expires_on), "scope": waiver.scope}
        if waiver.expires_on < basis.today:
            yield EXPIRED.finding(entry.where("waivers", index, "expires_on"), **told)
        elif not any(key == waiver.demand and waiver.scope in (period, EVERY_PERIOD) for key, period in used):
            yield UNUSED.finding(entry.where("waivers", index), **told)
        elif waiver.expires_on - basis.today <= _SOON:
            days = (waiver.expires_on - basis.today).days
            yield ENDS_SOON.finding(entry.where("waivers", index, "expires_on"), days=days, **told)
