"""Next week's menu from the last ones: the meals, and the dishes that come back on their day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..kinds.meal_menu import Meal, MealMenu
from ..kinds.school import Break
from ..vietnamese import day, week_days
from .lines import hint, value
from .standing import LOOKED_AT


def renewed(name: str, before: Sequence[MealMenu], today: date, breaks: Sequence[Break]) -> str:
    """The file of the week `name`."""
    span = week_days(name)
    assert span is not None and before
    last, weeks = before[-1], before[-LOOKED_AT:]
    served = sorted({one.day.weekday() for week in weeks for one in week.days})
    days = [span[0] + timedelta(days=weekday) for weekday in served]
    days = [on for on in days if not any(rest.starts_on <= on <= rest.ends_on for rest in breaks)] or days
    lines = [
        f"# Thực đơn tuần, làm từ thực đơn tuần {last.week}.",
        "# Món ngày nào cũng có đã ghi sẵn. Thay mọi chỗ trong dấu «…»; thêm món thì thêm dòng «- ».",
        f"starts_on: {day(days[0])}",
        f"ends_on: {day(days[-1])}",
        f"published_on: {day(today)}",
    ]
    if last.supplier:
        lines.append(f"supplier: {value(last.supplier)}")
    lines.append("days:")
    for on in days:
        lines += [f"  - day: {day(on)}", "    meals:"]
        for meal in _meals(on.weekday(), weeks):
            lines += _meal(meal, _same_meals(meal, on.weekday(), weeks))
    if last.note:
        lines += [f"# note: {value(last.note)}"]
    return "\n".join(lines) + "\n"


def _meals(weekday: int, weeks: Sequence[MealMenu]) -> tuple[Meal, ...]:
    """The meals of a weekday in the latest week that served it."""
    return next(one.meals for week in reversed(weeks) for one in week.days if one.day.weekday() == weekday)


def _same_meals(meal: Meal, weekday: int, weeks: Sequence[MealMenu]) -> list[Meal]:
    days = (one for week in weeks for one in week.days if one.day.weekday() == weekday)
    return [other for one in days for other in one.meals if other.name == meal.name]


def _meal(meal: Meal, others: Sequence[Meal]) -> Iterator[str]:
    standing = [dish for dish in meal.dishes if len(others) > 1 and all(dish in other.dishes for other in others)]
    changing = [dish for dish in meal.dishes if dish not in standing]
    yield f"      - name: {value(meal.name)}"
    yield "        dishes:"
    yield from (f"          - {value(dish)}" for dish in standing)
    if changing:
        yield f"          # Tuần trước: {' · '.join(changing)}"
        yield f"          - {hint('Món')}"
    if meal.energy_kcal:
        yield f"        # energy_kcal: {meal.energy_kcal}"
