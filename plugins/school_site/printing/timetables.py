"""Timetables on paper: a page a class, for the whole school or for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..kinds.timetable import DAYS, HALVES, ClassGroup, Lesson, Timetable, lesson_of
from ..vietnamese import slug
from .letterhead import head_signature, heading
from .sheet import Sheet
from .source import Source


def sheets(source: Source) -> Iterator[Sheet]:
    """The whole school's and every class's, newest first."""
    ordered = sorted(source.site.timetables, key=lambda item: (item.effective_on, item.path), reverse=True)
    in_force = next((item for item in ordered if item.effective_on <= source.as_of), None)
    for timetable in ordered:
        name = timetable.address.removesuffix(".html")
        whole = _sheet(source, timetable, timetable.class_groups, name, timetable.title)
        yield replace(whole, is_current=timetable is in_force)
        for group in timetable.class_groups:
            title = f"Thời khóa biểu lớp {group.name}, học kỳ {'I' * timetable.term}, năm học {timetable.school_year}"
            yield _sheet(source, timetable, (group,), f"{name}-{slug(group.name)}", title)


def _sheet(source: Source, timetable: Timetable, groups: tuple[ClassGroup, ...], name: str, title: str) -> Sheet:
    """A page a class."""
    weekdays = tuple(weekday for weekday in range(len(DAYS)) if _has_lessons(groups, weekday))
    return Sheet(
        name=name,
        title=title,
        group="Thời khóa biểu",
        template="timetable.html",
        facts=lambda: {
            "heading": heading(source.school, timetable.effective_on),
            "timetable": timetable,
            "groups": tuple((group, tuple(_halves(group, timetable, weekdays))) for group in groups),
            "day_names": tuple(DAYS[weekday][1] for weekday in weekdays),
            "signature": head_signature(source.site, timetable.effective_on),
            "web_address": source.web_address(timetable.address),
        },
        sources=(timetable.path,),
        dated_on=timetable.effective_on,
    )


def _has_lessons(groups: tuple[ClassGroup, ...], weekday: int) -> bool:
    return any(group.half(half).on(weekday) for group in groups for half, _ in HALVES)


@dataclass(frozen=True, kw_only=True)
class Period:
    """One period of a half-day: when it begins and what is taught, day by day (None: free)."""

    number: int
    starts_at: str
    lessons: tuple[Lesson | None, ...]


def _halves(
    group: ClassGroup, timetable: Timetable, weekdays: tuple[int, ...]
) -> Iterator[tuple[str, tuple[Period, ...]]]:
    """The half-days of a class that have lessons."""
    before = 0
    for name, label in HALVES:
        columns = [group.half(name).on(weekday) for weekday in weekdays]
        depth = max(map(len, columns))
        starts = (*timetable.period_starts[before:], *[""] * depth)
        periods = tuple(
            Period(
                number=at + 1,
                starts_at=starts[at],
                lessons=tuple(lesson_of(column[at]) if at < len(column) else None for column in columns),
            )
            for at in range(depth)
        )
        if periods:
            yield label, periods
        before += depth
