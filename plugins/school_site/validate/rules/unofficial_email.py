"""TR-020 — an e-mail address of the school is not an official one."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Entry, TreePath
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="TR-020",
    title="Thư điện tử không phải thư công vụ",
    message="Địa chỉ thư «{email}» không thuộc tên miền công vụ.",
    fix="Dùng địa chỉ công vụ, ví dụ có đuôi {examples}.",
    why="Thư của mạng xã hội không được dùng trong giao dịch công tác, và không ai giữ được khi người phụ trách nghỉ.",
    bad="email: truonghoaphuong@gmail.com",
    good="email: c2hoaphuong@hcm.edu.vn",
    legal="official-email",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every address the site gives out."""
    examples = ", ".join(f"@{domain}" for domain in basis.vocabulary.official_domains[:3])
    for entry, at, email in _emails(site):
        if not basis.vocabulary.is_official(email):
            yield RULE.finding(entry.where(*at), email=email, examples=examples, legal=basis.law.citations(RULE.legal))


def _emails(site: Site) -> Iterator[tuple[Entry, TreePath, str]]:
    yield site.school, ("email",), site.school.email
    yield site.school, ("representative", "email"), site.school.representative.email
    if directory := site.staff_directory:
        for index, leader in enumerate(directory.leadership):
            yield directory, ("leadership", index, "email"), leader.email
        for index, unit in enumerate(directory.units):
            if unit.email:
                yield directory, ("units", index, "email"), unit.email
    for consultation in site.consultations:
        yield consultation, ("contact_email",), consultation.contact_email
