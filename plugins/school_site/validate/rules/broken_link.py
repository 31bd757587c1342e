"""LK-001 — a link in a text leads to a content file, attachment or picture that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from ... import markdown
from ...findings import Finding, Rule
from ...links import is_internal, resolve, target_of, written
from ...mistyping import meant
from ...model import Entry, Where
from ...site import Site
from ...site_map import addresses
from ..basis import Basis
from ..explained import is_explained

RULE = Rule(
    code="LK-001",
    title="Liên kết tới chỗ không có",
    message="Liên kết «{link}» trỏ tới chỗ không có trong nội dung.",
    fix="{hint}",
    why="Người đọc bấm vào sẽ gặp trang báo lỗi; cha mẹ tìm mẫu đơn sẽ không tải được.",
    bad="[Mẫu đơn](../bieu-mau/don-nghi-hoc.md)",
    good="[Mẫu đơn](../bieu-mau/don-xin-nghi-hoc.md)",
)


# Without one of these no Markdown links to anything of ours; most bodies need not be rendered to know it.
_LINKING = ("](", "]:", "][", "<")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every link in every body."""
    known = addresses(site)
    known |= dict.fromkeys(site.unread, "")
    there = [*(entry.path for entry in site.entries()), *(asset.path for asset in site.assets)]
    for entry in site.entries():
        if not any(mark in entry.record.body for mark in _LINKING):
            continue
        for link in markdown.addresses(markdown.to_html(entry.record.body)):
            if is_internal(link) and resolve(link, entry.path, known) is None:
                target = target_of(link, entry.path)
                if is_explained(target, site, basis):
                    continue
                near = meant(target, there)
                hint = (
                    f"Có phải ý bạn là «{written(near, entry.path, link)}»?"
                    if near
                    else "Sửa lại đường dẫn, hoặc thêm tệp còn thiếu."
                )
                yield RULE.finding(_place(entry, link), link=link, hint=hint)


def _place(entry: Entry, link: str) -> Where:
    """The line of the body where the link is written."""
    before = entry.record.body.partition(link)[0] if link in entry.record.body else ""
    line = entry.record.body_line + before.count("\n")
    return Where(path=entry.path, line=line, column=len(before.rpartition("\n")[2]) + 1)
