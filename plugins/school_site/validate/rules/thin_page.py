"""BV-041 — a page that has to be there holds less than a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Entry
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="BV-041",
    title="Trang có tên mà không có nội dung",
    message="Trang «{title}» chưa có nội dung: phần viết chưa đủ một câu, cũng không có bảng hay tệp đính kèm.",
    fix="Viết nội dung bên dưới phần khai báo, hoặc đính kèm văn bản có nội dung đó.",
    why="Trang trống không nói gì với phụ huynh, và không được tính là đã công khai.",
    bad="## Lịch sử\n(không viết gì bên dưới)",
    good="## Lịch sử\nTrường được thành lập ngày 20/8/1998, ban đầu có mười hai lớp.",
    legal="disclosure-principles",
)
_LEAST_WORDS = 6
_FIRST_LINES = 200
_MARKS = re.compile(r"[#>*_`|\[\]()-]+|https?://\S+")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at pages of introduction, news, plans, disclosures, and documents that answer a demand."""
    for entry in _mandatory(site):
        if not _says_something(entry):
            yield RULE.finding(
                entry.where("title") if "title" in entry.record.fields else entry.where(),
                title=getattr(entry, "title", entry.path),
                legal=basis.law.citations(RULE.legal),
            )


def _mandatory(site: Site) -> Iterator[Entry]:
    yield from site.introductions
    yield from site.articles
    yield from site.plans
    for disclosure in site.disclosures:
        if disclosure.declared_none_on is None and not disclosure.tables and not disclosure.facts:
            yield disclosure
    yield from (document for document in site.official_documents if document.satisfies)


def _says_something(entry: Entry) -> bool:
    # Nearly every page says enough in its first lines; only where it does not, is all of it read.
    body = entry.record.body
    return bool(getattr(entry, "attachments", ())) or _has_words(body[:_FIRST_LINES]) or _has_words(body)


def _has_words(text: str) -> bool:
    return len(_MARKS.sub(" ", text).split()) >= _LEAST_WORDS
