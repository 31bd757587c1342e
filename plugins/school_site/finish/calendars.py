"""Calendars to subscribe to: the weekly schedule and the events, as RFC 5545 wants them.

Times are written in UTC: Vietnam has no summer time, and a time zone of our own would be one more thing to get wrong.
Ids and stamps come from the content, so that two builds agree and a calendar program sees a change as a change.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from ..kinds.weekly_schedule import ScheduleEntry
from ..render.about import CALENDARS
from ..render.view import View
from ..upstream_model import VIETNAM_TIME
from .words import one_line

ZONE = "Asia/Ho_Chi_Minh"


def all_calendars(view: View, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every calendar."""
    host = site_url.partition("://")[2].partition("/")[0]
    for (title, name), entries in zip(CALENDARS, (_schedule(view, host), _events(view, host)), strict=True):
        yield name, _calendar(f"{title} – {view.site.school.short_name}", entries)


Line = dict[str, object]


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


def _events(view: View, host: str) -> Iterator[Line]:
    for event in sorted(view.site.events, key=lambda item: (item.starts_on, item.path)):
        yield _line(
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
    line: Line = {"uid": uid, "summary": one_line(title), "dtstamp": _utc(stamp, "00:00")}
    if starts_at is None:
        # A whole day ends on the morning after its last day.
        line |= {"dtstart": on, "dtend": (last_day or on) + timedelta(days=1)}
    else:
        start = _utc(on, starts_at)
        end = _utc(last_day or on, ends_at) if ends_at else start + timedelta(hours=1)
        line |= {"dtstart": start}
        if end > start:  # an end that is not later is no end
            line |= {"dtend": end}
    if place:
        line["location"] = one_line(place)
    if text:
        line["description"] = one_line(text)
    return line


def _utc(on: date, hour: str) -> datetime:
    return datetime.combine(on, time.fromisoformat(hour), VIETNAM_TIME).astimezone(UTC)


def _calendar(title: str, lines: Iterator[Line]) -> bytes:
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Cổng Trường//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", ZONE)
    for line in lines:
        event = Event()
        for name, value in line.items():
            event.add(name, value)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
