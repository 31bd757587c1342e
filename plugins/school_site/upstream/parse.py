"""Read one answer of a source: bytes in, plain text and checked links out.  Nothing here raises on content.

Everything that the site takes from elsewhere enters through ``parse_feed``.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any, cast

import feedparser

from ..upstream_model import Feed, FeedItem
from . import json_feed
from .charset import decode
from .clean import SUMMARY_LENGTH, TITLE_LENGTH, body_of_list, carries_code, one_line, plain_text, safe_link
from .dates import parse_date
from .raw_item import RawItem
from .repair import mend

GUID_LENGTH = 500
_ALTERNATE = re.compile(r"<link\b[^<>]{0,1000}>", re.I)
_FEED_TYPE = re.compile(r"""type\s*=\s*["']?application/(?:rss|atom|feed)\+(?:xml|json)""", re.I)
_HREF = re.compile(r"""href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.I)


def parse_feed(data: bytes, *, base_url: str, content_type: str | None = None) -> Feed:
    """Read RSS 0.9x/1.0/2.0, Atom 0.3/1.0, RDF or JSON Feed, however roughly it is written.

    An answer that is no feed comes back as a Feed without items whose ``fault`` says why.
    """
    text, note = decode(data, content_type)
    notes = (note,) if note else ()
    if not text.strip(" \t\r\n\0\ufeff"):
        return _fault("empty_body")
    if text.lstrip(" \t\r\n\ufeff").startswith(("{", "[")):
        read = json_feed.read(text)
        if read is None:
            return _fault("not_a_feed")
        return _feed("json", read.title, read.link, read.items, base_url, notes)
    mended = mend(text)
    if mended.fault:
        hint = _advertised_feed(text, base_url) if mended.fault == "html_page" else None
        return _fault(mended.fault, hint)
    parsed = _by_feedparser(mended.text)
    if parsed is None:
        return _fault("not_a_feed")
    about = cast("dict[str, Any]", parsed.feed)
    items = tuple(_raw(entry) for entry in parsed.entries)
    version = str(parsed.version or "") or None
    if version is None and not items:
        return _fault("not_a_feed")
    return _feed(version, _text(about, "title"), _text(about, "link"), items, base_url, notes + mended.notes)


def _by_feedparser(text: str) -> Any:
    """Hand the mended bytes to feedparser as a stream: a bare value it might take for a file name.

    Its own sanitising and link resolving stay off: they cost ten times the parsing, and ``clean`` lets no
    markup pass in any case.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return feedparser.parse(
                io.BytesIO(text.encode("utf-8", "replace")), sanitize_html=False, resolve_relative_uris=False
            )
    except Exception:  # a library's slip on hostile input must not stop the other sources
        return None


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = dict.get(cast("dict[str, Any]", entry), key)  # feedparser's own get() invents fallbacks
    return value if isinstance(value, str) else ""


def _raw(entry: dict[str, Any]) -> RawItem:
    """Pick from feedparser's entry what we use, untouched."""
    contents = [part.get("value", "") for part in dict.get(entry, "content") or () if isinstance(part, dict)]
    guid = _text(entry, "id").strip()
    return RawItem(
        title=_text(entry, "title"),
        links=tuple(_links(entry, guid)),
        guid=guid,
        dates=tuple(filter(None, (_text(entry, key).strip() for key in ("published", "created", "updated")))),
        texts=tuple(filter(None, (_text(entry, "summary"), *contents))),
    )


def _links(entry: dict[str, Any], guid: str) -> Iterator[str]:
    """Give the candidates for the item's address, best first."""
    links = [link for link in dict.get(entry, "links") or () if isinstance(link, dict) and link.get("href")]
    for link in links:
        if link.get("rel", "alternate") == "alternate":
            yield str(link["href"])
    own = _text(entry, "link")
    # feedparser offers a guid as a link unless isPermaLink denies it: «news_101» is not an address.
    if own != guid:
        yield own
    if re.match(r"https?://", guid, re.I):
        yield guid


def _feed(
    version: str | None,
    title: str,
    link: str,
    raw_items: tuple[RawItem, ...],
    base_url: str,
    notes: tuple[str, ...],
) -> Feed:
    items: list[FeedItem] = []
    dropped: list[str] = []
    for number, raw in enumerate(raw_items, 1):
        item = _item(raw, base_url)
        if item is None:
            dropped.append(f"Bỏ mục thứ {number}: không có tiêu đề, cũng không có nội dung.")
        else:
            items.append(item)
    hostile = sum(carries_code(raw.title, raw.links) for raw in raw_items)
    return Feed(
        version=version,
        title=plain_text(title, TITLE_LENGTH),
        link=safe_link(link, base_url),
        items=tuple(items),
        notes=notes,
        dropped=tuple(dropped),
        hostile_items=hostile,
        fault=None if items or not dropped else "no_usable_item",
    )


def _item(raw: RawItem, base_url: str) -> FeedItem | None:
    """Clean one item; None when nothing in it could be shown."""
    notes: list[str] = []
    title = plain_text(raw.title, TITLE_LENGTH)
    summary = next(filter(None, (plain_text(body_of_list(text), SUMMARY_LENGTH) for text in raw.texts)), "")
    if not title and not summary:
        return None
    if not title:
        title = plain_text(summary, 100)
        notes.append("Không có tiêu đề, lấy phần đầu của nội dung.")
    link = next(filter(None, (safe_link(one, base_url) for one in raw.links)), None)
    if link is None:
        written = next(filter(None, raw.links), "")
        unsafe = f"Bỏ liên kết không an toàn «{one_line(written)[:80]}»."
        notes.append(unsafe if written else "Không có liên kết.")
    dated = next(((moment, text) for text in raw.dates if (moment := parse_date(text))), None)
    if dated is None:
        written = one_line(raw.dates[0])[:80] if raw.dates else ""
        notes.append(f"Không đọc được ngày «{written}»." if written else "Không ghi ngày.")
    return FeedItem(
        title=title,
        link=link,
        guid=one_line(raw.guid)[:GUID_LENGTH] or None,
        published_at=dated[0] if dated else None,
        published_text=one_line(dated[1] if dated else next(iter(raw.dates), ""))[:80] or None,
        summary="" if summary == title else summary,
        notes=tuple(notes),
    )


def _fault(code: str, hint: str | None = None) -> Feed:
    return Feed(version=None, title="", link=None, items=(), fault=code, hint=hint)


def _advertised_feed(page: str, base_url: str) -> str | None:
    """Find the feed that a web page announces, so that the message can name the right address."""
    for tag in _ALTERNATE.findall(page[:100_000]):
        href = _HREF.search(tag)
        if href and _FEED_TYPE.search(tag):
            return safe_link(next(filter(None, href.groups()), None), base_url)
    return None
