"""A schedule or timetable for `new … --from`: shows what was understood of a table, takes all of it or nothing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..errors import ContentRefused, UsageError
from ..kinds import Kind
from ..kinds.timetable import Timetable, lesson_of
from ..kinds.weekly_schedule import ScheduleEntry
from ..load import read_record
from ..model import Entry
from ..pasted.remarks import Remark
from ..pasted.schedule import read_schedule
from ..pasted.table import read_tables
from ..pasted.timetable import Grid, read_timetable
from ..pasted.timetable_file import term_of, timetable_file
from ..paths import SCHEMA, shown
from ..renewal import schedule as schedules
from ..validate import read_entry
from ..validate.shapes import read_shapes
from ..vietnamese import day, long_day, week_days
from ..workbooks import Sheet, WorkbookError
from .renew import breaks_of, entries_before

KINDS = ("weekly_schedule", "timetable")


def pasted(content: Path, kind: Kind, word: str | None, source: str, today: date) -> tuple[str, str]:
    """File name and text of what stands in `source`, a file or «-» for what is piped in. Raises ContentRefused."""
    if kind.name not in KINDS:
        sentence = f"Loại «{kind.place}» không làm từ bảng được; --from dùng cho lich-cong-tac và thoi-khoa-bieu."
        raise UsageError(sentence)
    sheets = _sheets(source)
    name, text = (_schedule if kind.name == "weekly_schedule" else _timetable)(content, kind, word, sheets, today)
    _prove(kind, name, text)
    return name, text


def _sheets(source: str) -> tuple[Sheet, ...]:
    path = Path(source)
    if source != "-" and not path.is_file():
        raise UsageError(f"Không có tệp «{shown(path)}» để đọc; kiểm tra lại sau chữ --from.")
    data = sys.stdin.buffer.read() if source == "-" else path.read_bytes()
    try:
        return read_tables(data, path.name)
    except WorkbookError as fault:
        raise ContentRefused(f"{fault}\n    Cách sửa:  {fault.fix}\nChưa tạo tệp nào.") from fault


def _schedule(content: Path, kind: Kind, word: str | None, sheets: Sequence[Sheet], today: date) -> tuple[str, str]:
    if word is not None and week_days(word) is None:
        raise UsageError(f"Tuần «{word}» chưa đúng dạng; viết như 2026-W47.")
    found = read_schedule(sheets, week=word, today=today)
    if found.columns:
        print("Các cột: " + "; ".join(found.columns) + ".")
    for entry in found.entries:
        print("  " + _told(entry))
    _refuse(found.remarks)
    assert found.week is not None
    days = week_days(found.week)
    assert days is not None
    print(f"Hiểu đủ {len(found.entries)} việc của tuần {found.week} ({day(days[0])} – {day(days[1])}).")
    before = entries_before(content, kind, found.week)
    return found.week, schedules.filled(found.week, found.entries, before, today, breaks_of(content))


def _told(entry: ScheduleEntry) -> str:
    hours = (entry.starts_at or "Cả ngày") + (f"–{entry.ends_at}" if entry.ends_at else "")
    rest = [entry.place, f"chủ trì: {entry.chair}" if entry.chair else None, entry.attendees]
    return " | ".join([long_day(entry.day), hours, entry.topic, *filter(None, rest)])


def _timetable(content: Path, kind: Kind, word: str | None, sheets: Sequence[Sheet], today: date) -> tuple[str, str]:
    grid = read_timetable(sheets)
    _refuse(grid.remarks)
    year, term = term_of(grid, today)
    name = word or f"{year}-hk{term}"
    print(_counted(grid))
    before = [entry for entry in entries_before(content, kind, "~") if entry.path != f"{kind.place}/{name}.yml"]
    last = before[-1] if before else None
    return name, timetable_file(grid, last if isinstance(last, Timetable) else None, today)


def _counted(grid: Grid) -> str:
    lessons = [lesson for text in grid.lessons.values() if (lesson := lesson_of(text))]
    teachers = {teacher for lesson in lessons for teacher in lesson.teachers}
    subjects = sorted({lesson.subject for lesson in lessons})
    who = f"{len(teachers)} giáo viên" if teachers else "không thấy tên giáo viên nào"
    return f"Hiểu đủ {len(lessons)} tiết của {len(grid.classes)} lớp, {who}. Các môn: {', '.join(subjects)}."


def _refuse(remarks: Sequence[Remark]) -> None:
    if remarks:
        raise ContentRefused("\n".join([*map(str, remarks), f"Chưa tạo tệp nào: còn {len(remarks)} chỗ chưa hiểu."]))


def _prove(kind: Kind, name: str, text: str) -> None:
    """Nothing is written that our own check would not take; a hint that is still to be filled in may stand."""
    record, faults = read_record(text, f"{kind.place}/{name}.yml", kind)
    entry: Entry | None = None
    if record is not None:
        entry, faults = read_entry(record, kind, read_shapes(SCHEMA)[kind.name])
    wrong = [fault for fault in faults if not fault.code.endswith("-009")]
    if entry is None and wrong:
        lines = [f"{fault.message}\n    Cách sửa:  {fault.fix}" for fault in wrong]
        raise ContentRefused("\n".join([*lines, "Chưa tạo tệp nào; sửa bảng rồi chạy lại."]))
