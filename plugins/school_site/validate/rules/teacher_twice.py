"""LT-043 — a teacher stands before two classes in one period, by the timetable or by its changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...findings import Finding, Rule, Severity
from ...kinds.timetable import DAYS, HALVES, Timetable, lesson_of
from ...model import TreePath
from ...site import Site
from ...timetabling import usual
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="LT-043",
    title="Một giáo viên dạy hai lớp cùng một tiết",
    message="{when}, {teacher} dạy lớp {group}, nhưng cùng tiết ấy đã dạy lớp {other} (dòng {line}).",
    fix="Đổi tiết của một lớp, hoặc ghi giáo viên khác; hai người trùng tên thì ghi thêm chữ để phân biệt.",
    why="Đến giờ sẽ có một lớp không có thầy cô; học sinh và cha mẹ tin vào thời khóa biểu đã đăng.",
    severity=Severity.warning,
    bad="6A1, thứ Hai, tiết 2: Toán – Lê Quang Vinh\n6A2, thứ Hai, tiết 2: Toán – Lê Quang Vinh",
    good="6A1, thứ Hai, tiết 2: Toán – Lê Quang Vinh\n6A2, thứ Hai, tiết 3: Toán – Lê Quang Vinh",
)
# What one lesson of a class is called, where it is written, and its text.
Told = tuple[str, TreePath, str]


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every period of the week, then at every period in which something changes."""
    half_names = dict(HALVES)
    for timetable in site.timetables:
        for half, half_name in HALVES:
            for weekday, (_, day_name) in enumerate(DAYS):
                for period, lessons in enumerate(_periods(timetable, half, weekday), 1):
                    yield from _meet(timetable, lessons, f"{day_name}, tiết {period} buổi {half_name.lower()}")
        for on, half, period in sorted({(one.day, one.half, one.period) for one in timetable.changes}):
            name = f"Ngày {day(on)}, tiết {period} buổi {half_names[half].lower()}"
            changed = {
                one.class_group: (one.class_group, ("changes", at, "lesson"), one.lesson)
                for at, one in enumerate(timetable.changes)
                if (one.day, one.half, one.period) == (on, half, period) and usual(timetable, one) is not None
            }
            every = _periods(timetable, half, on.weekday())
            rest = [told for told in (every[period - 1] if period <= len(every) else ()) if told[0] not in changed]
            # The table's own faults were told above: only what a change brings about is new.
            yield from _meet(timetable, [*rest, *changed.values()], name, ignore=len(rest))


def _periods(timetable: Timetable, half: str, weekday: int) -> list[list[Told]]:
    """The lessons of all classes, period by period."""
    found: list[list[Told]] = []
    for at, group in enumerate(timetable.class_groups):
        for index, text in enumerate(group.half(half).on(weekday)):
            while len(found) <= index:
                found.append([])
            found[index].append((group.name, ("class_groups", at, half, DAYS[weekday][0], index), text))
    return found


def _meet(timetable: Timetable, lessons: Iterable[Told], when: str, *, ignore: int = 0) -> Iterator[Finding]:
    """Whoever is met a second time; not said of the first `ignore` lessons."""
    seen: dict[str, Told] = {}
    for number, told in enumerate(lessons):
        lesson = lesson_of(told[2])
        for teacher in lesson.teachers if lesson else ():
            other = seen.setdefault(teacher, told)
            if other is not told and number >= ignore:
                yield RULE.finding(
                    timetable.where(*told[1]), when=when, teacher=teacher, group=told[0], other=other[0],
                    line=timetable.where(*other[1]).line,
                )  # fmt: skip
