"""What a timetable says when it is read crosswise: whose lesson is when, at which hour, and what differs on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .kinds.timetable import DAYS, HALVES, Change, ClassGroup, Lesson, Timetable, lesson_of
from .vietnamese import fold, slug

_NOON = "12:00"
# Neither name a term: who subscribes once keeps the timetable of the next one, too.
_TEACHER_PAGES, _CALENDARS = "thoi-khoa-bieu/giao-vien", "lich/thoi-khoa-bieu"


@dataclass(frozen=True, order=True)
class Slot:
    """One period of the week: Monday is 0, periods count from 1 in each half of the day."""

    weekday: int
    half: str
    period: int


@dataclass(frozen=True, kw_only=True)
class Held:
    """A lesson in its place."""

    group: ClassGroup
    slot: Slot
    lesson: Lesson


@dataclass(frozen=True, kw_only=True)
class Teacher:
    """Someone with lessons. `slug` names the page and the calendar."""

    name: str
    slug: str
    lessons: tuple[Held, ...]

    @property
    def subjects(self) -> tuple[str, ...]:
        """What is taught, most lessons first."""
        taught = [held.lesson.subject for held in self.lessons]
        return tuple(sorted(set(taught), key=lambda subject: (-taught.count(subject), subject)))

    @property
    def address(self) -> str:
        """The page."""
        return f"{_TEACHER_PAGES}/{self.slug}.html"

    @property
    def calendar(self) -> str:
        """The calendar to subscribe to."""
        return f"{_CALENDARS}/giao-vien/{self.slug}.ics"


def class_calendar(name: str) -> str:
    """The calendar of a class to subscribe to."""
    return f"{_CALENDARS}/{slug(name)}.ics"


def held(timetable: Timetable) -> Iterator[Held]:
    """Every lesson of the week, class by class."""
    for group in timetable.class_groups:
        for half, _ in HALVES:
            for weekday in range(len(DAYS)):
                for at, text in enumerate(group.half(half).on(weekday)):
                    lesson = lesson_of(text)
                    if lesson is not None:
                        yield Held(group=group, slot=Slot(weekday, half, at + 1), lesson=lesson)


def teachers(timetable: Timetable) -> tuple[Teacher, ...]:
    """Everyone with lessons, sorted by given name, as people here look names up."""
    found: dict[str, list[Held]] = {}
    for one in held(timetable):
        for name in one.lesson.teachers:
            found.setdefault(name, []).append(one)
    taken: dict[str, int] = {}
    made = []
    for name in sorted(found, key=_by_given_name):
        base = slug(name)
        taken[base] = taken.get(base, 0) + 1
        twin = f"-{taken[base]}" if taken[base] > 1 else ""
        lessons = tuple(sorted(found[name], key=lambda one: (one.slot, one.group.name)))
        made.append(Teacher(name=name, slug=f"{base}{twin}", lessons=lessons))
    return tuple(made)


def _by_given_name(name: str) -> tuple[str, str]:
    words = name.split()
    return (fold(words[-1]) if words else "", fold(name))


def hours(timetable: Timetable) -> dict[tuple[str, int], tuple[str, str]]:
    """Beginning and end of each period, by half and number, as far as the timetable tells them."""
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for half, starts in (
        ("morning", [at for at in timetable.period_starts if at < _NOON]),
        ("afternoon", [at for at in timetable.period_starts if at >= _NOON]),
    ):
        for number, start in enumerate(starts, 1):
            end = datetime.strptime(start, "%H:%M") + timedelta(minutes=timetable.period_minutes)
            found[half, number] = (start, f"{end:%H:%M}")
    return found


def current(timetables: Iterable[Timetable], on: date) -> Timetable | None:
    """The timetable people look up on a day: the last that has begun, before the first one the first to come."""
    ordered = sorted(timetables, key=lambda item: (item.effective_on, item.path))
    begun = [item for item in ordered if item.effective_on <= on]
    return begun[-1] if begun else next(iter(ordered), None)


def last_day(timetable: Timetable, timetables: Iterable[Timetable]) -> date:
    """The last day a timetable holds: as it says, or the eve of the next one, or the end of its school year."""
    later = [item.effective_on for item in timetables if item.effective_on > timetable.effective_on]
    ends = [date(int(timetable.school_year[-4:]), 5, 31)]
    ends += [timetable.ends_on] if timetable.ends_on else []
    ends += [min(later) - timedelta(days=1)] if later else []
    return min(ends)


def usual(timetable: Timetable, change: Change) -> str | None:
    """What the table says where a change stands; None where it has no such class or period."""
    group = next((item for item in timetable.class_groups if item.name == change.class_group), None)
    lessons = group.half(change.half).on(change.day.weekday()) if group else ()
    return lessons[change.period - 1] if 0 < change.period <= len(lessons) else None


def changes_from(timetable: Timetable, first: date) -> tuple[Change, ...]:
    """The changes of a day and after, in the order of their days."""
    coming = (change for change in timetable.changes if change.day >= first)
    order = [half for half, _ in HALVES]
    return tuple(sorted(coming, key=lambda one: (one.day, order.index(one.half), one.period, one.class_group)))
