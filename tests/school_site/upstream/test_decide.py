"""What the register holds after one source was asked: values in, values out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from school_site.upstream.answer import Fault, Unchanged
from school_site.upstream.decide import Decision, decide
from school_site.upstream_model import (
    VIETNAM_TIME,
    Feed,
    FeedItem,
    SourceHealth,
    UpstreamItem,
    UpstreamSource,
)

NOW = datetime(2026, 11, 22, 7, 30, tzinfo=VIETNAM_TIME)
LATER = NOW + timedelta(hours=9)
SOURCE = UpstreamSource(id="so", name="Sở", role="department", address="https://so.example.vn/rss")


def news(title: str, link: str | None = None, **facts: object) -> FeedItem:
    values = {
        "title": title,
        "link": link,
        "guid": None,
        "published_at": NOW - timedelta(days=1),
        "published_text": None,
        "summary": "",
    }
    return FeedItem(**values | facts)  # type: ignore[arg-type]


def feed(*items: FeedItem, **facts: object) -> Feed:
    return Feed(version="rss20", title="", link=None, items=items, **facts)  # type: ignore[arg-type]


def first(*items: FeedItem, source: UpstreamSource = SOURCE) -> Decision:
    return decide((), feed(*items), source, NOW)


def then(before: Decision, *items: FeedItem, source: UpstreamSource = SOURCE, now: datetime = LATER) -> Decision:
    return decide(before.items, feed(*items), source, now, health=before.health)


def titles(decision: Decision) -> list[str]:
    return [item.title for item in decision.items]


def test_an_item_that_comes_back_the_same_is_left_as_it_was() -> None:
    before = first(news("Tin", "https://so.example.vn/1"))

    after = then(before, news("Tin", "https://so.example.vn/1"))

    assert after.items == before.items
    assert (after.added, after.changed, after.removed) == (0, 0, 0)


def test_an_item_that_comes_back_changed_is_marked_and_keeps_its_first_seen_time() -> None:
    before = first(news("Tin", "https://so.example.vn/1", guid="news_1"))

    after = then(before, news("Tin đã sửa", "https://so.example.vn/1-sua", guid="news_1"))

    (item,) = after.items
    assert item == replace(before.items[0], title="Tin đã sửa", link="https://so.example.vn/1-sua", changed_at=LATER)
    assert item.first_seen_at == NOW


def test_an_item_whose_guid_changes_is_known_by_its_link() -> None:
    before = first(news("Tin", "https://so.example.vn/1", guid="a"))

    after = then(before, news("Tin", "http://www.so.example.vn/1/#dau", guid="b"))

    assert [item.id for item in after.items] == [before.items[0].id]


def test_a_guid_that_all_items_share_names_none_of_them() -> None:
    before = first(news("Một", "https://so.example.vn/1", guid="0"), news("Hai", "https://so.example.vn/2", guid="0"))

    after = then(
        before,
        news("Hai", "https://so.example.vn/2", guid="0"),
        news("Một", "https://so.example.vn/1", guid="0"),
    )

    assert sorted(titles(after)) == ["Hai", "Một"]
    assert {item.id for item in after.items} == {item.id for item in before.items}


def test_a_link_that_all_items_share_names_none_of_them() -> None:
    items = [news(title, "https://so.example.vn/", guid=title) for title in ("Một", "Hai")]

    assert titles(then(first(*items), *items)) == ["Một", "Hai"]


def test_items_with_neither_guid_nor_link_are_known_by_title_and_date() -> None:
    items = [news("Một"), news("Hai")]

    after = then(first(*items), *items)

    assert len(after.items) == 2
    assert {item.link for item in after.items} == {SOURCE.address}


def test_the_same_guid_in_two_sources_makes_two_items() -> None:
    other = replace(SOURCE, id="phuong")

    one = first(news("Tin", guid="news_101"))
    two = first(news("Tin", guid="news_101"), source=other)

    assert one.items[0].id != two.items[0].id


@pytest.mark.parametrize(
    "outcome",
    [
        Fault("server_error", "500"),
        feed(),
        feed(fault="html_page"),
        feed(fault="empty_body"),
        feed(fault="no_usable_item"),
    ],
    ids=["failure", "empty feed", "web page", "empty body", "nothing usable"],
)
def test_a_bad_outcome_never_removes_anything(outcome: Feed | Fault) -> None:
    source = replace(SOURCE, keep_days=1, keep_items=1)
    before = first(news("Một", "https://x.vn/1"), news("Hai", "https://x.vn/2"))

    after = decide(before.items, outcome, source, NOW + timedelta(days=900), health=before.health)

    assert after.items == before.items
    assert after.health.failures_in_a_row == 1
    assert after.health.last_success_at == NOW
    assert after.health.message_vi


def test_an_item_that_leaves_the_feed_stays_by_the_keep_rules_only() -> None:
    before = first(news("Cũ", "https://so.example.vn/1"))

    after = then(before, news("Mới", "https://so.example.vn/2", published_at=NOW))
    assert titles(after) == ["Mới", "Cũ"]

    after = then(before, news("Mới", "https://so.example.vn/2", published_at=NOW), source=replace(SOURCE, keep_items=1))
    assert titles(after) == ["Mới"]
    assert after.removed == 1


def test_unchanged_lets_old_items_leave_by_age() -> None:
    before = first(news("Tin", "https://so.example.vn/1"))

    soon = decide(before.items, Unchanged(), SOURCE, LATER, health=before.health)
    late = decide(before.items, Unchanged(), SOURCE, NOW + timedelta(days=365), health=before.health)

    assert (titles(soon), titles(late)) == (["Tin"], [])


def test_an_undated_item_is_ordered_by_when_it_was_first_seen() -> None:
    before = first(news("Có ngày", "https://x.vn/1"), news("Không ngày", "https://x.vn/2", published_at=None))

    assert titles(before) == ["Không ngày", "Có ngày"]
    assert before.items[0].published_at is None


def test_a_date_in_the_future_is_no_date() -> None:
    decision = first(
        news("Mai", "https://x.vn/1", published_at=NOW + timedelta(hours=20)),
        news("Năm sau", "https://x.vn/2", published_at=NOW + timedelta(days=300)),
    )

    assert {item.title: item.published_at is not None for item in decision.items} == {
        "Mai": True,
        "Năm sau": False,
    }


def test_a_date_once_known_is_not_lost_again() -> None:
    before = first(news("Tin", "https://x.vn/1"))

    after = then(before, news("Tin", "https://x.vn/1", published_at=None))

    assert after.items == before.items


def test_undated_items_beyond_the_limit_do_not_come_back_as_new() -> None:
    """Without a date, an item dropped yesterday would look newer today than all that were kept."""
    source = replace(SOURCE, keep_items=2)
    items = [news(title, f"https://x.vn/{title}", published_at=None) for title in ("a", "b", "c", "d")]
    before = first(*items, source=source)
    assert titles(before) == ["a", "b"]

    after = then(before, *items, source=source)
    assert titles(after) == ["a", "b"]

    newest = news("mới", "https://x.vn/new", published_at=None)
    assert titles(then(after, newest, *items, source=source)) == ["mới", "a"]


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        (("tuyển sinh",), (), ["TUYỂN SINH lớp 10"]),
        ((), ("đấu thầu",), ["TUYỂN SINH lớp 10", "Thì ra", "Thi đua"]),
        (("thi",), (), ["Thi đua"]),
        (("tuyển sinh", "thi đua"), ("lớp 10",), ["Thi đua"]),
        (("tuyê\u0309n sinh",), (), ["TUYỂN SINH lớp 10"]),
    ],
    ids=["include", "exclude", "marks count", "exclude wins", "marks in two pieces"],
)
def test_words_choose_the_items(include: tuple[str, ...], exclude: tuple[str, ...], expected: list[str]) -> None:
    source = replace(SOURCE, include_words=include, exclude_words=exclude)
    items = [news(title, f"https://x.vn/{title}") for title in ("TUYỂN SINH lớp 10", "Thì ra", "Thi đua", "Đấu thầu")]

    decision = first(*items, source=source)

    assert titles(decision) == expected
    assert len(decision.passed_over) == 4 - len(expected)


def test_a_newly_excluded_word_removes_what_was_kept() -> None:
    before = first(news("Đấu thầu", "https://x.vn/1"), news("Tin", "https://x.vn/2"))

    after = then(before, news("Tin", "https://x.vn/2"), source=replace(SOURCE, exclude_words=("đấu thầu",)))

    assert titles(after) == ["Tin"]


def test_directives_follow_the_setting_of_their_source() -> None:
    before = first(news("Tin", "https://x.vn/1"))
    directive = replace(SOURCE, is_directive_source=True)

    after = decide(before.items, Fault("silent", "12"), directive, LATER, health=before.health)

    assert [item.is_directive for item in before.items + after.items] == [False, True]


def test_the_pause_grows_with_the_failures_and_has_an_end() -> None:
    health = SourceHealth(source_id="so")
    pauses = []
    for _ in range(12):
        health = decide((), Fault("silent", "12"), SOURCE, NOW, health=health).health
        pauses.append(health.retry_not_before - NOW if health.retry_not_before else timedelta(0))

    hours = [pause / timedelta(hours=1) for pause in pauses]
    assert hours == [0, 0, 1, 2, 4, 8, 12, 12, 12, 12, 12, 12]


@pytest.mark.parametrize(("wish", "hours"), [(0, 0), (7200, 2), (9_000_000, 24)])
def test_a_servers_wish_is_honoured_within_a_day(wish: int, hours: float) -> None:
    health = decide((), Fault("overloaded", "503", wish), SOURCE, NOW).health

    pause = health.retry_not_before - NOW if health.retry_not_before else timedelta(0)
    assert pause == timedelta(hours=hours)


def test_an_item_given_twice_in_one_feed_is_taken_once() -> None:
    decision = first(news("Tin", None), news("Tin", None))

    assert titles(decision) == ["Tin"]
    assert decision.passed_over == ("«Tin»: có hai lần trong bản tin.",)


def test_old_items_are_values_and_are_not_touched() -> None:
    before = first(news("Tin", "https://x.vn/1"))
    copy = tuple(UpstreamItem(**vars(item)) for item in before.items)

    then(before, news("Tin khác hẳn", "https://x.vn/1"))

    assert before.items == copy
