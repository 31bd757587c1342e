"""VB-043, VB-044, VB-045 — replacements that cannot be: in a ring, by two documents, of a later document."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule, Severity
from ...kinds.official_document import OfficialDocument
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="VB-043",
    title="Văn bản thay thế nhau thành vòng",
    message="Văn bản này thay thế «{name}», mà chính nó lại bị «{last}» thay thế.",
    fix="Bỏ dòng replaces ghi nhầm: văn bản mới thay văn bản cũ, không có chiều ngược lại.",
    why="Đi theo vòng thì không biết văn bản nào còn hiệu lực.",
    bad="replaces: [2026-12-kh-thcshp]   (trong chính tệp 2026-12-kh-thcshp.md)",
    good="replaces: [2025-12-kh-thcshp]",
    legal="document-parts",
)
TWICE = Rule(
    code="VB-044",
    title="Một văn bản bị thay thế hai lần",
    message="Văn bản «{name}» đã được «{other}» thay thế.",
    fix="Giữ dòng replaces ở một văn bản; văn bản sau cùng chỉ thay văn bản liền trước nó.",
    why="Người đọc văn bản cũ cần được dẫn tới đúng một văn bản mới.",
    severity=Severity.warning,
    bad="(hai văn bản cùng ghi  replaces: [2024-12-qd-thcshp])",
    good="(văn bản sau cùng chỉ thay văn bản liền trước nó)",
    legal="document-parts",
)
LATER = Rule(
    code="VB-045",
    title="Thay thế văn bản ban hành sau",
    message="Văn bản ngày {own} không thể thay thế «{name}», ban hành sau nó ({later}).",
    fix="Xem lại ngày ban hành của hai văn bản, hoặc đảo chiều dòng replaces.",
    why="Chỉ văn bản ban hành sau mới thay thế được văn bản ban hành trước.",
    bad="issued_on: 5/9/2025\nreplaces: [2026-12-qd-thcshp]",
    good="issued_on: 5/9/2026\nreplaces: [2025-12-qd-thcshp]",
    legal="document-parts",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Follow every replacement."""
    documents = {document.slug: document for document in site.official_documents}
    replaced_by: dict[str, OfficialDocument] = {}
    legal = basis.law.citations(RULE.legal)
    doubtful = _doubtful(documents)
    for document in sorted(site.official_documents, key=lambda document: (document.issued_on, document.path)):
        for index, name in enumerate(document.replaces):
            old = documents.get(name)
            if old is None:
                continue
            if {name, document.slug} <= doubtful and (last := _back(document, old, documents)):
                yield RULE.finding(document.where("replaces", index), name=name, last=last, legal=legal)
            elif document.issued_on < old.issued_on:
                own, later = day(document.issued_on), day(old.issued_on)
                where = document.where("replaces", index)
                yield LATER.finding(where, own=own, name=name, later=later, legal=legal)
            elif name in replaced_by:
                where = document.where("replaces", index)
                yield TWICE.finding(where, name=name, other=replaced_by[name].slug, legal=legal)
            replaced_by.setdefault(name, document)


def _doubtful(documents: dict[str, OfficialDocument]) -> set[str]:
    """The documents that may stand in a ring: what is left when all that replace nothing doubtful are taken away."""
    waiting_for = {slug: {name for name in it.replaces if name in documents} for slug, it in documents.items()}
    replaced_by: dict[str, list[str]] = {}
    for slug, names in waiting_for.items():
        for name in names:
            replaced_by.setdefault(name, []).append(slug)
    settled = [slug for slug, names in waiting_for.items() if not names]
    for slug in settled:
        for newer in replaced_by.get(slug, ()):
            waiting_for[newer].discard(slug)
            if not waiting_for[newer]:
                settled.append(newer)
    return set(documents) - set(settled)


def _back(document: OfficialDocument, old: OfficialDocument, documents: dict[str, OfficialDocument]) -> str | None:
    """The document by which one comes back from what is replaced to what replaces it."""
    waiting, seen = [old], set[str]()
    while waiting:
        current = waiting.pop()
        if current.slug == document.slug:
            return current.slug
        if document.slug in current.replaces:
            return current.slug
        if current.slug not in seen:
            seen.add(current.slug)
            waiting += [documents[name] for name in current.replaces if name in documents]
    return None
