"""LK-004 — a page that was published has gone, and nothing tells where to."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule, Severity
from ...model import Where
from ...site import Site
from ...site_map import redirects
from ..basis import Basis

RULE = Rule(
    code="LK-004",
    title="Trang đã công bố nay không còn",
    message="Trang «{address}» («{title}») từng có trên trang của trường, nay không còn.",
    fix="Đổi tên tệp thì giữ nguyên tiêu đề để máy tự chuyển tiếp; bỏ hẳn thì chạy  invoke record --forget {address}",
    why="Phụ huynh và cơ quan quản lý đã lưu địa chỉ này; bấm vào sẽ gặp trang báo lỗi.",
    severity=Severity.warning,
    bad="(đổi tên tin-tuc/2026-09-05-khai-giang.md và sửa luôn tiêu đề)",
    good="(chỉ đổi tên tệp, giữ tiêu đề: máy tự chuyển tiếp)",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare the addresses of the register with those of today."""
    there = {entry.address for entry in site.entries()}
    moved = redirects(site)
    # What a refused file would have been called is not known: nothing of its folder counts as gone.
    unread = {path.partition("/")[0].removesuffix(".yml") for path in site.unread}
    # A disclosure that went is another rule's finding.
    seen = {disclosure.path.removesuffix(".md") for disclosure in site.register.disclosures}
    for address, title in site.register.addresses.items():
        page = address.removesuffix(".html")
        is_told = page in seen or page.partition("/")[0] in unread or "nguon-tin" in unread
        if address not in there and address not in moved and not is_told:
            yield RULE.finding(Where(path="so-ghi/dia-chi.json"), address=address, title=title)
