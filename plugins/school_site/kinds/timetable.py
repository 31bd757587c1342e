"""Timetables (thời khóa biểu): one file a term, a page for each class and each teacher. Not a schedule of work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..model import Entry
from ..vietnamese import slug
from .base import Kind

DAYS = (("monday", "Thứ Hai"), ("tuesday", "Thứ Ba"), ("wednesday", "Thứ Tư"), ("thursday", "Thứ Năm"),
        ("friday", "Thứ Sáu"), ("saturday", "Thứ Bảy"))  # fmt: skip
HALVES = (("morning", "Sáng"), ("afternoon", "Chiều"))
FREE = "-"
# «Toán – Lê Quang Vinh», the teacher after the last dash; a hyphen without spaces belongs to a name: «Toán-Tin».
_WITH_TEACHER = re.compile(r"(.*\S)\s+[–—-]\s+(\S.*)")
_AND = re.compile(r"\s*[,;/&+]\s*")


@dataclass(frozen=True, kw_only=True)
class HalfDay:
    """The lessons of a morning or an afternoon, by day, as written; «-» is a free period."""

    monday: tuple[str, ...] = ()
    tuesday: tuple[str, ...] = ()
    wednesday: tuple[str, ...] = ()
    thursday: tuple[str, ...] = ()
    friday: tuple[str, ...] = ()
    saturday: tuple[str, ...] = ()

    def on(self, weekday: int) -> tuple[str, ...]:
        """The lessons of a day; Monday is 0, and Sunday has none."""
        lessons: tuple[str, ...] = getattr(self, DAYS[weekday][0]) if weekday < len(DAYS) else ()
        return lessons


@dataclass(frozen=True, kw_only=True)
class ClassGroup:
    """One class and its week."""

    name: str
    grade: str
    morning: HalfDay
    afternoon: HalfDay = HalfDay()
    homeroom_teacher: str | None = None
    room: str | None = None

    def half(self, name: str) -> HalfDay:
        """The morning or the afternoon."""
        return self.morning if name == "morning" else self.afternoon


@dataclass(frozen=True, kw_only=True)
class Change:
    """Another lesson than the usual one, on one day."""

    day: date
    class_group: str
    half: str
    period: int
    lesson: str
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Timetable(Entry):
    """The timetable of the whole school in one term."""

    school_year: str
    term: int
    effective_on: date
    class_groups: tuple[ClassGroup, ...]
    ends_on: date | None = None
    note: str | None = None
    period_starts: tuple[str, ...] = ()
    period_minutes: int = 45
    changes: tuple[Change, ...] = ()

    @property
    def title(self) -> str:
        """«Thời khóa biểu học kỳ I, năm học 2026-2027»."""
        return f"Thời khóa biểu học kỳ {'I' * self.term}, năm học {self.school_year}"

    def class_address(self, group: ClassGroup) -> str:
        """The page of one class."""
        return f"{self.address.removesuffix('.html')}-{slug(group.name)}.html"


@dataclass(frozen=True)
class Lesson:
    """What is taught in one period, and by whom."""

    subject: str
    teachers: tuple[str, ...] = ()


def lesson_of(text: str) -> Lesson | None:
    """The lesson written «Toán – Lê Quang Vinh», or None for a free period."""
    if text.strip() == FREE:
        return None
    match = _WITH_TEACHER.fullmatch(text.strip())
    if match is None:
        return Lesson(text.strip())
    return Lesson(match[1], tuple(filter(None, _AND.split(match[2]))))


KIND = Kind(name="timetable", label="Thời khóa biểu", area="LT", place="thoi-khoa-bieu", suffix=".yml",
            plural="timetables", entry=Timetable, name_example="2026-2027-hk1")  # fmt: skip
