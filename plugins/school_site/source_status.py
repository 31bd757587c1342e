"""Judge how every upstream source fares on a day, by its items and its health.  Pure.

A base module: `news --status` tells it to staff, a rule of validation makes advisory findings of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from .source_faults import remedy
from .upstream_model import SourceHealth, UpstreamItem, UpstreamSource

OVERDUE = timedelta(days=2)  # the job runs twice a day: after two days without it, the job itself is broken

State = Literal["well", "failing", "quiet", "overdue", "never_asked", "moved", "hostile", "not_followed"]


@dataclass(frozen=True, kw_only=True)
class SourceStatus:
    """How one source fares on a day, in facts and in sentences."""

    source: UpstreamSource
    health: SourceHealth
    state: State
    count: int
    newest: UpstreamItem | None
    quiet_days: int | None  # since its newest item; None when there is none
    advice: str | None  # what a person can do

    @property
    def needs_a_person(self) -> bool:
        """Tell whether somebody should look."""
        return self.advice is not None


def statuses(
    sources: Sequence[UpstreamSource],
    items: Iterable[UpstreamItem],
    healths: Iterable[SourceHealth],
    now: datetime,
) -> tuple[SourceStatus, ...]:
    """Judge every source by its items and its health."""
    pool = tuple(items)
    known = {health.source_id: health for health in healths}
    return tuple(
        _status(
            source,
            [item for item in pool if item.source_id == source.id],
            known.get(source.id, SourceHealth(source_id=source.id)),
            now,
        )
        for source in sources
    )


def _status(source: UpstreamSource, items: Sequence[UpstreamItem], health: SourceHealth, now: datetime) -> SourceStatus:
    newest = max(items, key=lambda item: item.dated_at, default=None)
    quiet_days = (now.date() - newest.dated_at.date()).days if newest else None
    state = _state(source, health, quiet_days, now)
    return SourceStatus(
        source=source,
        health=health,
        state=state,
        count=len(items),
        newest=newest,
        quiet_days=quiet_days,
        advice=_advice(state, source, health),
    )


def _state(source: UpstreamSource, health: SourceHealth, quiet_days: int | None, now: datetime) -> State:
    if not source.is_valid(now.date()):
        return "not_followed"
    if health.last_tried_at is None:
        return "never_asked"
    if now - health.last_tried_at > OVERDUE and (health.retry_not_before or now) <= now:
        return "overdue"
    if health.fault is not None:
        return "failing"
    if health.warning == "hostile_items":
        return "hostile"
    if quiet_days is not None and quiet_days > source.fresh_within_days:
        return "quiet"
    return "moved" if health.warning == "moved" else "well"


def _advice(state: State, source: UpstreamSource, health: SourceHealth) -> str | None:
    if state == "failing" and health.fault is not None:
        return remedy(health.fault)
    if state in ("moved", "hostile") and health.warning is not None:
        return remedy(health.warning)
    if state == "quiet":
        where = source.website or source.address
        return f"Mở {where} xem nguồn còn đăng tin không; nếu có thì hỏi địa chỉ RSS mới."
    if state == "overdue":
        return "Chạy  invoke news, rồi xem lịch chạy tự động có còn hoạt động không."
    if state == "never_asked":
        return "Chạy  invoke news."
    return None
