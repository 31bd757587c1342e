"""A timetable from the grid that scheduling programs export: a row a period, a column a class, «Môn - GV» inside.

Which mark stands between subject and teacher is seen from the whole table, so that «Toán-Tin» in a table of
«Toán - Vinh» stays one subject.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..kinds.timetable import FREE
from ..vietnamese import WEEKDAYS, fold
from ..workbooks import Sheet
from .moments import read_moment
from .remarks import Remark
from .table import Table, as_table, heading, names_one_of

_LOOK_FOR_HEADINGS = 20
_CLASS = re.compile(r"(?:lớp\s*)?([0-9]{1,2}\s*[A-Za-zĐđ/.]?[0-9A-Za-z/.]*)\s*(?:\(([^)]+)\))?", re.I)
# Where periods are counted through the day, the sixth is the first after noon.
_MORNING = 5
# Between subject and teacher, tried in this order where two are as frequent.
_MARKS: Mapping[str, re.Pattern[str]] = {
    "lines": re.compile(r"(.+)\n+(.+)"),
    "brackets": re.compile(r"([^()]+?)\s*\(([^()]+)\)"),
    "dash": re.compile(r"(.+?)\s+[-–—]\s+(.+)"),
    "hyphen": re.compile(r"([^-–—]+)[-–—]([^-–—]+)"),
}
Place = tuple[str, int, str, int]


@dataclass(kw_only=True)
class Grid:
    """What was understood: classes with their home-room teachers in the order of the columns, lessons by place."""

    classes: dict[str, str | None] = field(default_factory=dict)
    lessons: dict[Place, str] = field(default_factory=dict)
    title: str = ""
    remarks: list[Remark] = field(default_factory=list)

    def half(self, group: str, half: str) -> dict[int, list[str]]:
        """The lessons of a class in the mornings or afternoons, by weekday; free periods at the end are left out."""
        found: dict[int, list[str]] = {}
        for (name, weekday, of, period), text in sorted(self.lessons.items()):
            if (name, of) == (group, half) and text != FREE:
                day = found.setdefault(weekday, [])
                day += [FREE] * (period - 1 - len(day))
                day.append(text)
        return found


def read_timetable(sheets: Sequence[Sheet]) -> Grid:
    """The grid in all sheets that have columns «Thứ», «Tiết» and classes."""
    grid = Grid()
    tables = [as_table(sheet, sheet.name) for sheet in sheets]
    found = [(table, headings) for table in tables if (headings := _headings(table)) is not None]
    if not found:
        sentence = "Không thấy dòng tên cột nào có «Thứ», «Tiết» và tên lớp."
        fix = "Xuất thời khóa biểu dạng mỗi lớp một cột, dòng đầu là: Thứ, Tiết, 6A1, 6A2, …"
        grid.remarks.append(Remark(sheet="", row=0, sentence=sentence, fix=fix))
        return grid
    mark = _mark(found)
    for table, headings in found:
        grid.title += " ".join(text for row in table.rows[: headings.row] for text in row if text) + " "
        _read(table, headings, mark, grid)
    if not grid.lessons and not grid.remarks:
        grid.remarks.append(Remark(sheet="", row=0, sentence="Bảng không có tiết nào.", fix="Kiểm tra lại bảng."))
    return grid


@dataclass(frozen=True, kw_only=True)
class _Headings:
    row: int
    day: int
    period: int
    session: int | None
    classes: Mapping[int, tuple[str, str | None]]


def _headings(table: Table) -> _Headings | None:
    for number, row in enumerate(table.rows[:_LOOK_FOR_HEADINGS]):
        day = next((at for at, text in enumerate(row) if names_one_of(text, ("thu", "ngay"))), None)
        period = next((at for at, text in enumerate(row) if names_one_of(text, ("tiet",))), None)
        if day is None or period is None:
            continue
        session = next((at for at, text in enumerate(row) if names_one_of(text, ("buoi",))), None)
        classes = {}
        for at in range(len(row)):
            match = _CLASS.fullmatch(table.held(number, at).replace("\n", " ").strip())
            if match and at not in (day, period, session):
                classes[at] = ("".join(match[1].split()), match[2])
        if classes:
            return _Headings(row=number, day=day, period=period, session=session, classes=classes)
    return None


def _mark(found: Sequence[tuple[Table, _Headings]]) -> str | None:
    """The mark between subject and teacher that most cells have; None where hardly one has any."""
    counts: Counter[str] = Counter()
    filled = 0
    for table, headings in found:
        for row in table.rows[headings.row + 1 :]:
            for at in headings.classes:
                filled += bool(row[at])
                counts.update(name for name, pattern in _MARKS.items() if pattern.fullmatch(row[at]))
    best = max(_MARKS, key=lambda name: counts[name])
    return best if counts[best] * 3 > filled else None


class _Clock:
    """Where in the week the rows have come to: days stand once for several rows, periods begin anew after noon."""

    def __init__(self, half: str | None) -> None:
        self.weekday: int | None = None
        self.told = self.whole = half
        self.last = 0
        self.is_after_noon = False

    def turn_to(self, day_text: str, session_text: str) -> None:
        """Take in what a row says of its day and half."""
        weekday = read_moment(day_text).weekday if day_text else None
        if weekday is not None and weekday != self.weekday:
            self.weekday, self.last, self.is_after_noon, self.told = weekday, 0, False, self.whole
        self.told = _half(session_text) or self.told

    def place(self, number: int) -> tuple[str, int] | None:
        """Half and period of a row's number: programs count 1–5 twice a day, or go on with 6–10 after noon.

        None where the count leaps: a row that is missing or mistyped would put all that follow in the wrong place.
        """
        if number not in (1, self.last + 1, _MORNING + 1):
            return None
        self.is_after_noon = self.is_after_noon or number <= self.last
        self.last = number
        half = self.told or ("afternoon" if self.is_after_noon or number > _MORNING else "morning")
        return half, number - _MORNING if half == "afternoon" and number > _MORNING else number


def _read(table: Table, headings: _Headings, mark: str | None, grid: Grid) -> None:
    for name, teacher in headings.classes.values():
        grid.classes[name] = grid.classes.get(name) or teacher
    pairs = _pairs(table, headings)
    clock = _Clock(_half(table.name))
    for number in range(headings.row + (2 if pairs else 1), len(table.rows)):
        row = table.rows[number]
        filled = {at: row[at] for at in headings.classes if row[at]}
        day_text, period_text = table.held(number, headings.day), table.held(number, headings.period)
        if names_one_of(day_text or period_text, ("gvcn", "chu nhiem", "giao vien chu nhiem")):
            grid.classes |= {headings.classes[at][0]: text for at, text in filled.items()}
            continue
        clock.turn_to(day_text, table.held(number, headings.session) if headings.session is not None else "")
        if not filled and not period_text:
            continue
        period = int(period_text) if period_text.isdecimal() and len(period_text) < 3 else 0
        if clock.weekday is None or not 1 <= period <= 2 * _MORNING + 2:
            sentence = f"Máy không hiểu dòng này là thứ mấy, tiết mấy (thứ «{day_text}», tiết «{period_text}»)."
            _remark(grid, table, number, sentence, "Ghi thứ và số tiết ở hai cột đầu, hoặc xóa dòng này khỏi bảng.")
        elif clock.weekday > 5 and filled:
            _remark(grid, table, number, "Chủ nhật không có tiết học.", "Sửa lại thứ, hoặc xóa dòng này khỏi bảng.")
        elif (here := clock.place(period)) is None:
            sentence = f"Số tiết nhảy từ {clock.last} sang {period}."
            _remark(grid, table, number, sentence, "Sửa lại số tiết; tiết trống của cả trường vẫn giữ một dòng.")
            clock.last = period
        else:
            half, place = here
            lessons = [
                ((name, clock.weekday, half, place), _words(text, mark)) for name, text in _cells(headings, row, pairs)
            ]
            _take(grid, table, number, lessons)


def _cells(headings: _Headings, row: Sequence[str], pairs: Mapping[int, int]) -> list[tuple[str, str]]:
    """Class and text of each cell; where teachers have columns of their own, the two put together."""
    if not pairs:
        return [(name, row[at]) for at, (name, _) in headings.classes.items() if row[at]]
    return [
        (headings.classes[at][0], f"{row[at]} – {row[beside]}" if row[beside] else row[at])
        for at, beside in pairs.items()
        if row[at]
    ]


def _pairs(table: Table, headings: _Headings) -> dict[int, int]:
    """Columns of subjects with the columns of their teachers, where a second row of headings names them."""
    row = table.rows[headings.row + 1] if headings.row + 1 < len(table.rows) else ()
    columns = [at for at in headings.classes if at < len(row)]
    return {
        at: at + 1
        for at in columns
        if names_one_of(row[at], ("mon",)) and at + 1 < len(row) and names_one_of(row[at + 1], ("gv", "giao vien"))
    }


def _take(grid: Grid, table: Table, number: int, lessons: Sequence[tuple[Place, str]]) -> None:
    """Put the lessons of a row into the grid, unless their places are taken: then one remark for the whole row."""
    twice = [(place, text) for place, text in lessons if grid.lessons.get(place, text) != text]
    grid.lessons |= dict(lessons)
    if twice:
        (name, weekday, half, period), text = twice[0]
        when = f"{WEEKDAYS[weekday]}, tiết {period} buổi {'sáng' if half == 'morning' else 'chiều'}"
        more = f" (và {len(twice) - 1} lớp nữa)" if len(twice) > 1 else ""
        sentence = f"{when} đã có ở dòng trên: lớp {name}{more} học hai môn cùng lúc, thêm «{text}»."
        _remark(grid, table, number, sentence, "Giữ một dòng cho mỗi tiết, hoặc sửa lại số tiết, buổi.")


def _words(text: str, mark: str | None) -> str:
    """A cell as our file writes it: «Toán – Vinh»."""
    if text in ("-", "–", "x", "X"):
        return FREE
    match = _MARKS[mark].fullmatch(text) if mark else None
    parts = [" ".join(part.split()) for part in (match.groups() if match else (text,))]
    return " – ".join(part for part in parts if part)


def _half(text: str) -> str | None:
    plain = f" {heading(text)} "
    if " sang " in plain or fold(text).strip() == "s":
        return "morning"
    return "afternoon" if " chieu " in plain or fold(text).strip() == "c" else None


def _remark(grid: Grid, table: Table, number: int, sentence: str, fix: str) -> None:
    grid.remarks.append(Remark(sheet=table.name, row=number + 1, sentence=sentence, fix=fix))
