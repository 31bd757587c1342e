"""The school's calendars: read back by a second implementation, and the same event under the same id for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from validate.schools import entry

from school_site.finish.calendars import all_calendars
from school_site.kinds.event import Event
from school_site.kinds.weekly_schedule import ScheduleEntry, WeeklySchedule

from .calendar_rules import calendar_faults
from .schools import SITE_URL, view

MONDAY = date(2026, 11, 16)
FLAG = ScheduleEntry(day=MONDAY, topic="Chào cờ", starts_at="07:15", ends_at="08:00", place="Sân trường", chair="HT")
MEETING = ScheduleEntry(day=MONDAY, topic="Họp giao ban", starts_at="08:00", place="Phòng họp", attendees="Lãnh đạo")
DUTY = ScheduleEntry(day=MONDAY, topic="Trực cả ngày")
LONG = "Kiểm tra, đánh giá; «ủy ban» \\ " + "Nghiêng ngả ướt đẫm " * 12


def week(*entries: ScheduleEntry) -> WeeklySchedule:
    return entry(
        WeeklySchedule, "lich-cong-tac/2026-W47.yml", starts_on=MONDAY, ends_on=date(2026, 11, 22), entries=entries,
        published_on=date(2026, 11, 13),
    )  # fmt: skip


def event(**values: Any) -> Event:
    usual = {"title": "Hội khỏe", "starts_on": date(2026, 11, 28), "summary": "Cả trường."}
    return entry(Event, "su-kien/2026-11-28-hoi-khoe.md", **{**usual, **values})


def schedule_of(*entries: ScheduleEntry) -> bytes:
    """The calendar of a week with these entries."""
    return dict(all_calendars(view(weekly_schedules=(week(*entries),)), SITE_URL))["lich/lich-cong-tac.ics"]


def events_of(*events: Event) -> bytes:
    return dict(all_calendars(view(events=events), SITE_URL))["lich/su-kien.ics"]


def read(data: bytes) -> list[dict[str, Any]]:
    """The events as another implementation reads them: not the one that wrote them."""
    vobject = pytest.importorskip("vobject", reason="gói vobject chưa được cài")
    calendar = vobject.readOne(data.decode())
    return [{name: part[0].value for name, part in one.contents.items()} for one in calendar.contents.get("vevent", ())]


def uids(data: bytes) -> dict[str, str]:
    """Topic → id."""
    return {one["summary"]: one["uid"] for one in read(data)}


@pytest.mark.parametrize(
    "data",
    [
        schedule_of(FLAG, MEETING, DUTY),
        schedule_of(replace(FLAG, topic=LONG, place=LONG, attendees=LONG)),
        schedule_of(replace(FLAG, topic="Họp\x0b lần 2\nbuổi chiều")),
        schedule_of(FLAG, FLAG, FLAG),
        schedule_of(replace(FLAG, ends_at="07:15")),
        schedule_of(),
        events_of(event(title=LONG, starts_at="07:00", place=LONG)),
    ],
    ids=["usual", "long", "odd letters", "three alike", "no length", "empty", "events"],
)
def test_a_calendar_keeps_the_rules_of_rfc_5545(data: bytes) -> None:
    assert calendar_faults(data) == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (b"\r\n", b"\n", "CRLF"),
        (b"\r\n ", b"", "octets"),
        (b"UID:", b"X-UID:", "UID: 0 times"),
        (b"DTSTAMP:20261112T170000Z", b"DTSTAMP:20261112T170000", "DTSTAMP: "),
        (b"DTEND:20261116T010000Z", b"DTEND:20261116T001500Z", "DTEND: "),
        (b"\\;", b";", "DESCRIPTION: "),
    ],
)
def test_our_rules_do_notice_what_is_wrong(right: bytes, wrong: bytes, told: str) -> None:
    data = schedule_of(replace(FLAG, attendees=LONG))
    assert right in data

    assert any(told in fault for fault in calendar_faults(data.replace(right, wrong)))


def test_another_implementation_reads_what_the_schedule_says() -> None:
    flag, meeting, duty = read(schedule_of(FLAG, MEETING, DUTY))

    assert (flag["summary"], flag["location"], flag["description"]) == ("Chào cờ", "Sân trường", "Chủ trì: HT")
    assert flag["dtstart"] == datetime(2026, 11, 16, 0, 15, tzinfo=UTC)
    assert flag["dtend"] == datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
    assert flag["dtstamp"] == datetime(2026, 11, 12, 17, tzinfo=UTC)  # midnight here, of the day of publication
    assert meeting["dtend"] == datetime(2026, 11, 16, 2, 0, tzinfo=UTC)  # an hour, where no end is given
    assert (duty["dtstart"], duty["dtend"]) == (MONDAY, date(2026, 11, 17))


def test_long_and_odd_text_is_read_back_whole() -> None:
    (one,) = read(schedule_of(replace(FLAG, topic=LONG)))

    assert one["summary"] == LONG.strip()


def test_an_event_of_several_days_ends_on_the_morning_after() -> None:
    (one,) = read(events_of(event(ends_on=date(2026, 11, 30))))

    assert (one["dtstart"], one["dtend"]) == (date(2026, 11, 28), date(2026, 12, 1))
    assert one["uid"] == "2026-11-28-hoi-khoe@thcsthu.hcm.edu.vn"


def test_an_entry_put_in_before_another_leaves_the_others_their_ids() -> None:
    before = uids(schedule_of(FLAG, MEETING))
    after = uids(schedule_of(DUTY, FLAG, MEETING))

    assert {topic: after[topic] for topic in before} == before
    assert len(set(after.values())) == 3


def test_another_place_or_end_changes_an_event_and_makes_no_new_one() -> None:
    changed = replace(FLAG, place="Nhà đa năng", ends_at="08:30", chair="PHT")

    assert uids(schedule_of(FLAG)) == uids(schedule_of(changed))


def test_another_day_hour_or_topic_is_another_event() -> None:
    others = (replace(FLAG, day=date(2026, 11, 17)), replace(FLAG, starts_at="07:30"), replace(FLAG, topic="Sơ kết"))

    found = {uid for one in (FLAG, *others) for uid in uids(schedule_of(one)).values()}
    assert len(found) == 4


def test_two_entries_alike_are_two_events() -> None:
    names = [one["uid"] for one in read(schedule_of(FLAG, FLAG))]

    assert len(set(names)) == 2


def test_two_builds_agree_to_the_byte() -> None:
    assert schedule_of(FLAG, MEETING) == schedule_of(FLAG, MEETING)
