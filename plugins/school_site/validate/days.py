"""A day that is none: why it is not, and what its writer may have meant."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR

from ..vietnamese import day_parts

_SHAPE = "Viết ngày trước tháng, ví dụ  {key}: 5/9/2026"


def reason(text: str) -> str:
    """The end of the sentence about `text`: what it is that no calendar has."""
    parts = day_parts(text)
    if parts is None or not 1 <= parts[0] <= MAXYEAR:
        return "chưa đúng dạng ngày"
    year, month, day = parts
    if not 1 <= month <= 12:
        return f"nhưng không có tháng {month}"
    if day > 31 or not day:
        return f"nhưng không có ngày {day}"
    return f"nhưng tháng {month} chỉ có {calendar.monthrange(year, month)[1]} ngày"


def remedy(text: str, key: str) -> str:
    """What to do about the line of `key`; between two days only the original can tell, and an example is copied."""
    parts = day_parts(text)
    if parts is None or not 1 <= parts[0] <= MAXYEAR:
        return _SHAPE.format(key=key)
    year, month, day = parts
    if not 1 <= month <= 12:
        if 1 <= day <= 12 and 1 <= month <= calendar.monthrange(year, day)[1]:
            return f"Ngày viết trước tháng. Có phải ý bạn là  {key}: {month}/{day}/{year} ?"
        return f"Xem lại tháng trong bản gốc. {_SHAPE.format(key=key)}"
    if day > 31 or not day:
        return f"Xem lại ngày trong bản gốc. {_SHAPE.format(key=key)}"
    last = calendar.monthrange(year, month)[1]
    return f"Xem lại bản gốc: {last}/{month}/{year} hay {day - last}/{month + 1}/{year}?"
