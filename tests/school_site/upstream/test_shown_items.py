"""What the site shows on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from school_site.upstream_model import VIETNAM_TIME, UpstreamItem, UpstreamSource, shown_items

NOW = datetime(2026, 11, 22, 7, 30, tzinfo=VIETNAM_TIME)
TODAY = NOW.date()
SO = UpstreamSource(id="so", name="Sở", role="department", address="https://so.example.vn/rss")
PHUONG = replace(SO, id="phuong", role="managing_authority")


def item(source: UpstreamSource, title: str, days_ago: float = 0) -> UpstreamItem:
    when = NOW - timedelta(days=days_ago)
    link = f"https://x.vn/{title}"
    return UpstreamItem(
        id=f"{source.id}-{title}",
        source_id=source.id,
        title=title,
        link=link,
        first_seen_at=NOW,
        published_at=when,
    )


def titles(*sources: UpstreamSource, items: list[UpstreamItem], on: date = TODAY) -> list[str]:
    return [f"{one.source_id}:{one.title}" for one in shown_items(sources, items, on)]


def test_items_of_all_sources_are_shown_newest_first() -> None:
    items = [item(SO, "cũ", 3), item(PHUONG, "giữa", 2), item(SO, "mới", 1)]

    assert titles(SO, PHUONG, items=items) == ["so:mới", "phuong:giữa", "so:cũ"]


def test_a_source_is_shown_on_the_days_of_its_validity_both_ends_included() -> None:
    source = replace(SO, valid_from=date(2025, 1, 1), valid_to=date(2025, 6, 30))
    items = [item(source, "tin")]

    shown = {
        day: bool(titles(source, items=items, on=day))
        for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 1))
    }
    assert list(shown.values()) == [False, True, True, False]


def test_items_of_a_source_no_longer_listed_are_not_shown() -> None:
    assert titles(SO, items=[item(PHUONG, "tin")]) == []


def test_each_source_shows_no_more_than_it_keeps() -> None:
    source = replace(SO, keep_items=2)

    assert titles(source, items=[item(source, str(age), age) for age in range(5)]) == ["so:0", "so:1"]


def test_an_article_that_two_sources_carry_is_shown_once_for_the_first_listed() -> None:
    items = [item(PHUONG, "chung", 0), item(SO, "chung", 1)]

    assert titles(SO, PHUONG, items=items) == ["so:chung"]
    assert titles(PHUONG, SO, items=items) == ["phuong:chung"]
