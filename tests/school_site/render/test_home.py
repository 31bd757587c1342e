"""The week on the home page: what is still to come, and on its last day what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from finish.schools import view
from validate.schools import entry

from school_site.kinds.weekly_schedule import ScheduleEntry, WeeklySchedule
from school_site.render.home import page
from school_site.vietnamese import week_of

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)


def week(starts_on: date) -> WeeklySchedule:
    """A week with something to do from Monday to Saturday."""
    days = [starts_on + timedelta(days=at) for at in range(6)]
    lines = tuple(ScheduleEntry(day=day, topic="Việc") for day in days)
    name = f"lich-cong-tac/{week_of(starts_on)}.yml"
    return entry(WeeklySchedule, name, starts_on=starts_on, ends_on=days[-1], entries=lines)


def shown(on: date, *weeks: WeeklySchedule) -> tuple[list[date], bool]:
    """The days shown, and whether they are next week's."""
    values = page(replace(view(weekly_schedules=weeks), as_of=on)).values
    return [day for day, _ in values["schedule_days"]], values["is_next_week"]


def test_in_the_middle_of_a_week_the_days_that_are_past_make_room() -> None:
    wednesday = MONDAY + timedelta(days=2)

    days, is_next_week = shown(wednesday, week(MONDAY), week(MONDAY + timedelta(days=7)))
    assert (days[0], len(days), is_next_week) == (wednesday, 4, False)


def test_on_sunday_parents_see_the_coming_week() -> None:
    days, is_next_week = shown(SUNDAY, week(MONDAY), week(MONDAY + timedelta(days=7)))

    assert (days[0], len(days), is_next_week) == (SUNDAY + timedelta(days=1), 6, True)


def test_on_sunday_without_a_schedule_of_the_next_week_the_old_one_stays_whole() -> None:
    days, is_next_week = shown(SUNDAY, week(MONDAY))

    assert (days[0], len(days), is_next_week) == (MONDAY, 6, False)


def test_without_any_schedule_there_is_nothing_to_show() -> None:
    assert shown(SUNDAY) == ([], False)
