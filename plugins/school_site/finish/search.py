"""The search index: every page's title and whole text, for the browser to look through. Words are folded there.

Site → tim-kiem.json: [{"t": title, "a": address, "k": kind, "w": weight, "d": day, "s": summary, "b": text}, …]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape

from ..kinds import KINDS
from ..kinds.disclosure import Disclosure
from ..kinds.meal_menu import MealMenu
from ..kinds.timetable import Timetable
from ..model import Entry
from ..render.page import Page
from ..render.view import View
from ..timetabling import Teacher, current, held, teachers
from ..vietnamese import day

ADDRESS = "tim-kiem.json"
Found = dict[str, str | int]
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
# The profile and single files make pages of lists, and a timetable a page for each class and teacher.
_LEFT_OUT = {kind.name for kind in KINDS if kind.is_single} | {"timetable"}
# Between equally good pages, what a parent is told stands above what was planned or is counted.
_WEIGHTS = {
    "announcement": 3, "event": 3, "form_template": 3, "procedure": 2, "admission": 2, "article": 1,
    "weekly_schedule": -2, "meal_menu": -2, "plan": -2,
}  # fmt: skip
# Lists of a section: people ask for them by name. The other pages made of many files are compared or turned over.
_LISTS = re.compile(r"(?:[a-z-]+/index|(?!404|tim-kiem)[a-z-]+|cong-khai/(?:nien-giam|[\d-]+/index))\.html")


def search_index(view: View, pages: Iterable[Page]) -> str:
    """The index as JSON, pages in the order of their addresses."""
    found = [*_entries(view), *_timetables(view)]
    taken = {one["a"] for one in found}
    found += [_list(page) for page in pages if _LISTS.fullmatch(page.save_as) and page.save_as not in taken]
    found.sort(key=lambda one: str(one["a"]))
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


def _entries(view: View) -> Iterator[Found]:
    kinds = {kind.entry: kind for kind in KINDS}
    for entry in view.site.entries():
        kind = kinds[type(entry)]
        if kind.name in _LEFT_OUT:
            continue
        dates = (getattr(entry, name, None) for name in ("published_on", "issued_on", "starts_on"))
        number = getattr(entry, "number", None)
        title = str(getattr(entry, "title", entry.path))
        yield {
            "t": f"{number}: {title}" if number else title,
            "a": entry.address,
            "k": kind.label,
            "w": _WEIGHTS.get(kind.name, 0),
            "d": next((on.isoformat() for on in dates if isinstance(on, date)), ""),
            "s": str(getattr(entry, "summary", None) or ""),
            "b": _SPACE.sub(" ", " ".join(_texts(entry))).strip(),
        }


def _timetables(view: View) -> Iterator[Found]:
    """A page of each class; of each teacher only what is in force, as there is only one page of a teacher."""
    now = current(view.site.timetables, view.as_of)
    for timetable in view.site.timetables:
        taught: dict[str, dict[str, None]] = {}
        for one in held(timetable):
            words = " ".join([one.lesson.subject, *one.lesson.teachers])
            taught.setdefault(one.group.name, {})[words] = None
        for group in timetable.class_groups:
            about = [f"Chủ nhiệm: {group.homeroom_teacher}"] if group.homeroom_teacher else []
            about += [f"Phòng {group.room}"] if group.room else []
            yield _timetable(
                timetable,
                title=f"Thời khóa biểu lớp {group.name}",
                address=timetable.class_address(group),
                text="; ".join([*about, *taught.get(group.name, ())]),
            )
        for teacher in teachers(timetable) if timetable is now else ():
            yield _timetable(
                timetable, title=f"Lịch dạy của {teacher.name}", address=teacher.address, text=_teaching(teacher)
            )


def _timetable(timetable: Timetable, *, title: str, address: str, text: str) -> Found:
    term = f"Học kỳ {'I' * timetable.term}, năm học {timetable.school_year}"
    return {
        "t": title,
        "a": address,
        "k": "Thời khóa biểu",
        "w": 0,
        "d": timetable.effective_on.isoformat(),
        "s": f"{term}, áp dụng từ {day(timetable.effective_on)}.",
        "b": text,
    }


def _teaching(teacher: Teacher) -> str:
    classes = dict.fromkeys(one.group.name for one in teacher.lessons)
    return f"{', '.join(teacher.subjects)}; lớp {', '.join(sorted(classes))}"


def _list(page: Page) -> Found:
    return {"t": page.title, "a": page.save_as, "k": "Mục", "w": 1, "d": "", "s": page.description, "b": ""}


def _texts(entry: Entry) -> Iterator[str]:
    """Everything a page says beside its title and summary."""
    yield unescape(_TAG.sub(" ", entry.html))
    for name in ("steps", "dossier", "focus", "conditions", "applicants", "result", "issuer", "signer", "subject"):
        value = getattr(entry, name, None)
        if isinstance(value, tuple):
            yield " ".join(map(str, value))
        elif value:
            yield str(value)
    for line in getattr(entry, "entries", ()):
        yield f"{' – '.join(filter(None, [line.topic, line.place, line.chair]))};"
    if isinstance(entry, MealMenu):
        for menu in entry.days:
            yield f"{day(menu.day)}: {'; '.join(', '.join(meal.dishes) for meal in menu.meals)}."
    if isinstance(entry, Disclosure):
        for fact in entry.facts:
            yield f"{fact.label} {fact.value}"
        for table in entry.tables:
            yield " ".join([table.title, *table.columns, *(cell for row in table.rows for cell in row)])
