"""CK-049 — the same file is published as two different years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...findings import Finding, Rule
from ...kinds.disclosure import Disclosure
from ...kinds.official_document import OfficialDocument
from ...kinds.plan import Plan
from ...model import Attachment, Entry
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="CK-049",
    title="Tệp năm trước đăng lại dưới tên năm sau",
    message="Tệp «{file}» của {own} giống hệt từng chữ với tệp của {others} ở «{other}».",
    fix="Đính kèm đúng tệp của năm; hai năm dùng chung một văn bản thì dẫn về cùng một tệp, tên không ghi năm.",
    why="Đăng lại tệp năm trước dưới tên năm sau là chưa công khai năm sau.",
    bad="tep/doi-ngu-2026.pdf   (giống từng chữ tep/doi-ngu-2025.pdf)",
    good="tep/doi-ngu-2026.pdf   (báo cáo của năm 2026)",
    legal="disclosure-principles",
)
_YEARS = re.compile(r"(?<!\d)(20\d\d)(?:\s*[-–—_]\s*(20\d\d))?(?!\d)")


@dataclass(frozen=True, kw_only=True)
class _Use:
    """One place that offers a file, and the years it says the file is about."""

    entry: Entry
    index: int
    file: str
    claims: frozenset[str]
    own: frozenset[str]


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare what is said of files with the same bytes."""
    digests = {asset.path: asset.digest for asset in site.assets if asset.digest and asset.size}
    uses: dict[str, list[_Use]] = {}
    entries: list[Disclosure | OfficialDocument | Plan] = [*site.disclosures, *site.official_documents, *site.plans]
    for entry in entries:
        for index, attachment in enumerate(entry.attachments):
            if digest := digests.get(attachment.file):
                uses.setdefault(digest, []).append(_use(entry, index, attachment))
    for same in uses.values():
        # Many pages may say the same of a file: it is compared once.
        distinct: dict[tuple[str, frozenset[str], frozenset[str]], _Use] = {}
        for use in same:
            earlier = next((other for other in distinct.values() if _contradict(use, other)), None)
            distinct.setdefault((use.file, use.claims, use.own), use)
            if earlier is not None:
                yield RULE.finding(
                    use.entry.where("attachments", use.index, "file"),
                    file=use.file,
                    own=_said(use.claims or use.own),
                    others=_said(earlier.claims or earlier.own),
                    other=earlier.entry.path,
                    legal=basis.law.citations(RULE.legal),
                )


def _use(entry: Entry, index: int, attachment: Attachment) -> _Use:
    title = str(getattr(entry, "title", ""))
    return _Use(
        entry=entry,
        index=index,
        file=attachment.file,
        claims=_years(attachment.title) or _years(attachment.file.rpartition("/")[2]),
        own=_years(title) or frozenset(filter(None, [str(getattr(entry, "year", ""))])),
    )


def _contradict(one: _Use, other: _Use) -> bool:
    """Years said of the file itself settle it; a copy under another name also answers for its page's year."""
    if one.claims and other.claims:
        return _disjoint(one.claims, other.claims)
    return one.file != other.file and bool(one.own and other.own) and _disjoint(one.own, other.own)


def _disjoint(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether no year is in both; a single year is in the school year that holds it."""
    return not any(one == other or (one in other) != (other in one) for one in some for other in others)


def _years(text: str) -> frozenset[str]:
    return frozenset(f"{first}-{last}" if last else first for first, last in _YEARS.findall(text))


def _said(years: frozenset[str]) -> str:
    return "năm " + ", ".join(sorted(years))
