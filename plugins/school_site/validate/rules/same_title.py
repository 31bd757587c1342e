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
    bad="title: Họp cha mẹ học sinh   (hai bài cùng ngày 16/11/2026)",
    good="title: Họp cha mẹ học sinh khối 6\ntitle: Họp cha mẹ học sinh khối 9",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare articles, announcements, events and documents, each among their own."""
    seen: dict[tuple[str, str, date], Entry] = {}
    for entry, at, by, title, on in _dated(site):
        key = (f"{at} {by}", " ".join(fold(title).split()), on)
        if key in seen:
            yield RULE.finding(entry.where(at), other=seen[key].path)
        else:
            seen[key] = entry


def _dated(site: Site) -> Iterator[tuple[Entry, str, str, str, date]]:
    """Each entry with the key of its title, what it is compared within, its title and its day."""
    for article in site.articles:
        yield article, "title", "article", article.title, article.published_on
    for notice in site.announcements:
        yield notice, "title", "announcement", notice.title, notice.published_on
    for event in site.events:
        yield event, "title", "event", event.title, event.starts_on
    for document in site.official_documents:
        yield document, "abstract", document.issuer, document.abstract, document.issued_on
