"""Next week's schedule from the last ones: standing entries proposed, the others one # away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..kinds.school import Break
from ..kinds.weekly_schedule import ScheduleEntry, WeeklySchedule
from ..vietnamese import day, week_days
from .lines import commented, hint, value
from .periods import weeks_between
from .standing import LOOKED_AT, head, same, shared

_HINTS = {"place": "Địa điểm", "chair": "Ai chủ trì", "attendees": "Thành phần"}


def renewed(name: str, before: Sequence[WeeklySchedule], today: date, breaks: Sequence[Break]) -> str:
    """The file of the week `name`."""
    days = week_days(name)
    assert days is not None and before
    last, weeks = before[-1], before[-LOOKED_AT:]
    shift = days[0] - (last.starts_on - timedelta(days=last.starts_on.weekday()))
    standing = [entry for entry in last.entries if len(weeks) > 1 and _in_each(entry, weeks)]
    others = [entry for entry in last.entries if entry not in standing]
    seen = ", ".join(week.week for week in weeks)
    lines = [f"# Lịch công tác tuần, làm từ lịch tuần {last.week}."]
    if standing:
        lines.append(f"# Việc tuần nào cũng có (so các tuần {seen}) đã ghi sẵn, ngày đã dời; xem lại từng việc.")
    lines.append("# Thay mọi chỗ trong dấu «…». Việc riêng của tuần trước nằm sau dấu #: bỏ dấu # nếu lại có.")
    lines += _frame(name, last, last.ends_on + shift, today, breaks)
    lines += ["focus:", *(f"  # Tuần trước: {item}" for item in last.focus), f"  - {hint('Việc chính của tuần')}"]
    if last.duty:
        lines.append(f"duty: {hint(f'Ai trực lãnh đạo; tuần trước: {last.duty}')}")
    lines.append("entries:")
    for entry in standing:
        lines += _standing(entry, [_match(entry, week) for week in weeks], entry.day + shift)
    if not standing:
        lines += [f"  - day: {day(days[0])}", f"    topic: {hint('Nội dung việc')}"]
    if others:
        lines += ["", f"  # Việc riêng của tuần {last.week}, ngày đã dời:"]
    for entry in others:
        lines += ["", *commented(_block(entry, entry.day + shift), "  ")]
    return "\n".join(lines) + "\n"


def filled(
    name: str, entries: Sequence[ScheduleEntry], before: Sequence[WeeklySchedule], today: date, breaks: Sequence[Break]
) -> str:
    """The file of the week `name` with entries that are known already: nothing is left to fill in."""
    days = week_days(name)
    assert days is not None
    ends_on = max(days[0] + timedelta(days=5), *(entry.day for entry in entries))
    last = before[-1] if before else None
    lines = ["# Lịch công tác tuần, làm từ bảng đưa vào. Muốn thêm trọng tâm, trực lãnh đạo thì bỏ dấu # ở đầu dòng."]
    lines += _frame(name, last, ends_on, today, breaks)
    duty = last.duty if last and last.duty else "Ai trực lãnh đạo"
    lines += ["# focus:", "#   - Việc chính của tuần", f"# duty: {value(duty)}", "entries:"]
    for entry in sorted(entries, key=lambda one: (one.day, one.starts_at or "")):
        lines += _block(entry, entry.day)
    return "\n".join(lines) + "\n"


def _frame(
    name: str, last: WeeklySchedule | None, ends_on: date, today: date, breaks: Sequence[Break]
) -> Iterator[str]:
    """The lines that every week has; who signs stays, the week of school is counted on."""
    days = week_days(name)
    assert days is not None
    if last and last.school_week:
        yield f"school_week: {last.school_week + weeks_between(last.week, name, breaks)}"
    yield from (f"starts_on: {day(days[0])}", f"ends_on: {day(ends_on)}", f"published_on: {day(today)}")
    yield from (f"{key}: {value(text)}" for key in ("signer", "signer_title") if (text := getattr(last, key, None)))


def _in_each(entry: ScheduleEntry, weeks: Sequence[WeeklySchedule]) -> bool:
    return all(any(_is_same(entry, other) for other in week.entries) for week in weeks)


def _match(entry: ScheduleEntry, week: WeeklySchedule) -> ScheduleEntry:
    return next(other for other in week.entries if _is_same(entry, other))


def _is_same(entry: ScheduleEntry, other: ScheduleEntry) -> bool:
    return entry.day.weekday() == other.day.weekday() and same(entry.topic, other.topic)


def _standing(entry: ScheduleEntry, matches: Sequence[ScheduleEntry], on: date) -> Iterator[str]:
    """What stayed the same is written; what changed every week is left to be decided, with last week's as a help."""
    topics = {match.topic for match in matches}
    if len(topics) > 1:
        yield f"  # Tuần trước: {entry.topic}"
    yield f"  - day: {day(on)}"
    for key in ("starts_at", "ends_at"):
        if given := getattr(entry, key):
            yield f'    {key}: "{given}"'
    yield f"    topic: {value(entry.topic if len(topics) == 1 else head(entry.topic))}"
    for key, label in _HINTS.items():
        found = [getattr(match, key) for match in matches]
        kept = shared(found)
        if kept:
            yield f"    {key}: {value(kept)}" + (f"  # tuần trước: {found[-1]}" if kept != found[-1] else "")
        elif found[-1]:
            yield f"    {key}: {hint(f'{label}; tuần trước: {found[-1]}')}"


def _block(entry: ScheduleEntry, on: date) -> Iterator[str]:
    yield f"  - day: {day(on)}"
    for key in ("starts_at", "ends_at", "topic", "place", "chair", "attendees"):
        if given := getattr(entry, key):
            yield f"    {key}: {value(given)}"
