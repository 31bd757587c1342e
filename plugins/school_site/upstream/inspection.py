"""Show what would be taken from one address or file, field by field, and why the rest is dropped."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from ..errors import UsageError
from ..source_faults import remedy, sentence
from ..upstream_model import Feed, FeedItem
from ..vietnamese import moment
from .answer import Answer, Fault, Outcome
from .decide import AHEAD
from .parse import parse_feed
from .retrieve import Limits, Request, retrieve_all

KINDS = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed", "cdf": "CDF"}


@dataclass(frozen=True)
class _Found:
    address: str
    feed: Feed | None
    fault: Fault | None


def inspect(
    address_or_file: str,
    *,
    echo: Callable[[str], None],
    now: datetime | None = None,
    allow: Sequence[str] = (),
    format: str = "text",
    user_agent: str | None = None,
    ca_file: Path | None = None,
    limits: Limits | None = None,
) -> int:
    """Print what would be taken, as "text" or "json"; give 1 when nothing can be.

    Without ``now`` dates that lie ahead are shown as they are.
    """
    limits = limits or Limits()
    if "://" in address_or_file:
        request = Request(source_id="", address=address_or_file, user_agent=user_agent, ca_file=ca_file)
        found = _from_network(request, frozenset(allow), limits)
    else:
        found = _from_file(Path(address_or_file), limits)
    if found.feed is not None and now is not None:
        dated = tuple(_dated(item, now) for item in found.feed.items)
        found = replace(found, feed=replace(found.feed, items=dated))
    for line in [_as_json(found)] if format == "json" else _as_text(found):
        echo(line)
    return 0 if found.fault is None else 1


def _from_network(request: Request, allow: frozenset[str], limits: Limits) -> _Found:
    outcomes: list[Outcome] = []
    retrieve_all([request], lambda _, outcome: outcomes.append(outcome), allow=allow, limits=limits)
    outcome = outcomes[0]
    if isinstance(outcome, Answer):
        return _found(
            outcome.address,
            parse_feed(outcome.body, base_url=outcome.address, content_type=outcome.content_type),
        )
    return _Found(request.address, None, outcome if isinstance(outcome, Fault) else Fault("empty_body"))


def _from_file(path: Path, limits: Limits) -> _Found:
    """Read a file as if it came from the address its feed names, so that its relative links make sense."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.body_bytes + 1)
    except OSError as error:
        raise UsageError(f"«{path}» không phải địa chỉ http(s), cũng không phải tệp đọc được.") from error
    if len(data) > limits.body_bytes:
        return _Found(str(path), None, Fault("too_big", f"{limits.body_bytes / 1024**2:g}"))
    feed = parse_feed(data, base_url="", content_type=None)
    return _found(str(path), parse_feed(data, base_url=feed.link, content_type=None) if feed.link else feed)


def _found(address: str, feed: Feed) -> _Found:
    if feed.fault or not feed.items:
        return _Found(address, feed, Fault(feed.fault or "empty_feed"))
    return _Found(address, feed, None)


def _dated(item: FeedItem, now: datetime) -> FeedItem:
    """Drop a date too far ahead, as ``decide`` will."""
    if item.published_at is None or item.published_at <= now + AHEAD:
        return item
    note = f"Ngày «{item.published_text}» còn ở phía trước, coi như không ghi ngày."
    return replace(item, published_at=None, notes=(*item.notes, note))


def _as_json(found: _Found) -> str:
    feed = asdict(found.feed) if found.feed else {"items": []}
    for item in feed["items"]:
        item["published_at"] = item["published_at"].isoformat() if item["published_at"] else None
    hint = found.feed.hint if found.feed else None
    told = sentence(found.fault.code, found.fault.detail, hint) if found.fault else None
    fault = {"fault": found.fault.code if found.fault else None, "message_vi": told}
    return json.dumps({"address": found.address} | feed | fault, ensure_ascii=False, indent=1)


def _as_text(found: _Found) -> list[str]:
    told = [f"Nguồn: {found.address}"]
    if found.fault is not None:
        hint = found.feed.hint if found.feed else None
        told += [
            f"Không lấy được: {sentence(found.fault.code, found.fault.detail, hint)}",
            f"Việc cần làm: {remedy(found.fault.code)}",
        ]
    if found.feed is None:
        return told
    if found.feed.version:
        kind = next((word for key, word in KINDS.items() if found.feed.version.startswith(key)), "XML")
        told.append(f"Bản tin {kind} «{found.feed.title}», {len(found.feed.items)} mục lấy được.")
    if found.feed.hostile_items:
        told.append(f"Chú ý: {sentence('hostile_items', str(found.feed.hostile_items))}")
    told += [f"Chú ý: {note}" for note in found.feed.notes]
    for number, item in enumerate(found.feed.items, 1):
        told += ["", *_item_lines(number, item)]
    return told + ([""] if found.feed.dropped else []) + list(found.feed.dropped)


def _item_lines(number: int, item: FeedItem) -> list[str]:
    written = f" (ghi là «{item.published_text}»)" if item.published_text else ""
    dated = moment(item.published_at) if item.published_at else "không có"
    return [
        f"{number}. {item.title}",
        f"    Liên kết: {item.link or 'không có'}",
        f"    Ngày đăng: {dated}{written}",
        f"    Mã riêng: {item.guid or 'không có'}",
        f"    Tóm tắt: {item.summary or 'không có'}",
        *(f"    Chú ý: {note}" for note in item.notes),
    ]
