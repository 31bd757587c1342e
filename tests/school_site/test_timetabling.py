"""A timetable read crosswise: lessons, teachers, hours, and which timetable holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from validate.schools import entry

from school_site.kinds.timetable import Change, ClassGroup, HalfDay, Lesson, Timetable, lesson_of
from school_site.timetabling import changes_from, current, hours, last_day, teachers, usual


def timetable(**values: Any) -> Timetable:
    usual: dict[str, Any] = {
        "school_year": "2026-2027", "term": 1, "effective_on": date(2026, 10, 5), "class_groups": (),
    }  # fmt: skip
    return entry(Timetable, f"thoi-khoa-bieu/{values.pop('name', 'hk1')}.yml", **{**usual, **values})


def group(name: str, *monday: str) -> ClassGroup:
    return ClassGroup(name=name, grade=name[:1], morning=HalfDay(monday=monday))


@pytest.mark.parametrize(
    ("text", "lesson"),
    [
        ("Toán – Lê Quang Vinh", Lesson("Toán", ("Lê Quang Vinh",))),
        ("Toán - Vinh", Lesson("Toán", ("Vinh",))),
        ("Toán-Tin", Lesson("Toán-Tin")),
        ("Toán – Tin – Vinh", Lesson("Toán – Tin", ("Vinh",))),
        ("HĐ trải nghiệm, hướng nghiệp – Trúc, Quân", Lesson("HĐ trải nghiệm, hướng nghiệp", ("Trúc", "Quân"))),
        ("Đọc sách ở thư viện", Lesson("Đọc sách ở thư viện")),
        ("-", None),
    ],
)
def test_a_lesson_is_a_subject_and_its_teachers(text: str, lesson: Lesson | None) -> None:
    assert lesson_of(text) == lesson


def test_teachers_are_sorted_by_given_name_and_have_addresses_of_their_own() -> None:
    found = teachers(timetable(class_groups=(group("6A1", "Toán – Lê Vinh", "Văn – Trần An", "Sử – Lê Vính"),)))

    assert [teacher.name for teacher in found] == ["Trần An", "Lê Vinh", "Lê Vính"]
    assert [teacher.address for teacher in found] == [
        "thoi-khoa-bieu/giao-vien/tran-an.html",
        "thoi-khoa-bieu/giao-vien/le-vinh.html",
        "thoi-khoa-bieu/giao-vien/le-vinh-2.html",
    ]


def test_a_teacher_is_known_by_what_is_taught_most() -> None:
    groups = (group("6A1", "Chào cờ – A", "Toán – A"), group("6A2", "-", "Toán – A"))

    (teacher,) = teachers(timetable(class_groups=groups))

    assert teacher.subjects == ("Toán", "Chào cờ")
    assert [one.slot.period for one in teacher.lessons] == [1, 2, 2]


def test_periods_after_noon_are_counted_anew() -> None:
    found = hours(timetable(period_starts=("07:00", "07:40", "13:15"), period_minutes=35))

    assert found == {
        ("morning", 1): ("07:00", "07:35"),
        ("morning", 2): ("07:40", "08:15"),
        ("afternoon", 1): ("13:15", "13:50"),
    }


def test_the_timetable_people_look_up_is_the_last_begun_or_else_the_first_to_come() -> None:
    first, second = timetable(), timetable(name="hk2", effective_on=date(2027, 1, 18))

    assert current((second, first), date(2026, 11, 22)) is first
    assert current((second, first), date(2027, 2, 1)) is second
    assert current((second, first), date(2026, 9, 1)) is first
    assert current((), date(2026, 9, 1)) is None


def test_a_timetable_holds_until_it_says_or_the_next_begins_or_the_year_ends() -> None:
    alone, next_one = timetable(), timetable(name="hk2", effective_on=date(2027, 1, 18))

    assert last_day(alone, (alone,)) == date(2027, 5, 31)
    assert last_day(alone, (alone, next_one)) == date(2027, 1, 17)
    assert last_day(timetable(ends_on=date(2027, 1, 9)), (next_one,)) == date(2027, 1, 9)


def test_changes_of_the_past_are_over_and_the_others_stand_in_their_order() -> None:
    def change(day: int, half: str, period: int) -> Change:
        return Change(day=date(2026, 11, day), class_group="6A1", half=half, period=period, lesson="Văn")

    late, soon, past = change(24, "afternoon", 1), change(24, "morning", 5), change(22, "morning", 1)
    table = timetable(class_groups=(group("6A1", "Toán"),), changes=(late, soon, past))

    assert changes_from(table, date(2026, 11, 23)) == (soon, late)
    assert usual(table, change(23, "morning", 1)) == "Toán"
    assert usual(table, change(23, "morning", 2)) is None
