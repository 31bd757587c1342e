"""AT-042 — the school's site is given out at an address that is not encrypted."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule, Severity
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="AT-042",
    title="Địa chỉ trang chưa mã hóa",
    message="Địa chỉ trang của trường là «{website}», chưa dùng https.",
    fix="Xin chứng chỉ (miễn phí) cho tên miền, rồi ghi  website: https://{host}",
    why="Không mã hóa thì ai ở giữa đường truyền cũng sửa được thông báo, biểu mẫu trước khi phụ huynh nhận.",
    severity=Severity.warning,
    bad="website: http://thcshoaphuong.hcm.edu.vn",
    good="website: https://thcshoaphuong.hcm.edu.vn",
    legal="https",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at the address in the profile; where a demand asks for it, the ledger has said so already."""
    if any(evidence.check == "https" for row in basis.ledger for evidence in row.demand.evidence):
        return
    website = site.school.website
    if website.lower().startswith("http://"):
        host = website.partition("://")[2]
        legal = basis.law.citations(RULE.legal)
        yield RULE.finding(site.school.where("website"), website=website, host=host, legal=legal)
