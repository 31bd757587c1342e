"""Weekly menus (thực đơn): what children eat, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Entry
from ..vietnamese import day
from .base import Kind
from .weekly_schedule import WEEK_HINT, WEEK_NAME


@dataclass(frozen=True, kw_only=True)
class Meal:
    """One meal of a day."""

    name: str
    dishes: tuple[str, ...]
    energy_kcal: int | None = None


@dataclass(frozen=True, kw_only=True)
class MenuDay:
    """All meals of one day."""

    day: date
    meals: tuple[Meal, ...]


@dataclass(frozen=True, kw_only=True)
class MealMenu(Entry):
    """The menu of one week."""

    starts_on: date
    ends_on: date
    days: tuple[MenuDay, ...]
    published_on: date | None = None
    supplier: str | None = None
    note: str | None = None

    @property
    def week(self) -> str:
        """The ISO week in the file name."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".yml")

    @property
    def title(self) -> str:
        """«Thực đơn từ 16/11/2026 đến 20/11/2026»."""
        return f"Thực đơn từ {day(self.starts_on)} đến {day(self.ends_on)}"


KIND = Kind(name="meal_menu", label="Thực đơn tuần", area="LT", place="thuc-don", suffix=".yml", plural="meal_menus",
            entry=MealMenu, name_pattern=WEEK_NAME, name_hint=WEEK_HINT, name_example="2026-W47")  # fmt: skip
