"""RT-043 — a list names pupils with their dates of birth."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from .. import personal
from ..basis import Basis

RULE = Rule(
    code="RT-043",
    title="Danh sách học sinh kèm ngày sinh",
    message="{place} bắt đầu một danh sách {count} người có họ tên kèm ngày sinh.",
    fix="Bỏ cột ngày sinh, hoặc gửi danh sách riêng cho từng lớp; trên trang chỉ ghi số lượng.",
    why="Họ tên kèm ngày sinh đủ để nhận ra một đứa trẻ; đăng lên mạng là không thu lại được.",
    bad="1. Nguyễn Văn A, sinh ngày …/…/2014",
    good="Đội tuyển có 12 học sinh khối 8.",
    legal="children-privacy",
)
_LEAST = 3


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Count the lines with a name and a date of birth in every text."""
    for writing in site.writings:
        dates = list(personal.birth_dates(writing, basis.today))
        if len(dates) >= _LEAST:
            start = dates[0][0]
            yield RULE.finding(
                writing.where(start),
                place=writing.place(start),
                count=len(dates),
                legal=basis.law.citations(RULE.legal),
            )
