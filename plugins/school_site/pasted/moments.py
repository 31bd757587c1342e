"""Days and hours as secretaries write them: «Thứ Hai 16/11», «7g30 – 9g», «Sáng: 7 giờ», «14h00»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..vietnamese import fold

_HOUR = re.compile(r"(?<![\d/])(\d{1,2})\s*(?:gio|g|h|:)\s*(\d{2})?\s*(?:phut|p|')?(?![\d/])")
_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?(?!\d)")
_NAMES = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5}
_WEEKDAY = re.compile(r"\b(?:thu\s*(hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|cn))\b")
_SESSION = re.compile(r"\b(?:buoi\s*)?(sang|chieu|toi|trua|ca ngay)\b")
_SAYS_NOTHING = re.compile(r"\b(?:ngay|luc|tu|den|bat dau|ket thuc|gio|vao)\b|[\s,;:.()–—/-]+")
_LATE_SESSIONS = {"chieu": 12, "toi": 12, "trua": 12}


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What a text says of a day and its hours; `rest` is what it says beside that."""

    day: tuple[int, int, int | None] | None = None
    weekday: int | None = None
    session: str | None = None
    hours: tuple[str, ...] = ()
    wrong_hour: str | None = None
    rest: str = ""


def read_moment(text: str) -> Moment:
    """Everything a cell says of when something is."""
    plain = fold(text).replace("\n", " ").strip()
    if plain in _NAMES:
        return Moment(weekday=_NAMES[plain])
    hours, wrong = [], None
    session_match = _SESSION.search(plain)
    session = session_match[1] if session_match else None
    for match in _HOUR.finditer(plain):
        hour, minute = int(match[1]), int(match[2] or 0)
        # «Chiều 2g» is 14:00; at noon «trưa 11g» stays.
        if session in _LATE_SESSIONS and hour < (10 if session == "trua" else 12):
            hour += _LATE_SESSIONS[session]
        if hour > 23 or minute > 59:
            wrong = match[0].strip()
        hours.append(f"{hour:02d}:{minute:02d}")
    rest = _HOUR.sub(" ", plain)
    day: tuple[int, int, int | None] | None = None
    if iso := _ISO_DAY.search(rest):
        day = (int(iso[3]), int(iso[2]), int(iso[1]))
        rest = rest.replace(iso[0], " ", 1)
    elif written := _DAY.search(rest):
        year = int(written[3]) if written[3] else None
        day = (int(written[1]), int(written[2]), year + 2000 if year is not None and year < 100 else year)
        rest = rest.replace(written[0], " ", 1)
    weekday = _WEEKDAY.search(rest)
    named = None
    if weekday:
        named = 6 if weekday[3] else _NAMES[weekday[1] or weekday[2]]
        rest = rest.replace(weekday[0], " ", 1)
    rest = _SESSION.sub(" ", rest)
    return Moment(
        day=day, weekday=named, session=session, hours=tuple(hours), wrong_hour=wrong,
        rest=_SAYS_NOTHING.sub("", rest),
    )  # fmt: skip


def the_day(day: tuple[int, int, int | None], near: date) -> date | None:
    """The day of a month, in the year given or else the year that lies nearest; None where there is no such day."""
    number, month, year = day
    found = []
    for candidate in [year] if year is not None else [near.year - 1, near.year, near.year + 1]:
        try:
            found.append(date(candidate, month, number))
        except ValueError:
            continue
    return min(found, key=lambda one: abs((one - near).days), default=None)
