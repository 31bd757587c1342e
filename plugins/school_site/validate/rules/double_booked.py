"""LT-041 — one person chairs two meetings at the same time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...findings import Finding, Rule, Severity
from ...kinds.weekly_schedule import ScheduleEntry
from ...site import Site
from ...vietnamese import day, fold
from ..basis import Basis

RULE = Rule(
    code="LT-041",
    title="Một người chủ trì hai việc cùng lúc",
    message="Ngày {day}, {chair} chủ trì «{topic}» lúc {starts}, trùng giờ với «{other}».",
    fix="Đổi giờ một việc, hoặc ghi người chủ trì khác.",
    why="Người dự đến nơi mà không có người chủ trì; lịch trùng thường là dòng chép lại quên sửa.",
    severity=Severity.warning,
    bad="7:30 Họp liên tịch, chair: Hiệu trưởng\n7:30 Dự giờ lớp 6A1, chair: Hiệu trưởng",
    good="7:30 Họp liên tịch, chair: Hiệu trưởng\n7:30 Dự giờ lớp 6A1, chair: Phó Hiệu trưởng",
    legal="weekly-schedule",
)
_PARTED = re.compile(r"\s*(?:[,;/&+]|\bva\b)\s*")
_TITLE = re.compile(r"^(?:thay|co|ong|ba|dong chi|d/c)\s+")
# Each of several people: they may well sit in several rooms.
_SEVERAL = re.compile(r"\b(?:giao vien|gvcn|gvbm|cac|to truong|nhom truong|toan the|moi|tung|to chuyen mon)\b")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare what each person chairs on each day."""
    for schedule in site.weekly_schedules:
        chaired: dict[tuple[date, str], list[ScheduleEntry]] = {}
        for at, entry in enumerate(schedule.entries):
            earlier = [chaired.setdefault((entry.day, person), []) for person in sorted(_people(entry.chair))]
            other = next((one for others in earlier for one in others if _overlap(one, entry)), None)
            for others in earlier:
                others.append(entry)
            if other is not None:
                yield RULE.finding(
                    schedule.where("entries", at, "chair"),
                    day=day(entry.day),
                    chair=entry.chair,
                    topic=entry.topic,
                    starts=entry.starts_at,
                    other=other.topic,
                    legal=basis.law.citations(RULE.legal),
                )


def _overlap(first: ScheduleEntry, second: ScheduleEntry) -> bool:
    """Times are HH:MM, so that their text sorts as they do; without an end only the same beginning is certain."""
    one, other = first.starts_at, second.starts_at
    if one is None or other is None:
        return False
    return one == other or one < other < (first.ends_at or one) or other < one < (second.ends_at or other)


def _people(chair: str | None) -> set[str]:
    names = (_TITLE.sub("", name) for name in _PARTED.split(fold(chair or "").strip()))
    return {name for name in names if name and not _SEVERAL.search(name)}
