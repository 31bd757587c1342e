"""The rules of RFC 5545 that a calendar to subscribe to is held against. A valid one gives no sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

UTC = re.compile(r"\d{8}T\d{6}Z\Z")
DAY = re.compile(r"\d{8}\Z")
ESCAPED = re.compile(r"(?:[^\\,;\x00-\x1f\x7f]|\\[\\,;nN])*\Z")
TEXTS = ("SUMMARY", "LOCATION", "DESCRIPTION", "X-WR-CALNAME")
Properties = dict[str, list[tuple[str, str]]]


def calendar_faults(data: bytes) -> list[str]:
    """What an iCalendar file does wrong."""
    return [*_lines(data), *_content(data)]


def _lines(data: bytes) -> Iterator[str]:
    if not data.endswith(b"\r\n") or re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "lines do not end in CRLF"
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            yield f"{len(line)} octets: «{line.decode(errors='replace')}»"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"a letter is cut in two: «{line.decode(errors='replace')}»"


def _content(data: bytes) -> Iterator[str]:
    lines = data.decode(errors="replace").replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")
    head, *events = "\n".join(lines).split("BEGIN:VEVENT\n")
    if lines[0] != "BEGIN:VCALENDAR" or [line for line in lines if line][-1] != "END:VCALENDAR":
        yield "no calendar"
    calendar = _properties(head)
    for name in ("VERSION", "PRODID"):
        if len(calendar.get(name, ())) != 1:
            yield f"{name}: {len(calendar.get(name, ()))} times"
    if calendar.get("VERSION") != [("", "2.0")]:
        yield "VERSION is not 2.0"
    read = [_properties(event.partition("END:VEVENT")[0]) for event in events]
    names = Counter(event["UID"][0][1] for event in read if "UID" in event)
    yield from (f"UID: «{name}» {count} times" for name, count in names.items() if count > 1)
    for event in read:
        yield from _event(event)


def _event(event: Properties) -> Iterator[str]:
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        if len(event.get(name, ())) != 1:
            yield f"{name}: {len(event.get(name, ()))} times"
    for name in TEXTS:
        yield from (f"{name}: «{value}»" for _, value in event.get(name, ()) if not ESCAPED.match(value))
    for _, value in event.get("DTSTAMP", ()):
        if not UTC.match(value):
            yield f"DTSTAMP: «{value}»"
    starts, ends = event.get("DTSTART", [("", "")])[0], event.get("DTEND", [None])[0]
    for kind, value in filter(None, (starts, ends)):
        if not (DAY.match(value) if "VALUE=DATE" in kind else UTC.match(value)):
            yield f"moment: «{kind}:{value}»"
    if ends is not None and (ends[0] != starts[0] or ends[1] <= starts[1]):
        yield f"DTEND: «{ends[1]}» is not after «{starts[1]}»"


def _properties(text: str) -> Properties:
    found: Properties = {}
    for line in filter(None, text.split("\n")):
        name, _, value = line.partition(":")
        name, _, kind = name.partition(";")
        found.setdefault(name, []).append((kind, value))
    return found
