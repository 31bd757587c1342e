"""VB-040, VB-041 — a document's number does not read as its type is numbered, or is missing without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...findings import Finding, Rule, Severity
from ...kinds.official_document import OfficialDocument
from ...law import Law
from ...site import Site
from ...vietnamese import fold
from ..basis import Basis

RULE = Rule(
    code="VB-040",
    title="Ký hiệu không khớp với loại văn bản",
    message="{type} ghi số, ký hiệu là «{number}»; cần dạng «{expected}».",
    fix="Xem lại bản gốc: sửa số, ký hiệu cho đúng, hoặc chọn lại loại văn bản (document_type).",
    why="Ký hiệu cho biết loại văn bản và nơi ban hành; ghi lệch thì tra không ra.",
    bad="document_type: plan\nnumber: 12/QĐ-THCSHP",
    good="document_type: plan\nnumber: 12/KH-THCSHP",
    severity=Severity.warning,
    legal="document-number",
)
NO_NUMBER = Rule(
    code="VB-041",
    title="Văn bản chưa có số",
    message="Văn bản ban hành ngày này chưa ghi số, ký hiệu.",
    fix="Thêm dòng number; nếu bản sao không có số thì ghi  not_in_copy: [number]",
    why="Văn bản không số thì không viện dẫn được, và không biết có phải bản đã ban hành hay không.",
    severity=Severity.warning,
    bad="document_type: plan\nissued_on: 12/10/2026",
    good="number: 101/KH-THCSHP\ndocument_type: plan\nissued_on: 12/10/2026",
    legal="document-number",
)
_FORM = re.compile(r"^(?P<number>\d+[a-zđ]?)(?:/(?P<year>\d{4}))?/(?P<symbol>\S.*)$", re.I)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at documents issued since the rules of numbering apply."""
    since = _since(basis.law)
    if since is None:
        return
    for document in site.official_documents:
        if document.issued_on < since or "issued_on" in document.not_in_copy:
            continue
        legal = basis.law.citations(RULE.legal)
        if document.number is None:
            if "number" not in document.not_in_copy:
                yield NO_NUMBER.finding(document.where("issued_on"), legal=legal)
        elif (expected := _expected(document, site.school.document_symbol, basis)) is not None:
            yield RULE.finding(
                document.where("number"),
                type=basis.vocabulary.label(document.document_type, "document_type"),
                number=document.number,
                expected=expected,
                legal=legal,
            )


def _since(law: Law) -> date | None:
    """The day from which the acts behind the rule bind."""
    days = [day for place in law.keys.get("document-number", ()) if (day := law.acts[place.act].valid_from)]
    return min(days, default=None)


def _expected(document: OfficialDocument, school_symbol: str | None, basis: Basis) -> str | None:
    """The form its type wants, or None where the number has it."""
    abbreviations = basis.vocabulary.abbreviations
    if document.document_type not in abbreviations:
        return None
    wanted = abbreviations[document.document_type]
    is_own = document.direction == "issued"
    issuer = (school_symbol if is_own else None) or "CƠQUAN"
    expected = f"12/{wanted}-{issuer}" if wanted else f"12/{issuer}"
    match = _FORM.match((document.number or "").strip())
    if match is None:
        return expected
    kind, _, rest = match["symbol"].partition("-")
    if not wanted:
        # A letter carries no abbreviation of a type: one there means another type.
        others = {value.upper() for value in abbreviations.values() if value}
        return expected if kind.upper() in others and rest else None
    has_wrong_issuer = is_own and school_symbol is not None and not fold(rest).startswith(fold(school_symbol))
    return expected if kind.upper() != wanted.upper() or not rest or has_wrong_issuer else None
