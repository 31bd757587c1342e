"""Days and hours in the many ways people write them."""

from __future__ import annotations

from datetime import date

import pytest

from school_site.pasted.moments import read_moment, the_day


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("7g30", ("07:30",)), ("7h30", ("07:30",)), ("7:30", ("07:30",)), ("07 giờ 30", ("07:30",)), ("7g", ("07:00",)),
        ("7g30 – 9g", ("07:30", "09:00")), ("7h30-9h00", ("07:30", "09:00")), ("từ 7:30 đến 10:00", ("07:30", "10:00")),
        ("Chiều 2g", ("14:00",)), ("13h30 chiều", ("13:30",)), ("Sáng: 8g", ("08:00",)), ("Tối 7h", ("19:00",)),
        ("trưa 11g", ("11:00",)), ("Cả ngày", ()), ("", ()),
    ],
)  # fmt: skip
def test_hours(text: str, hours: tuple[str, ...]) -> None:
    found = read_moment(text)

    assert (found.hours, found.rest, found.wrong_hour) == (hours, "", None)


@pytest.mark.parametrize(
    ("text", "weekday", "day"),
    [
        ("Thứ Hai 16/11", 0, (16, 11, None)), ("THỨ BA\n17/11/2026", 1, (17, 11, 2026)),
        ("T4 (18-11-26)", 2, (18, 11, 2026)),
        ("Thứ 5", 3, None), ("Sáu", 4, None), ("7", 5, None), ("Chủ nhật 22.11", 6, (22, 11, None)), ("CN", 6, None),
        ("Thứ 2 ngày 16/11", 0, (16, 11, None)), ("2026-11-16", None, (16, 11, 2026)), ("16/11", None, (16, 11, None)),
    ],
)  # fmt: skip
def test_days(text: str, weekday: int | None, day: tuple[int, int, int | None] | None) -> None:
    found = read_moment(text)

    assert (found.weekday, found.day, found.rest, found.hours) == (weekday, day, "", ())


@pytest.mark.parametrize("text", ["Sau tiết 2", "7g75", "25g00", "sẽ báo sau"])
def test_what_is_no_moment_is_not_taken_for_one(text: str) -> None:
    found = read_moment(text)

    assert found.rest or found.wrong_hour


@pytest.mark.parametrize(
    ("day", "near", "expected"),
    [
        ((2, 1, None), date(2026, 12, 28), date(2027, 1, 2)),
        ((31, 12, None), date(2027, 1, 4), date(2026, 12, 31)),
        ((16, 11, 2025), date(2026, 11, 16), date(2025, 11, 16)),
        ((31, 11, None), date(2026, 11, 16), None),
    ],
)
def test_a_day_without_a_year_is_the_nearest(
    day: tuple[int, int, int | None], near: date, expected: date | None
) -> None:
    assert the_day(day, near) == expected
