"""From a site to pages: which page exists, what it shows. Pure; a hook hands the pages to Pelican.

Site → pages (template + ready facts)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import about, disclosures, home, moved, news, open_data, papers, work
from .page import Page
from .structured_data import structured_data
from .view import View

__all__ = ["Page", "View", "all_pages"]


def all_pages(view: View) -> Iterator[Page]:
    """Every page of the site, the home page first, each with what it is about."""
    entries = {entry.address: entry for entry in view.site.entries()}
    for page in _pages(view):
        yield replace(page, structured_data=structured_data(page, view, entries))


def _pages(view: View) -> Iterator[Page]:
    yield home.page(view)
    yield from news.pages(view)
    yield from work.pages(view)
    yield from disclosures.pages(view)
    yield from open_data.pages(view)
    yield from papers.pages(view)
    yield from about.pages(view)
    yield from moved.pages(view)
