"""RT-044 — a private e-mail address stands in a text or in an attachment."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch

from ...findings import Finding, Rule
from ...site import Site
from .. import personal
from ..basis import Basis

RULE = Rule(
    code="RT-044",
    title="Lộ thư điện tử cá nhân",
    message="{place} có một địa chỉ thư cá nhân (•••@{domain}).",
    fix="Thay bằng thư công vụ của trường, hoặc xóa.",
    why="Thư cá nhân của phụ huynh, học sinh, giáo viên đăng lên mạng sẽ bị gom để gửi thư rác, lừa đảo.",
    bad="Gửi bài dự thi về một hộp thư gmail.com",
    good="Gửi bài dự thi về c2hoaphuong@hcm.edu.vn",
    legal="personal-data-publication",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look through every text but the fields whose addresses must be official ones anyway."""
    private = basis.vocabulary.refused_domains
    for writing in site.writings:
        for start, end in personal.email_addresses(writing):
            value = writing.value_at(start)
            if value and value[-1] in ("email", "contact_email"):
                continue
            domain = writing.text[start:end].rpartition("@")[2].lower()
            if any(fnmatch(domain, pattern) for pattern in private):
                yield RULE.finding(
                    writing.where(start),
                    place=writing.place(start),
                    domain=domain,
                    legal=basis.law.citations(RULE.legal),
                )
