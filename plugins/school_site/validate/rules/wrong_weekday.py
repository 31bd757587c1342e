"""BV-021 — a text gives a day of the week together with a date that falls on another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ...findings import Finding, Rule, Severity
from ...site import Site
from ...vietnamese import WEEKDAYS, day
from ...writing import Writing
from ..basis import Basis

RULE = Rule(
    code="BV-021",
    title="Thứ và ngày không khớp",
    message="Ngày {day} là {real}, nhưng ở đây ghi «{written}».",
    fix="Hỏi lại người tổ chức: {real}, ngày {day}, hay {named}, ngày {other}?",
    why="Người đọc theo thứ, người đọc theo ngày sẽ đến hai ngày khác nhau.",
    severity=Severity.warning,
    bad="Họp cha mẹ học sinh vào thứ Sáu, ngày 28/11/2026.",
    good="Họp cha mẹ học sinh vào thứ Bảy, ngày 28/11/2026.",
)
_NAMES = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5,
}  # fmt: skip
_THU, _SUNDAY = r"(?P<said>thứ\s+(?:hai|ba|tư|năm|sáu|b[ảẩ]y|[2-7]))(?!\w)", r"(?P<said>chủ\s+nhật)(?!\w)"
# Without a year only «28/11»: «7.30» is an hour, «1-2» are two lessons.
_DATE = (
    r"(?P<day>\d{1,2})(?:(?:\s?/\s?|\s+tháng\s+)(?P<month>\d{1,2})(?:(?:\s?/\s?|\s+năm\s+)(?P<year>(?:19|20)\d\d))?"
    r"|[.-](?P<month_>\d{1,2})[.-](?P<year_>(?:19|20)\d\d))"
)
_THEN_DATE = rf"[*_]{{0,2}}(?:\s*,)?\s*(?:\(\s*)?(?:ngày\s+)?{_DATE}(?![\d/]|[.-]\d)"
_DATE_THEN = rf"(?<![\d/.-]){_DATE}[*_]{{0,2}}\s*\Z"


def _compiled(pattern: str) -> re.Pattern[str]:
    """Two values stand on two lines, and have nothing to do with each other: a blank is no line end here."""
    return re.compile(pattern.replace(r"\s", "[ \u00a0]"))


# «thứ Bảy, ngày 28/11/2026», «thứ Bảy 28/11»; each begins with a word that is quickly looked for.
_BEFORE = (_compiled(_THU + _THEN_DATE), _compiled(_SUNDAY + _THEN_DATE))
# «28/11/2026 (thứ Bảy)».
_AFTER, _DATED = (_compiled(r"\(\s*" + _THU), _compiled(r"\(\s*" + _SUNDAY)), _compiled(_DATE_THEN)
_LONGEST_DATE = 32
# «thứ hai» in small letters is an ordinal, too: «lần thứ hai». After these words it is a day.
_BEFORE_A_DAY = re.compile(
    r"(?:^|[\n\t.,;:(*_–-]|\b(?:sáng|trưa|chiều|tối|đêm|vào|từ|đến|hết|trước|sau|qua|hôm|là|lúc))\s*$", re.I
)
_ORDINAL = re.compile(r"\b(?:lần|kỳ|khóa|vòng|đợt|hạng|xếp|đứng|mũi)\s+$", re.I)
# A stretch of days («thứ Hai – thứ Sáu (23/11 – 27/11)») names several: nobody can say which belongs to which.
_STRETCH_BEFORE = re.compile(r"(?:thứ\s+\w+|chủ\s+nhật)[*_]*\s*(?:[–,-]|đến|tới|và|hoặc)\s*(?:hết\s+)?$")
_STRETCH_AFTER = re.compile(r"\s*(?:[–,-]|đến|tới|và|hoặc)\s*(?:hết\s+)?(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d")
_QUOTED = re.compile(r"“[^”\n]*”|«[^»\n]*»|^[ \t]*>.*$", re.M)
# A day without its year is of the year that lies nearest to the day of publishing, if it is near enough.
_NEAR = timedelta(days=100)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every weekday that stands beside a date; what is quoted says what somebody else wrote."""
    published = {entry.path: getattr(entry, "published_on", None) for entry in site.entries()}
    for writing in site.writings:
        if writing.asset is not None or ("thứ" not in writing.lower and "chủ nhật" not in writing.lower):
            continue
        quoted: list[tuple[int, int]] | None = None
        for said, date_match, start, end in _pairs(writing.lower):
            on = _day(date_match, published.get(writing.path))
            if on is None or _number(said) == on.weekday() or not _is_plain(writing, start, end, said):
                continue
            if quoted is None:
                quoted = [found.span() for found in _QUOTED.finditer(writing.text)]
            if not any(first <= start < last for first, last in quoted):
                yield _finding(writing, start, said, on)


def _pairs(text: str) -> Iterator[tuple[str, re.Match[str], int, int]]:
    """Each weekday that stands beside a date, the date, and where the two begin and end."""
    for pattern in _BEFORE:
        for match in pattern.finditer(text):
            yield match["said"], match, match.start(), match.end()
    for pattern in _AFTER:
        for match in pattern.finditer(text):
            start = max(0, match.start() - _LONGEST_DATE)
            if dated := _DATED.search(text[start : match.start()]):
                yield match["said"], dated, start + dated.start(), match.end()


def _number(said: str) -> int:
    return _NAMES.get(said.split()[-1], 6)


def _day(match: re.Match[str], published_on: date | None) -> date | None:
    month, year = match["month"] or match["month_"], match["year"] or match["year_"]
    years = [int(year)] if year else [published_on.year + by for by in (-1, 0, 1)] if published_on else []
    days = []
    for one in years:
        try:
            days.append(date(one, int(month), int(match["day"])))
        except ValueError:
            continue
    if year or published_on is None:
        return days[0] if days else None
    return next((one for one in days if abs(one - published_on) <= _NEAR), None)


def _is_plain(writing: Writing, start: int, end: int, said: str) -> bool:
    """Whether the weekday is one, and it and the date stand for one day each."""
    before = writing.lower[max(0, start - 40) : start]
    if writing.lower.startswith(said, start):
        if _STRETCH_BEFORE.search(before) and "(" in writing.text[start:end]:
            return False
        is_small = writing.text[start + len(said) - len(said.split()[-1])].islower()
        if _ORDINAL.search(before) or (is_small and not _BEFORE_A_DAY.search(before)):
            return False
    return not _STRETCH_AFTER.match(writing.lower, end)


def _finding(writing: Writing, start: int, said: str, on: date) -> Finding:
    named = _number(said)
    shift = (named - on.weekday() + 3) % 7 - 3
    at = writing.lower.index(said, start)
    return RULE.finding(
        writing.where(start),
        day=day(on),
        real=_in_a_sentence(on.weekday()),
        written=" ".join(writing.text[at : at + len(said)].split()),
        named=_in_a_sentence(named),
        other=day(on + timedelta(days=shift)),
    )


def _in_a_sentence(weekday: int) -> str:
    name = WEEKDAYS[weekday]
    return name[0].lower() + name[1:] if weekday < 6 else name
