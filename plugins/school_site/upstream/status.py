"""Tell staff how every source fares and what to do about it.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from ..upstream_model import SourceHealth, UpstreamItem, UpstreamSource
from ..vietnamese import day, moment
from .faults import remedy

OVERDUE = timedelta(days=2)  # the job runs twice a day: after two days without it, the job itself is broken

State = Literal["well", "failing", "quiet", "overdue", "never_asked", "not_followed"]

WORDS: Mapping[State, str] = {
    "well": "tốt",
    "failing": "không lấy được",
    "quiet": "lâu không có tin mới",
    "overdue": "đã lâu máy không hỏi",
    "never_asked": "chưa hỏi lần nào",
    "not_followed": "không theo dõi vào ngày này",
}


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
    return "quiet" if quiet_days is not None and quiet_days > source.fresh_within_days else "well"


def _advice(state: State, source: UpstreamSource, health: SourceHealth) -> str | None:
    if state == "failing" and health.fault is not None:
        return remedy(health.fault)
    if state == "quiet":
        where = source.website or source.address
        return f"Mở {where} xem nguồn còn đăng tin không; nếu có thì hỏi địa chỉ RSS mới."
    if state == "overdue":
        return "Chạy  invoke news, rồi xem lịch chạy tự động có còn hoạt động không."
    if state == "never_asked":
        return "Chạy  invoke news."
    if state == "well" and health.message_vi:
        return health.message_vi
    return None


def lines(found: Sequence[SourceStatus], now: datetime) -> list[str]:
    """Print the statuses, those that need a person first."""
    if not found:
        return ["Chưa theo dõi nguồn tin nào: xem tệp nguon-tin.yml."]
    told = [line for one in sorted(found, key=lambda one: not one.needs_a_person) for line in _lines(one, now)]
    waiting = sum(one.needs_a_person for one in found)
    end = f"{waiting} nguồn cần người xem." if waiting else "Không nguồn nào cần người xem."
    return [*told, f"{len(found)} nguồn tin. {end}"]


def _lines(status: SourceStatus, now: datetime) -> list[str]:
    source, health = status.source, status.health
    told = [f"{source.name}: {WORDS[status.state]}"]
    if status.state == "failing":
        times = f" ({health.failures_in_a_row} lần liền)" if health.failures_in_a_row > 1 else ""
        told = [f"{told[0]}{times}", f"    {health.message_vi}"]
    if status.state == "quiet":
        told.append(f"    Đã {status.quiet_days} ngày không có tin mới, mức đặt là {source.fresh_within_days} ngày.")
    if health.last_success_at is not None:
        ago = (now.date() - health.last_success_at.date()).days
        told.append(f"    Lấy được lần cuối lúc {moment(health.last_success_at)}, {_days_ago(ago)}.")
    elif health.last_tried_at is not None:
        told.append("    Chưa lấy được lần nào.")
    if status.newest is not None:
        told.append(f"    Đang giữ {status.count} tin, mới nhất ngày {day(status.newest.dated_at)}.")
    if status.advice:
        told.append(f"    Việc cần làm: {status.advice}")
    if status.needs_a_person and source.person_in_charge:
        told.append(f"    Người phụ trách: {source.person_in_charge}.")
    if status.state == "failing" and health.retry_not_before is not None and health.retry_not_before > now:
        told.append(f"    Máy hỏi lại sau {moment(health.retry_not_before)}.")
    return told


def _days_ago(days: int) -> str:
    return "hôm nay" if days <= 0 else "hôm qua" if days == 1 else f"{days} ngày trước"
