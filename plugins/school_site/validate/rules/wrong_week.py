"""LT-020, LT-021, LT-024 — the days in a weekly file are not the days of the week in its name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...findings import Finding, Rule
from ...model import Entry, TreePath
from ...site import Site
from ...vietnamese import day, week_days, week_of
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
OTHER_WEEK = Rule(
    code="LT-024",
    title="Lịch của tuần khác",
    message="{count} trong tệp thuộc tuần {other} ({monday} – {sunday}), nhưng tên tệp ghi tuần {week}.",
    fix="Nếu là lịch tuần {other} thì đổi tên tệp thành {file}; nếu là lịch tuần {week} thì {shift}.",
    why="Lịch tuần trước chép sang tên mới mà quên dời ngày thì mọi người đi sai ngày.",
    bad="(tệp 2026-W48.yml)  starts_on: 16/11/2026, ends_on: 22/11/2026",
    good="(tệp 2026-W48.yml)  starts_on: 23/11/2026, ends_on: 29/11/2026",
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

# From so many days on that agree, the file is of another week; below, a day may have been mistyped.
_MANY = 3


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
    outside: dict[str, list[tuple[TreePath, date]]] = {}
    for at, value in days:
        if not monday <= value <= sunday:
            outside.setdefault(week_of(value), []).append((at, value))
    for other, found in outside.items():
        if len(found) >= _MANY:
            yield _of_other_week(entry, week, other, found, is_all=len(found) == len(days))
            continue
        for at, value in found:
            yield RULE.finding(entry.where(*at), day=day(value), week=week, monday=day(monday), sunday=day(sunday))


def _of_other_week(entry: Entry, week: str, other: str, found: list[tuple[TreePath, date]], *, is_all: bool) -> Finding:
    """One finding at the first of many days that agree on another week."""
    (own, _), (monday, sunday) = _span(week), _span(other)
    shift = (own - monday).days
    return OTHER_WEEK.finding(
        entry.where(*found[0][0]),
        count="Mọi ngày" if is_all else f"Có {len(found)} ngày",
        other=other,
        monday=day(monday),
        sunday=day(sunday),
        week=week,
        file=f"{other}.yml",
        shift=f"thêm {shift} ngày vào mỗi ngày ấy" if shift > 0 else f"bớt {-shift} ngày ở mỗi ngày ấy",
    )


def _span(week: str) -> tuple[date, date]:
    span = week_days(week)
    assert span is not None
    return span
