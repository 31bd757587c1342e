"""Timetables: nobody teaches two classes at once, and a change fits the table that it changes."""

from __future__ import annotations

import pytest

from school_site.validate.rules import teacher_twice, wrong_change

from .contents import codes, findings

PATH = "thoi-khoa-bieu/2026-2027-hk1.yml"


def timetable(first: str, second: str, changes: str = "") -> dict[str, str]:
    """Two classes, each with these lessons on Monday morning; the first lessons stand on lines 10 and 16."""
    listed = f"changes:\n{changes}" if changes else "note: Không đổi\n"
    return {
        PATH: (
            f"school_year: 2026-2027\nterm: 1\neffective_on: 2026-10-05\n"
            f"class_groups:\n"
            f'  - name: 6A1\n    grade: "6"\n    morning:\n      monday:\n        - Chào cờ\n        - {first}\n'
            f'  - name: 6A2\n    grade: "6"\n    morning:\n      monday:\n        - Chào cờ\n        - {second}\n'
            f"{listed}"
        )
    }


def change(**values: str) -> str:
    usual = {"day": "2026-11-23", "class_group": "6A1", "half": "morning", "period": "2", "lesson": "Văn – Anh"}
    first, *rest = (f"{key}: {value}" for key, value in {**usual, **values}.items())
    return "\n    ".join([f"  - {first}", *rest]) + "\n"


def test_a_teacher_before_two_classes_in_one_period_is_named_with_both() -> None:
    (found,) = findings(teacher_twice, timetable("Toán – Vinh", "Tin học – Bảo, Vinh"))

    assert (found.code, found.where.line) == ("LT-043", 16)
    assert "Thứ Hai, tiết 2 buổi sáng, Vinh dạy lớp 6A2" in found.message
    assert "lớp 6A1 (dòng 10)" in found.message


@pytest.mark.parametrize(
    ("first", "second"),
    [("Toán – Vinh", "Toán – Hạnh"), ("Toán – Vinh", '"-"'), ("Toán", "Toán"), ("Toán-Tin", "Toán-Tin")],
)
def test_different_teachers_and_lessons_without_one_are_no_conflict(first: str, second: str) -> None:
    assert codes(teacher_twice, timetable(first, second)) == []


def test_a_change_that_gives_a_teacher_two_classes_is_found_and_only_once() -> None:
    busy = timetable("Toán – Vinh", "Văn – Anh", change(lesson="Văn – Anh"))

    assert codes(teacher_twice, busy) == [("LT-043", PATH, 22)]


def test_a_change_that_frees_a_teacher_is_no_conflict() -> None:
    swapped = change(lesson="Văn – Anh") + change(class_group="6A2", lesson="Toán – Vinh")

    assert codes(teacher_twice, timetable("Toán – Vinh", "Văn – Anh", swapped)) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"class_group": "6A9"}, "không có lớp này"),
        ({"day": "2026-09-07"}, "áp dụng 5/10/2026 – 31/5/2027"),
        ({"day": "2026-11-24"}, "Thứ Ba, 24/11/2026 lớp không có tiết ấy"),
        ({"period": "3"}, "lớp không có tiết ấy"),
        ({"half": "afternoon"}, "lớp không có tiết ấy"),
    ],
)
def test_a_change_that_fits_nowhere_is_found_with_the_reason(wrong: dict[str, str], told: str) -> None:
    (found,) = findings(wrong_change, timetable("Toán – Vinh", "Toán – Hạnh", change(**wrong)))

    assert found.code == "LT-044"
    assert told in found.message


def test_one_lesson_changed_twice_and_a_change_to_the_usual_are_found() -> None:
    twice = change() + change(lesson="Sử – Nhung")
    same = change(lesson="Toán – Vinh")

    assert codes(wrong_change, timetable("Toán – Vinh", "Toán – Hạnh", twice)) == [("LT-045", PATH, 23)]
    assert codes(wrong_change, timetable("Toán – Vinh", "Toán – Hạnh", same)) == [("LT-046", PATH, 22)]


def test_a_change_that_fits_is_not_spoken_of() -> None:
    assert codes(wrong_change, timetable("Toán – Vinh", "Toán – Hạnh", change())) == []
