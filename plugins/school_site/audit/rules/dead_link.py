"""LK-010 — a built page points to a page, file or place that is not in the built tree."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ...findings import Finding, Rule
from ...model import Where
from ..built import Built

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
    for address, note in built.notes.items():
        folder = posixpath.dirname(address)
        followed = sound.setdefault(folder, set())
        for link in note.links:
            if link in followed:
                continue
            if not _leads_somewhere(link, address, folder, built):
                yield RULE.finding(Where(path=address, line=built.page(address).line_of(link)), link=link)
            # What begins with «#» or «?» means the page it stands on.
            elif not link.startswith(("#", "?")):
                followed.add(link)


def _leads_somewhere(link: str, address: str, folder: str, built: Built) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = _target(unquote(parts.path), folder) if parts.path else address
    if target not in built.files:
        return False
    fragment = unquote(parts.fragment)
    if not fragment or fragment == "top" or target not in built.notes:
        return True
    return fragment in built.notes[target].ids


def _target(path: str, folder: str) -> str:
    """The file that `path` means on a page of `folder`."""
    base = "" if path.startswith("/") else folder
    target = posixpath.normpath(posixpath.join(base, path.strip("/")))
    return posixpath.normpath(f"{target}/index.html") if path.endswith("/") or target == "." else target
