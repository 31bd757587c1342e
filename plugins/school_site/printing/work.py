"""What hangs on the notice board every week: schedules, menus, plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

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


def _schedules(source: Source) -> Iterator[Sheet]:
    for schedule in sorted(source.site.weekly_schedules, key=lambda item: item.week, reverse=True):
        yield Sheet(
            name=schedule.address.removesuffix(".html"),
            title=schedule.title,
            group="Lịch công tác tuần",
            template="weekly_schedule.html",
            facts=lambda schedule=schedule: _schedule(source, schedule),  # type: ignore[misc]
            sources=(schedule.path,),
            dated_on=schedule.published_on,
            is_current=schedule.week == week_of(source.as_of),
        )


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
        meals = tuple(dict.fromkeys(meal.name for entry in menu.days for meal in entry.meals))
        yield Sheet(
            name=menu.address.removesuffix(".html"),
            title=menu.title,
            group="Thực đơn",
            template="meal_menu.html",
            facts=lambda menu=menu, meals=meals: {  # type: ignore[misc]
                "heading": heading(source.school, menu.published_on),
                "menu": menu,
                "meals": meals,
                "signature": head_signature(source.site, menu.published_on),
                "web_address": source.web_address(menu.address),
            },
            sources=(menu.path,),
            dated_on=menu.published_on,
            is_current=menu.week == week_of(source.as_of),
        )


def _plans(source: Source) -> Iterator[Sheet]:
    for plan in sorted(source.site.plans, key=lambda item: item.slug, reverse=True):
        yield Sheet(
            name=plan.address.removesuffix(".html"),
            title=plan.title,
            group="Kế hoạch",
            template="plan.html",
            facts=lambda plan=plan: _plan(source, plan),  # type: ignore[misc]
            sources=(plan.path,),
            dated_on=plan.published_on,
            is_current=plan.slug == week_of(source.as_of),
        )


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
