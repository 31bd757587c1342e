"""Pages of the school's calendar: weekly schedules, menus, plans; timetables have a file of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from ..kinds.weekly_schedule import ScheduleEntry, WeeklySchedule
from ..vietnamese import day, week_of
from . import timetables
from .page import Crumb, Page
from .view import View

SCHEDULES: Crumb = ("Lịch công tác tuần", "lich-cong-tac/index.html")

Days = tuple[tuple[date, tuple[ScheduleEntry, ...]], ...]


def pages(view: View) -> Iterator[Page]:
    """All pages of the calendar."""
    yield from _schedules(view)
    yield from timetables.pages(view)
    yield from _menus(view)
    yield from _plans(view)


def current_schedule(view: View) -> WeeklySchedule | None:
    """The schedule of the week that holds the day, if it was given."""
    return next((item for item in view.site.weekly_schedules if item.week == week_of(view.as_of)), None)


def coming_schedule(view: View) -> WeeklySchedule | None:
    """What people look ahead to: the schedule of this week, once it is over that of the next, where it was given."""
    now = current_schedule(view)
    if now is not None and any(entry.day >= view.as_of for entry in now.entries):
        return now
    following = week_of(view.as_of + timedelta(days=7))
    return next((item for item in view.site.weekly_schedules if item.week == following), now)


def by_day(schedule: WeeklySchedule) -> Days:
    """The entries of a schedule, day by day, in the order of their hours."""
    ordered = sorted(schedule.entries, key=lambda entry: (entry.day, entry.starts_at or ""))
    return tuple((key, tuple(entries)) for key, entries in groupby(ordered, key=lambda entry: entry.day))


def _schedules(view: View) -> Iterator[Page]:
    ordered = sorted(view.site.weekly_schedules, key=lambda item: item.week)
    current = current_schedule(view)
    for at, schedule in enumerate(ordered):
        yield Page(
            save_as=schedule.address, template="weekly_schedule.html", title=schedule.title, section="lich",
            description=f"Lịch công tác từ {day(schedule.starts_on)} đến {day(schedule.ends_on)}.",
            crumbs=(SCHEDULES,),
            values={
                "schedule": schedule,
                "days": by_day(schedule),
                "previous": ordered[at - 1] if at else None,
                "next": ordered[at + 1] if at + 1 < len(ordered) else None,
                "is_current": schedule is current,
            },
        )  # fmt: skip
    months = groupby(reversed(ordered), key=lambda item: (item.starts_on.year, item.starts_on.month))
    yield Page(
        save_as=SCHEDULES[1], template="weekly_schedule_list.html", title=SCHEDULES[0], section="lich",
        description="Lịch công tác tuần này và các tuần trước của nhà trường.",
        values={
            "current": current,
            "days": by_day(current) if current else (),
            "months": tuple((f"Tháng {month} năm {year}", tuple(items)) for (year, month), items in months),
        },
    )  # fmt: skip


def _menus(view: View) -> Iterator[Page]:
    crumb: Crumb = ("Thực đơn", "thuc-don/index.html")
    ordered = tuple(sorted(view.site.meal_menus, key=lambda item: item.week, reverse=True))
    for menu in ordered:
        yield Page(
            save_as=menu.address, template="meal_menu.html", title=menu.title, section="lich", crumbs=(crumb,),
            description=menu.title, values={"menu": menu},
        )  # fmt: skip
    current = next((item for item in ordered if item.week == week_of(view.as_of)), None)
    yield Page(
        save_as=crumb[1], template="meal_menu_list.html", title="Thực đơn bán trú", section="lich",
        description="Thực đơn từng tuần của học sinh bán trú.", values={"current": current, "menus": ordered},
    )  # fmt: skip


def _plans(view: View) -> Iterator[Page]:
    crumb: Crumb = ("Kế hoạch", "ke-hoach/index.html")
    ordered = sorted(view.site.plans, key=lambda item: item.slug, reverse=True)
    for plan in ordered:
        yield Page(
            save_as=plan.address, template="plan.html", title=plan.title, description=plan.summary, section="lich",
            crumbs=(crumb,), values={"plan": plan},
        )  # fmt: skip
    yield Page(
        save_as=crumb[1], template="plan_list.html", title="Kế hoạch tháng, tuần", section="lich",
        description="Kế hoạch công tác từng tháng, từng tuần.",
        values={
            "months": tuple(item for item in ordered if item.period == "month"),
            "weeks": tuple(item for item in ordered if item.period == "week"),
        },
    )  # fmt: skip
