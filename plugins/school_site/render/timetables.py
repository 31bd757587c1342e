"""Pages of timetables: one for each class and each teacher, and the list that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ..kinds.timetable import DAYS, HALVES, Change, ClassGroup, Timetable, lesson_of
from ..timetabling import Slot, Teacher, changes_from, class_calendar, current, hours, teachers, usual
from ..vietnamese import day, joined
from .page import Crumb, Page
from .view import View

TIMETABLES: Crumb = ("Thời khóa biểu", "thoi-khoa-bieu/index.html")

Grades = tuple[tuple[str, tuple[tuple[ClassGroup, str], ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One period as shown: `detail` is the teacher on a class's page, the class on a teacher's."""

    number: int
    subject: str | None
    detail: str = ""
    changes: tuple[str, ...] = ()


Days = tuple[tuple[str, tuple[Cell, ...], tuple[Cell, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class ChangeLine:
    """A change in words."""

    day: date
    class_group: str
    address: str
    period: str
    usual: str
    lesson: str
    reason: str | None


def pages(view: View) -> Iterator[Page]:
    """All pages of timetables."""
    ordered = sorted(view.site.timetables, key=lambda item: (item.effective_on, item.path))
    now = current(ordered, view.as_of)
    for timetable in ordered:
        yield from _timetable(view, timetable, timetable is now)
    if now is None:
        yield Page(
            save_as=TIMETABLES[1], template="timetable_list.html", title=TIMETABLES[0], section="lich",
            values={"timetable": None, "grades": (), "teachers": (), "changes": (), "others": ()},
        )  # fmt: skip


def _timetable(view: View, timetable: Timetable, is_current: bool) -> Iterator[Page]:
    grades: Grades = tuple(
        (grade, tuple((group, timetable.class_address(group)) for group in groups))
        for grade, groups in groupby(timetable.class_groups, key=lambda group: group.grade)
    )
    monday = view.as_of - timedelta(days=view.as_of.weekday())
    coming = changes_from(timetable, monday)
    lines = {change: _line(timetable, change) for change in coming}
    # A teacher's page has one address, whatever the term: it shows the timetable in force.
    staff = teachers(timetable) if is_current else ()
    has_hours = bool(hours(timetable))
    # The timetable in force is the section's own page as well.
    for save_as in [timetable.address] + ([TIMETABLES[1]] if is_current else []):
        yield Page(
            save_as=save_as, template="timetable_list.html", section="lich",
            title=TIMETABLES[0] if save_as == TIMETABLES[1] else timetable.title,
            description=f"{timetable.title}, áp dụng từ {day(timetable.effective_on)}.",
            crumbs=(TIMETABLES,) if save_as != TIMETABLES[1] else (),
            values={
                "timetable": timetable, "grades": grades, "teachers": staff, "changes": tuple(lines.values()),
                "others": tuple(item for item in view.site.timetables if item is not timetable),
            },
        )  # fmt: skip
    for group in timetable.class_groups:
        own = {change: line for change, line in lines.items() if change.class_group == group.name}
        yield Page(
            save_as=timetable.class_address(group), template="timetable.html", section="lich",
            title=f"Thời khóa biểu lớp {group.name}", crumbs=(TIMETABLES,),
            description=f"Thời khóa biểu lớp {group.name}, học kỳ {timetable.term}, {timetable.school_year}.",
            values={
                "timetable": timetable, "class_group": group, "grades": grades, "changes": tuple(own.values()),
                "days": _class_days(group, _marks(own)),
                "calendar": class_calendar(group.name) if has_hours else None,
            },
        )  # fmt: skip
    for teacher in staff:
        own = {change: line for change, line in lines.items() if _concerns(timetable, change, teacher.name)}
        yield Page(
            save_as=teacher.address, template="teacher_timetable.html", section="lich",
            title=f"Lịch dạy của {teacher.name}", crumbs=(TIMETABLES,),
            description=f"Lịch dạy của {teacher.name}, học kỳ {timetable.term}, {timetable.school_year}.",
            values={
                "timetable": timetable, "teacher": teacher, "changes": tuple(own.values()),
                "days": _teacher_days(timetable, teacher, _marks(own)),
                "calendar": teacher.calendar if has_hours else None,
            },
        )  # fmt: skip


def _class_days(group: ClassGroup, marks: Mapping[Slot, tuple[str, ...]]) -> Days:
    found = []
    for weekday, (_, label) in enumerate(DAYS):
        halves = []
        for half, _ in HALVES:
            cells = []
            for number, text in enumerate(group.half(half).on(weekday), 1):
                lesson = lesson_of(text)
                cells.append(
                    Cell(
                        number=number,
                        subject=lesson.subject if lesson else None,
                        detail=joined(lesson.teachers) if lesson else "",
                        changes=marks.get(Slot(weekday, half, number), ()),
                    )
                )
            halves.append(tuple(cells))
        if any(halves):
            found.append((label, halves[0], halves[1]))
    return tuple(found)


def _teacher_days(timetable: Timetable, teacher: Teacher, marks: Mapping[Slot, tuple[str, ...]]) -> Days:
    """The week of a teacher over all periods of the school, so that the same period lies on the same height."""
    lessons = {slot: tuple(ones) for slot, ones in groupby(teacher.lessons, key=lambda one: one.slot)}
    found = []
    for weekday, (_, label) in enumerate(DAYS):
        halves = []
        for half, _ in HALVES:
            count = max((len(group.half(half).on(weekday)) for group in timetable.class_groups), default=0)
            cells = []
            for number in range(1, count + 1):
                slot = Slot(weekday, half, number)
                ones = lessons.get(slot, ())
                cells.append(
                    Cell(
                        number=number,
                        subject=ones[0].lesson.subject if ones else None,
                        detail=joined(one.group.name for one in ones),
                        changes=marks.get(slot, ()),
                    )
                )
            halves.append(tuple(cells))
        if any(halves):
            found.append((label, halves[0], halves[1]))
    return tuple(found)


def _line(timetable: Timetable, change: Change) -> ChangeLine:
    half = dict(HALVES)[change.half].lower()
    group = next((item for item in timetable.class_groups if item.name == change.class_group), None)
    return ChangeLine(
        day=change.day,
        class_group=change.class_group,
        address=timetable.class_address(group) if group else timetable.address,
        period=f"tiết {change.period} buổi {half}",
        usual=_words(usual(timetable, change) or ""),
        lesson=_words(change.lesson),
        reason=change.reason,
    )


def _words(text: str) -> str:
    lesson = lesson_of(text) if text else None
    if lesson is None:
        return "nghỉ tiết" if text else ""
    return f"{lesson.subject} ({joined(lesson.teachers)})" if lesson.teachers else lesson.subject


def _marks(lines: Mapping[Change, ChangeLine]) -> dict[Slot, tuple[str, ...]]:
    found: dict[Slot, tuple[str, ...]] = {}
    for change, line in lines.items():
        slot = Slot(change.day.weekday(), change.half, change.period)
        found[slot] = (*found.get(slot, ()), f"{day(change.day)}: {line.lesson}")
    return found


def _concerns(timetable: Timetable, change: Change, name: str) -> bool:
    texts = (usual(timetable, change), change.lesson)
    return any(name in lesson.teachers for text in texts if text and (lesson := lesson_of(text)))
