"""TC-001 — a page without what a screen reader steers by: language, title, one main heading, a main part."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Where
from ..page import BuiltPage

RULE = Rule(
    code="TC-001",
    title="Trang thiếu mốc cho trình đọc màn hình",
    message="Trang {what}.",
    fix="Báo cho người giữ giao diện (theme/templates).",
    why="Người mù nghe trang theo tiêu đề và các phần; thiếu mốc thì không biết đang ở đâu.",
    bad="(mẫu trang không có <main>)",
    good='<main id="noi-dung">…</main>',
)


def check(page: BuiltPage) -> Iterator[Finding]:
    """Look at every page's outline."""
    for what in _lacks(page):
        yield RULE.finding(Where(path=page.address), what=what)


def _lacks(page: BuiltPage) -> Iterator[str]:
    tree = page.tree
    root = tree.css_first("html")
    if root is None or root.attributes.get("lang") != "vi":
        yield "chưa khai ngôn ngữ tiếng Việt"
    title = tree.css_first("head > title")
    if title is None or not title.text().strip():
        yield "chưa có tên trang"
    headings = len(tree.css("h1"))
    if headings != 1:
        yield f"có {headings} tiêu đề chính (h1), cần đúng một"
    if len(tree.css("main")) != 1:
        yield "chưa có đúng một phần chính (main)"
    if tree.css_first('link[rel="stylesheet"]') is None:
        yield "chưa gắn tệp trình bày (stylesheet)"
