"""The rows of a table below its headings: which row of the layout each is, and what its cells hold. Pure.

Nothing is passed over in silence: a row is taken, or it is a note that is told, or it is a trouble with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

from ..completing import is_total
from ..fitting import name_key
from ..layouts import RowLayout, TableLayout
from ..workbooks.grid import reference, shown
from .cells import CellReader
from .headings import Headings
from .names import closest, is_explanation, is_serial, labels, likeness
from .numbers import Doubt, is_blank

_COLUMN_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[A-ZĐa-zđ])\)?(?:\s*=.*)?$")
_NUMBER = re.compile(r"\d+")
_SHOWN_ROWS = 8


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """What was not understood, for a person: a row of the sheet, a cell where it is one, and a sentence."""

    row: int
    sentence: str
    column: int = 0

    @property
    def text(self) -> str:
        """«Ô C7: ghi «12 người»…»."""
        return f"ô {reference(self.row, self.column)} {self.sentence}" if self.column else self.sentence


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row that was understood: its name, then a cell for each matched column."""

    row: int
    cells: tuple[str, ...]
    layout: RowLayout | None = None


@dataclass
class Rows:
    """What stands below the headings. `blank` are the figures left empty, `last` the row where the table ends."""

    lines: list[Line] = field(default_factory=list)
    total: Line | None = None
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    blank: list[str] = field(default_factory=list)
    last: int = 0


class _Sort(Enum):
    data = auto()
    total = auto()
    heading = auto()
    other = auto()


@dataclass(frozen=True, kw_only=True)
class _Written:
    """A row that is not empty, and what it was seen to be."""

    row: int
    name: str
    sort: _Sort
    layout: RowLayout | None


@dataclass(frozen=True, kw_only=True)
class RowReader:
    """Reads the rows of one table; `name_at` is the column of the sheet that names them.

    `keeps_own` says whether rows that the form does not name are taken, too.
    """

    cells: CellReader
    table: TableLayout
    headings: Headings
    name_at: int
    keeps_own: bool

    def read(self, upto: int) -> Rows:
        """The rows from below the headings up to row `upto`."""
        found = Rows(last=self.headings.last)
        rows = [row for row in range(self.headings.last + 1, upto + 1) if self._is_written(row)]
        if rows and self._numbers_columns(rows[0]):
            rows = rows[1:]
        seen = self._all_seen(row for row in rows if not self._repeats_headings(row))
        last = max((one.row for one in seen if one.sort in (_Sort.data, _Sort.total)), default=found.last)
        for one in seen:
            if one.sort is _Sort.other:
                self._note(one, found, is_inside=one.row < last)
            elif one.sort is _Sort.heading and one.layout is not None:
                found.lines.append(
                    Line(row=one.row, cells=(one.layout.label, *[""] * len(self.headings.figures)), layout=one.layout)
                )
            else:
                self._take(one, found)
        found.last = last
        return found

    def _is_written(self, row: int) -> bool:
        """Whether more stands there than running numbers and formulas that wait for figures."""
        waiting = {one.heading.at for one in self.headings.figures if one.column.is_computed}
        waiting |= {one.at for one in self.headings.others if is_serial(one.texts[-1]) or is_explanation(one.texts[-1])}
        cells = enumerate(self.cells.sheet.rows[row - 1], 1)
        return any(not is_blank(cell) for at, cell in cells if at not in waiting)

    def _all_seen(self, rows: Iterable[int]) -> list[_Written]:
        """Every row, in order: of several rows of the form with one name it is the next that was not met yet."""
        place = {row.id: at for at, row in enumerate(self.table.rows)}
        seen: list[_Written] = []
        met: set[str] = set()
        last = -1
        for row in rows:
            name = shown(self.cells.sheet.at(row, self.name_at))
            alike = closest(name, self.table.rows) if name else []
            free = [one for one in alike if one.id not in met]
            named = next((one for one in free if place[one.id] > last), next(iter(free or alike), None))
            if named is not None:
                met.add(named.id)
                last = place[named.id]
            seen.append(self._seen(row, name, named))
        return seen

    def _seen(self, row: int, name: str, named: RowLayout | None) -> _Written:
        is_exact = named is not None and likeness(name, named) >= 1
        if name and not is_exact and is_total(name, self.table) and len(name_key(name).split()) <= 4:
            return _Written(row=row, name=name, sort=_Sort.total, layout=None)
        if (named is not None and not named.is_heading) or self._holds_figures(row, name):
            sort = _Sort.data
        else:
            sort = _Sort.heading if named else _Sort.other
        return _Written(row=row, name=name, sort=sort, layout=named)

    def _holds_figures(self, row: int, name: str) -> bool:
        """A row with a number where one belongs, or with most of its cells filled: names under a table have neither."""
        sheet = self.cells.sheet
        cells = [(one.column, sheet.at(row, one.heading.at)) for one in self.headings.figures]
        filled = [(column, cell) for column, cell in cells if not is_blank(cell)]
        if not any(column.is_figure for column, _ in cells):
            return name != "" and bool(filled)
        return any(
            column.is_figure and (isinstance(cell, float) or any(map(str.isdigit, cell))) for column, cell in filled
        ) or (name != "" and 2 * len(filled) > len(cells))

    def _note(self, one: _Written, found: Rows, *, is_inside: bool) -> None:
        """Words between rows of a school's own list may be a group or a row not filled in; elsewhere they are notes."""
        if is_inside and self.keeps_own:
            sentence = "dòng này không có số liệu: là tên nhóm, hay còn để trống? Điền số hoặc xóa dòng"
            found.troubles.append(Trouble(row=one.row, sentence=sentence))
        else:
            words = " ".join(shown(cell) for cell in self.cells.sheet.rows[one.row - 1] if not is_blank(cell))
            found.notes.append(f"dòng {one.row} «{words if len(words) <= 60 else words[:59] + '…'}»")

    def _take(self, one: _Written, found: Rows) -> None:
        is_closing = one.sort is _Sort.total
        if (reason := self._refused(one, found)) is not None:
            found.troubles.append(Trouble(row=one.row, sentence=reason))
            return
        # «Sân chơi: sân bóng rổ» is a row of the school's own in a group of the form.
        cells = [one.layout.label if one.layout and not one.layout.is_heading else one.name]
        for matched in self.headings.figures:
            column, at = matched.column, matched.heading.at
            sums_rows = one.layout is not None and bool(one.layout.sum_of)
            is_worked_out = is_closing or column.is_computed or sums_rows
            text = self.cells.text(one.row, at, column, is_worked_out=is_worked_out)
            if isinstance(text, Doubt):
                found.troubles.append(Trouble(row=one.row, column=at, sentence=text.sentence))
            elif text == "" and column.is_figure and not is_worked_out:
                found.blank.append(reference(one.row, at))
            cells.append(text if isinstance(text, str) else "")
        line = Line(row=one.row, cells=tuple(cells), layout=one.layout)
        if is_closing:
            found.total = line
        else:
            found.lines.append(line)

    def _refused(self, one: _Written, found: Rows) -> str | None:
        """Why a row of figures has no place in the table."""
        if one.name == "":
            return f"dòng này có số liệu mà chưa có tên ở cột «{self.table.columns[0].label}»"
        if one.sort is _Sort.total:
            if self.table.total is None:
                return "bảng này không có dòng cộng (cộng các dòng lại không có nghĩa); xóa dòng này"
            if found.total is not None:
                return f"đã có dòng cộng ở dòng {found.total.row}; xóa dòng không cần"
            return None
        if one.layout is None:
            return None if self.keeps_own else self._unknown(one.name)
        if one.layout.is_heading:
            return (
                None
                if self.keeps_own
                else f"«{one.layout.label}» chỉ là tên nhóm trong mẫu, không nhận số; xóa các số ở dòng này"
            )
        twin = next((line for line in found.lines if line.layout is one.layout), None)
        return f"trùng tên với dòng {twin.row}; giữ một dòng, xóa dòng kia" if twin else None

    def _unknown(self, name: str) -> str:
        weighed = sorted(self.table.rows, key=lambda one: -likeness(name, one))
        near = f", gần nhất là «{weighed[0].label}»" if likeness(name, weighed[0]) >= 0.6 else ""
        more = ", …" if len(weighed) > _SHOWN_ROWS else ""
        known = labels(self.table.rows[:_SHOWN_ROWS])
        return (
            f"mẫu không có dòng «{name}»{near}. Các dòng của mẫu: {known}{more}."
            " Sửa tên cho khớp; nếu là dòng riêng của trường thì thêm  --keep-rows"
        )

    def _numbers_columns(self, row: int) -> bool:
        """«(1) | (2) | (3) = (1) + (2)» under the headings."""
        cells = [shown(cell) for cell in self.cells.sheet.rows[row - 1] if cell != ""]
        numbers = [int(match[0]) for cell in cells if (match := _NUMBER.search(cell))]
        is_running = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
        return len(cells) > 1 and is_running and all(map(_COLUMN_NUMBER.match, cells))

    def _repeats_headings(self, row: int) -> bool:
        """The headings once more, as at the head of a printed page."""
        sheet = self.cells.sheet
        return all(one.heading.texts[-1] == shown(sheet.at(row, one.heading.at)) for one in self.headings.matched)
