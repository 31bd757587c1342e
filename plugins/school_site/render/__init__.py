"""From a site to pages: which page exists, what it shows. Pure; a hook hands the pages to Pelican.

Site → pages (template + ready facts)
"""

from __future__ import annotations

from collections.abc import Iterator

from . import about, disclosures, home, moved, news, papers, work
from .page import Page
from .view import View

__all__ = ["Page", "View", "all_pages"]


def all_pages(view: View) -> Iterator[Page]:
    """Every page of the site, the home page first."""
    yield home.page(view)
    yield from news.pages(view)
    yield from work.pages(view)
    yield from disclosures.pages(view)
    yield from papers.pages(view)
    yield from about.pages(view)
    yield from moved.pages(view)
