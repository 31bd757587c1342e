"""The home page: what a parent, an inspector and a pupil look for first."""

from __future__ import annotations

from datetime import date

from ..kinds.event import Event
from ..kinds.weekly_schedule import WeeklySchedule
from .disclosures import current_groups, current_year
from .news import newest, upstream_of
from .page import Page
from .view import View
from .work import Days, by_day, coming_schedule


def page(view: View) -> Page:
    """The one home page."""
    site, today = view.site, view.as_of
    articles = newest(site.articles)
    featured = next((item for item in articles if item.is_featured), articles[0] if articles else None)
    schedule = coming_schedule(view)
    current = [item for item in site.announcements if item.is_current(today)]
    current.sort(key=lambda item: (not item.is_pinned, -item.published_on.toordinal(), item.path))
    forms = sorted(site.form_templates, key=lambda item: (item.order, item.path))
    return Page(
        save_as="index.html", template="home.html", title=site.school.name, section="trang-chu",
        description=site.school.slogan or site.school.mission[:160],
        values={
            "hero": site.school.hero_picture,
            "has_timetables": bool(site.timetables),
            "has_menus": bool(site.meal_menus),
            "featured": featured,
            "articles": tuple(item for item in articles if item is not featured)[:4],
            "announcements": tuple(current[:5]),
            "schedule": schedule,
            "schedule_days": _days_left(view, schedule) if schedule else (),
            "is_next_week": schedule is not None and schedule.starts_on > today,
            "events": tuple(sorted((item for item in site.events if item.last_day >= today), key=_event_key)[:3]),
            "disclosure_groups": current_groups(view),
            "disclosure_year": current_year(view),
            "forms": tuple(forms[:4]),
            "procedures": tuple(sorted(site.procedures, key=lambda item: (item.order, item.path))[:6]),
            "department_news": upstream_of(view, "department")[:3],
            "authority_news": upstream_of(view, "managing_authority")[:3],
            "admissions": tuple(
                item for item in site.admissions if item.closes_on is None or item.closes_on >= today
            )[:2],
        },
    )  # fmt: skip


def _days_left(view: View, schedule: WeeklySchedule) -> Days:
    """The days from today on; the page of the schedule has those that are past. A week that is over stays whole."""
    days = by_day(schedule)
    return tuple(one for one in days if one[0] >= view.as_of) or days


def _event_key(event: Event) -> tuple[date, str]:
    return event.starts_on, event.path
