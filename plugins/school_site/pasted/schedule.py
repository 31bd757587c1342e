"""A week's schedule from a table: columns by their headings, a day once for several rows, hours as people write them.

Nothing is taken in half: whatever has no place in a schedule is a remark, and a table with a remark gives no file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..kinds.weekly_schedule import ScheduleEntry
from ..vietnamese import day, long_day, week_days, week_of
from ..workbooks import Sheet
from .moments import Moment, read_moment, the_day
from .remarks import Remark
from .table import Table, as_table, heading, names_one_of

COLUMNS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "day": ("Thứ, ngày", ("thu", "ngay")),
    "session": ("Buổi", ("buoi",)),
    "time": ("Giờ", ("gio", "thoi gian", "thoi diem")),
    "topic": ("Nội dung", ("noi dung", "cong viec", "hoat dong", "cong tac")),
    "place": ("Địa điểm", ("dia diem", "noi", "phong")),
    "chair": ("Chủ trì", ("chu tri", "nguoi chu tri", "phu trach", "nguoi phu trach", "lanh dao")),
    "attendees": ("Thành phần", ("thanh phan", "tham du", "nguoi du", "doi tuong")),
}
_SERIAL = ("stt", "tt", "so tt", "so thu tu")
_SESSIONS = {"sang": "Buổi sáng", "chieu": "Buổi chiều", "toi": "Buổi tối", "trua": "Buổi trưa"}
_LOOK_FOR_HEADINGS = 20


@dataclass(frozen=True, kw_only=True)
class Understood:
    """What a table said: entries in their order, their week, what the columns were taken for, what is wrong."""

    week: str | None
    entries: tuple[ScheduleEntry, ...]
    columns: tuple[str, ...]
    remarks: tuple[Remark, ...]


def read_schedule(sheets: Sequence[Sheet], *, week: str | None, today: date) -> Understood:
    """The schedule in the tables with a column «Nội dung»; others (a letterhead, a signature) say nothing of it."""
    remarks: list[Remark] = []
    columns: list[str] = []
    rows: list[_Row] = []
    for sheet in sheets:
        table = as_table(sheet, sheet.name)
        found = _headings(table)
        if found is None:
            continue
        first, at = found
        columns += [f"«{_one_line(table.rows[first][one])}» là {COLUMNS[name][0]}" for one, name in at.items()]
        rows += _rows(table, first, at, remarks)
    if not columns:
        names = ", ".join(label for label, _ in COLUMNS.values())
        sentence = "Không thấy dòng tên cột nào có «Nội dung» và «Thứ, ngày» hoặc «Giờ»."
        remarks.append(Remark(sheet="", row=0, sentence=sentence, fix=f"Ghi tên cột ở dòng đầu của bảng: {names}."))
        return Understood(week=week, entries=(), columns=(), remarks=tuple(remarks))
    if not rows and not remarks:
        remarks.append(Remark(sheet="", row=0, sentence="Bảng không có việc nào.", fix="Ghi mỗi việc một dòng."))
    dated = [row for row in rows if row.moment.day]
    near = (week_days(week) or (today, today))[0] if week else today
    named = next((on for row in dated if row.moment.day and (on := the_day(row.moment.day, near))), None)
    week = week or (week_of(named) if named else None)
    entries = tuple(entry for row in rows if (entry := _entry(row, week, near, remarks)))
    remarks.sort(key=lambda remark: (remark.sheet, remark.row))
    return Understood(week=week, entries=entries, columns=tuple(columns), remarks=tuple(remarks))


@dataclass(frozen=True, kw_only=True)
class _Row:
    """One thing of the table, its moment put together from all the columns that tell of it."""

    sheet: str
    number: int
    moment: Moment
    texts: Mapping[str, str]


def _headings(table: Table) -> tuple[int, dict[int, str]] | None:
    """The row of headings and what each column holds; None where there is no such row."""
    for number, row in enumerate(table.rows[:_LOOK_FOR_HEADINGS]):
        at = {
            column: name
            for column, text in enumerate(row)
            if (name := next((name for name, (_, words) in COLUMNS.items() if names_one_of(text, words)), None))
        }
        if "topic" in at.values() and {"day", "time"} & set(at.values()):
            return number, at
    return None


def _rows(table: Table, first: int, at: Mapping[int, str], remarks: list[Remark]) -> list[_Row]:
    found: list[_Row] = []
    names_day = Moment()
    session_text = ""
    skipped = {column for column, text in enumerate(table.rows[first]) if heading(text) in _SERIAL}
    for number in range(first + 1, len(table.rows)):
        texts: dict[str, list[str]] = {}
        strange: list[str] = []
        for column, text in enumerate(table.rows[number]):
            if (name := at.get(column)) is not None:
                held = table.held(number, column)
                if held:
                    texts.setdefault(name, []).append(held)
            elif text and column not in skipped and (number, column) not in table.covered:
                strange.append(f"cột «{_one_line(table.rows[first][column]) or column + 1}»")
        here = {_one_line(text) for text in table.rows[number] if text}
        if not here:
            continue
        line = Remark(sheet=table.name, row=number + 1, sentence="", fix="")
        if len(here) == 1 and (alone := read_moment(next(iter(here)))) and not alone.rest and not alone.hours:
            # A row that only names a day or half a day stands over those that follow.
            if alone.day or alone.weekday is not None:
                names_day, session_text = alone, ""
            else:
                session_text = next(iter(here))
            continue
        if here <= {_one_line(text) for text in table.rows[first]}:
            continue  # the headings again, on a new page
        if day_text := " ".join(texts.pop("day", [])):
            names_day, session_text = read_moment(day_text), ""
        if "session" in texts:
            session_text = " ".join(texts.pop("session"))
        if strange:
            sentence = f"{', '.join(strange)} không có chỗ trong lịch công tác."
            fix = "Chuyển nội dung ấy vào cột «Nội dung» hoặc «Thành phần», hoặc xóa cột."
            remarks.append(_at(line, sentence[0].upper() + sentence[1:], fix))
        time_text = " ".join(texts.pop("time", []))
        hours = read_moment(f"{session_text or names_day.session or ''} {time_text}")
        if hours.day or hours.weekday is not None:
            names_day = replace(hours, hours=(), wrong_hour=None, rest="")
        moment = replace(
            hours, day=names_day.day, weekday=names_day.weekday, hours=hours.hours or names_day.hours,
            wrong_hour=hours.wrong_hour or names_day.wrong_hour, rest=names_day.rest + hours.rest,
        )  # fmt: skip
        row = _Row(
            sheet=table.name, number=number + 1, moment=moment,
            texts={name: _one_line("\n".join(parts)) for name, parts in texts.items()},
        )  # fmt: skip
        if _is_right(row, f"{day_text} {session_text} {time_text}".strip(), remarks):
            found.append(row)
    return found


def _is_right(row: _Row, said: str, remarks: list[Remark]) -> bool:
    """Whether a row tells what is when; else a remark says what it does not."""
    line = Remark(sheet=row.sheet, row=row.number, sentence="", fix="")
    moment, before = row.moment, len(remarks)
    if not row.texts.get("topic"):
        fix = "Ghi việc vào cột «Nội dung», hoặc xóa dòng này khỏi bảng."
        remarks.append(_at(line, "Dòng có chữ nhưng chưa có nội dung việc.", fix))
    if moment.wrong_hour or len(moment.hours) > 2 or moment.rest:
        sentence = f"Máy không hiểu «{' '.join(said.split())}» là ngày giờ nào."
        remarks.append(_at(line, sentence, "Viết ngày như «Thứ Hai 16/11», giờ như «7g30» hoặc «7g30 – 9g»."))
    elif moment.day is None and moment.weekday is None:
        remarks.append(_at(line, "Dòng chưa cho biết là ngày nào.", "Ghi thứ hoặc ngày vào cột «Thứ, ngày»."))
    return len(remarks) == before


def _entry(row: _Row, week: str | None, near: date, remarks: list[Remark]) -> ScheduleEntry | None:
    line = Remark(sheet=row.sheet, row=row.number, sentence="", fix="")
    moment, days = row.moment, week_days(week) if week else None
    on = the_day(moment.day, near) if moment.day else None
    if moment.day and on is None:
        sentence = f"Không có ngày {moment.day[0]}/{moment.day[1]}."
        remarks.append(_at(line, sentence, "Sửa lại ngày."))
        return None
    if on is None:
        if days is None or moment.weekday is None:
            sentence = "Bảng chỉ ghi thứ, chưa ghi ngày, nên máy chưa biết là tuần nào."
            remarks.append(_at(line, sentence, "Ghi tuần sau tên loại, ví dụ  invoke new lich 2026-W49 --from TỆP"))
            return None
        on = date.fromordinal(days[0].toordinal() + moment.weekday)
    if moment.weekday is not None and on.weekday() != moment.weekday:
        remarks.append(_at(line, f"Ngày {day(on)} là {long_day(on).split(',')[0]}.", "Sửa lại thứ hoặc ngày."))
        return None
    if days and not days[0] <= on <= days[1]:
        sentence = f"Ngày {day(on)} không thuộc tuần {week} ({day(days[0])} – {day(days[1])})."
        remarks.append(_at(line, sentence, "Sửa lại ngày; mỗi tuần một bảng, một tệp."))
        return None
    starts, ends = (*moment.hours, None, None)[:2]
    topic = row.texts["topic"]
    if starts is None and moment.session in _SESSIONS:
        # A schedule knows hours, not halves of a day: who reads it must still see which half was meant.
        topic = f"{_SESSIONS[moment.session]}: {topic}"
    return ScheduleEntry(
        day=on, topic=topic, starts_at=starts, ends_at=ends, place=row.texts.get("place"),
        chair=row.texts.get("chair"), attendees=row.texts.get("attendees"),
    )  # fmt: skip


def _at(line: Remark, sentence: str, fix: str) -> Remark:
    return Remark(sheet=line.sheet, row=line.row, sentence=sentence, fix=fix)


def _one_line(text: str) -> str:
    """The lines of a cell as one, their bullets taken away."""
    return "; ".join(part for line in text.split("\n") if (part := line.strip().lstrip("-+•*").strip(" ;")))
