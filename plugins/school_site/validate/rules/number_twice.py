"""VB-042 — two documents of one issuer and type bear the same number in one year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule, Severity
from ...kinds.official_document import OfficialDocument
from ...site import Site
from ...vietnamese import fold
from ..basis import Basis

RULE = Rule(
    code="VB-042",
    title="Hai văn bản trùng số trong một năm",
    message="Số «{number}» năm {year} đã có ở «{other}».",
    fix="Xem lại sổ đăng ký văn bản; sửa số ghi nhầm, hoặc bỏ tệp trùng.",
    why="Trong một năm mỗi số chỉ cấp cho một văn bản cùng loại; trùng số thì không viện dẫn được.",
    severity=Severity.warning,
    bad="(hai tệp năm 2026 cùng ghi  number: 101/KH-THCSHP)",
    good="number: 101/KH-THCSHP\nnumber: 102/KH-THCSHP   (mỗi văn bản một số)",
    legal="document-number",
)
_NUMBER = re.compile(r"^\s*0*(\d+[a-zđ]?)(?:/\d{4})?/([^-\s]*)", re.I)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare numbers and types; where even the address is the same, that is another rule's finding."""
    seen: dict[tuple[str, int, str, str], OfficialDocument] = {}
    for document in site.official_documents:
        match = _NUMBER.match(document.number or "")
        if match is None:
            continue
        key = (fold(document.issuer), document.issued_on.year, match[1].lower(), fold(match[2]))
        other = seen.setdefault(key, document)
        if other is not document and other.address.lower() != document.address.lower():
            yield RULE.finding(
                document.where("number"),
                number=document.number,
                year=document.issued_on.year,
                other=other.path,
                legal=basis.law.citations(RULE.legal),
            )
