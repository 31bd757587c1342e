"""One feed as RSS 2.0, Atom and JSON Feed. Pure: the same entries give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from urllib.parse import quote

from ..upstream_model import VIETNAM_TIME

LANGUAGE = "vi"


@dataclass(frozen=True, kw_only=True)
class FeedFile:
    """A file that goes with an entry; `size` in bytes."""

    address: str
    title: str
    size: int
    media_type: str


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """One thing in a feed."""

    title: str
    address: str
    summary: str
    on: date
    files: tuple[FeedFile, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FeedHead:
    """What is said about a feed as a whole; `address` has no ending, `site_url` no slash at its end."""

    title: str
    description: str
    author: str
    email: str
    site_url: str
    address: str
    updated_on: date

    def url(self, address: str) -> str:
        """A page or file of the site, as the world may call it."""
        return f"{self.site_url}/{quote(address)}"


def rss(head: FeedHead, entries: Sequence[FeedEntry]) -> bytes:
    """RSS 2.0. It knows one file for each entry: the first."""
    feed = _generator(head, "rss", "application/rss+xml")
    feed.managingEditor(f"{head.email} ({head.author})")
    for entry in entries:
        item = _added(feed, head, entry)
        item.guid(head.url(entry.address), permalink=True)
        for file in entry.files[:1]:
            item.enclosure(head.url(file.address), str(file.size), file.media_type)
    return bytes(feed.rss_str(pretty=True))


def atom(head: FeedHead, entries: Sequence[FeedEntry]) -> bytes:
    """Atom, with all files of an entry."""
    feed = _generator(head, "atom", "application/atom+xml")
    for entry in entries:
        item = _added(feed, head, entry)
        item.id(head.url(entry.address))
        item.register_extension("files", _AtomFiles, rss=False)
        item.files.links = [
            {
                "href": head.url(file.address),
                "rel": "enclosure",
                "type": file.media_type,
                "length": str(file.size),
                "title": file.title,
            }
            for file in entry.files
        ]
    return bytes(feed.atom_str(pretty=True))


class _AtomFiles:
    """Files of an Atom entry: feedgen's own links of entries lose every attribute but the address."""

    links: Sequence[dict[str, str]] = ()

    def extend_atom(self, entry: Any) -> Any:
        """Add a link for each file to the finished entry."""
        for link in self.links:
            entry.append(entry.makeelement("link", link))
        return entry


def _generator(head: FeedHead, form: str, media_type: str) -> Any:
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id(head.url(f"{head.address}.atom"))
    feed.title(head.title)
    feed.description(head.description)
    feed.subtitle(head.description)
    feed.language(LANGUAGE)
    feed.author({"name": head.author, "email": head.email})
    feed.generator("Cổng Trường")
    # Without a date of its own feedgen writes the clock's; two builds must agree.
    feed.updated(_moment(head.updated_on))
    feed.lastBuildDate(_moment(head.updated_on))
    # The last link() becomes the channel's link.
    feed.link(href=head.url(f"{head.address}.{form}"), rel="self", type=media_type)
    feed.link(href=head.url("index.html"), rel="alternate", type="text/html")
    return feed


def _added(feed: Any, head: FeedHead, entry: FeedEntry) -> Any:
    item = feed.add_entry(order="append")
    item.title(entry.title)
    item.link(href=head.url(entry.address))
    item.summary(entry.summary)
    item.published(_moment(entry.on))
    item.updated(_moment(entry.on))
    return item


def json_feed(head: FeedHead, entries: Sequence[FeedEntry]) -> bytes:
    """JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "description": head.description,
        "language": LANGUAGE,
        "home_page_url": head.url("index.html"),
        "feed_url": head.url(f"{head.address}.json"),
        "authors": [{"name": head.author, "url": head.url("index.html")}],
        "items": [_json_item(head, entry) for entry in entries],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(head: FeedHead, entry: FeedEntry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": head.url(entry.address),
        "url": head.url(entry.address),
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": _moment(entry.on).isoformat(),
    }
    if entry.files:
        item["attachments"] = [
            {
                "url": head.url(file.address),
                "mime_type": file.media_type,
                "title": file.title,
                "size_in_bytes": file.size,
            }
            for file in entry.files
        ]
    return item


def _moment(on: date) -> datetime:
    """A day of the content as a moment: the morning, Vietnamese time."""
    return datetime.combine(on, time(7), VIETNAM_TIME)
