"""LT-042 — something ends before it begins, by the clock."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Entry, TreePath
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="LT-042",
    title="Giờ kết thúc trước giờ bắt đầu",
    message="Giờ kết thúc ({ends}) không sau giờ bắt đầu ({starts}).",
    fix="Sửa giờ; buổi chiều viết 13:30, không viết 01:30.",
    why="Người dự không biết đến lúc nào, và lịch tải về điện thoại sẽ hỏng.",
    bad='starts_at: "14:00"\nends_at: "09:30"',
    good='starts_at: "08:00"\nends_at: "09:30"',
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare the hours of schedules and of events that last a day."""
    for schedule in site.weekly_schedules:
        for index, entry in enumerate(schedule.entries):
            yield from _pair(schedule, ("entries", index), entry.starts_at, entry.ends_at)
    for event in site.events:
        if event.last_day == event.starts_on:
            yield from _pair(event, (), event.starts_at, event.ends_at)


def _pair(entry: Entry, at: TreePath, starts: str | None, ends: str | None) -> Iterator[Finding]:
    # Times are HH:MM: their text sorts as they do.
    if starts is not None and ends is not None and ends <= starts:
        yield RULE.finding(entry.where(*at, "ends_at"), starts=starts, ends=ends)
