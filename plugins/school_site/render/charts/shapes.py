"""What a picture is made of: bars, lines, dots and words, with their places. Pure values.

Places across are shares of the width, places down are in `em`: a picture fits every screen without its letters
shrinking, and grows with the reader's letter size.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field

# What fits on one line of the narrowest phone, in letters.
_LINE = 40


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of figures to draw: numbers for the lengths, cells as published for the words."""

    label: str
    values: tuple[float, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bar; `tone` chooses its pattern."""

    x: str
    y: str
    width: str
    height: str
    tone: int


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line between two points; tone 0 is the axis."""

    x1: str
    y1: str
    x2: str
    y2: str
    tone: int


@dataclass(frozen=True, kw_only=True)
class Dot:
    """A point of a trend."""

    x: str
    y: str
    tone: int


@dataclass(frozen=True, kw_only=True)
class Word:
    """Words at a place. `kind` is label, value, part or axis; `anchor` start, middle or end."""

    x: str
    y: str
    text: str
    kind: str = "label"
    anchor: str = "start"


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A picture with its title, its description for those who do not see it, and the key to its patterns."""

    id: str
    title: str
    description: str
    height: str
    kind: str
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    words: tuple[Word, ...] = ()
    legend: tuple[tuple[int, str], ...] = field(default=())


def share(part: float, whole: float = 100.0) -> str:
    """A place across: 62.5%."""
    return f"{_short(part * 100 / whole if whole else 0)}%"


def em(length: float) -> str:
    """A place down: 2.4em."""
    return f"{_short(length)}em"


def folded(text: str, width: int = _LINE) -> tuple[str, ...]:
    """Words on at most two lines; what does not fit is in the table."""
    return tuple(textwrap.wrap(text, width=width, max_lines=2, placeholder=" …")) or ("",)


def named(title: str, unit: str | None) -> str:
    """«Kết quả học tập (học sinh)»; a title that holds the unit need not say it again."""
    return f"{title} ({unit})" if unit and unit not in title.lower() else title


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
