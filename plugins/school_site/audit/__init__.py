"""Look at what was built as a visitor's browser would: links, landmarks, alternative texts, nothing foreign, no script.

staging → findings
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from ..cores import shared_out
from ..findings import Finding, ordered
from ..paths import names_below
from .built import Built, Note, note_of, read_page
from .rules import PAGE_RULES, TREE_RULES

__all__ = ["audit"]


def audit(staging: Path, site_url: str = "") -> tuple[Finding, ...]:
    """Every finding about the built tree; links that begin with `site_url` are its own.

    Pages are read on all cores, each by itself; only what they point to needs the whole tree.
    """
    files = names_below(staging)
    pages = [name for name in files if name.endswith(".html")]
    notes = dict(zip(pages, shared_out(partial(_read, staging, site_url), pages), strict=True))
    built = Built(staging=staging, site_url=site_url, notes=notes, files=frozenset(files))
    alone = (finding for note in notes.values() for finding in note.findings)
    return ordered((*alone, *(finding for rule in TREE_RULES for finding in rule.check(built))))


def _read(staging: Path, site_url: str, address: str) -> Note:
    page = read_page(staging, address, site_url)
    return note_of(page, (finding for rule in PAGE_RULES for finding in rule.check(page)))
