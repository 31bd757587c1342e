"""A timetable for every class of a school, in which nobody teaches two classes at once."""

from __future__ import annotations

from collections.abc import Sequence

from .figures import Figures
from .lines.words import subjects_of
from .people import HEADS
from .pupils import LAST_YEAR
from .writing import Value, data_file

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
_WOMEN = (
    ("Thị Thu", "Thị Kim", "Thị Bích", "Thị Ngọc", "Thị Mỹ"),
    ("Hà", "Chi", "Giang", "Linh", "Oanh", "Quyên", "Trang"),
)
_MEN = (("Văn", "Minh", "Quốc", "Đức", "Hữu"), ("Bình", "Duy", "Khoa", "Nam", "Phúc", "Sơn", "Thắng"))
_PERIODS = 5


def timetable(figures: Figures) -> bytes:
    """Each class takes the subjects in the same turn, one step after the class before it.

    Of the classes that have a subject at one time, each has another teacher: so no two meet.
    """
    names = [
        (f"{_short(group.id)}A{number}", group.label)
        for group in figures.pupils.of(LAST_YEAR)
        for number in range(1, group.classes + 1)
    ]
    groups: list[Value] = []
    roster = _Roster(HEADS[: len(figures.staff.of(LAST_YEAR, "teacher"))])
    for at, (name, grade) in enumerate(names):
        subjects = subjects_of(_short(grade))
        morning = {
            day: [roster.lesson(subjects, at, _PERIODS * row + period) for period in range(_PERIODS)]
            for row, day in enumerate(_DAYS)
        }
        groups.append({"name": name, "grade": _short(grade), "room": f"P{at + 101}", "morning": morning})
    return data_file(
        {
            "school_year": "2026-2027",
            "term": 1,
            "effective_on": "2026-09-07",
            "ends_on": "2027-01-16",
            "note": "Sáng học năm tiết, từ thứ Hai đến thứ Sáu; buổi chiều ôn tập, câu lạc bộ theo lịch của từng khối.",
            "period_starts": ["07:00", "07:50", "08:50", "09:40", "10:30"],
            "class_groups": groups,
        }
    )


def _short(name: str) -> str:
    """«lop-10-gdtx», «Lớp 10 GDTX» and «10» are grade 10."""
    return "".join(letter for letter in name if letter.isdigit())


class _Roster:
    """Who teaches what; the heads of the teams come first."""

    def __init__(self, heads: Sequence[str]) -> None:
        self._heads = heads
        self._held: dict[tuple[tuple[str, ...], str, int], str] = {}

    def lesson(self, subjects: tuple[str, ...], class_at: int, turn: int) -> str:
        """The subject of a class at this turn and its teacher, one of as many as there are rounds of classes."""
        subject = subjects[(class_at + turn) % len(subjects)]
        name = self._held.setdefault(
            (subjects, subject, class_at // len(subjects)), _name(len(self._held), self._heads)
        )
        return f"{subject} – {name}"


def _name(at: int, heads: Sequence[str]) -> str:
    if at < len(heads):
        return heads[at]
    middles, given = _WOMEN if at % 3 else _MEN
    return f"{_FAMILIES[at % 12]} {middles[at % 5]} {given[at % 7]}"
