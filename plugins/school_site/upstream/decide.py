"""Decide what the register holds after one source was asked.

Pure: old items, the outcome and the moment in, a decision out.  A source that fails, is empty or turns
into a web page never removes anything: items leave only by the source's own rules (keep_items, keep_days,
its words), and only after an answer that could be read.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..source_faults import sentence
from ..upstream_model import Feed, FeedItem, SourceHealth, UpstreamItem, UpstreamSource, link_key
from .answer import Fault, Unchanged

PATIENCE = 3  # failures in a row before the source is asked less often
LONGEST_PAUSE = timedelta(hours=12)  # so that the twice-daily run still asks once a day
LONGEST_WISH = timedelta(hours=24)  # of a server's own Retry-After
AHEAD = timedelta(days=1)  # a date further in the future is a slip, hence no date


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What to write for one source, and what to tell."""

    items: tuple[UpstreamItem, ...]
    health: SourceHealth
    added: int = 0
    changed: int = 0
    removed: int = 0
    passed_over: tuple[str, ...] = ()  # Vietnamese sentences: items not taken, and why


def decide(
    old_items: Sequence[UpstreamItem],
    outcome: Feed | Unchanged | Fault,
    source: UpstreamSource,
    now: datetime,
    *,
    health: SourceHealth | None = None,
) -> Decision:
    """Take in what a source gave, or note why nothing came."""
    before = _under_these_settings(health, source)
    if isinstance(outcome, Feed):
        if outcome.fault or not outcome.items:
            fault = Fault(outcome.fault or "empty_feed")
            return _failed(old_items, fault, source, now, before, outcome.hint)
        return _taken(old_items, outcome, source, now, before)
    if isinstance(outcome, Unchanged):
        kept = _kept(_marked(old_items, source), source, now)
        # What was said about the answer that the source sent last still holds.
        health = replace(_well(before, now), warning=before.warning, message_vi=before.message_vi)
        return Decision(
            items=kept, health=_well(before, now) if before.fault else health, removed=len(old_items) - len(kept)
        )
    return _failed(old_items, outcome, source, now, before)


def settings_mark(source: UpstreamSource) -> str:
    """Summarise the settings that decide what is taken: when they change, the feed must be read afresh."""
    rules = (source.include_words, source.exclude_words, source.keep_items, source.keep_days)
    words = repr((source.address, source.user_agent, rules))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def _under_these_settings(health: SourceHealth | None, source: UpstreamSource) -> SourceHealth:
    """Begin anew after staff changed the source: its ETag and failures belong to the old settings."""
    mark = settings_mark(source)
    if health is not None and health.settings_mark == mark:
        return health
    before = health or SourceHealth(source_id=source.id)
    return replace(
        before, settings_mark=mark, etag=None, last_modified=None, failures_in_a_row=0, retry_not_before=None
    )


def _well(before: SourceHealth, now: datetime) -> SourceHealth:
    return replace(
        before,
        last_success_at=now,
        last_tried_at=now,
        failures_in_a_row=0,
        fault=None,
        warning=None,
        message_vi=None,
        retry_not_before=None,
    )


def _failed(
    old_items: Sequence[UpstreamItem],
    fault: Fault,
    source: UpstreamSource,
    now: datetime,
    before: SourceHealth,
    hint: str | None = None,
) -> Decision:
    failures = before.failures_in_a_row + 1
    pause = timedelta(0)
    if failures >= PATIENCE:
        pause = min(timedelta(hours=1) * 2 ** min(failures - PATIENCE, 10), LONGEST_PAUSE)
    pause = max(pause, min(timedelta(seconds=fault.retry_after_seconds), LONGEST_WISH))
    health = replace(
        before,
        last_tried_at=now,
        failures_in_a_row=failures,
        fault=fault.code,
        warning=None,
        message_vi=sentence(fault.code, fault.detail, hint),
        retry_not_before=now + pause if pause else None,
    )
    return Decision(items=_marked(old_items, source), health=health)


def _taken(
    old_items: Sequence[UpstreamItem], feed: Feed, source: UpstreamSource, now: datetime, before: SourceHealth
) -> Decision:
    arrivals, passed_over = _arrivals(old_items, feed, source, now)
    arrived = {item.id for item in arrivals}
    let_go = {name for name in before.let_go if name in arrived}
    old_ids = {item.id for item in old_items}
    pool = [item for item in arrivals if item.id not in let_go]
    pool += [item for item in _marked(old_items, source) if item.id not in arrived and _wanted(item, source)]
    kept = _kept(pool, source, now)
    kept_ids = {item.id for item in kept}
    let_go |= {item.id for item in arrivals if item.published_at is None and item.id not in kept_ids}
    left = [item for item in pool if item.id not in kept_ids and item.id in arrived]
    return Decision(
        items=kept,
        health=replace(_well(before, now), let_go=tuple(sorted(let_go))),
        added=len(kept_ids - old_ids),
        changed=sum(item.changed_at == now for item in kept),
        removed=len(old_ids - kept_ids),
        passed_over=(
            *passed_over,
            *(f"«{item.title}»: quá số tin hoặc số ngày mà nguồn này giữ." for item in left),
        ),
    )


def _arrivals(
    old_items: Sequence[UpstreamItem], feed: Feed, source: UpstreamSource, now: datetime
) -> tuple[list[UpstreamItem], list[str]]:
    """Turn the feed's items into ours, each joined to the old item it continues."""
    guids = Counter(item.guid for item in feed.items if item.guid)
    links = Counter(link_key(item.link) for item in feed.items if item.link)
    by_id = {item.id: item for item in old_items}
    by_guid = {item.guid: item for item in old_items if item.guid}
    by_link = {link_key(item.link): item for item in old_items}
    arrivals: dict[str, UpstreamItem] = {}
    passed_over: list[str] = []
    for item in feed.items:
        # A guid or link that several items share names none of them.
        guid = item.guid if item.guid and guids[item.guid] == 1 else None
        link = link_key(item.link) if item.link and links[link_key(item.link)] == 1 else None
        name = _name(source, guid or link or f"{item.title}\n{item.published_text}")
        old = by_id.get(name) or (by_guid.get(guid) if guid else None) or (by_link.get(link) if link else None)
        ours = _joined(old, item, name, guid, source, now)
        if not _wanted(ours, source):
            passed_over.append(f"«{ours.title}»: không qua được các từ lọc của nguồn này.")
        elif ours.id in arrivals:
            passed_over.append(f"«{ours.title}»: có hai lần trong bản tin.")
        else:
            arrivals[ours.id] = ours
    return list(arrivals.values()), passed_over


def _name(source: UpstreamSource, key: str) -> str:
    return hashlib.sha256(f"{source.id}\n{key}".encode()).hexdigest()[:16]


def _joined(
    old: UpstreamItem | None,
    item: FeedItem,
    name: str,
    guid: str | None,
    source: UpstreamSource,
    now: datetime,
) -> UpstreamItem:
    """Make our item of the feed's; one seen before keeps its name and its first-seen time."""
    published_at = item.published_at
    if published_at is not None and published_at > now + AHEAD:
        published_at = None
    # An item without a link of its own still leads to where it came from.
    link = item.link or source.website or source.address
    if old is None:
        return UpstreamItem(
            id=name,
            source_id=source.id,
            title=item.title,
            link=link,
            published_at=published_at,
            first_seen_at=now,
            summary=item.summary,
            is_directive=source.is_directive_source,
            guid=guid,
        )
    joined = replace(
        old,
        title=item.title,
        link=link,
        published_at=published_at or old.published_at,
        summary=item.summary,
        is_directive=source.is_directive_source,
        guid=guid or old.guid,
    )
    return joined if _told(joined) == _told(old) else replace(joined, changed_at=now)


def _told(item: UpstreamItem) -> tuple[str, str, datetime | None]:
    return item.title, item.summary, item.published_at


def _marked(items: Iterable[UpstreamItem], source: UpstreamSource) -> tuple[UpstreamItem, ...]:
    return tuple(replace(item, is_directive=source.is_directive_source) for item in items)


def _kept(items: Iterable[UpstreamItem], source: UpstreamSource, now: datetime) -> tuple[UpstreamItem, ...]:
    """Apply keep_days, then keep_items; of items of one moment the first in the feed stay."""
    recent = [item for item in items if item.dated_at >= now - timedelta(days=source.keep_days)]
    return tuple(sorted(recent, key=lambda item: item.dated_at, reverse=True)[: source.keep_items])


def _wanted(item: UpstreamItem, source: UpstreamSource) -> bool:
    text = f"{item.title}\n{item.summary}"
    if any(_has_word(text, word) for word in source.exclude_words):
        return False
    return not source.include_words or any(_has_word(text, word) for word in source.include_words)


def _has_word(text: str, word: str) -> bool:
    """Look for whole words, whatever their case; the marks count, because «thi» is not «thì»."""
    pattern = rf"(?<!\w){re.escape(_folded(word))}(?!\w)"
    return re.search(pattern, _folded(text)) is not None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()
