"""Files that speak to machines about the whole site: the site map and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape

from ..render.page import Page
from ..render.view import View


def sitemap(pages: Iterable[Page], view: View, site_url: str) -> str:
    """sitemap.xml of all pages; a page's day is that of its content, never the clock's."""
    days = {entry.address: _day_of(entry) for entry in view.site.entries()}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for page in sorted(pages, key=lambda page: page.save_as):
        if page.save_as == "404.html":
            continue
        day = days.get(page.save_as)
        when = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(f'{site_url}/{page.save_as}')}</loc>{when}</url>")
    return "\n".join([*lines, "</urlset>", ""])


def robots(view: View, site_url: str) -> str:
    """robots.txt: a draft asks not to be found."""
    allowed = "Disallow: /" if view.site.school.is_draft else "Allow: /"
    return f"User-agent: *\n{allowed}\nSitemap: {site_url}/sitemap.xml\n"


def _day_of(entry: object) -> date | None:
    day = getattr(entry, "published_on", None) or getattr(entry, "issued_on", None)
    return day if isinstance(day, date) else None
