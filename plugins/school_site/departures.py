"""People who left: taken out of everything that is made by machine, on the day they leave. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import date

from .kinds.timetable import HalfDay, Timetable, lesson_of
from .site import Site


def without_departed(site: Site, on: date) -> Site:
    """The site without those who had left by a day: no card, no head of a unit, no editor, no lessons of theirs."""
    directory = site.staff_directory
    gone = directory.departed(on) if directory else {}
    if directory is None or not gone:
        return site
    return replace(
        site,
        staff_directory=replace(
            directory,
            leadership=tuple(one for one in directory.leadership if one.left_on is None or one.left_on > on),
            units=tuple(replace(one, head="") if one.head in gone else one for one in directory.units),
        ),
        school=replace(
            site.school, editorial_board=tuple(one for one in site.school.editorial_board if one.name not in gone)
        ),
        timetables=tuple(_without(timetable, gone) for timetable in site.timetables),
    )


def _without(timetable: Timetable, gone: Collection[str]) -> Timetable:
    return replace(
        timetable,
        class_groups=tuple(
            replace(
                group,
                homeroom_teacher=None if group.homeroom_teacher in gone else group.homeroom_teacher,
                morning=_half(group.morning, gone),
                afternoon=_half(group.afternoon, gone),
            )
            for group in timetable.class_groups
        ),
        changes=tuple(replace(change, lesson=_lesson(change.lesson, gone)) for change in timetable.changes),
    )


def _half(half: HalfDay, gone: Collection[str]) -> HalfDay:
    days = {item.name: tuple(_lesson(text, gone) for text in getattr(half, item.name)) for item in fields(half)}
    return HalfDay(**days)


def _lesson(text: str, gone: Collection[str]) -> str:
    lesson = lesson_of(text)
    if lesson is None or not any(name in gone for name in lesson.teachers):
        return text
    left = ", ".join(name for name in lesson.teachers if name not in gone)
    return f"{lesson.subject} – {left}" if left else lesson.subject
