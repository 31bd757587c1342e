"""VB-047 — a document is said to amend itself, or one that was issued after it."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="VB-047",
    title="Sửa đổi văn bản ban hành sau",
    message="Văn bản ngày {own} không thể sửa đổi «{name}» ({later}).",
    fix="Ghi ở amends tên tệp của văn bản cũ được sửa đổi; văn bản cũ không phải ghi gì.",
    why="Chỉ văn bản ban hành sau mới sửa đổi được văn bản ban hành trước.",
    bad="amends: [2026-12-kh-thcshp]   (trong chính tệp 2026-12-kh-thcshp.md)",
    good="amends: [2025-12-kh-thcshp]",
    legal="document-parts",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Follow every amendment."""
    documents = {document.slug: document for document in site.official_documents}
    for document in site.official_documents:
        for index, name in enumerate(document.amends):
            old = documents.get(name)
            if old is not None and (old is document or document.issued_on < old.issued_on):
                yield RULE.finding(
                    document.where("amends", index),
                    own=day(document.issued_on),
                    name=name,
                    later="chính nó" if old is document else f"ban hành ngày {day(old.issued_on)}",
                    legal=basis.law.citations(RULE.legal),
                )
