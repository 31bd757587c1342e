"""A school's own workbook laid onto the form of an item: what was understood, and where it was not. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..completing import completed
from ..layouts import Layout, TableLayout
from ..model import Table
from ..vietnamese import fold, nearest
from ..workbooks.delimited import is_vietnamese
from ..workbooks.fault import WorkbookError
from ..workbooks.grid import Sheet, Workbook, reference, shown
from .cells import CellReader
from .gaps import missing, other_columns
from .names import is_serial, labels
from .numbers import Habit, habit_of
from .places import Place, places
from .recount import disagreements
from .rows import RowReader, Rows, Trouble

_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s*[-–—]\s*(20\d\d)\b")
_FISCAL_YEAR = re.compile(r"\bnam (20\d\d)\b")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a person said beside the workbook itself.

    `table` and `sheet` narrow the search; `skipped` are columns not wanted; `keeps_rows`: rows that the form does not
    name are the school's own; `habit` is how numbers written as text are meant.
    """

    table: str | None = None
    sheet: str | None = None
    skipped: tuple[str, ...] = ()
    keeps_rows: bool = False
    habit: Habit | None = None


@dataclass(frozen=True, kw_only=True)
class Found:
    """One table as it was understood. `table` is what the workbook says, `whole` what it comes to once worked out."""

    place: Place
    name: str
    rows: Rows
    table: Table
    whole: Table
    left_out: tuple[str, ...]
    troubles: tuple[Trouble, ...]

    @property
    def layout(self) -> TableLayout:
        """The table of the form."""
        return self.place.table

    @property
    def is_filled(self) -> bool:
        """Whether any cell beside the names holds something."""
        return any(cell for line in self.rows.lines for cell in line.cells[1:])


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """All tables of a workbook. `missing` were not found, `years` are those that lines of title speak of."""

    found: tuple[Found, ...]
    missing: tuple[TableLayout, ...]
    unused_sheets: tuple[str, ...]
    years: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left that was not understood."""
        return not self.missing and not any(found.troubles for found in self.found)

    def troubles(self) -> Iterator[tuple[str, Trouble]]:
        """Every trouble with its sheet, from top to bottom."""
        for found in self.found:
            for trouble in sorted(found.troubles, key=lambda one: (one.row, one.column)):
                yield found.place.sheet.name, trouble


def understand(
    workbook: Workbook,
    layout: Layout,
    *,
    asked: Asked = Asked(),
) -> Understanding:
    """Read a workbook as an item. Raises WorkbookError where no table of the form is found at all."""
    sheets = _sheets(workbook, asked.sheet)
    wanted = [one for one in layout.tables if asked.table is None or one.id == asked.table]
    at = places(sheets, wanted)
    if not at:
        raise _nothing_found(sheets, wanted)
    habit = asked.habit or habit_of(cell for one in sheets for row in one.rows for cell in row)
    found = [
        _read(place, habit, asked, shows_percent=workbook.kind == "xlsx", is_checked=layout.is_checked) for place in at
    ]
    # An optional table that was left empty is as good as one that is not there.
    is_wanted = {one.layout.id: one.is_filled or not one.layout.is_optional or bool(asked.table) for one in found}
    used = {id(place.sheet) for place in at}
    return Understanding(
        found=tuple(one for one in found if is_wanted[one.layout.id]),
        missing=tuple(one for one in wanted if not one.is_optional and one.id not in is_wanted),
        unused_sheets=tuple(one.name for one in sheets if id(one) not in used and not one.is_empty),
        years=frozenset(year for place in at for year in _years(place)),
    )


def _sheets(workbook: Workbook, name: str | None) -> list[Sheet]:
    if name is None:
        return [sheet for sheet in workbook.sheets if not sheet.is_hidden and not sheet.is_empty]
    names = [sheet.name for sheet in workbook.sheets]
    found = [sheet for sheet in workbook.sheets if fold(sheet.name) == fold(name)]
    if not found:
        near = nearest(name, names)
        hint = f"Có phải ý bạn là «{near}»?" if near else f"Tệp có: {', '.join(f'«{one}»' for one in names)}."
        raise WorkbookError(f"Tệp không có trang tính «{name}».", hint)
    return found


def _nothing_found(sheets: Sequence[Sheet], wanted: Sequence[TableLayout]) -> WorkbookError:
    if not is_vietnamese("".join(shown(cell) for sheet in sheets for row in sheet.rows[:60] for cell in row)):
        return WorkbookError(
            "Chữ trong tệp không phải Unicode (có thể là phông TCVN3 .VnTime hoặc VNI).",
            "Chuyển chữ sang Unicode (ví dụ bằng công cụ chuyển mã của UniKey), rồi chạy lại.",
        )
    first = wanted[0]
    return WorkbookError(
        f"Không thấy dòng tiêu đề nào giống bảng «{first.title}»{' hay các bảng khác của mục' if wanted[1:] else ''}.",
        f"Dòng tiêu đề cần các cột như {labels(first.columns)}; xem mẫu bằng lệnh  invoke new cong-khai … --xlsx",
        sheet=sheets[0].name if len(sheets) == 1 else "",
    )


def _read(place: Place, habit: Habit, asked: Asked, *, shows_percent: bool, is_checked: bool) -> Found:
    """The rows under the headings of one place, as a table of the form."""
    headings, layout = place.headings, place.table
    name_at = headings.name.heading.at if headings.name else _name_column(place)
    cells = CellReader(sheet=place.sheet, habit=habit, shows_percent=shows_percent)
    keeps_own = asked.keeps_rows or all(row.is_heading for row in layout.rows)
    reader = RowReader(cells=cells, table=layout, headings=headings, name_at=name_at, keeps_own=keeps_own)
    rows = reader.read(place.upto)
    # The form's own order, unless a group or a row of the school's own hangs on its place.
    if all(line.layout for line in rows.lines) and not keeps_own:
        order = {row.id: at for at, row in enumerate(layout.rows)}
        rows.lines.sort(key=lambda line: order[line.layout.id] if line.layout else 0)
    left_out, of_columns = other_columns(place, rows, name_at, asked.skipped)
    table = Table(
        id=layout.id,
        columns=(layout.columns[0].label, *(one.column.label for one in headings.figures)),
        rows=tuple(line.cells for line in rows.lines),
    )
    if rows.total:
        table = replace(table, total=_closing(rows.total.cells, completed(table, layout).total))
    troubles = [*rows.troubles, *of_columns, *missing(place, rows, is_checked=is_checked)]
    if not troubles:
        troubles += disagreements(table, rows, headings, layout)
    named = (headings.name.heading,) if headings.name else headings.others
    heading = next((one for one in named if one.at == name_at), None)
    return Found(
        place=place,
        name=heading.shown if heading else f"cột {reference(1, name_at)[:-1]}",
        rows=rows,
        table=table,
        whole=completed(table, layout),
        left_out=tuple(left_out),
        troubles=tuple(troubles),
    )


def _closing(written: tuple[str, ...], worked_out: tuple[str, ...]) -> tuple[str, ...]:
    """The total as written, what it leaves empty filled in; none at all where it only has its name."""
    if not any(written[1:]):
        return ()
    return tuple(cell or next(iter(worked_out[at : at + 1]), "") for at, cell in enumerate(written))


def _name_column(place: Place) -> int:
    """Without a heading that names it: the column left of the figures that holds most words."""
    first = min(one.heading.at for one in place.headings.figures)
    serial = {heading.at for heading in place.headings.others if is_serial(heading.texts[-1])}
    below = place.sheet.rows[place.headings.last : place.upto]
    words = Counter(
        at
        for row in below
        for at, cell in enumerate(row[: first - 1], 1)
        if at not in serial and isinstance(cell, str) and any(map(str.isalpha, cell))
    )
    return max(words, key=lambda at: (words[at], -at)) if words else max(1, first - 1)


def _years(place: Place) -> Iterator[str]:
    """The years that the lines above the headings name."""
    for row in place.sheet.rows[: place.headings.first - 1]:
        for cell in row:
            text = fold(shown(cell)) if isinstance(cell, str) else ""
            spans = [(match[1], match[2]) for match in _SCHOOL_YEAR.finditer(text)]
            yield from (f"{first}-{second}" for first, second in spans if int(second) == int(first) + 1)
            yield from (match[1] for match in _FISCAL_YEAR.finditer(text))
