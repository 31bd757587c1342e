"""The built tree as the audit sees it: every file's name, and what was noted down of every page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..findings import Finding
from .page import BuiltPage


@dataclass(frozen=True, kw_only=True)
class Note:
    """What is kept of a page that has been read: its places, what it points to, and what is wrong with it alone."""

    ids: frozenset[str]
    links: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True)
class Built:
    """The whole tree below `staging`; `notes` are by the page's address."""

    staging: Path
    site_url: str
    notes: dict[str, Note]
    files: frozenset[str]

    def page(self, address: str) -> BuiltPage:
        """A page, read once more: only for what a finding wants to show."""
        return read_page(self.staging, address, self.site_url)


def read_page(staging: Path, address: str, site_url: str) -> BuiltPage:
    """The page at `address`."""
    return BuiltPage(address, (staging / address).read_text(encoding="utf-8"), site_url)


def note_of(page: BuiltPage, findings: Iterable[Finding]) -> Note:
    """What is kept of a page; each place it points to stands once, in order of appearance."""
    links = dict.fromkeys(link for _, _, link in page.links)
    return Note(ids=page.ids, links=tuple(links), findings=tuple(findings))
