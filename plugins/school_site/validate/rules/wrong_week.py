"""LT-020 — the days in a weekly file are not the days of the week in its name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...findings import Finding, Rule
from ...model import Entry, TreePath
from ...site import Site
from ...vietnamese import day, week_days
from ..basis import Basis

RULE = Rule(
    code="LT-020",
    title="Ngày không thuộc tuần của tệp",
    message="Ngày {day} không thuộc tuần {week} ({monday} – {sunday}) ghi ở tên tệp.",
    fix="Sửa ngày cho nằm trong tuần đó, hoặc đổi tên tệp cho đúng tuần.",
    why="Lịch tuần trước chép lại mà quên sửa ngày thì phụ huynh và giáo viên đi sai ngày.",
    bad="(tệp 2026-W47.yml)  date: 23/11/2026",
    good="(tệp 2026-W47.yml)  date: 16/11/2026",
)
NO_SUCH_WEEK = Rule(
    code="LT-021",
    title="Không có tuần như tên tệp",
    message="Năm {year} không có tuần {week}.",
    fix="Đổi tên tệp theo tuần có thật, ví dụ 2026-W47.yml là tuần từ 16/11/2026.",
    why="Tên tệp nói tuần của lịch.",
    bad="lich-cong-tac/2026-W54.yml",
    good="lich-cong-tac/2026-W53.yml",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare file names with the days inside."""
    for schedule in site.weekly_schedules:
        days: list[tuple[TreePath, date]] = [
            (("starts_on",), schedule.starts_on),
            (("ends_on",), schedule.ends_on),
        ]
        days += [(("entries", index, "day"), entry.day) for index, entry in enumerate(schedule.entries)]
        yield from _outside(schedule, schedule.week, days)
    for menu in site.meal_menus:
        days = [(("starts_on",), menu.starts_on), (("ends_on",), menu.ends_on)]
        days += [(("days", index, "day"), entry.day) for index, entry in enumerate(menu.days)]
        yield from _outside(menu, menu.week, days)


def _outside(entry: Entry, week: str, days: list[tuple[TreePath, date]]) -> Iterator[Finding]:
    span = week_days(week)
    if span is None:
        yield NO_SUCH_WEEK.finding(entry.where(), year=week[:4], week=week[-2:])
        return
    monday, sunday = span
    for at, value in days:
        if not monday <= value <= sunday:
            yield RULE.finding(entry.where(*at), day=day(value), week=week, monday=day(monday), sunday=day(sunday))
