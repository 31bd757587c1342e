"""CK-024 — an answer for an item or circumstance that no pack knows: the school believes it has answered."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Entry, TreePath
from ...site import Site
from ...vietnamese import nearest
from ..basis import Basis

RULE = Rule(
    code="CK-024",
    title="Mã mục không có trong quy định",
    message="Không có mục hay hoàn cảnh nào mang mã «{item}».",
    fix="{hint}",
    why="Mã gõ nhầm thì nội dung không được tính là đã công khai, cũng không được tính là đã khai «không có».",
    bad="item: pt-doi-nguu",
    good="item: pt-doi-ngu",
)
TWICE = Rule(
    code="CK-025",
    title="Khai «không có» hai lần",
    message="Mục «{item}» đã khai «không có» ở dòng {line}.",
    fix="Giữ một lần khai, xóa lần kia.",
    why="Hai lời khai về một điều có thể mang hai ngày khác nhau, không biết tin lời nào.",
    bad=(
        "declared_none:\n"
        "  - {item: co_noi_tru, declared_none_on: 5/9/2025}\n"
        "  - {item: co_noi_tru, declared_none_on: 5/9/2026}"
    ),
    good="declared_none:\n  - {item: co_noi_tru, declared_none_on: 5/9/2026}",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look up every id that content names."""
    circumstances = {name for demand in basis.law.demands.values() for name in demand.conditions}
    circumstances |= set(basis.vocabulary.labels.get("conditions", {}))
    for entry, at, item, known in _named(site, set(basis.law.demands), circumstances):
        if item not in known:
            near = nearest(item, known)
            hint = f"Có phải ý bạn là «{near}»?" if near else "Xem các mã bằng lệnh  invoke ledger"
            yield RULE.finding(entry.where(*at), item=item, hint=hint)
    lines: dict[str, int] = {}
    for index, declared in enumerate(site.school.declared_none):
        where = site.school.where("declared_none", index, "item")
        if declared.item in lines:
            yield TWICE.finding(where, item=declared.item, line=lines[declared.item])
        lines.setdefault(declared.item, where.line)


def _named(site: Site, demands: set[str], circumstances: set[str]) -> Iterator[tuple[Entry, TreePath, str, set[str]]]:
    for index, name in enumerate(site.school.conditions):
        yield site.school, ("conditions", index), name, circumstances
    for index, declared in enumerate(site.school.declared_none):
        yield site.school, ("declared_none", index, "item"), declared.item, demands | circumstances
    for disclosure in site.disclosures:
        if not disclosure.published_by_others:
            yield disclosure, ("item",), disclosure.item, demands
    for page in site.introductions:
        for index, name in enumerate(page.satisfies):
            yield page, ("satisfies", index), name, demands
    for document in site.official_documents:
        for index, name in enumerate(document.satisfies):
            yield document, ("satisfies", index), name, demands
