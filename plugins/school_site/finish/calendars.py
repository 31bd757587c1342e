"""Calendars to subscribe to: the weekly schedule, the events, each event, each timetable, as RFC 5545 wants them.

Ids and stamps come from the content, so that two builds agree and a calendar program sees a change as a change.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from ..kinds.event import Event
from ..kinds.weekly_schedule import ScheduleEntry
from ..render.about import CALENDARS
from ..render.view import View
from .ics import Line, calendar
from .lesson_calendars import lesson_calendars
from .moments import utc
from .words import one_line


def all_calendars(view: View, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every calendar."""
    host = site_url.partition("://")[2].partition("/")[0]
    school = view.site.school.short_name
    events = {event: _event(event, host) for event in view.site.events}
    ordered = [events[event] for event in sorted(events, key=lambda item: (item.starts_on, item.path))]
    for (title, name), entries in zip(CALENDARS, (_schedule(view, host), ordered), strict=True):
        yield name, calendar(f"{title} – {school}", entries)
    for event, line in events.items():
        yield event.calendar, calendar(event.title, (line,))
    for name, title, lines in lesson_calendars(view, host):
        yield name, calendar(f"{title} – {school}", lines)


def _schedule(view: View, host: str) -> Iterator[Line]:
    seen: Counter[str] = Counter()
    for schedule in sorted(view.site.weekly_schedules, key=lambda item: item.week):
        for entry in schedule.entries:
            name = _name(entry)
            seen[name] += 1
            twin = f"-{seen[name]}" if seen[name] > 1 else ""
            yield _line(
                uid=f"{name}{twin}@{host}",
                title=entry.topic,
                on=entry.day,
                starts_at=entry.starts_at,
                ends_at=entry.ends_at,
                place=entry.place,
                text="; ".join(
                    part
                    for part in (
                        f"Chủ trì: {entry.chair}" if entry.chair else "",
                        f"Thành phần: {entry.attendees}" if entry.attendees else "",
                    )
                    if part
                ),
                stamp=schedule.published_on or schedule.starts_on,
            )


def _name(entry: ScheduleEntry) -> str:
    """What names an entry: its day, hour and topic, and not its place in the list, which others may move."""
    digest = hashlib.sha256(f"{entry.starts_at}\n{entry.topic}".encode()).hexdigest()
    return f"{entry.day:%Y%m%d}-{digest[:16]}"


def _event(event: Event, host: str) -> Line:
    return _line(
        uid=f"{event.path.rsplit('/', 1)[-1].removesuffix('.md')}@{host}",
        title=event.title,
        on=event.starts_on,
        last_day=event.last_day,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=event.place,
        text=event.summary,
        stamp=event.starts_on,
    )


def _line(
    *,
    uid: str,
    title: str,
    on: date,
    stamp: date,
    last_day: date | None = None,
    starts_at: str | None = None,
    ends_at: str | None = None,
    place: str | None = None,
    text: str = "",
) -> Line:
    line: Line = {"uid": uid, "summary": one_line(title), "dtstamp": utc(stamp, "00:00")}
    if starts_at is None:
        # A whole day ends on the morning after its last day.
        line |= {"dtstart": on, "dtend": (last_day or on) + timedelta(days=1)}
    else:
        start = utc(on, starts_at)
        end = utc(last_day or on, ends_at) if ends_at else start + timedelta(hours=1)
        line |= {"dtstart": start}
        if end > start:  # an end that is not later is no end
            line |= {"dtend": end}
    if place:
        line["location"] = one_line(place)
    if text:
        line["description"] = one_line(text)
    return line
