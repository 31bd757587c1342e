"""When something is due: periods, Vietnamese working days, and the last lawful day. Pure.

«Trước ngày 30/6» is strict: the last lawful day is 29/6, so every «before» below steps back one day.
A due date is the last day on which nobody is late; the day after, it is late.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from ..completeness import Period
from ..law import Timing
from ..vietnamese import day, week_days, week_of

if TYPE_CHECKING:
    from holidays import HolidayBase

_ONE_DAY = timedelta(days=1)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# First and last month of the terms in which budget figures are published, and what people call them.
_TERMS = {
    "quarter-1": (1, 3, "quý I"),
    "quarter-2": (4, 6, "quý II"),
    "half-year": (1, 6, "6 tháng đầu năm"),
    "quarter-3": (7, 9, "quý III"),
    "nine-months": (1, 9, "9 tháng đầu năm"),
    "quarter-4": (10, 12, "quý IV"),
    "year": (1, 12, "cả năm"),
}


STANDING = Period(kind="standing")


def school_year(start: int) -> Period:
    """The school year that begins on 1 September of `start`."""
    key = f"{start}-{start + 1}"
    return Period(
        kind="school_year",
        key=key,
        label=f"năm học {key}",
        starts_on=date(start, 9, 1),
        ends_on=date(start + 1, 8, 31),
    )


def fiscal_year(year: int) -> Period:
    """A calendar year, which is also the budget year."""
    return Period(
        kind="fiscal_year",
        key=str(year),
        label=f"năm {year}",
        starts_on=date(year, 1, 1),
        ends_on=date(year, 12, 31),
    )


def term_of(year: int, term: str) -> Period:
    """A term of a budget year: «quý I năm 2026», «6 tháng đầu năm 2026»."""
    first, last, name = _TERMS[term]
    label = f"{name} {year}" if name.endswith("năm") else f"{name} năm {year}"
    return Period(
        kind="quarter",
        key=str(year),
        label=label,
        term=term,
        starts_on=date(year, first, 1),
        ends_on=_first_of_next_month(date(year, last, 1)) - _ONE_DAY,
    )


def month(on: date) -> Period:
    """The month that holds a day."""
    first = on.replace(day=1)
    return Period(
        kind="month",
        key=f"{on.year}-{on.month:02d}",
        label=f"tháng {on.month} năm {on.year}",
        starts_on=first,
        ends_on=_first_of_next_month(first) - _ONE_DAY,
    )


def week(on: date) -> Period:
    """The ISO week that holds a day."""
    key = week_of(on)
    days = week_days(key)
    assert days is not None  # week_of gives only weeks that exist
    label = f"tuần từ {day(days[0])} đến {day(days[1])}"
    return Period(kind="week", key=key, label=label, starts_on=days[0], ends_on=days[1])


def next_period(period: Period) -> Period:
    """The month or week after this one."""
    following = period.ends_on + _ONE_DAY
    return month(following) if period.kind == "month" else week(following)


def due_on(timing: Timing, period: Period, events: Mapping[tuple[str, str], date]) -> date | None:
    """The last lawful day for a period, or None where no machine can know it.

    `events` holds the days that are known of what happens in a period: ("enrolment", "2026-2027").
    """
    event = events.get((timing.event or "", period.key))
    match timing.kind:
        case "yearly":
            return _before(timing.before, _year(timing.year, period))
        case "monthly_before_day":
            last_month = period.starts_on - _ONE_DAY
            return last_month.replace(day=timing.day) - _ONE_DAY
        case "weekly_before":
            last_monday = period.starts_on - timedelta(days=7)
            return last_monday + timedelta(days=_WEEKDAYS.index(timing.weekday or "saturday") - 1)
        case "after_period":
            if period.term == "year" and timing.year_presumed:
                return _before(timing.year_presumed, period.ends_on.year + 1)
            return period.ends_on + timedelta(days=timing.days)
        case "after_event":
            if event is None and timing.presumed:
                event = _day(timing.presumed, _year(timing.year, period))
            return _after(event, timing) if event else None
        case "before_event":
            known = [add_working_days(event, -timing.working_days) - _ONE_DAY] if event else []
            if timing.latest:
                known.append(_before(timing.latest, _year(timing.year, period)))
            return min(known, default=None)
        case _:  # standing, on_change: there is no calendar day to wait for
            return None


def add_working_days(start: date, count: int) -> date:
    """The day `count` working days after `start`, or before it where negative; the start does not count."""
    step, left, current = (_ONE_DAY if count > 0 else -_ONE_DAY), abs(count), start
    while left:
        current += step
        left -= is_working_day(current)
    return current


def is_working_day(on: date) -> bool:
    """Monday to Friday and no public holiday of Vietnam, the days of Tết by the lunar calendar included."""
    return on.weekday() < 5 and on not in _public_holidays(on.year)


@lru_cache(maxsize=16)
def _public_holidays(year: int) -> HolidayBase:
    from holidays import country_holidays  # slow to import, and most runs never ask

    return country_holidays("VN", years=year)


def _after(event: date, timing: Timing) -> date:
    if timing.working_days:
        return add_working_days(event, timing.working_days)
    return event + timedelta(days=timing.days)


def _before(month_day: str | None, year: int) -> date:
    return _day(month_day or "01-01", year) - _ONE_DAY


def _day(month_day: str, year: int) -> date:
    return date(year, int(month_day[:2]), int(month_day[3:]))


def _year(which: str, period: Period) -> int:
    """`start` and `end`: the calendar years a period begins and ends in; the other two lie beyond."""
    first, last = period.starts_on.year, period.ends_on.year
    return {"previous": first - 1, "start": first, "end": last, "next": last + 1}[which]


def _first_of_next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)
