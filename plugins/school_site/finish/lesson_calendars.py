"""Timetables as calendars, one for each class and each teacher: every lesson recurs weekly while its timetable holds.

Days off and days with a change are taken out of the recurrence; what is taught instead is an event of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain

from ..kinds.school import Break
from ..kinds.timetable import Timetable, lesson_of
from ..render.view import View
from ..timetabling import Held, Slot, changes_from, class_calendar, held, hours, last_day, teachers, usual
from ..vietnamese import joined, slug
from .ics import Line
from .moments import utc
from .words import one_line

Hours = dict[tuple[str, int], tuple[str, str]]


def lesson_calendars(view: View, host: str) -> Iterator[tuple[str, str, Iterable[Line]]]:
    """Address, title and events of each calendar. A timetable without hours has no calendar."""
    timetables = view.site.timetables
    lasting = [item for item in timetables if hours(item) and last_day(item, timetables) >= view.as_of]
    found: dict[str, tuple[str, list[Iterator[Line]]]] = {}
    for timetable in sorted(lasting, key=lambda item: (item.effective_on, item.path)):
        week = _Week(timetable, view, host)
        for group in timetable.class_groups:
            _, events = found.setdefault(class_calendar(group.name), (f"Lớp {group.name}", []))
            own = tuple(one for one in week.lessons if one.group is group)
            events.append(week.lines(own, of_class=group.name))
        for teacher in teachers(timetable):
            _, events = found.setdefault(teacher.calendar, (f"Lịch dạy của {teacher.name}", []))
            events.append(week.lines(teacher.lessons, of_teacher=teacher.name))
    for address, (title, events) in found.items():
        yield address, title, chain.from_iterable(events)


class _Week:
    """One timetable made ready to be told lesson by lesson."""

    def __init__(self, timetable: Timetable, view: View, host: str) -> None:
        self.timetable, self.host = timetable, host
        self.first, self.last = timetable.effective_on, last_day(timetable, view.site.timetables)
        self.breaks: tuple[Break, ...] = view.site.school.breaks
        self.hours: Hours = hours(timetable)
        self.lessons = tuple(held(timetable))
        self.changes = changes_from(timetable, self.first)
        self.name = timetable.path.rsplit("/", 1)[-1].removesuffix(".yml")
        self.until = utc(self.last, "23:59")

    def lines(self, lessons: Iterable[Held], *, of_class: str = "", of_teacher: str = "") -> Iterator[Line]:
        """The events of one class or one teacher."""
        for one in lessons:
            yield from self._weekly(one, is_own=bool(of_teacher))
        for change in self.changes:
            lesson = lesson_of(change.lesson)
            slot = Slot(change.day.weekday(), change.half, change.period)
            is_ours = change.class_group == of_class or (lesson is not None and of_teacher in lesson.teachers)
            if lesson is None or not is_ours or usual(self.timetable, change) is None:
                continue
            group = next(item for item in self.timetable.class_groups if item.name == change.class_group)
            times = self._times(slot)
            if times is None:
                continue
            changed = Held(group=group, slot=slot, lesson=lesson)
            yield self._line(changed, f"{change.day:%Y%m%d}-", change.day, times, is_own=bool(of_teacher))

    def _weekly(self, one: Held, *, is_own: bool) -> Iterator[Line]:
        times = self._times(one.slot)
        first = self.first + timedelta(days=(one.slot.weekday - self.first.weekday()) % 7)
        if times is None or first > self.last:
            return
        line = self._line(one, "", first, times, is_own=is_own) | {"rrule": self.until}
        out = tuple(utc(on, times[0]) for on in self._out(one, first))
        yield line | {"exdate": out} if out else line

    def _out(self, one: Held, first: date) -> Iterator[date]:
        """The days on which a lesson does not take place."""
        changed = {
            change.day
            for change in self.changes
            if (change.class_group, change.half, change.period) == (one.group.name, one.slot.half, one.slot.period)
        }
        on = first
        while on <= self.last:
            if on in changed or any(rest.starts_on <= on <= rest.ends_on for rest in self.breaks):
                yield on
            on += timedelta(days=7)

    def _times(self, slot: Slot) -> tuple[str, str] | None:
        return self.hours.get((slot.half, slot.period))

    def _line(self, one: Held, prefix: str, on: date, times: tuple[str, str], *, is_own: bool) -> Line:
        group, slot, lesson = one.group, one.slot, one.lesson
        place = f"{slug(group.name)}-{slot.weekday + 2}{slot.half[0]}{slot.period}"
        line: Line = {
            "uid": f"{self.name}-{prefix}{place}@{self.host}",
            "summary": one_line(f"{lesson.subject} – {group.name}" if is_own else lesson.subject),
            "dtstamp": utc(self.first, "00:00"),
            "dtstart": utc(on, times[0]),
            "dtend": utc(on, times[1]),
        }
        if group.room:
            line["location"] = one_line(f"Phòng {group.room}")
        if lesson.teachers and not is_own:
            line["description"] = one_line(f"Giáo viên: {joined(lesson.teachers)}")
        return line
