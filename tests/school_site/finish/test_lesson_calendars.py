"""Timetables as calendars: every lesson weekly, no lesson in a holiday, a changed lesson on its day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from validate.schools import entry, school

from school_site.finish.calendars import all_calendars
from school_site.kinds.school import Break
from school_site.kinds.timetable import Change, ClassGroup, HalfDay, Timetable

from .calendar_rules import calendar_faults
from .schools import SITE_URL, view

CLASS, TEACHER = "lich/thoi-khoa-bieu/6a1.ics", "lich/thoi-khoa-bieu/giao-vien/le-quang-vinh.ics"
MONDAY = HalfDay(monday=("Chào cờ", "Toán – Lê Quang Vinh"))
GROUP = ClassGroup(name="6A1", grade="6", morning=MONDAY, room="A104")
TET = Break(name="Nghỉ", starts_on=date(2026, 12, 7), ends_on=date(2026, 12, 13))


def timetable(**values: Any) -> Timetable:
    usual = {
        "school_year": "2026-2027", "term": 1, "effective_on": date(2026, 11, 24), "ends_on": date(2026, 12, 20),
        "class_groups": (GROUP,), "period_starts": ("07:00", "07:50", "13:15"),
    }  # fmt: skip
    return entry(Timetable, "thoi-khoa-bieu/hk1.yml", **{**usual, **values})


def calendars(*timetables: Timetable, **parts: Any) -> dict[str, bytes]:
    return dict(all_calendars(view(timetables=timetables, **parts), SITE_URL))


def days(data: bytes, topic: str) -> list[datetime]:
    """Every moment at which something begins, as another library unrolls the recurrence."""
    from dateutil.rrule import rruleset, rrulestr
    from icalendar import Calendar

    found: list[datetime] = []
    for one in Calendar.from_ical(data).walk("VEVENT"):
        if str(one["summary"]) != topic:
            continue
        start = one["dtstart"].dt
        dates = rruleset()
        if "rrule" in one:
            dates.rrule(rrulestr(one["rrule"].to_ical().decode(), dtstart=start))
        else:
            dates.rdate(start)
        out = one.get("exdate", [])
        for part in out if isinstance(out, list) else [out]:
            for moment in part.dts:
                dates.exdate(moment.dt)
        found += list(dates)
    return sorted(found)


def at(month: int, day: int, hour: int, minute: int) -> datetime:
    """An hour here, in UTC."""
    return datetime(2026, month, day, hour - 7, minute, tzinfo=UTC)


def test_a_lesson_comes_every_week_while_its_timetable_holds() -> None:
    found = calendars(timetable())

    assert days(found[CLASS], "Toán") == [at(11, 30, 7, 50), at(12, 7, 7, 50), at(12, 14, 7, 50)]
    assert days(found[TEACHER], "Toán – 6A1") == days(found[CLASS], "Toán")


def test_no_lesson_is_held_in_a_holiday() -> None:
    found = calendars(timetable(), school=school(breaks=(TET,)))

    assert days(found[CLASS], "Chào cờ") == [at(11, 30, 7, 0), at(12, 14, 7, 0)]


def test_a_changed_lesson_takes_the_place_of_the_usual_one_on_its_day() -> None:
    change = Change(day=date(2026, 12, 7), class_group="6A1", half="morning", period=2, lesson="Ngữ văn – Mai Anh")
    found = calendars(timetable(changes=(change,)))

    assert days(found[CLASS], "Toán") == [at(11, 30, 7, 50), at(12, 14, 7, 50)]
    assert days(found[CLASS], "Ngữ văn") == [at(12, 7, 7, 50)]
    assert days(found[TEACHER], "Toán – 6A1") == days(found[CLASS], "Toán")


def test_the_next_timetable_ends_the_one_before_it_and_goes_on_in_the_same_calendar() -> None:
    first = timetable(ends_on=None)
    second = entry(Timetable, "thoi-khoa-bieu/hk1b.yml", **{
        "school_year": "2026-2027", "term": 1, "effective_on": date(2026, 12, 14), "ends_on": date(2026, 12, 21),
        "class_groups": (GROUP,), "period_starts": ("07:00", "08:00"),
    })  # fmt: skip

    assert days(calendars(first, second)[CLASS], "Toán") == [
        at(11, 30, 7, 50), at(12, 7, 7, 50), at(12, 14, 8, 0), at(12, 21, 8, 0),
    ]  # fmt: skip


def test_without_hours_there_is_no_calendar() -> None:
    assert CLASS not in calendars(timetable(period_starts=()))


def test_a_timetable_that_has_ended_leaves_its_calendar() -> None:
    assert CLASS not in calendars(timetable(effective_on=date(2026, 9, 7), ends_on=date(2026, 10, 4)))


@pytest.mark.parametrize("address", [CLASS, TEACHER])
def test_they_keep_the_rules_of_rfc_5545_and_two_builds_agree(address: str) -> None:
    one, other = (calendars(timetable(), school=school(breaks=(TET,)))[address] for _ in range(2))

    assert calendar_faults(one) == []
    assert one == other


def test_each_event_has_a_calendar_of_its_own() -> None:
    from .test_calendars import event, read

    found = calendars(events=(event(starts_at="07:30"),))

    (alone,) = read(found["su-kien/2026-11-28-hoi-khoe.ics"])
    (among,) = read(found["lich/su-kien.ics"])
    assert alone == among
