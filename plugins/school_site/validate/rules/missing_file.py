"""LK-002 — a picture or attachment that is named is not there."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...mistyping import meant
from ...model import Attachment, Entry, Picture, TreePath
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="LK-002",
    title="Tệp được nhắc tới mà không có",
    message="Chưa có tệp «{file}».",
    fix="{hint}",
    why="Người đọc thấy tên tệp mà không tải được; ảnh thiếu để lại ô trống.",
    bad="attachments:\n  - {file: tep/ke-hoach-45.pdf, title: Kế hoạch}   # chưa chép tệp vào tep",
    good="attachments:\n  - {file: tep/2026-45-kh-thcshp.pdf, title: Kế hoạch}",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare every named file with the files that are there."""
    assets = [asset.path for asset in site.assets]
    there = {*assets, *site.unread}
    for entry in site.entries():
        for at, file in _named(entry):
            if file not in there:
                near = meant(file, assets)
                hint = f"Có phải ý bạn là «{near}»?" if near else f"Chép tệp vào content/{file.split('/', 1)[0]}."
                yield RULE.finding(entry.where(*at), file=file, hint=hint)


def _named(entry: Entry) -> Iterator[tuple[TreePath, str]]:
    for name in ("picture", "hero_picture"):
        picture = getattr(entry, name, None)
        if isinstance(picture, Picture):
            yield (name, "file"), picture.file
    if emblem := getattr(entry, "emblem", None):
        yield ("emblem",), emblem
    for index, attachment in enumerate(getattr(entry, "attachments", ())):
        if isinstance(attachment, Attachment):
            yield ("attachments", index, "file"), attachment.file
