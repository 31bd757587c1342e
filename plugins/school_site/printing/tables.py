"""Tables as they stand on paper: how wide each column is, and which lines are headings or totals. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Table
from ..vietnamese import read_number

# Sizes of letters that a table may have before its page must lie on its side: name in the stylesheet, points,
# points of padding in a cell.
_SIZES = (("plain", 12.0, 9.0), ("small", 10.5, 9.0), ("tiny", 9.0, 6.0))
WIDE = "wide"
# Points that a sheet has room for upright.
_ROOM = 465.0
# Widths of signs in parts of the letters' size; headings and totals are bold, so a little is added.
_NARROW, _DIGIT, _SMALL, _CAPITAL, _BOLD = 0.27, 0.5, 0.47, 0.72, 1.06
# In the same parts: below this a column of words becomes a ladder, below this a column of figures looks pinched, and
# more than this no column asks for, be its cells ever so long.
_LADDER, _PINCHED, _ENOUGH = 5.0, 3.5, 26.0
# Tables up to this many lines stay on one page.
_SHORT = 14


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of a table. A heading groups the rows below it and has no figures."""

    cells: tuple[str, ...]
    is_heading: bool = False
    is_total: bool = False


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its name, its share of the width in percent, and whether it holds numbers, which stand to the right."""

    label: str
    width: float
    is_figure: bool


@dataclass(frozen=True, kw_only=True)
class PrintedTable:
    """A table ready to print. `fit` is the name of the size of its letters, or «wide» for a page lying on its side."""

    title: str
    unit: str | None
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    note: str | None
    fit: str
    is_short: bool


def printed_table(table: Table) -> PrintedTable:
    """A table with the facts that its printing depends on."""
    lines = [Line(cells=row, is_heading=len(row) > 1 and not any(map(str.strip, row[1:]))) for row in table.rows]
    if table.total:
        lines.append(Line(cells=table.total, is_total=True))
    cells = [
        [table.columns[at], *(line.cells[at] for line in lines if not line.is_heading and at < len(line.cells))]
        for at in range(len(table.columns))
    ]
    figures = [_is_figure(column[1:]) for column in cells]
    least = [_least(column, is_figure) for column, is_figure in zip(cells, figures, strict=True)]
    return PrintedTable(
        title=table.title,
        unit=table.unit,
        columns=tuple(
            Column(label=label, width=width, is_figure=is_figure)
            for label, width, is_figure in zip(table.columns, _shares(cells, least, figures), figures, strict=True)
        ),
        lines=tuple(lines),
        note=table.note,
        fit=_fit(least),
        is_short=len(lines) <= _SHORT,
    )


def _is_figure(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell.strip()]
    return bool(said) and sum(read_number(cell) is not None for cell in said) * 2 > len(said)


def _fit(least: Sequence[float]) -> str:
    """The largest letters at which every column has the room it needs."""
    return next((name for name, size, padding in _SIZES if sum(least) * size + len(least) * padding <= _ROOM), WIDE)


def _least(cells: Sequence[str], is_figure: bool) -> float:
    """What a column cannot do without, in letters' sizes: its longest word; a number has no place to break."""
    longest = max((_length(word) for cell in cells for word in cell.split()), default=0.0)
    if is_figure:
        return longest
    return max(longest, min(max(map(_length, cells), default=0.0), _LADDER))


def _shares(cells: Sequence[Sequence[str]], least: Sequence[float], figures: Sequence[bool]) -> list[float]:
    """Percents: as wide as the cells on one line where there is room for that, else the need and a part of the rest."""
    _, size, padding = _SIZES[0]
    wishes = [
        padding / size + max(need, _PINCHED if is_figure else min(max(map(_length, column), default=0.0), _ENOUGH))
        for column, need, is_figure in zip(cells, least, figures, strict=True)
    ]
    needs = [need + padding / size for need in least]
    spare, wanted = max(0.0, _ROOM / size - sum(needs)), sum(wishes) - sum(needs)
    part = min(1.0, spare / wanted) if wanted else 0.0
    widths = [need + part * (wish - need) for need, wish in zip(needs, wishes, strict=True)]
    return [round(100 * width / sum(widths), 2) for width in widths]


def _length(text: str) -> float:
    """How wide a text is on one line, in letters' sizes."""
    return _BOLD * sum(
        _NARROW if sign in " .,:;/-()'il" else _DIGIT if sign.isdigit() else _CAPITAL if sign.isupper() else _SMALL
        for sign in text
    )
