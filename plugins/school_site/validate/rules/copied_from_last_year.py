"""CK-028 — a disclosure that is last year's word for word, with only the year changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...findings import Finding, Rule, Severity
from ...kinds.disclosure import Disclosure
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="CK-028",
    title="Nội dung chép nguyên của năm trước",
    message="Máy không tự quyết được: bản này giống hệt bản của {year} («{other}»), chỉ khác con số chỉ năm.",
    fix="Cập nhật số liệu, lời văn của năm nay; đã xem lại mà thật sự không đổi thì thêm  "
    "reviewed_unchanged_on: {today}",
    why="Chép bản năm trước rồi chỉ đổi năm là lỗi hay gặp nhất của công khai.",
    severity=Severity.person,
    bad="(chép tệp năm 2025-2026, chỉ sửa  school_year: 2026-2027)",
    good="school_year: 2026-2027\nreviewed_unchanged_on: 20/11/2026",
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Shorter ones («Trường không có chương trình nước ngoài») may well stay the same.
_LEAST = 400


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare each disclosure with the one of the same item before it."""
    by_item: dict[tuple[str, str], list[Disclosure]] = {}
    for disclosure in sorted(site.disclosures, key=lambda one: one.year):
        by_item.setdefault((disclosure.item, disclosure.period), []).append(disclosure)
    for years in by_item.values():
        for before, after in pairwise(years):
            text = _text(after)
            if before.year == after.year or _is_reviewed(before, after):
                continue
            if len(text) >= _LEAST and text == _text(before):
                where, today = after.where("title"), day(basis.today)
                yield RULE.finding(where, year=before.year, other=before.path, today=today)


def _is_reviewed(before: Disclosure, after: Disclosure) -> bool:
    """Whether somebody has looked since last year's was made: its own line, copied along, says nothing of this year."""
    last = max(before.published_on, before.reviewed_unchanged_on or before.published_on)
    return after.reviewed_unchanged_on is not None and after.reviewed_unchanged_on > last


def _text(disclosure: Disclosure) -> str:
    """All that is said and counted, without the years."""
    parts = [disclosure.record.body, *(f"{fact.label} {fact.value}" for fact in disclosure.facts)]
    for table in disclosure.tables:
        parts += [table.title, *table.columns, *(cell for row in table.rows for cell in row), *table.total]
    return _YEAR.sub("", " ".join(parts))
