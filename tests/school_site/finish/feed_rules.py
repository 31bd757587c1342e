"""The rules of RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 that the W3C's and other validators hold a feed against.

Each function gives sentences about what is wrong; a valid feed gives none. Written from the specifications, with the
standard library alone, so that the library that writes the feeds does not judge itself.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} ([+-]\d{4}|GMT)\Z")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
MEDIA_TYPE = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+\Z")
EDITOR = re.compile(r"[^@\s]+@[^@\s]+ \(.+\)\Z")
ONCE_IN_CHANNEL = ("title", "link", "description", "language", "lastBuildDate", "managingEditor", "generator", "docs")
ONCE_IN_ITEM = ("title", "link", "description", "guid", "pubDate", "enclosure")


def rss_faults(data: bytes, address: str) -> list[str]:
    """What an RSS 2.0 feed that is served at `address` does wrong."""
    return list(_rss(ET.fromstring(data), address))


def _rss(root: ET.Element, address: str) -> Iterator[str]:
    if root.tag != "rss" or root.get("version") != "2.0" or [part.tag for part in root] != ["channel"]:
        yield "not one channel of RSS 2.0"
        return
    channel = root[0]
    yield from _each_once(channel, ONCE_IN_CHANNEL, needed=("title", "link", "description"))
    yield from _self_link(channel, address, "application/rss+xml")
    yield from _wrong(channel, "link", _is_absolute)
    yield from _wrong(channel, "language", LANGUAGE.match)
    yield from _wrong(channel, "lastBuildDate", _is_rfc_822)
    yield from _wrong(channel, "managingEditor", EDITOR.match)
    items = channel.findall("item")
    yield from _doubles("guid", [item.findtext("guid", "") for item in items])
    for item in items:
        yield from _each_once(item, ONCE_IN_ITEM, needed=("title", "link", "description", "guid", "pubDate"))
        yield from _wrong(item, "link", _is_absolute)
        yield from _wrong(item, "pubDate", _is_rfc_822)
        guid = item.find("guid")
        if guid is not None and guid.get("isPermaLink", "true") == "true" and not _is_absolute(guid.text or ""):
            yield f"guid: «{guid.text}» is no address"
        for file in item.findall("enclosure"):
            yield from _file(file.get("url"), file.get("length"), file.get("type"))


def atom_faults(data: bytes, address: str) -> list[str]:
    """What an Atom feed that is served at `address` does wrong."""
    return list(_atom(ET.fromstring(data), address))


def _atom(feed: ET.Element, address: str) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield "no Atom feed"
        return
    language = feed.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    if not LANGUAGE.match(language):
        yield f"xml:lang: «{language}»"
    needed = tuple(f"{ATOM}{name}" for name in ("id", "title", "updated"))
    yield from _each_once(feed, needed, needed=needed)
    yield from _self_link(feed, address, "application/atom+xml")
    entries = feed.findall(f"{ATOM}entry")
    if not feed.findtext(f"{ATOM}author/{ATOM}name") and not all(
        entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries
    ):
        yield "author: neither the feed nor every entry has one"
    yield from _doubles("id", [entry.findtext(f"{ATOM}id", "") for entry in entries])
    for part in (feed, *entries):
        yield from _each_once(part, needed, needed=needed)
        yield from _wrong(part, f"{ATOM}id", _is_absolute)
        for name in ("updated", "published"):
            yield from _wrong(part, f"{ATOM}{name}", RFC_3339.match)
        links = part.findall(f"{ATOM}link")
        yield from _doubles(
            "alternate", [link.get("type", "") for link in links if link.get("rel", "alternate") == "alternate"]
        )
        for link in links:
            if not _is_absolute(link.get("href", "")):
                yield f"link: «{link.get('href')}» is no address"
            if link.get("rel") == "enclosure":
                yield from _file(link.get("href"), link.get("length"), link.get("type"))
    for entry in entries:
        if not any(link.get("rel", "alternate") == "alternate" for link in entry.findall(f"{ATOM}link")):
            yield "entry: neither content nor an alternate link"


def json_faults(data: bytes, address: str) -> list[str]:
    """What a JSON Feed that is served at `address` does wrong."""
    return list(_json(json.loads(data), address))


def _json(feed: dict[str, object], address: str) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version: «{feed.get('version')}»"
    if not feed.get("title"):
        yield "title: missing"
    if not LANGUAGE.match(str(feed.get("language"))):
        yield f"language: «{feed.get('language')}»"
    if feed.get("feed_url") != address:
        yield f"feed_url: «{feed.get('feed_url')}» instead of «{address}»"
    items = feed.get("items")
    if not isinstance(items, list):
        yield "items: no list"
        return
    yield from _doubles("id", [item.get("id") for item in items])
    for item in items:
        if not isinstance(item.get("id"), str) or not item["id"]:
            yield f"id: «{item.get('id')}» is no text"
        if not (item.get("content_text") or item.get("content_html")):
            yield f"content: «{item.get('id')}» has none"
        if not _is_absolute(str(item.get("url"))):
            yield f"url: «{item.get('url')}» is no address"
        if not RFC_3339.match(str(item.get("date_published"))):
            yield f"date_published: «{item.get('date_published')}»"
        for file in item.get("attachments", ()):
            yield from _file(file.get("url"), str(file.get("size_in_bytes")), file.get("mime_type"))


# --- what the formats have in common ---------------------------------------------------------------------------


def _is_absolute(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"{}|\\^`]", address)


def _is_rfc_822(text: str) -> bool:
    """A moment in the form of the mails, with a weekday that is the day's own."""
    return bool(RFC_822.match(text)) and f"{parsedate_to_datetime(text):%a}" == text[:3]


def _each_once(element: ET.Element, names: tuple[str, ...], *, needed: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        found = element.findall(name)
        if len(found) > 1:
            yield f"{name}: {len(found)} times"
        if name in needed and not (found and (found[0].text or "").strip()):
            yield f"{name}: missing"


def _wrong(element: ET.Element, name: str, is_right: object) -> Iterator[str]:
    for part in element.findall(name):
        if not is_right(part.text or ""):  # type: ignore[operator]
            yield f"{name}: «{part.text}»"


def _self_link(element: ET.Element, address: str, media_type: str) -> Iterator[str]:
    found = [
        (link.get("href"), link.get("type")) for link in element.findall(f"{ATOM}link") if link.get("rel") == "self"
    ]
    if found != [(address, media_type)]:
        yield f"self: {found} instead of «{address}»"


def _doubles(what: str, names: list[str]) -> Iterator[str]:
    yield from (f"{what}: «{name}» {count} times" for name, count in Counter(names).items() if count > 1)


def _file(address: str | None, length: str | None, media_type: str | None) -> Iterator[str]:
    if not _is_absolute(address or ""):
        yield f"file: «{address}» is no address"
    if not (length or "").isdigit():
        yield f"file: «{length}» is no length"
    if not MEDIA_TYPE.match(media_type or ""):
        yield f"file: «{media_type}» is no media type"


def moments(data: bytes) -> set[datetime]:
    """Every moment in an XML feed, of either spelling."""
    found = set()
    for element in ET.fromstring(data).iter():
        text = (element.text or "").strip()
        if RFC_822.match(text):
            found.add(parsedate_to_datetime(text))
        elif RFC_3339.match(text):
            found.add(datetime.fromisoformat(text))
    return found
