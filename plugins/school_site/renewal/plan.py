"""Next month's or week's plan from the last ones: the same headings, to be filled anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..kinds.plan import Plan
from ..kinds.school import Break
from ..vietnamese import day, week_days
from .lines import hint, value
from .periods import is_week, weeks_between
from .standing import LOOKED_AT

_MONTH_IN_TITLE = re.compile(r"tháng \d{1,2}(?: năm \d{4}|/\d{4})?", re.I)
_WEEK_IN_TITLE = re.compile(r"tuần (\d{1,2})", re.I)
_SPAN_IN_TITLE = re.compile(r"\([^)]*\d/\d[^)]*\)")
# A heading, or the bold words that a line of a list begins with.
_PART = re.compile(r"^(#{2,4} .+|[-*] \*\*[^*]+\*\*)")


def renewed(name: str, before: Sequence[Plan], today: date, breaks: Sequence[Break]) -> str:
    """The file of the month or week `name`."""
    assert before
    last = before[-1]
    kind, ago = ("tuần", "Tuần trước") if is_week(name) else ("tháng", "Tháng trước")
    lines = [
        "---",
        f"# Kế hoạch {kind}, làm từ kế hoạch {last.slug}. Thay mọi chỗ trong dấu «…».",
        f"title: {value(_title(name, last, breaks))}",
        f"period: {last.period}",
        f"published_on: {day(today)}",
        f"# {ago}: {last.summary}",
        f"summary: {hint(f'Việc chính của {kind}, một hai câu')}",
    ]
    if last.theme:
        lines.append(f"theme: {hint(f'Chủ điểm; {ago.lower()}: {last.theme}')}")
    lines += [f"# {ago} ghi như sau, máy không đăng phần này:", "#"]
    lines += [f"#   {line}".rstrip() for line in last.record.body.strip().split("\n")]
    return "\n".join([*lines, "---", *_body(before[-LOOKED_AT:], kind)]) + "\n"


def _title(name: str, last: Plan, breaks: Sequence[Break]) -> str:
    if not is_week(name):
        year, month = int(name[:4]), int(name[5:])
        title, count = _MONTH_IN_TITLE.subn(f"tháng {month} năm {year}", last.title, count=1)
        return title if count else f"Kế hoạch tháng {month} năm {year}"
    days = week_days(name)
    assert days is not None
    span = f"({_span(days[0], days[0] + timedelta(days=5))})"
    found = _WEEK_IN_TITLE.search(last.title)
    if found is None:
        return f"Kế hoạch tuần {span}"
    number = int(found[1]) + weeks_between(last.slug, name, breaks)
    title = _WEEK_IN_TITLE.sub(f"tuần {number}", last.title, count=1)
    return _SPAN_IN_TITLE.sub(span, title, count=1)


def _span(first: date, last: date) -> str:
    """16–21/11/2026, 30/11–5/12/2026."""
    if first.year != last.year:
        return f"{day(first)}–{day(last)}"
    start = f"{first.day}" if first.month == last.month else f"{first.day}/{first.month}"
    return f"{start}–{day(last)}"


def _body(plans: Sequence[Plan], kind: str) -> Iterator[str]:
    """The headings that came back, else all of the last plan's, each with a place to fill in."""
    parts = [[match[1] for line in one.record.body.split("\n") if (match := _PART.match(line))] for one in plans]
    kept = [part for part in parts[-1] if all(part in other for other in parts)] or parts[-1]
    if not kept:
        yield f"«Việc của {kind}»"
    for part in kept:
        if part.startswith("#"):
            yield from ("", part, "", "«Việc của mục này»")
        else:
            yield from (part, "  «Việc của mục này»")
