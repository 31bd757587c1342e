"""Stacked bars: what each row is made of, said in words above the bar so that no shade has to be guessed."""

from __future__ import annotations

from ...vietnamese import joined, number
from .shapes import Bar, Chart, Row, Word, em, folded, named, share

_LINE = 1.4
_BAR = 1.4
_GAP = 0.85


def stacked(*, id: str, title: str, unit: str | None, parts: tuple[str, ...], rows: tuple[Row, ...]) -> Chart:
    """The picture of `rows`, each a bar of its parts; the longest bar fills the width."""
    largest = max(sum(row.values) for row in rows)
    shown = [at for at in range(len(parts)) if any(row.values[at] for row in rows)]
    drawn: list[Bar] = []
    words: list[Word] = []
    down = 0.0
    for row in rows:
        for line in folded(f"{row.label}: {number(sum(row.values))}"):
            words.append(Word(x="0", y=em(down + 1), text=line))
            down += _LINE
        for line in folded(_made_of(parts, row)):
            words.append(Word(x="0", y=em(down + 0.95), text=line, kind="part"))
            down += _LINE
        across = 0.0
        for at in shown:
            if row.values[at]:
                width = row.values[at] / largest * 100
                drawn.append(Bar(x=share(across), y=em(down), width=share(width), height=em(_BAR), tone=at + 1))
                across += width
        down += _BAR + _GAP
    return Chart(
        id=id, title=named(title, unit), description=_told(parts, rows), height=em(down - _GAP + 0.2), kind="stacked",
        bars=tuple(drawn), words=tuple(words), legend=tuple((at + 1, parts[at]) for at in shown),
    )  # fmt: skip


def _made_of(parts: tuple[str, ...], row: Row) -> str:
    """«Thạc sĩ: 12, Đại học: 52»."""
    return ", ".join(f"{part}: {row.cells[at]}" for at, part in enumerate(parts) if row.values[at]) or "không có"


def _told(parts: tuple[str, ...], rows: tuple[Row, ...]) -> str:
    told = "; ".join(f"{row.label} ({_made_of(parts, row)})" for row in rows)
    return f"Biểu đồ thanh xếp chồng, mỗi dòng gồm {joined(parts)}. {told}."
