"""CK-026 — the school says it has none of what it shows elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ...completeness import Status
from ...findings import Finding, Rule
from ...kinds.introduction import Introduction
from ...kinds.official_document import OfficialDocument
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="CK-026",
    title="Khai «không có» điều đang có",
    message="Khai không có «{name}», nhưng trang đang có «{evidence}» ({path}).",
    fix="Xóa lời khai này; hoặc, nếu nội dung kia đăng nhầm, gỡ nội dung đó.",
    why="Hai câu trả lời trái nhau thì người đọc không biết tin câu nào.",
    bad="declared_none:\n  - {item: quy-che-dan-chu, declared_none_on: 5/9/2026}   # mà quy chế đã đăng ở van-ban",
    good="(chỉ để văn bản, không khai «không có»)",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Hold every «không có» of the profile against what the ledger found."""
    given = {
        row.demand.id: row
        for row in basis.ledger
        if row.status is Status.given and row.evidence is not None and row.evidence.path in _named(site, row.demand.id)
    }
    for index, declared in enumerate(site.school.declared_none):
        row = given.get(declared.item)
        if row is not None and row.evidence is not None:
            yield RULE.finding(
                site.school.where("declared_none", index, "item"),
                name=row.demand.name,
                evidence=row.evidence.title,
                path=row.evidence.path,
            )


def _named(site: Site, demand: str) -> set[str]:
    """The files that name the demand; a whole section (all links, all news) answers many and contradicts none."""
    answers: list[Introduction | OfficialDocument] = [*site.introductions, *site.official_documents]
    named = {entry.path for entry in answers if demand in entry.satisfies}
    return named | {entry.path for entry in site.disclosures if entry.item == demand and not entry.declared_none_on}
