"""Tell staff how every source fares and what to do about it: the lines of `news --status`.  Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from ..source_status import SourceStatus, State
from ..vietnamese import day, moment

WORDS: Mapping[State, str] = {
    "well": "tốt",
    "failing": "không lấy được",
    "quiet": "lâu không có tin mới",
    "overdue": "đã lâu máy không hỏi",
    "never_asked": "chưa hỏi lần nào",
    "moved": "tốt, nhưng đã chuyển địa chỉ",
    "hostile": "lấy được, nhưng có mã lạ",
    "not_followed": "không theo dõi vào ngày này",
}


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
    if status.state in ("moved", "hostile"):
        told.append(f"    {health.message_vi}")
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
