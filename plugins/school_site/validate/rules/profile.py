"""TR-021, TR-022 — the school's profile is missing, or a real school pins its day of judgement."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ..basis import Basis

NO_PROFILE = Rule(
    code="TR-021",
    title="Chưa có hồ sơ trường",
    message="Chưa có tệp truong.yml, nên máy chưa biết trang này của trường nào.",
    fix="invoke new truong",
    why="Mọi trang đều mang tên, địa chỉ và người chịu trách nhiệm của trường.",
    bad="(thư mục content không có truong.yml)",
    good="content/truong.yml   (tạo bằng invoke new truong)",
)
RULE = Rule(
    code="TR-022",
    title="Trường thật không ghim ngày xét",
    message="Mục «Ngày xét» (as_of) chỉ dành cho trường mẫu.",
    fix="Xóa dòng as_of; trường thật được xét theo ngày hôm nay.",
    why="Ghim ngày thì hạn công khai không bao giờ tới, và không ai biết trang đã cũ.",
    bad="is_sample: false\nas_of: 22/11/2026",
    good="is_sample: false",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at the pin."""
    if site.school.as_of is not None and not site.school.is_sample:
        yield RULE.finding(site.school.where("as_of"))
