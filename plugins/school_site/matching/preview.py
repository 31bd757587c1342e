"""What was understood of a workbook, for the person who has to say yes: columns, rows, figures worked out. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from ..workbooks.grid import reference
from .headings import Matched
from .names import EXACT
from .understand import Found, Understanding

_SHOWN = 12
_TAIL = 2
_WIDEST = 24


def preview(understood: Understanding) -> str:
    """A few lines for every table, and what of the workbook is not used."""
    blocks = ["\n".join(_table(found)) for found in understood.found]
    if understood.unused_sheets:
        names = ", ".join(f"«{name}»" for name in understood.unused_sheets)
        blocks.append(f"Trang tính không dùng tới: {names}")
    return "\n\n".join(blocks)


def _table(found: Found) -> Iterator[str]:
    sheet = found.place.sheet.name
    yield f"Bảng «{found.layout.title}» ({found.layout.id})" + (f", trang tính «{sheet}»" if sheet else "")
    yield f"  {found.layout.columns[0].label}  ←  {found.name}"
    for one in found.place.headings.figures:
        yield f"  {one.column.label}  ←  {one.heading.shown}{_near(one)}"
    for heading in found.left_out:
        yield f"  (bỏ qua)  ←  {heading}"
    yield ""
    yield from _figures(found)
    yield ""
    yield from _remarks(found)


def _near(one: Matched) -> str:
    return "  (gần giống: xem lại)" if one.likeness < EXACT - 0.02 else ""


def _figures(found: Found) -> Iterator[str]:
    """The table as it will stand, the middle of a long one left out; * marks what the machine worked out."""
    whole = found.whole
    lines = [
        [cell + ("*" if (at, place) in whole.computed else "") for place, cell in enumerate(row)]
        for at, row in enumerate([*whole.rows, *([whole.total] if whole.total else [])])
    ]
    left = len(lines) - _SHOWN - _TAIL
    shown = lines if left <= 1 else [*lines[:_SHOWN], *lines[-_TAIL:]]
    cut = [[_cut(cell) for cell in row] for row in [list(whole.columns), *shown]]
    widths = [max(map(_width, column)) for column in zip(*cut, strict=True)]
    for at, row in enumerate(cut):
        if left > 1 and at == _SHOWN + 1:
            yield f"  … {left} dòng nữa …"
        first, *others = zip(row, widths, strict=True)
        cells = [_padded(*first, is_name=True), *(_padded(*other, is_name=False) for other in others)]
        yield f"  {'  '.join(cells)}".rstrip()


def _remarks(found: Found) -> Iterator[str]:
    count = len(found.rows.lines)
    told = [f"{count} dòng số liệu" + (" và dòng cộng" if found.rows.total else "")]
    if found.whole.computed:
        told.append(f"máy tính thêm {len(found.whole.computed)} ô (có dấu *)")
    if not found.troubles:
        told.append("các tổng, tỉ lệ đã tính lại và khớp")
    yield f"  {'; '.join(told)}."
    if found.rows.blank:
        yield f"  Ô để trống: {_some(found.rows.blank)}."
    if found.rows.notes:
        yield f"  Không lấy: {_some(found.rows.notes)}."
    for trouble in found.troubles:
        place = f"ô {reference(trouble.row, trouble.column)}" if trouble.column else f"dòng {trouble.row}"
        yield f"  CHƯA HIỂU {place}: {trouble.sentence}."


def _some(items: Sequence[str]) -> str:
    more = f" và {len(items) - _SHOWN} chỗ nữa" if len(items) > _SHOWN else ""
    return ", ".join(items[:_SHOWN]) + more


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _padded(cell: str, width: int, *, is_name: bool) -> str:
    gap = " " * (width - _width(cell))
    return cell + gap if is_name else gap + cell
