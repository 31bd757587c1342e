"""RT-042 — somebody's bank account number stands in a text or in an attachment."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from .. import personal
from ..basis import Basis

RULE = Rule(
    code="RT-042",
    title="Lộ số tài khoản ngân hàng",
    message="{place} có số tài khoản ngân hàng ({masked}).",
    fix="Xóa số tài khoản; phụ huynh nộp tiền theo phiếu thu hoặc tài khoản của trường tại kho bạc.",
    why="Số tài khoản cá nhân đăng lên mạng dễ bị giả mạo để thu tiền; tiền của trường không đi qua tài khoản cá nhân.",
    bad="Chuyển tiền ăn vào số tài khoản 0 … của cô Thủy",
    good="Nộp tiền ăn theo phiếu thu do kế toán phát",
    legal="personal-data-publication",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look through every text for numbers that are said to be accounts."""
    for writing in site.writings:
        for start, end in personal.bank_accounts(writing):
            yield RULE.finding(
                writing.where(start),
                place=writing.place(start),
                masked=personal.masked(writing.text[start:end]),
                legal=basis.law.citations(RULE.legal),
            )
