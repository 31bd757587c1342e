"""VB-020 — days of a document or event that cannot follow one another so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...findings import Finding, Rule
from ...model import Entry
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="VB-020",
    title="Các ngày không theo thứ tự",
    message="{later_label} ({later}) đứng trước {earlier_label} ({earlier}).",
    fix="Xem lại hai ngày này trên bản gốc và sửa ngày sai.",
    why="Văn bản không thể hết hiệu lực trước khi có hiệu lực; sự kiện không thể xong trước khi bắt đầu.",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare the pairs of days that have an order."""
    for document in site.official_documents:
        yield from _pair(
            document,
            ("ngày ban hành", document.issued_on),
            "expires_on",
            "Ngày hết hiệu lực",
            document.expires_on,
        )
        yield from _pair(
            document,
            ("ngày hiệu lực", document.effective_on),
            "expires_on",
            "Ngày hết hiệu lực",
            document.expires_on,
        )
    for event in site.events:
        yield from _pair(event, ("ngày bắt đầu", event.starts_on), "ends_on", "Ngày kết thúc", event.ends_on)
    for announcement in site.announcements:
        yield from _pair(
            announcement,
            ("ngày đăng", announcement.published_on),
            "expires_on",
            "Ngày hết hạn",
            announcement.expires_on,
        )
    for consultation in site.consultations:
        yield from _pair(
            consultation,
            ("ngày bắt đầu", consultation.opens_on),
            "closes_on",
            "Ngày kết thúc",
            consultation.closes_on,
        )


def _pair(
    entry: Entry, earlier: tuple[str, date | None], key: str, label: str, later: date | None
) -> Iterator[Finding]:
    earlier_label, first = earlier
    if first is not None and later is not None and later < first:
        yield RULE.finding(
            entry.where(key),
            later_label=label,
            later=day(later),
            earlier_label=earlier_label,
            earlier=day(first),
        )
