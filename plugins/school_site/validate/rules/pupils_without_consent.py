"""RT-020 — a picture shows pupils and names no consent."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Picture
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="RT-020",
    title="Ảnh học sinh chưa có phiếu đồng ý",
    message="Ảnh «{file}» có học sinh, nhưng chưa ghi số phiếu đồng ý.",
    fix='Thêm dòng  consent_number: "số phiếu"  dưới mục ảnh, hoặc thay bằng ảnh không nhận ra học sinh.',
    why="Hình ảnh của trẻ em chỉ được đăng khi trẻ và cha mẹ đã đồng ý.",
    bad="picture:\n  file: hinh/lop-6a1.jpg\n  people: pupils",
    good="picture:\n  file: hinh/lop-6a1.jpg\n  people: pupils\n  consent_number: ĐY-6A1/2026",
    legal="children-privacy",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every picture that says there are pupils in it."""
    for entry in site.entries():
        for name in ("picture", "hero_picture"):
            picture = getattr(entry, name, None)
            if isinstance(picture, Picture) and picture.people == "pupils" and not picture.consent_number:
                yield RULE.finding(
                    entry.where(name, "people"), file=picture.file, legal=basis.law.citations(RULE.legal)
                )
