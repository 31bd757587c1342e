"""Weeks and months as file names: which is the next free one, which weeks the school does not count."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from ..kinds.school import Break
from ..vietnamese import week_days, week_of

WEEK = timedelta(days=7)
_MONTH = re.compile(r"20\d\d-[01]\d")


def is_week(name: str) -> bool:
    """Whether a file name is a week's."""
    return week_days(name) is not None


def next_period(name: str, taken: Collection[str], breaks: Sequence[Break]) -> str:
    """The period called `name`, or the next one after it that has no file and is no holiday."""
    if is_week(name):
        return next(week for week in _weeks(name) if week not in taken and not is_rest(week, breaks))
    return next(month for month in _months(name) if month not in taken)


def is_rest(week: str, breaks: Sequence[Break]) -> bool:
    """Whether the school rests from Monday to Friday of a week."""
    days = week_days(week)
    assert days is not None
    return any(rest.starts_on <= days[0] and days[0] + timedelta(days=4) <= rest.ends_on for rest in breaks)


def weeks_between(before: str, after: str, breaks: Sequence[Break]) -> int:
    """How many weeks of school lie between two weeks, the later one counted."""
    count = 0
    for week in _weeks(before):
        if week >= after:
            return count if week == before else count + 1
        count += week != before and not is_rest(week, breaks)
    return count


def _weeks(first: str) -> Iterator[str]:
    days = week_days(first)
    assert days is not None
    monday = days[0]
    while True:
        yield week_of(monday)
        monday += WEEK


def _months(first: str) -> Iterator[str]:
    assert _MONTH.fullmatch(first)
    year, month = int(first[:4]), int(first[5:])
    while True:
        yield f"{year}-{month:02d}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
