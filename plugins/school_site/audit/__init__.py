"""Look at what was built as a visitor's browser would: links, landmarks, alternative texts, nothing foreign, no script.

staging → findings
"""

from __future__ import annotations

from pathlib import Path

from ..findings import Finding, ordered
from .page import read_pages
from .rules import RULES

__all__ = ["audit"]


def audit(staging: Path, site_url: str = "") -> tuple[Finding, ...]:
    """Every finding about the built tree; links that begin with `site_url` are its own."""
    pages = read_pages(staging, site_url)
    return ordered(finding for rule in RULES for finding in rule.check(pages))
