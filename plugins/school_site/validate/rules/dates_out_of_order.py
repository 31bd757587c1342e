"""VB-020 — days of a document, an event or a term that cannot follow one another so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...findings import Finding, Rule, Severity
from ...model import Entry, TreePath
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="VB-020",
    title="Các ngày không theo thứ tự",
    message="{later_label} ({later}) đứng trước {earlier_label} ({earlier}).",
    fix="Xem lại hai ngày này và sửa ngày sai.",
    why="Văn bản không thể hết hiệu lực trước khi có hiệu lực; sự kiện không thể xong trước khi bắt đầu.",
    bad="issued_on: 12/10/2026\nexpires_on: 12/9/2026",
    good="issued_on: 12/10/2026\nexpires_on: 12/11/2026",
)
_ISSUED, _EFFECTIVE = ("issued_on", "ngày ban hành"), ("effective_on", "ngày hiệu lực")
_PUBLISHED, _OPENS, _STARTS = (
    ("published_on", "ngày đăng"),
    ("opens_on", "ngày bắt đầu"),
    ("starts_on", "ngày bắt đầu"),
)
# Which day must not stand before which, wherever an entry has both.
_PAIRS = (
    (_ISSUED, _EFFECTIVE),
    (_ISSUED, ("expires_on", "ngày hết hiệu lực")),
    (_EFFECTIVE, ("expires_on", "ngày hết hiệu lực")),
    (_ISSUED, _PUBLISHED),
    (("figures_as_of", "ngày chốt số liệu"), _PUBLISHED),
    (("reviewed_on", "ngày thẩm định"), _PUBLISHED),
    (_PUBLISHED, ("expires_on", "ngày hết hạn")),
    (_OPENS, ("closes_on", "ngày kết thúc")),
    (_STARTS, ("ends_on", "ngày kết thúc")),
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare the pairs of days that have an order."""
    for entry in site.entries():
        told: set[str] = set()
        for (first, first_label), (second, second_label) in _PAIRS:
            # A document may be put up again long after it ran out; only an announcement is out of date at once.
            if second == "expires_on" and first == "published_on" and hasattr(entry, "issued_on"):
                continue
            if second in told:
                continue
            for found in _pair(
                entry,
                (first_label, getattr(entry, first, None)),
                ((second,), second_label, getattr(entry, second, None)),
            ):
                told.add(second)
                # Schools do date internal rules back to the beginning of the year: doubtful, not impossible.
                yield replace(found, severity=Severity.warning) if second == "effective_on" else found
    for index, rest in enumerate(site.school.breaks):
        at = ("breaks", index, "ends_on")
        yield from _pair(site.school, ("ngày bắt đầu", rest.starts_on), (at, "ngày kết thúc", rest.ends_on))
    if directory := site.staff_directory:
        for index, leader in enumerate(directory.leadership):
            ends = (("leadership", index, "term_ends_on"), "ngày hết nhiệm kỳ", leader.term_ends_on)
            yield from _pair(directory, ("ngày bắt đầu nhiệm kỳ", leader.term_starts_on), ends)


def _pair(
    entry: Entry, earlier: tuple[str, date | None], later: tuple[TreePath, str, date | None]
) -> Iterator[Finding]:
    earlier_label, first = earlier
    at, label, second = later
    if isinstance(first, date) and isinstance(second, date) and second < first:
        yield RULE.finding(
            entry.where(*at),
            later_label=label[0].upper() + label[1:],
            later=day(second),
            earlier_label=earlier_label,
            earlier=day(first),
        )
