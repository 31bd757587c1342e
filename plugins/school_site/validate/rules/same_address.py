"""TP-006 — two files make the same page."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Entry
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="TP-006",
    title="Hai tệp cùng một địa chỉ trang",
    message="Tệp này và «{other}» cùng làm ra trang «{address}».",
    fix="Đổi tên một trong hai tệp (với văn bản: sửa «number» cho khác nhau).",
    why="Trang làm sau sẽ đè mất trang làm trước.",
    bad="tin-tuc/bao-tuong.md và tin-tuc/Bao-Tuong.md",
    good="tin-tuc/bao-tuong-so-1.md và tin-tuc/bao-tuong-so-2.md",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare addresses without regard to case: Windows and some hosts see no difference."""
    seen: dict[str, Entry] = {}
    for entry in site.entries():
        key = entry.address.lower()
        if key in seen:
            yield RULE.finding(entry.where(), other=seen[key].path, address=entry.address)
        else:
            seen[key] = entry
