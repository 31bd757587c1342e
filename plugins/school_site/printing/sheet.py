"""A sheet: one thing to print, with what an official paper carries around its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One paper. `name` is its address without an ending, which is what people type and what the file is called.

    `facts` gives what the template shows; it is asked only for sheets that are really printed. `sources` are the
    content files that it is made of, `is_current` whether its section's name alone means this sheet.
    """

    name: str
    title: str
    group: str
    template: str
    facts: Callable[[], Mapping[str, Any]] = field(repr=False)
    sources: tuple[str, ...]
    dated_on: date | None = None
    is_current: bool = False

    @property
    def section(self) -> str:
        """The folder of the site it belongs to: «cong-khai»."""
        return self.name.split("/", 1)[0]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The head of a paper: who issues it, under whom, its number, place and day.

    None is a blank to fill in by hand. A paper that bears no number at all has neither `number` nor `symbol`.
    """

    agency: str
    superior: str | None
    place: str | None
    issued_on: date | None
    number: str | None = None
    symbol: str | None = None


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Who signs: the authority and the post, line by line, and the name (None: to fill in by hand)."""

    lines: tuple[str, ...]
    name: str | None


@dataclass(frozen=True, kw_only=True)
class Companion:
    """The paper that a sheet goes out with: «Kèm theo Quyết định số 03/QĐ-THCSHP ngày …»."""

    type_label: str
    number: str
    issued_on: date | None
