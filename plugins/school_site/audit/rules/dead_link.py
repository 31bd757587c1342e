"""LK-010 — a built page points to a page, file or place that is not in the built tree."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ...findings import Finding, Rule
from ...model import Where
from ..page import Built, BuiltPage

RULE = Rule(
    code="LK-010",
    title="Trang dựng ra có liên kết chết",
    message="Trang trỏ tới «{link}», nhưng trong trang đã dựng không có chỗ đó.",
    fix="Nếu liên kết do bạn viết, sửa trong nội dung; nếu không, báo cho người giữ giao diện.",
    why="Mỗi liên kết chết là một phụ huynh không tìm thấy điều cần tìm.",
    bad="[Liên hệ](/lien-he)",
    good="[Liên hệ](/lien-he.html)",
)


def check(built: Built) -> Iterator[Finding]:
    """Follow every internal link; all pages of a folder share their menus, which are followed once."""
    sound: dict[str, set[str]] = {}
    for page in built.pages.values():
        followed = sound.setdefault(posixpath.dirname(page.address), set())
        # What begins with «#» or «?» means the page it stands on.
        for link in dict.fromkeys(link for _, _, link in page.links):
            if link in followed:
                continue
            if not _leads_somewhere(link, page, built):
                yield RULE.finding(Where(path=page.address, line=page.line_of(link)), link=link)
            elif not link.startswith(("#", "?")):
                followed.add(link)


def _leads_somewhere(link: str, page: BuiltPage, built: Built) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = page.address
    if parts.path:
        path = unquote(parts.path)
        base = "" if path.startswith("/") else posixpath.dirname(page.address)
        target = posixpath.normpath(posixpath.join(base, path.lstrip("/"))) if path.strip("/") else ""
        if path.endswith("/") or not target:
            target = f"{target}/index.html".lstrip("/")
        target = target.removeprefix("./")
        if target in (".", "./index.html"):
            target = "index.html"
    if target not in built.files:
        return False
    fragment = unquote(parts.fragment)
    if not fragment or fragment == "top" or target not in built.pages:
        return True
    return fragment in built.pages[target].ids
