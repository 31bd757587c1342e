"""Horizontal bars: one figure or a few for each row. Label above, bar below it, figure at its end."""

from __future__ import annotations

from ...vietnamese import joined
from .shapes import Bar, Chart, Row, Word, em, folded, named, share

_LINE = 1.4
_BAR = 1.15
_GAP = 0.75
# The longest bar leaves room for a sum of fourteen digits on the narrowest phone.
_LONGEST = 60.0


def bars(*, id: str, title: str, unit: str | None, series: tuple[str, ...], rows: tuple[Row, ...]) -> Chart:
    """The picture of `rows`; of several series each has its pattern."""
    largest = max(max(row.values[: len(series)]) for row in rows)
    drawn: list[Bar] = []
    words: list[Word] = []
    down = 0.0
    for row in rows:
        for line in folded(row.label):
            words.append(Word(x="0", y=em(down + 1), text=line))
            down += _LINE
        for at, (value, cell) in enumerate(zip(row.values[: len(series)], row.cells, strict=False)):
            width = value / largest * _LONGEST
            drawn.append(Bar(x="0", y=em(down), width=share(width), height=em(_BAR), tone=at + 1))
            words.append(Word(x=share(width + 1.5), y=em(down + 0.95), text=cell, kind="value"))
            down += _BAR + 0.15
        down += _GAP
    return Chart(
        id=id, title=named(title, unit), description=_told(series, rows), height=em(down - _GAP + 0.2), kind="bars",
        bars=tuple(drawn), words=tuple(words),
        legend=tuple(enumerate(series, 1)) if len(series) > 1 else (),
    )  # fmt: skip


def _told(series: tuple[str, ...], rows: tuple[Row, ...]) -> str:
    """What the picture shows, in words."""
    told = [f"Biểu đồ thanh ngang, {len(rows)} dòng."]
    for at, name in enumerate(series):
        most = max(rows, key=lambda row: row.values[at])
        least = min(rows, key=lambda row: row.values[at])
        of = f"{name}: " if len(series) > 1 else ""
        told.append(f"{of}nhiều nhất là {most.label}, {most.cells[at]}; ít nhất là {least.label}, {least.cells[at]}.")
    if len(series) > 1:
        told.insert(1, f"Mỗi dòng có {joined(series)}.")
    return " ".join([*told, "Số liệu đầy đủ ở bảng bên cạnh."])
