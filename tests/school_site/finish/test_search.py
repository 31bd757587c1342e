"""The search index: what can be found, under which address, and how much it counts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from validate.schools import entry

from school_site.finish.search import search_index
from school_site.kinds.meal_menu import Meal, MealMenu, MenuDay
from school_site.kinds.timetable import ClassGroup, HalfDay, Timetable
from school_site.kinds.weekly_schedule import ScheduleEntry, WeeklySchedule
from school_site.render.page import Page
from school_site.render.view import View

from .schools import DAY, announcement, view

GROUPS = (
    ClassGroup(name="6A1", grade="6", morning=HalfDay(monday=("Chào cờ", "Toán – Lê Quang Vinh")), room="A104"),
    ClassGroup(name="6A2", grade="6", morning=HalfDay(monday=("Toán – Lê Quang Vinh", "nghỉ"))),
)


def found(what: View, *pages: Page) -> dict[str, dict[str, Any]]:
    """Address → what the index says of it."""
    return {one["a"]: one for one in json.loads(search_index(what, pages))}


def timetable(name: str, begins: date) -> Timetable:
    return entry(
        Timetable, f"thoi-khoa-bieu/{name}.yml",
        school_year="2026-2027", term=1, effective_on=begins, class_groups=GROUPS,
    )  # fmt: skip


def schedule() -> WeeklySchedule:
    line = ScheduleEntry(day=DAY, topic="Họp phụ huynh", place="Hội trường", chair="Hiệu trưởng")
    return entry(WeeklySchedule, "lich-cong-tac/2026-W47.yml", starts_on=DAY, ends_on=DAY, entries=(line,))


def test_each_class_is_found_by_its_name_and_by_what_is_taught_in_it() -> None:
    pages = found(view(timetables=(timetable("hk1", DAY),)))

    page = pages["thoi-khoa-bieu/hk1-6a1.html"]
    assert page["t"] == "Thời khóa biểu lớp 6A1"
    assert "Toán Lê Quang Vinh" in page["b"] and "Phòng A104" in page["b"]
    assert "thoi-khoa-bieu/hk1-6a2.html" in pages


def test_a_teacher_is_found_once_with_the_classes_of_the_timetable_in_force() -> None:
    pages = found(view(timetables=(timetable("cu", date(2026, 9, 7)), timetable("moi", DAY))))

    page = pages["thoi-khoa-bieu/giao-vien/le-quang-vinh.html"]
    assert page["t"] == "Lịch dạy của Lê Quang Vinh" and page["b"] == "Toán; lớp 6A1, 6A2"
    assert page["d"] == DAY.isoformat()
    assert sorted(address for address in pages if "6a1" in address) == [
        "thoi-khoa-bieu/cu-6a1.html",
        "thoi-khoa-bieu/moi-6a1.html",
    ]


def test_what_parents_are_told_weighs_more_than_what_is_planned() -> None:
    pages = found(view(announcements=(announcement(),), weekly_schedules=(schedule(),)))

    told, planned = pages["thong-bao/2026-11-20-bao.html"], pages["lich-cong-tac/2026-W47.html"]
    assert told["w"] > 0 > planned["w"]
    assert planned["b"] == "Họp phụ huynh – Hội trường – Hiệu trưởng;"


def test_a_dish_is_found_in_its_week() -> None:
    days = (MenuDay(day=DAY, meals=(Meal(name="Trưa", dishes=("Canh cua", "Chuối")),)),)
    menu = entry(MealMenu, "thuc-don/2026-W47.yml", starts_on=DAY, ends_on=DAY, days=days)

    assert found(view(meal_menus=(menu,)))["thuc-don/2026-W47.html"]["b"] == "22/11/2026: Canh cua, Chuối."


def test_lists_of_a_section_are_found_and_leaves_of_a_long_list_are_not() -> None:
    def made(save_as: str) -> Page:
        return Page(save_as=save_as, template="x.html", title="Một trang", section="", description="Để làm gì.")

    names = ["lien-he.html", "thuc-don/index.html", "cong-khai/2025-2026/index.html", "cong-khai/nien-giam.html"]
    not_asked_for = ["404.html", "tim-kiem.html", "tin-tuc/trang-2.html", "cong-khai/so-sanh/2025-2026/thu.html"]
    pages = found(view(), *map(made, [*names, *not_asked_for]))

    assert sorted(pages) == sorted(names)
    assert {page["s"] for page in pages.values()} == {"Để làm gì."}
