"""A cell of a published table as data: numbers become numbers, all else stays the text that people read. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from ...tables import figure_in

_EMPTY = {"", "-", "–", "—"}
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")


def plain_number(cell: str) -> Decimal | None:
    """The number that a cell is, exactly as written (1.234,50 → 1234.50); None for words and percentages."""
    text = cell.strip()
    if "%" in text or figure_in(text) is None:
        return None
    if "," in text or _THOUSANDS.fullmatch(text.lstrip("+-")):
        text = text.replace(".", "").replace(",", ".")
    return Decimal(text)


def share(cell: str) -> Decimal | None:
    """The share of one that a percentage is, with its digits: «97,40%» → 0.9740."""
    text = cell.strip()
    if not text.endswith("%"):
        return None
    number = plain_number(text.removesuffix("%").strip())
    return None if number is None else number.scaleb(-2)


def is_empty(cell: str) -> bool:
    """Whether a cell says that there is nothing."""
    return cell.strip() in _EMPTY
