"""Feeds that others can rely on: RSS 2.0, Atom and JSON Feed of what the school publishes.

Ids are the pages' addresses, which survive a change of title; days come from the content, never from the clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from ..render.about import FEEDS
from ..render.view import View

VIETNAM_TIME = timezone(timedelta(hours=7))
NEWEST = 30


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """One thing in a feed."""

    title: str
    address: str
    summary: str
    on: date


def all_feeds(view: View, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every feed."""
    for title, description, name in FEEDS:
        entries = sorted(_entries(view, name), key=lambda entry: entry.address)
        entries = sorted(entries, key=lambda entry: entry.on, reverse=True)[:NEWEST]
        full_title = f"{title} – {view.site.school.short_name}"
        rss, atom = _xml(full_title, description, name, entries, view, site_url)
        yield f"nguon-tin/{name}.rss", rss
        yield f"nguon-tin/{name}.atom", atom
        yield f"nguon-tin/{name}.json", _json(full_title, description, name, entries, site_url)


def _entries(view: View, name: str) -> Iterable[FeedEntry]:
    site = view.site
    if name == "van-ban":
        return [
            FeedEntry(
                title=f"{item.number}: {item.abstract}" if item.number else item.abstract,
                address=item.address, summary=f"{item.issuer} ban hành.", on=item.published_on or item.issued_on,
            )
            for item in site.official_documents
        ]  # fmt: skip
    if name == "cong-khai":
        return [
            FeedEntry(
                title=item.title,
                address=item.address,
                summary=item.summary or item.title,
                on=item.published_on,
            )
            for item in site.disclosures
        ]
    items = site.articles if name == "tin-tuc" else site.announcements
    return [
        FeedEntry(title=item.title, address=item.address, summary=item.summary, on=item.published_on) for item in items
    ]


def _moment(on: date) -> datetime:
    return datetime.combine(on, time(7), VIETNAM_TIME)


def _xml(
    title: str, description: str, name: str, entries: list[FeedEntry], view: View, site_url: str
) -> tuple[bytes, bytes]:
    from feedgen.feed import FeedGenerator

    # Without a date of its own feedgen writes the clock's; two builds must agree.
    updated = _moment(max((entry.on for entry in entries), default=view.as_of))
    made = []
    for form in ("rss", "atom"):
        feed = FeedGenerator()
        feed.id(f"{site_url}/nguon-tin/{name}.atom")
        feed.title(title)
        feed.description(description)
        feed.subtitle(description)
        feed.language("vi")
        feed.author({"name": view.site.school.name, "email": view.site.school.email})
        feed.generator("Cổng Trường")
        feed.updated(updated)
        feed.lastBuildDate(updated)
        # The last link() becomes the channel's link.
        kind = "application/rss+xml" if form == "rss" else "application/atom+xml"
        feed.link(href=f"{site_url}/nguon-tin/{name}.{form}", rel="self", type=kind)
        feed.link(href=f"{site_url}/index.html", rel="alternate")
        for entry in entries:
            item = feed.add_entry(order="append")
            item.id(f"{site_url}/{entry.address}")
            item.guid(f"{site_url}/{entry.address}", permalink=True)
            item.title(entry.title)
            item.link(href=f"{site_url}/{entry.address}")
            item.summary(entry.summary)
            item.published(_moment(entry.on))
            item.updated(_moment(entry.on))
        made.append(feed.rss_str(pretty=True) if form == "rss" else feed.atom_str(pretty=True))
    return made[0], made[1]


def _json(title: str, description: str, name: str, entries: list[FeedEntry], site_url: str) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "description": description,
        "language": "vi",
        "home_page_url": f"{site_url}/index.html",
        "feed_url": f"{site_url}/nguon-tin/{name}.json",
        "items": [
            {
                "id": f"{site_url}/{entry.address}",
                "url": f"{site_url}/{entry.address}",
                "title": entry.title,
                "content_text": entry.summary,
                "date_published": _moment(entry.on).isoformat(),
            }
            for entry in entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
