"""CK-048 — an annual report is not given as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="CK-048",
    title="Báo cáo thường niên chưa có bản PDF",
    message="Báo cáo thường niên {year} chưa có tệp PDF đính kèm.",
    fix="Lưu báo cáo thành PDF (có lớp chữ), để vào tep, rồi thêm  - file: tep/bao-cao-thuong-nien-{year}.pdf",
    why="Báo cáo thường niên phải tải về được nguyên văn, không đổi khi mở trên máy khác.",
    bad="attachments:\n  - file: tep/bao-cao.docx",
    good="attachments:\n  - file: tep/bao-cao-thuong-nien-2025.pdf",
    legal="annual-report",
)
_ITEM = "bao-cao-thuong-nien"


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at the attachments of every annual report."""
    for disclosure in site.disclosures:
        if disclosure.item != _ITEM or disclosure.declared_none_on is not None:
            continue
        if not any(attachment.file.lower().endswith(".pdf") for attachment in disclosure.attachments):
            at = ("attachments", 0, "file") if disclosure.attachments else ("title",)
            yield RULE.finding(disclosure.where(*at), year=disclosure.year, legal=basis.law.citations(RULE.legal))
