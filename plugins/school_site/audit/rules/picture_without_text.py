"""TC-002 — a picture that says nothing to those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from ...findings import Finding, Rule
from ...model import Where
from ..page import BuiltPage

RULE = Rule(
    code="TC-002",
    title="Ảnh không có chữ thay thế",
    message="Ảnh «{source}» chưa có mô tả.",
    fix='Trong bài viết: ![mô tả ảnh](đường dẫn). Ảnh chỉ để trang trí thì giao diện ghi alt="".',
    why="Người không nhìn thấy ảnh cần biết trong ảnh có gì.",
    bad="![](../hinh/san-truong.jpg)",
    good="![Sân trường mùa phượng nở](../hinh/san-truong.jpg)",
)


def check(page: BuiltPage) -> Iterator[Finding]:
    """Every img has an alt; one in a text must have words in it."""
    for image in page.tree.css("img"):
        alt = image.attributes.get("alt")
        in_text = any("prose" in str(node.attributes.get("class") or "") for node in _around(image))
        if "alt" not in image.attributes or (in_text and not (alt or "").strip()):
            source = str(image.attributes.get("src"))
            yield RULE.finding(Where(path=page.address, line=page.line_of(source)), source=source)


def _around(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent
