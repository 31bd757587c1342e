"""The home page: what a parent, an inspector and a pupil look for first."""

from __future__ import annotations

from datetime import date

from ..kinds.event import Event
from .disclosures import current_groups, current_year
from .news import newest, upstream_of
from .page import Page
from .view import View
from .work import by_day, current_schedule


def page(view: View) -> Page:
    """The one home page."""
    site, today = view.site, view.as_of
    articles = newest(site.articles)
    featured = next((item for item in articles if item.is_featured), articles[0] if articles else None)
    schedule = current_schedule(view)
    current = [item for item in site.announcements if item.is_current(today)]
    current.sort(key=lambda item: (not item.is_pinned, -item.published_on.toordinal(), item.path))
    forms = sorted(site.form_templates, key=lambda item: (item.order, item.path))
    return Page(
        save_as="index.html", template="home.html", title=site.school.name, section="trang-chu",
        description=site.school.slogan or site.school.mission[:160],
        values={
            "hero": site.school.hero_picture,
            "featured": featured,
            "articles": tuple(item for item in articles if item is not featured)[:6],
            "announcements": tuple(current[:5]),
            "schedule": schedule,
            "schedule_days": by_day(schedule) if schedule else (),
            "events": tuple(sorted((item for item in site.events if item.last_day >= today), key=_event_key)[:4]),
            "disclosure_groups": current_groups(view),
            "disclosure_year": current_year(view),
            "forms": tuple(forms[:4]),
            "procedures": tuple(sorted(site.procedures, key=lambda item: (item.order, item.path))[:6]),
            "department_news": upstream_of(view, "department")[:5],
            "authority_news": upstream_of(view, "managing_authority")[:5],
            "admissions": tuple(
                item for item in site.admissions if item.closes_on is None or item.closes_on >= today
            )[:2],
        },
    )  # fmt: skip


def _event_key(event: Event) -> tuple[date, str]:
    return event.starts_on, event.path
