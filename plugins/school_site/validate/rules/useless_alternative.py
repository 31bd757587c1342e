"""BV-043 — the text that stands for a picture says nothing of the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Picture, Where
from ...site import Site
from ...vietnamese import fold, slug
from ..basis import Basis

RULE = Rule(
    code="BV-043",
    title="Mô tả ảnh không nói gì",
    message="Ảnh «{file}» có mô tả là «{alt}», chưa nói trong ảnh có gì.",
    fix="Viết một câu cho người không nhìn thấy ảnh, ví dụ «Học sinh xếp hàng chào cờ trên sân trường».",
    why="Người khiếm thị nghe đúng câu này thay cho ảnh; «ảnh 1» hay tên tệp không giúp gì cho họ.",
    bad="alt: Ảnh 1",
    good="alt: Học sinh xếp hàng chào cờ trên sân trường",
    legal="portal-accessibility",
)
_USELESS = re.compile(
    r"^(?:(?:hinh|anh|hinh anh|buc anh|tam anh|anh minh hoa|hinh minh hoa|minh hoa|anh dai dien|logo|banner|image|img"
    r"|photo|picture|pic|screenshot|anh chup man hinh|khong co|none|alt|test|dsc|untitled)?[\s_.-]*\d*)$"
)
_IMAGE = re.compile(r"!\[([^\[\]\n]*)\]\(\s*<?([^)\s>]+)")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at the pictures of entries, then at those inside bodies."""
    for entry in site.entries():
        for name in ("picture", "hero_picture"):
            picture = getattr(entry, name, None)
            if isinstance(picture, Picture) and _is_useless(picture.alt, picture.file):
                yield _finding(entry.where(name, "alt"), picture.alt, picture.file, basis)
        if "![" not in entry.record.body:
            continue
        for index, line in enumerate(entry.record.body.split("\n")):
            for match in _IMAGE.finditer(line):
                if _is_useless(match[1], match[2]):
                    where = Where(path=entry.path, line=entry.record.body_line + index, column=match.start() + 1)
                    yield _finding(where, match[1], match[2], basis)


def _is_useless(alt: str, file: str) -> bool:
    name = file.rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    return bool(_USELESS.match(fold(alt).strip())) or slug(alt) in (slug(name), slug(stem))


def _finding(where: Where, alt: str, file: str, basis: Basis) -> Finding:
    return RULE.finding(where, alt=alt, file=file, legal=basis.law.citations(RULE.legal))
