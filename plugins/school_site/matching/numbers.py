"""A cell of a school's workbook as the figure it means, or a sentence that says why it could mean two. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ..layouts import ColumnLayout
from ..workbooks.grid import Cell, shown

_BLANK = frozenset({"", "-", "–", "—", "…", "..."})
_SPACED = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?:\D|$))")
_VIETNAMESE = re.compile(r"^[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}|\d+,\d{4,}|0,\d+)$")
_ENGLISH = re.compile(r"^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.\d{1,2}|\d+\.\d{4,}|0\.\d+)$")
_PLAIN = re.compile(r"^[+-]?\d+$")
# One sign and three digits after it: 1.234 and 1,234.
_EITHER = re.compile(r"^[+-]?[1-9]\d{0,2}[.,]\d{3}$")
_LONGEST = 24


class Habit(Enum):
    """How the numbers of a workbook that are written as text are meant."""

    unknown = ""
    vietnamese = "1.234,5"
    english = "1,234.5"


@dataclass(frozen=True)
class Doubt:
    """Why a cell cannot be taken for one figure."""

    sentence: str


def habit_of(cells: Iterable[Cell]) -> Habit:
    """What the numbers that can be read in one way only say about the others; mixed habits say nothing."""
    texts = [_trimmed(cell) for cell in cells if isinstance(cell, str)]
    is_vietnamese = any(map(_VIETNAMESE.match, texts))
    is_english = any(map(_ENGLISH.match, texts))
    if is_vietnamese == is_english:
        return Habit.unknown
    return Habit.vietnamese if is_vietnamese else Habit.english


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing, or only the dash that people draw there."""
    return isinstance(cell, str) and cell in _BLANK


def figure(cell: Cell, column: ColumnLayout, habit: Habit, *, shows_percent: bool) -> float | Doubt | None:
    """The number in a cell, None where it is blank. `shows_percent`: the file tells 0,5 from 50%."""
    if is_blank(cell):
        return None
    value: float | Doubt
    has_sign = isinstance(cell, str) and cell.rstrip().endswith("%")
    if has_sign and column.kind != "percent":
        return Doubt(f"ghi «{shown(cell)}», nhưng cột «{column.label}» không phải tỉ lệ phần trăm")
    value = cell if isinstance(cell, float) else _read(cell, column, habit)
    if isinstance(value, Doubt):
        return value
    if column.kind == "percent" and not has_sign and _may_be_share(value, shows_percent):
        return Doubt(f"ghi {shown(value)}: là {shown(value)}% hay {written(value * 100)}%? Hãy viết kèm dấu %")
    if column.kind == "count" and not value.is_integer():
        return Doubt(f"ghi {shown(value)}, nhưng cột «{column.label}» là số đếm, không có phần lẻ")
    if value < 0 and column.kind != "money":
        return Doubt(f"ghi {shown(value)}; cột «{column.label}» không nhận số âm")
    return value


def written(value: float) -> str:
    """1.234,5: as it will stand in the content; what is longer than four decimals was divided, and is rounded."""
    text = shown(round(value, 2) if len(shown(value).partition(",")[2]) > 4 else value)
    whole, _, fraction = text.partition(",")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}".replace(",", ".") + (f",{fraction}" if fraction else "")


def ambiguous(text: str) -> bool:
    """Whether the text of a cell is a number that two habits read differently, and thousands the one we do not."""
    return bool(_EITHER.match(text)) and "," in text


def _may_be_share(value: float, shows_percent: bool) -> bool:
    return 0 < value < 1 or (value == 1 and not shows_percent)


def _read(text: str, column: ColumnLayout, habit: Habit) -> float | Doubt:
    plain = _trimmed(text)
    if len(plain) > _LONGEST:
        return Doubt(f"ghi «{text[:40]}…», dài quá một con số")
    if _PLAIN.match(plain):
        return float(plain)
    if _VIETNAMESE.match(plain):
        return float(plain.replace(".", "").replace(",", "."))
    if _ENGLISH.match(plain):
        return float(plain.replace(",", ""))
    if _EITHER.match(plain):
        return _either(plain, column, habit)
    near = re.match(r"^[<>≈~]?\s*([+-]?\d[\d.,]*)", plain)
    example = f"; nếu là {near[1]} thì chỉ ghi {near[1]}" if near else ""
    return Doubt(f"ghi «{text[:60]}», nhưng cột «{column.label}» cần một con số{example}")


def _either(plain: str, column: ColumnLayout, habit: Habit) -> float | Doubt:
    """1.234 or 1,234: by the habit of the workbook; a count or a sum of money has no thousandth parts."""
    thousands = float(re.sub("[.,]", "", plain))
    decimal = float(plain.replace(",", "."))
    if habit is not Habit.unknown:
        return thousands if ("." in plain) == (habit is Habit.vietnamese) else decimal
    if "." in plain and column.kind in ("count", "money"):
        return thousands
    digits, sign = plain.replace(".", "").replace(",", ""), "." if "." in plain else ","
    return Doubt(
        f"ghi «{plain}»: là {digits} hay {plain.replace(sign, ',')}? Viết lại không có dấu ngăn hàng nghìn,"
        f" hoặc cho biết cả bảng viết kiểu nào bằng  --numbers {Habit.vietnamese.value}  hay"
        f"  --numbers {Habit.english.value}"
    )


def _trimmed(text: str) -> str:
    plain = text.strip().rstrip("%").strip()
    # (1.200) is how accountants write minus.
    plain = f"-{plain[1:-1]}" if plain.startswith("(") and plain.endswith(")") else plain
    return _SPACED.sub("", plain)
