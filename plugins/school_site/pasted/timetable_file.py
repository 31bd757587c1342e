"""A timetable file from a grid: what the grid does not say comes from the one before it, or is left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..kinds.timetable import DAYS, HALVES, Timetable
from ..renewal.lines import hint, value
from ..vietnamese import day, fold, read_day, school_year_of
from .timetable import Grid

_YEAR = re.compile(r"\b(20\d\d)\s*[-–]\s*(20\d\d)\b")
_TERM = re.compile(r"\b(?:hoc ky|hoc ki|hk)\s*(ii|i|2|1)\b")
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


def term_of(grid: Grid, today: date) -> tuple[str, int]:
    """School year and term by the lines over the grid, else those of the day."""
    year = _YEAR.search(grid.title)
    term = _TERM.search(fold(grid.title))
    usual = 1 if today.month in (8, 9, 10, 11, 12) else 2
    return (
        f"{year[1]}-{year[2]}" if year else school_year_of(today),
        {"i": 1, "1": 1}.get(term[1], 2) if term else usual,
    )


def timetable_file(grid: Grid, last: Timetable | None, today: date) -> str:
    """The text of the file."""
    school_year, term = term_of(grid, today)
    begins = next((text for text in _DAY.findall(grid.title) if read_day(text)), None)
    lines = [
        "# Thời khóa biểu, làm từ bảng đưa vào. Tiết viết «Môn – Giáo viên»; đổi vài tiết thì ghi ở changes.",
        f"school_year: {school_year}",
        f"term: {term}",
        f"effective_on: {begins or hint(f'Áp dụng từ ngày, ví dụ {day(today)}')}",
    ]
    if last and last.period_starts:
        starts = ", ".join(f'"{start}"' for start in last.period_starts)
        lines += [f"period_starts: [{starts}]", f"period_minutes: {last.period_minutes}"]
    else:
        lines += ["# Giờ vào từng tiết, sáng rồi chiều; có thì mới làm được lịch cho điện thoại.",
                  '# period_starts: ["07:00", "07:50", "08:50", "09:40", "10:30", "13:15", "14:05"]']  # fmt: skip
    lines.append("class_groups:")
    before = {group.name: group for group in last.class_groups} if last else {}
    for name, teacher in grid.classes.items():
        known = before.get(name)
        grade = re.match(r"\d+", name)
        lines += [f"  - name: {value(name)}", f'    grade: "{grade[0] if grade else name}"']
        if homeroom := teacher or (known.homeroom_teacher if known else None):
            lines.append(f"    homeroom_teacher: {value(homeroom)}")
        if known and known.room:
            lines.append(f"    room: {value(known.room)}")
        for half, _ in HALVES:
            lines += _half(half, grid.half(name, half))
    return "\n".join(lines) + "\n"


def _half(half: str, days: dict[int, list[str]]) -> Iterator[str]:
    if not days:
        if half == "morning":
            yield "    morning: {}"
        return
    yield f"    {half}:"
    for weekday in sorted(days):
        yield f"      {DAYS[weekday][0]}:"
        yield from (f"        - {value(lesson)}" for lesson in days[weekday])
