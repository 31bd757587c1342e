"""Vietnamese text, dates and numbers, as people here write and read them. Pure; imports nothing of ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher
from functools import lru_cache

# đ has no decomposition in Unicode; ð and Ð are typed by mistake for đ and Đ.
_D_STROKES = "đĐðÐ"
# The marks of Vietnamese letters; `fold` asks the slow way about any other.
_MARKS = re.compile("[\u0300-\u036f]+")
_ISO_DAY = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_LOCAL_DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_WEEK = re.compile(r"^(\d{4})-W(\d{2})$")
_NUMBER = re.compile(r"^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$|^[+-]?\d+\.\d+$")
_PERCENT = re.compile(r"\s*%$")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def nfc(text: str) -> str:
    """Text with every letter in one piece, which is what fonts and comparisons need."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Letters without marks, lower case: «Báo cáo ĐOÀN» → «bao cao doan». For comparing, never for showing."""
    if text.isascii():
        return text.lower()
    for stroked in _D_STROKES:
        text = text.replace(stroked, "d")
    decomposed = _MARKS.sub("", unicodedata.normalize("NFD", text))
    if decomposed.isascii():
        return decomposed.lower()
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn").lower()


def slug(text: str) -> str:
    """A file or address name: «12/KH-THCSHP» → «12-kh-thcshp»."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def nearest(word: str, choices: Iterable[str], *, at_least: float = 0.6) -> str | None:
    """The choice that reads most like `word`, compared without marks, or None when nothing is near."""
    folded = fold(word).replace("_", "").replace("-", "").replace(" ", "")
    best, best_score = None, at_least
    for choice in choices:
        other = fold(choice).replace("_", "").replace("-", "").replace(" ", "")
        score = SequenceMatcher(None, folded, other).ratio()
        if len(folded) >= 4 and other.startswith(folded):
            score = max(score, 0.85)
        if score > best_score or (score == best_score and best is None):
            best, best_score = choice, score
    return best


def read_day(text: str) -> date | None:
    """A day written 2026-09-05 or 5/9/2026 (day first), or None when it is neither or does not exist."""
    parts = day_parts(text)
    if parts is None:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def day_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as written, whether or not there is such a day."""
    if match := _ISO_DAY.match(text.strip()):
        year, month, day = match.groups()
    elif match := _LOCAL_DAY.match(text.strip()):
        day, month, year = match.groups()
    else:
        return None
    return int(year), int(month), int(day)


def day(value: date) -> str:
    """5/9/2026."""
    return f"{value.day}/{value.month}/{value.year}"


def long_day(value: date) -> str:
    """Thứ Bảy, 5/9/2026."""
    return f"{WEEKDAYS[value.weekday()]}, {day(value)}"


def moment(value: datetime) -> str:
    """7:30 ngày 5/9/2026."""
    return f"{value.hour}:{value.minute:02d} ngày {day(value)}"


@lru_cache(maxsize=16384)
def read_number(text: str) -> float | None:
    """A number written 1.234,5 or 1234.5, with or without a per cent sign; None for anything else.

    A lone dot before exactly three digits is a thousands mark, as people here write it.
    """
    plain = _PERCENT.sub("", text.strip())
    if not _NUMBER.match(plain):
        return None
    if "," in plain or _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    return float(plain)


def number(value: float) -> str:
    """1.234,5: a dot between thousands, a comma before the fraction, no needless zeros."""
    whole, _, fraction = f"{value:,.2f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def file_size(size: int) -> str:
    """245 KB, 1,2 MB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{number(round(size / 1_000_000, 1))} MB"


def week_of(value: date) -> str:
    """The ISO week that holds a day: 2026-W47."""
    year, week, _ = value.isocalendar()
    return f"{year}-W{week:02d}"


def week_days(week: str) -> tuple[date, date] | None:
    """Monday and Sunday of an ISO week, or None when there is no such week."""
    match = _WEEK.match(week)
    if match is None:
        return None
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def school_year_of(value: date) -> str:
    """The school year a day falls in; it turns on 1 September."""
    start = value.year if value.month >= 9 else value.year - 1
    return f"{start}-{start + 1}"


def joined(words: Iterable[str]) -> str:
    """«a, b và c»."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}" if items else ""
