"""Read a JSON Feed (versions 1.0 and 1.1) into raw items."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from .raw_item import RawItem
from .repair import MOST_ITEMS


@dataclass(frozen=True, kw_only=True)
class JsonFeed:
    """What parse.py needs of a JSON Feed."""

    title: str
    link: str
    items: tuple[RawItem, ...]


def read(text: str) -> JsonFeed | None:
    """Give the feed, or None where the text is not a JSON Feed."""
    try:
        feed = json.loads(text.strip(" \t\r\n\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    items = [item for item in feed["items"][:MOST_ITEMS] if isinstance(item, dict)]
    return JsonFeed(
        title=_text(feed, "title"),
        link=_text(feed, "home_page_url"),
        items=tuple(_raw(item) for item in items),
    )


def _raw(item: dict[str, Any]) -> RawItem:
    return RawItem(
        title=_text(item, "title"),
        links=_texts(item, "url", "external_url"),
        guid=_text(item, "id"),
        dates=_texts(item, "date_published", "date_modified"),
        texts=_texts(item, "summary", "content_text", "content_html"),
    )


def _texts(item: dict[str, Any], *keys: str) -> tuple[str, ...]:
    return tuple(filter(None, (_text(item, key) for key in keys)))


def _text(item: dict[str, Any], key: str) -> str:
    """Read a text; some writers give numbers for ids, which the standard tells readers to accept."""
    value = item.get(key)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    try:
        return str(value).encode("utf-8", "replace").decode("utf-8")  # JSON may spell lone surrogates
    except ValueError:  # an integer of too many digits
        return ""
