"""CK-022 — a disclosure lies in the folder of another year than the one it is about."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="CK-022",
    title="Nội dung công khai nằm ở thư mục năm khác",
    message="Nội dung ghi là của năm {year}, nhưng tệp nằm trong thư mục «{folder}».",
    fix="Chuyển tệp vào thư mục cong-khai/{year}, hoặc sửa năm trong tệp.",
    why="Nội dung của năm trước chép sang năm nay mà quên sửa là lỗi hay gặp nhất.",
    bad="(tệp cong-khai/2025-2026/pt-doi-ngu.md)  school_year: 2026-2027",
    good="(tệp cong-khai/2026-2027/pt-doi-ngu.md)  school_year: 2026-2027",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare the folder's name with the year written inside."""
    for disclosure in site.disclosures:
        parts = disclosure.path.split("/")
        if len(parts) != 3 or parts[1] != disclosure.year:
            key = "school_year" if disclosure.school_year else "fiscal_year"
            yield RULE.finding(disclosure.where(key), year=disclosure.year, folder="/".join(parts[:-1]))
