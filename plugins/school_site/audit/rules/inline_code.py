"""AT-001 — script or style written into a page, which the site's content policy forbids."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Where
from ..page import BuiltPage

RULE = Rule(
    code="AT-001",
    title="Mã lệnh viết thẳng trong trang",
    message="Trang có {what}, điều mà chính sách an toàn của trang không cho.",
    fix="Báo cho người giữ giao diện; nội dung của trường không chứa được mã lệnh.",
    why="Kẻ xấu chèn được lệnh vào trang thì lấy được dữ liệu của người xem.",
    bad='<p onclick="chao()">Chào</p>   (trong một mẫu trang)',
    good="<p>Chào</p>",
)
# JSON-LD is data, not a program.
_DATA = {"application/ld+json", "application/json"}


def check(page: BuiltPage) -> Iterator[Finding]:
    """Look for code in pages."""
    for node in page.tree.css("script"):
        if not node.attributes.get("src") and node.attributes.get("type") not in _DATA:
            yield RULE.finding(Where(path=page.address), what="đoạn script")
    for _ in page.tree.css("style")[:1]:
        yield RULE.finding(Where(path=page.address), what="đoạn style")
    for node in page.tree.css("[style]")[:1]:
        yield RULE.finding(Where(path=page.address), what=f"thuộc tính style ở thẻ {node.tag}")
    for node in page.tree.css("[onclick], [onload], [onerror], [onmouseover], [onfocus]")[:1]:
        yield RULE.finding(Where(path=page.address), what=f"lệnh gắn ở thẻ {node.tag}")
    for _, _, link in page.links:
        if link.strip().lower().startswith(("javascript:", "vbscript:", "data:text")):
            yield RULE.finding(Where(path=page.address), what="liên kết chạy lệnh")
