"""The values of upstream news: whom the school follows, what came in, how each source fares.

A base module: it imports nothing of ours, so that enriching and the theme can speak of upstream
news without knowing how it is fetched.  Every moment is aware and written in Vietnamese time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

VIETNAM_TIME = timezone(timedelta(hours=7))  # no daylight saving since 1975, so a fixed offset is exact

Role = Literal["department", "managing_authority", "ministry", "other"]


@dataclass(frozen=True, kw_only=True)
class UpstreamSource:
    """One entry of content/nguon-tin.yml; the schema repeats the defaults and a test compares them."""

    id: str
    name: str
    role: Role
    address: str
    website: str | None = None
    valid_from: date | None = None  # first day on which the school follows this source
    valid_to: date | None = None  # last such day, inclusive
    language: str = "vi"
    keep_items: int = 30
    keep_days: int = 365
    include_words: tuple[str, ...] = ()
    exclude_words: tuple[str, ...] = ()
    fresh_within_days: int = 14
    is_directive_source: bool = False
    person_in_charge: str | None = None
    user_agent: str | None = None
    ca_file: str | None = None  # relative to the content folder

    def is_valid(self, on: date) -> bool:
        """Tell whether the school follows this source on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, kw_only=True)
class UpstreamItem:
    """One piece of news as the site shows it: plain text and a checked link, never markup."""

    id: str  # stable for the life of the item, unique over all sources
    source_id: str
    title: str
    link: str  # absolute, http or https
    published_at: datetime | None = None  # None: the source gives no readable date
    first_seen_at: datetime
    changed_at: datetime | None = None  # when it last came back with other words
    summary: str = ""
    is_directive: bool = False
    guid: str | None = None  # the source's own identifier, where it can be relied on

    @property
    def dated_at(self) -> datetime:
        """The moment the item is ordered by."""
        return self.published_at or self.first_seen_at


@dataclass(frozen=True, kw_only=True)
class SourceHealth:
    """How fetching one source has gone, and what the next attempt needs to know."""

    source_id: str
    last_success_at: datetime | None = None
    last_tried_at: datetime | None = None
    failures_in_a_row: int = 0
    fault: str | None = None  # code of source_faults.py; None when the last attempt went well
    warning: str | None = None  # code of source_faults.py: an attempt that went well, but somebody should know
    message_vi: str | None = None  # one sentence for staff, about the fault or the warning
    retry_not_before: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    settings_mark: str | None = None  # the settings under which etag and last_modified were given
    let_go: tuple[str, ...] = ()  # undated items the keep rules dropped, so that they do not return as new


@dataclass(frozen=True, kw_only=True)
class FeedItem:
    """One item as a feed gives it, cleaned: plain NFC text, an absolute http(s) link or none."""

    title: str
    link: str | None
    guid: str | None
    published_at: datetime | None
    published_text: str | None  # the date as written, for people to compare
    summary: str
    notes: tuple[str, ...] = ()  # Vietnamese sentences: what was mended or dropped in this item


@dataclass(frozen=True, kw_only=True)
class Feed:
    """What one answer of a source contains; an unreadable answer is a Feed with a fault, not an exception."""

    version: str | None  # as feedparser names it (rss20, atom10, …), "json", or None
    title: str
    link: str | None
    items: tuple[FeedItem, ...]
    notes: tuple[str, ...] = ()  # Vietnamese sentences about the feed as a whole
    dropped: tuple[str, ...] = ()  # Vietnamese sentences, one for each item that was not taken
    hostile_items: int = 0  # items whose title or link would have run something
    fault: str | None = None  # code of source_faults.py when this is not a usable feed
    hint: str | None = None  # the feed address a web page names, when a page came in its place


def link_key(link: str) -> str:
    """Name the page a link leads to, so that http and https, or a fragment, do not make two of it."""
    parts = urlsplit(link)
    return urlunsplit(("", parts.netloc.removeprefix("www."), parts.path.rstrip("/"), parts.query, ""))


def newest_first(items: Iterable[UpstreamItem]) -> tuple[UpstreamItem, ...]:
    """Order by date, newest first; items of one moment keep the order in which the source gave them."""
    return tuple(sorted(items, key=lambda item: item.dated_at, reverse=True))


def shown_items(
    sources: Sequence[UpstreamSource], items: Iterable[UpstreamItem], as_of: date
) -> tuple[UpstreamItem, ...]:
    """Choose what the site shows on a day: items of sources followed then, newest first.

    An article that two sources carry is shown once: for the one whose directives the school has to carry out,
    else for the source that stands first in the list.
    """
    pool = newest_first(items)
    shown: list[UpstreamItem] = []
    seen: set[tuple[str, str]] = set()
    for source in sorted(sources, key=lambda source: not source.is_directive_source):
        if source.is_valid(as_of):
            own = [item for item in pool if item.source_id == source.id][: source.keep_items]
            fresh = [item for item in own if (item.link, item.title) not in seen]
            shown += fresh
            seen.update((item.link, item.title) for item in fresh)
    return newest_first(shown)
