"""A workbook as values: sheets of cells that are text or numbers, and what is known about single cells. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

# What a cell holds: text in one line, or a number that the program which wrote the file took for one.
Cell: TypeAlias = "str | float"
# Row and column, from 1, as people count them.
Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet. `rows` are as long as the sheet is wide.

    `merged` are the first and last cells of merged ranges; None where the format does not tell. `uncomputed` are
    formulas whose result the file does not hold, `errors` the cells that show one (#DIV/0!).
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[Place, Place], ...] | None = None
    uncomputed: frozenset[Place] = frozenset()
    errors: Mapping[Place, str] = field(default_factory=dict)
    is_hidden: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell != "" for row in self.rows for cell in row)

    def at(self, row: int, column: int) -> Cell:
        """The value of a cell; empty beyond the edge."""
        if not 1 <= row <= len(self.rows) or not 1 <= column <= len(self.rows[row - 1]):
            return ""
        return self.rows[row - 1][column - 1]


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """A file of tables. `kind` is how it is stored: xlsx, xls, ods or csv."""

    name: str
    kind: str
    sheets: tuple[Sheet, ...]


def reference(row: int, column: int) -> str:
    """The name of a cell: B7."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def shown(cell: Cell) -> str:
    """A cell as text: a number with a comma before its fraction and no marks between thousands.

    A year stays 2026, and no figure gets more digits than a spreadsheet keeps.
    """
    if isinstance(cell, str):
        return cell
    text = f"{cell:.15g}"
    if "e" in text:
        text = f"{cell:.15f}".rstrip("0").rstrip(".") if abs(cell) < 1 else f"{cell:.0f}"
    whole, _, fraction = text.partition(".")
    # Three digits after the comma could be taken for thousands; one more cannot.
    is_like_thousands = len(fraction) == 3 and len(whole.lstrip("-")) <= 3 and whole.lstrip("-") != "0"
    return whole + (f",{fraction}{'0' if is_like_thousands else ''}" if fraction else "")
