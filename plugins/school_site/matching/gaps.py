"""What a sheet has beside the form, and what of the form it lacks: each is told, none passed over. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..fitting import name_key
from ..workbooks.grid import reference
from .headings import Heading
from .names import is_explanation, is_serial, labels
from .places import Place
from .rows import Rows, Trouble


def other_columns(place: Place, rows: Rows, name_at: int, skipped: Sequence[str]) -> tuple[list[str], list[Trouble]]:
    """Columns that are no part of the form: told where they may be left out, a trouble where they hold something."""
    headings, known = place.headings, {one.heading.at for one in place.headings.figures} | {name_at}
    unwanted = {name_key(name) for name in skipped}
    taken = [line.row for line in (*rows.lines, *([rows.total] if rows.total else []))]
    held = {at for row in taken for at, cell in enumerate(place.sheet.rows[row - 1], 1) if cell != ""} - known
    left_out, troubles = [], []
    for one in headings.doubled:
        same = f"cột «{one.heading.texts[-1]}» và một cột khác cùng giống «{one.column.label}»; đổi tên để phân biệt"
        troubles.append(Trouble(row=one.heading.row, column=one.heading.at, sentence=same))
        held.discard(one.heading.at)
    for heading in headings.others:
        if heading.at not in held:
            continue
        held.discard(heading.at)
        if is_serial(heading.texts[-1]) or name_key(heading.texts[-1]) in unwanted:
            left_out.append(heading.shown)
        elif not is_explanation(heading.texts[-1]):
            troubles.append(_unknown_column(heading, place))
    for at in sorted(held):
        sentence = f"cột {reference(1, at)[:-1]} có số liệu mà không có tiêu đề"
        troubles.append(Trouble(row=headings.last, column=at, sentence=sentence))
    return left_out, troubles


def _unknown_column(heading: Heading, place: Place) -> Trouble:
    text = heading.texts[-1]
    taken = {one.column.id for one in place.headings.figures}
    free = [column for column in place.table.columns[1:] if column.id not in taken]
    left = f"Các cột còn trống của mẫu: {labels(free)}. " if free else ""
    sentence = f'mẫu không có cột «{text}». {left}Không cần cột này thì thêm  --skip "{text}"'
    return Trouble(row=heading.row, column=heading.at, sentence=sentence)


def missing(place: Place, rows: Rows, *, is_checked: bool) -> Iterator[Trouble]:
    """Columns and rows of the form that the workbook does not have, and a table that was not filled in.

    Where the official form was not found, a school may well have another one: nothing is missed there.
    """
    there = {one.column.id for one in place.headings.figures}
    columns = [one for one in place.table.columns[1:] if not (one.is_optional or one.is_computed or one.id in there)]
    if columns and is_checked:
        yield Trouble(row=place.headings.last, sentence=f"chưa thấy cột {labels(columns)}")
    named = {line.layout.id for line in rows.lines if line.layout}
    gone = [row for row in place.table.rows if row.is_required and not row.is_heading and row.id not in named]
    if gone and is_checked and not place.table.has_optional_rows and not rows.troubles:
        yield Trouble(row=place.headings.last, sentence=f"chưa thấy dòng {labels(gone)}")
    if not rows.troubles and not any(cell for line in rows.lines for cell in line.cells[1:]):
        yield Trouble(row=place.headings.last, sentence="bảng chưa điền số liệu nào")
