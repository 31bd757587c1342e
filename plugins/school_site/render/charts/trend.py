"""Trend lines over years. The axis begins at zero; a year without a figure breaks the line and says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...tables import figure_in
from ...vietnamese import number
from .shapes import Chart, Dot, Line, Word, em, named, share

_TOP, _FLOOR, _YEARS, _LINE = 2.4, 8.6, 10.0, 1.25
_LABEL_ABOVE, _LABEL_BELOW = 0.65, 1.35
# A word of more digits than this would touch its neighbour on the narrowest phone.
_WIDEST = 9
_SCALES = ((1_000_000, "triệu"), (1_000, "nghìn"))


@dataclass(frozen=True, kw_only=True)
class Series:
    """One line: a cell as published for each year, None where there is none."""

    label: str
    cells: tuple[str | None, ...]

    @property
    def values(self) -> tuple[float | None, ...]:
        """The numbers of the cells."""
        return tuple(None if cell is None else figure_in(cell) for cell in self.cells)


def trend(*, id: str, title: str, unit: str | None, years: tuple[str, ...], series: tuple[Series, ...]) -> Chart | None:
    """The picture of one line or two; None where fewer than two years have a figure."""
    known = [value for line in series for value in line.values if value is not None]
    if min(known, default=-1) < 0 or max(known) == 0 or not any(_is_line(line) for line in series):
        return None
    largest = max(known)
    scale, word = _scale(known)
    across = [share((at + 0.5) / len(years), 1) for at in range(len(years))]
    heights = [[None if value is None else _height(value, largest) for value in line.values] for line in series]
    lines = [Line(x1="0", y1=em(_FLOOR), x2="100%", y2=em(_FLOOR), tone=0)]
    dots: list[Dot] = []
    words = [
        Word(x=x, y=em(_YEARS + line * _LINE), text=text, kind="axis", anchor="middle")
        for x, year in zip(across, years, strict=True)
        for line, text in enumerate(_on_lines(year))
    ]
    for tone, (line, places) in enumerate(zip(series, heights, strict=True), 1):
        for at, height in enumerate(places):
            value = line.values[at]
            if height is None or value is None:
                continue
            if at and (before := places[at - 1]) is not None:
                lines.append(Line(x1=across[at - 1], y1=em(before), x2=across[at], y2=em(height), tone=tone))
            dots.append(Dot(x=across[at], y=em(height), tone=tone))
            below = any(
                other[at] is not None and _is_under(places, other, at) for other in heights if other is not places
            )
            y = height + _LABEL_BELOW if below else height - _LABEL_ABOVE
            words.append(
                Word(x=across[at], y=em(y), text=_shown(line.cells[at], value, scale), kind="value", anchor="middle")
            )
    words += [
        Word(x=across[at], y=em(_FLOOR - 0.5), text="chưa có", kind="part", anchor="middle")
        for at in range(len(years))
        if all(places[at] is None for places in heights)
    ]
    return Chart(
        id=id, title=named(title, f"{word} {unit or ''}".strip() if word else unit), kind="trend",
        height=em(_YEARS + _LINE * (len(_on_lines(years[0])) - 1) + 0.5),
        description=_told(years, series), lines=tuple(lines), dots=tuple(dots), words=tuple(words),
        legend=tuple((tone, line.label) for tone, line in enumerate(series, 1)) if len(series) > 1 else (),
    )  # fmt: skip


def _on_lines(year: str) -> tuple[str, ...]:
    """«2025-2026» on two lines: five of them side by side are wider than a phone."""
    first, dash, second = year.partition("-")
    return (f"{first}{dash}", second) if second else (year,)


def _is_line(series: Series) -> bool:
    return sum(value is not None for value in series.values) > 1


def _height(value: float, largest: float) -> float:
    return _FLOOR - value / largest * (_FLOOR - _TOP)


def _is_under(places: list[float | None], other: list[float | None], at: int) -> bool:
    """Whether this line runs below the other here: further down is a larger place."""
    return (places[at] or 0.0) > (other[at] or 0.0)


def _scale(values: list[float]) -> tuple[int, str]:
    """How large sums are shortened: «16.968» million takes a third of the room of «16.967.730.000»."""
    if len(number(max(values))) <= _WIDEST:
        return 1, ""
    return next(((size, word) for size, word in _SCALES if min(value for value in values if value) >= size), (1, ""))


def _shown(cell: str | None, value: float, scale: int) -> str:
    return cell or "" if scale == 1 else number(round(value / scale))


def _told(years: tuple[str, ...], series: tuple[Series, ...]) -> str:
    return " ".join(["Biểu đồ đường, trục đứng bắt đầu từ 0.", *_sentences(years, series)])


def _sentences(years: tuple[str, ...], series: tuple[Series, ...]) -> Iterator[str]:
    for line in series:
        told = ", ".join(f"{year} {cell or 'chưa có'}" for year, cell in zip(years, line.cells, strict=True))
        yield f"{line.label}: {told}."
