"""RT-040 — somebody's citizen identity number stands in a text or in an attachment."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from .. import personal
from ..basis import Basis

RULE = Rule(
    code="RT-040",
    title="Lộ số định danh cá nhân",
    message="{place} có số căn cước hoặc số định danh cá nhân ({masked}).",
    fix="Xóa số này; nếu nằm trong tệp đính kèm thì xóa trong tệp gốc rồi đăng lại bản đã che.",
    why="Ai có số này và họ tên đều có thể mạo danh để vay tiền, mở tài khoản; số đã lộ thì không đổi được.",
    bad="Nguyễn Văn A, căn cước số 0 … (đủ 12 số)",
    good="Nguyễn Văn A, lớp 6A1",
    legal="personal-data-publication",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look through every text; a number that is said to be a bank account is that rule's affair."""
    for writing in site.writings:
        numbers = list(personal.citizen_numbers(writing, basis.today))
        accounts = set(personal.bank_accounts(writing)) if numbers else set()
        for start, end in numbers:
            if (start, end) not in accounts:
                yield RULE.finding(
                    writing.where(start),
                    place=writing.place(start),
                    masked=personal.masked(writing.text[start:end]),
                    legal=basis.law.citations(RULE.legal),
                )
