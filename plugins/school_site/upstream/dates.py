"""Read a date as portals in Vietnam write it; what cannot be read for certain is None, never a guess.

Day before month in figures, always: 05/09/2026 is 5 September.  A time without a zone is Vietnamese time.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

from ..upstream_model import VIETNAM_TIME

LONGEST = 100  # characters; a date is never longer, and the pattern below need not face more

_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_VIETNAMESE_MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "ict": 7, "asia/ho_chi_minh": 7, "asia/saigon": 7, "asia/bangkok": 7,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip

_WEEKDAY = (
    r"(?:(?:th[ứu]\s*(?:hai|ba|t[ưu]|n[ăa]m|s[áa]u|b[ảẩ]y|bay|[2-7])|t[2-7]|ch[ủu]\s*nh[ậâa]t|cn"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\.?\s*[,;:-]?\s*)?"
)
_MONTH_WORD = r"(?P<month_word>{})[a-z]*\.?".format("|".join(_ENGLISH_MONTHS))
_MONTH_VI = r"(?:tháng|thang|thg|th)\.?\s*(?P<month_vi>\d{{1,2}}|{})".format(
    "|".join(sorted(_VIETNAMESE_MONTHS, key=len, reverse=True))
)
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_DATES = (
    rf"{_YEAR}([-/.])(?P<month>\d{{1,2}})\2{_DAY}",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    rf"(?:ngày\s+|ngay\s+)?{_DAY}\s*([-/.])\s*(?P<month>\d{{1,2}})\s*\2\s*{_YEAR}",
    rf"{_DAY}(?:st|nd|rd|th)?[\s-]+{_MONTH_WORD}[\s,-]+(?P<year>\d{{4}}|\d{{2}})",
    rf"{_MONTH_WORD}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"(?:ngày\s+|ngay\s+)?{_DAY}\s*,?\s*{_MONTH_VI}\s*,?\s*(?:năm\s+|nam\s+)?{_YEAR}",
)
_CLOCK = (
    r"(?P<hour>\d{1,2})\s*(?::|h|g|giờ|gio)\s*(?:(?P<minute>\d{1,2})(?:\s*(?:phút|phut|p))?)?"
    r"(?::(?P<second>\d{1,2})(?:[.,]\d{1,9})?)?"
    r"(?:\s*(?P<half>sa|ch|am|pm|a\.m\.|p\.m\.|sáng|trưa|chiều|tối))?"
)
_BARE_CLOCK = r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?"
_ZONE = (
    r"(?:\s*(?P<zone>z|[a-z]{2,4}|asia/[a-z_]+)?\s*(?P<sign>[+-])(?P<zh>\d{1,2}):?(?P<zm>\d{2})?"
    r"|\s*(?P<zone_name>z|[a-z]{2,4}|asia/[a-z_]+))?"
)
_ZONE_IN_BRACKETS = re.compile(r"\(((?:gmt|utc|ict)[^()]*|[+-]\d[^()]*)\)")
_REMARK = re.compile(r"\s*\([^()]*\)$")  # JavaScript adds "(Indochina Time)"
_BETWEEN = r"(?:\s*[,;|-]?\s*(?:lúc\s*)?)"


def _patterns() -> tuple[re.Pattern[str], ...]:
    """Spell out every order of the parts: date alone, date then clock, clock then date, and asctime."""
    found = []
    for number, day in enumerate(_DATES):
        back = day.replace(r"\2", r"(?P=mark)").replace("([-/.])", "(?P<mark>[-/.])")
        iso_clock = _CLOCK if number != 1 else _BARE_CLOCK
        between = rf"(?:t|{_BETWEEN})" if number < 2 else _BETWEEN
        found.append(rf"{_WEEKDAY}{back}(?:{between}{iso_clock})?{_ZONE}")
        if number:
            found.append(rf"{_CLOCK}{_ZONE}{_BETWEEN}{_WEEKDAY}{back}")
    found.append(rf"{_WEEKDAY}{_MONTH_WORD}\s+{_DAY}\s+{_CLOCK}{_ZONE}\s+{_YEAR}")
    return tuple(re.compile(one) for one in found)


_PATTERNS = _patterns()


def parse_date(text: str | None) -> datetime | None:
    """Read one date; the result is aware and in Vietnamese time."""
    if not text or len(text) > LONGEST:
        return None
    plain = unicodedata.normalize("NFC", " ".join(text.split())).lower().strip(" .,;")
    plain = _ZONE_IN_BRACKETS.sub(r"\1", plain)
    plain = _REMARK.sub("", plain)
    for pattern in _PATTERNS:
        match = pattern.fullmatch(plain)
        if match:
            return _moment({name: value for name, value in match.groupdict().items() if value is not None})
    return None


def _moment(parts: dict[str, str]) -> datetime | None:
    """Build the moment, or None where the parts do not name a real one."""
    offset = _offset(parts)
    year = int(parts["year"])
    if len(parts["year"]) == 2:  # RFC 822
        year += 2000
    if offset is None or not 2000 <= year <= 2100:
        return None
    try:
        midnight = datetime(year, _month(parts), int(parts["day"]), tzinfo=timezone(offset))
    except ValueError:
        return None
    hour, minute, second = _hour(parts), int(parts.get("minute", 0)), int(parts.get("second", 0))
    if minute > 59 or second > 60 or hour > 24 or (hour == 24 and (minute or second)):
        return None
    moment = midnight + timedelta(hours=hour, minutes=minute, seconds=min(second, 59))
    return moment.astimezone(UTC).astimezone(VIETNAM_TIME)


def _month(parts: dict[str, str]) -> int:
    if "month_word" in parts:
        return _ENGLISH_MONTHS.index(parts["month_word"]) + 1
    written = parts.get("month") or parts["month_vi"]
    return int(written) if written.isdigit() else _VIETNAMESE_MONTHS[written]


def _hour(parts: dict[str, str]) -> int:
    """Apply SA/CH to a twelve-hour clock; beside a 24-hour time they add nothing."""
    hour, half = int(parts.get("hour", 0)), parts.get("half", "")
    if half in {"ch", "pm", "p.m.", "chiều", "tối"} and hour < 12:
        return hour + 12
    if half in {"sa", "am", "a.m.", "sáng"} and hour == 12:
        return 0
    return hour


def _offset(parts: dict[str, str]) -> timedelta | None:
    """Give the distance from UTC; None for a zone nobody here knows."""
    name = parts.get("zone") or parts.get("zone_name")
    if name is not None and name not in _ZONES:
        return None
    if "sign" not in parts:
        return timedelta(hours=7 if name is None else _ZONES[name])
    distance = timedelta(hours=int(parts["zh"]), minutes=int(parts.get("zm", 0)))
    if distance > timedelta(hours=14):
        return None
    return -distance if parts["sign"] == "-" else distance
