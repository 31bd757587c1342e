"""The weekly work schedule (lịch công tác tuần): one file a week, named by its ISO week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Entry
from ..vietnamese import day
from .base import Kind

WEEK_NAME = r"^20\d\d-W[0-5]\d$"
WEEK_HINT = "tên tệp là tuần theo lịch quốc tế, ví dụ 2026-W47"


@dataclass(frozen=True, kw_only=True)
class ScheduleEntry:
    """One line of a schedule."""

    day: date
    topic: str
    starts_at: str | None = None
    ends_at: str | None = None
    place: str | None = None
    chair: str | None = None
    attendees: str | None = None


@dataclass(frozen=True, kw_only=True)
class WeeklySchedule(Entry):
    """The schedule of one week."""

    starts_on: date
    ends_on: date
    entries: tuple[ScheduleEntry, ...]
    school_week: int | None = None
    published_on: date | None = None
    focus: tuple[str, ...] = ()
    duty: str | None = None
    signer: str | None = None
    signer_title: str | None = None

    @property
    def week(self) -> str:
        """The ISO week in the file name: 2026-W47."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".yml")

    @property
    def title(self) -> str:
        """«Lịch công tác tuần 11 (16/11/2026 – 22/11/2026)»."""
        number = f" {self.school_week}" if self.school_week else ""
        return f"Lịch công tác tuần{number} ({day(self.starts_on)} – {day(self.ends_on)})"


KIND = Kind(name="weekly_schedule", label="Lịch công tác tuần", area="LT", place="lich-cong-tac", suffix=".yml",
            plural="weekly_schedules", entry=WeeklySchedule, name_pattern=WEEK_NAME, name_hint=WEEK_HINT,
            name_example="2026-W47")  # fmt: skip
