"""RT-041 — a mobile number that the school does not give out as its own."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from .. import personal
from ..basis import Basis

RULE = Rule(
    code="RT-041",
    title="Lộ số điện thoại cá nhân",
    message="{place} có số điện thoại di động ({masked}) không phải số của nhà trường.",
    fix="Thay bằng số máy của trường; nếu đây là số trực do trường công bố thì ghi vào danh bạ can-bo.yml.",
    why="Số của phụ huynh, học sinh, giáo viên đăng lên mạng sẽ bị gom để quảng cáo, lừa đảo.",
    bad="Liên hệ cô Lan, 09 … (số riêng)",
    good="Liên hệ văn phòng: (028) 3999 0101",
    legal="personal-data-publication",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look through every text; the fields for telephones are where official numbers are given."""
    official = frozenset(_official(site))
    for writing in site.writings:
        numbers = list(personal.mobile_numbers(writing, official))
        if not numbers:
            continue
        # What is said to be an identity number or an account is the affair of their rules.
        others = {*personal.citizen_numbers(writing, basis.today), *personal.bank_accounts(writing)}
        for start, end in numbers:
            if (start, end) not in others:
                yield RULE.finding(
                    writing.where(start),
                    place=writing.place(start),
                    masked=personal.masked(writing.text[start:end]),
                    legal=basis.law.citations(RULE.legal),
                )


def _official(site: Site) -> Iterator[str]:
    yield personal.national(site.school.phone)
    yield personal.national(site.school.representative.phone)
    if directory := site.staff_directory:
        yield from (personal.national(leader.phone) for leader in directory.leadership)
        yield from (personal.national(unit.phone) for unit in directory.units if unit.phone)
    for consultation in site.consultations:
        if consultation.contact_phone:
            yield personal.national(consultation.contact_phone)
