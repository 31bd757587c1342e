"""BV-042 — two entries of one kind have the same title on the same day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...findings import Finding, Rule, Severity
from ...model import Entry
from ...site import Site
from ...vietnamese import fold
from ..basis import Basis

RULE = Rule(
    code="BV-042",
    title="Hai bài cùng tiêu đề trong một ngày",
    message="Bài này cùng tiêu đề và cùng ngày với «{other}».",
    fix="Giữ một bài; nếu là hai việc khác nhau thì đặt tiêu đề nói rõ chỗ khác.",
    why="Bài đăng hai lần làm danh sách rối, và khi sửa một bài thì bài kia còn nội dung cũ.",
    severity=Severity.warning,
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare articles, announcements, events and documents, each among their own."""
    seen: dict[tuple[str, str, str, date], Entry] = {}
    for entry in (*site.articles, *site.announcements, *site.events, *site.official_documents):
        title = " ".join(fold(entry.title).split())
        on = getattr(entry, "published_on", None) or getattr(entry, "starts_on", None)
        on = getattr(entry, "issued_on", on)
        key = (type(entry).__name__, getattr(entry, "issuer", ""), title, on or date.min)
        if key in seen:
            at = "title" if "title" in entry.record.fields else "abstract"
            yield RULE.finding(entry.where(at), other=seen[key].path)
        else:
            seen[key] = entry
