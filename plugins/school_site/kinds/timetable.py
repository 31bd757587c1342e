"""Class timetables (thời khóa biểu): one file a term, one page a class. Not a schedule of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Entry
from ..vietnamese import slug
from .base import Kind

DAYS = (("monday", "Thứ Hai"), ("tuesday", "Thứ Ba"), ("wednesday", "Thứ Tư"), ("thursday", "Thứ Năm"),
        ("friday", "Thứ Sáu"), ("saturday", "Thứ Bảy"))  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class HalfDay:
    """The lessons of a morning or an afternoon, by day; «-» is a free period."""

    monday: tuple[str, ...] = ()
    tuesday: tuple[str, ...] = ()
    wednesday: tuple[str, ...] = ()
    thursday: tuple[str, ...] = ()
    friday: tuple[str, ...] = ()
    saturday: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClassGroup:
    """One class and its week."""

    name: str
    grade: str
    morning: HalfDay
    afternoon: HalfDay = HalfDay()
    homeroom_teacher: str | None = None
    room: str | None = None


@dataclass(frozen=True, kw_only=True)
class Timetable(Entry):
    """The timetable of the whole school in one term."""

    school_year: str
    term: int
    effective_on: date
    class_groups: tuple[ClassGroup, ...]
    note: str | None = None
    period_starts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """«Thời khóa biểu học kỳ I, năm học 2026-2027»."""
        return f"Thời khóa biểu học kỳ {'I' * self.term}, năm học {self.school_year}"

    def class_address(self, group: ClassGroup) -> str:
        """The page of one class."""
        return f"{self.address.removesuffix('.html')}-{slug(group.name)}.html"


KIND = Kind(name="timetable", label="Thời khóa biểu", area="LT", place="thoi-khoa-bieu", suffix=".yml",
            plural="timetables", entry=Timetable, name_example="2026-2027-hk1")  # fmt: skip
