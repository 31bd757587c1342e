"""What hangs on the notice board every week: schedules, menus, plans."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from ..kinds.meal_menu import MealMenu
from ..kinds.plan import Plan
from ..kinds.weekly_schedule import WeeklySchedule
from ..vietnamese import week_of
from .letterhead import head_signature, heading, signature
from .prose import printed
from .sheet import Sheet
from .source import Source

# Lines of a week that one sheet has room for, with its head and the signature, at the usual size of letters.
_ROOM = 9


def sheets(source: Source) -> Iterator[Sheet]:
    """All of them, newest first in each section."""
    yield from _schedules(source)
    yield from _menus(source)
    yield from _plans(source)


def _sheet(
    source: Source,
    entry: WeeklySchedule | MealMenu | Plan,
    week: str,
    group: str,
    template: str,
    facts: Callable[[], Mapping[str, Any]],
) -> Sheet:
    """The sheet of what is planned for a week; that of the running week is what a section's name alone prints."""
    return Sheet(
        name=entry.address.removesuffix(".html"),
        title=entry.title,
        group=group,
        template=template,
        facts=facts,
        sources=(entry.path,),
        dated_on=entry.published_on,
        is_current=week == week_of(source.as_of),
    )


def _schedules(source: Source) -> Iterator[Sheet]:
    for schedule in sorted(source.site.weekly_schedules, key=lambda item: item.week, reverse=True):
        facts = partial(_schedule, source, schedule)
        yield _sheet(source, schedule, schedule.week, "Lịch công tác tuần", "weekly_schedule.html", facts)


def _schedule(source: Source, schedule: WeeklySchedule) -> Mapping[str, Any]:
    ordered = sorted(schedule.entries, key=lambda entry: (entry.day, entry.starts_at or ""))
    days = tuple((day, tuple(entries)) for day, entries in groupby(ordered, key=lambda entry: entry.day))
    signed = (
        signature(schedule.signer, schedule.signer_title)
        if schedule.signer and schedule.signer_title
        else head_signature(source.site, schedule.published_on)
    )
    return {
        "heading": heading(source.school, schedule.published_on),
        "schedule": schedule,
        "days": days,
        "is_full": len(schedule.entries) > _ROOM,
        "signature": signed,
        "web_address": source.web_address(schedule.address),
    }


def _menus(source: Source) -> Iterator[Sheet]:
    for menu in sorted(source.site.meal_menus, key=lambda item: item.week, reverse=True):
        yield _sheet(source, menu, menu.week, "Thực đơn", "meal_menu.html", partial(_menu, source, menu))


def _menu(source: Source, menu: MealMenu) -> Mapping[str, Any]:
    return {
        "heading": heading(source.school, menu.published_on),
        "menu": menu,
        "meals": tuple(dict.fromkeys(meal.name for entry in menu.days for meal in entry.meals)),
        "signature": head_signature(source.site, menu.published_on),
        "web_address": source.web_address(menu.address),
    }


def _plans(source: Source) -> Iterator[Sheet]:
    for plan in sorted(source.site.plans, key=lambda item: item.slug, reverse=True):
        yield _sheet(source, plan, plan.slug, "Kế hoạch", "plan.html", partial(_plan, source, plan))


def _plan(source: Source, plan: Plan) -> Mapping[str, Any]:
    rest = plan.title.removeprefix("Kế hoạch").strip()
    return {
        "heading": heading(source.school, plan.published_on, type_symbol=source.vocabulary.abbreviations["plan"]),
        "plan": plan,
        "abstract": rest[:1].upper() + rest[1:],
        "body": printed(source, plan.html),
        "signature": head_signature(source.site, plan.published_on),
        "web_address": source.web_address(plan.address),
    }
