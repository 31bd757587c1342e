"""What staff are told about each source, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from school_site.source_faults import TEXTS, remedy, sentence
from school_site.source_status import statuses
from school_site.upstream import snapshot
from school_site.upstream.news import status, status_lines
from school_site.upstream.status import WORDS, lines
from school_site.upstream_model import SourceHealth, UpstreamItem, UpstreamSource, shown_items

from .conftest import NOW, Desk, rss
from .portal import Portal, answers, redirects

SOURCE = UpstreamSource(
    id="so", name="Sở", role="department", address="https://so.example.vn/rss", person_in_charge="Văn thư"
)
ITEM = UpstreamItem(id="1", source_id="so", title="Tin", link="https://so.example.vn/1", first_seen_at=NOW)
WELL = SourceHealth(source_id="so", last_success_at=NOW, last_tried_at=NOW)


def told(source: UpstreamSource, items: tuple[UpstreamItem, ...], health: SourceHealth | None, days: int) -> list[str]:
    now = NOW + timedelta(days=days)
    return lines(statuses([source], items, [health] if health else [], now), now)


def test_a_healthy_source_asks_nothing_of_anybody() -> None:
    assert told(SOURCE, (ITEM,), WELL, 1) == [
        "Sở: tốt",
        "    Lấy được lần cuối lúc 7:30 ngày 22/11/2026, hôm qua.",
        "    Đang giữ 1 tin, mới nhất ngày 22/11/2026.",
        "1 nguồn tin. Không nguồn nào cần người xem.",
    ]


def test_a_failing_source_tells_what_is_the_case_and_what_to_do() -> None:
    health = replace(
        WELL,
        fault="gone",
        message_vi="Địa chỉ này không còn (mã 404).",
        failures_in_a_row=4,
        last_tried_at=NOW + timedelta(days=5),
    )

    assert told(SOURCE, (ITEM,), health, 5) == [
        "Sở: không lấy được (4 lần liền)",
        "    Địa chỉ này không còn (mã 404).",
        "    Lấy được lần cuối lúc 7:30 ngày 22/11/2026, 5 ngày trước.",
        "    Đang giữ 1 tin, mới nhất ngày 22/11/2026.",
        f"    Việc cần làm: {remedy('gone')}",
        "    Người phụ trách: Văn thư.",
        "1 nguồn tin. 1 nguồn cần người xem.",
    ]


def test_a_source_without_news_for_too_long_names_the_person_in_charge() -> None:
    def asked_on(days: int) -> list[str]:
        moment = NOW + timedelta(days=days)
        return told(SOURCE, (ITEM,), replace(WELL, last_success_at=moment, last_tried_at=moment), days)

    assert asked_on(15)[:2] == [
        "Sở: lâu không có tin mới",
        "    Đã 15 ngày không có tin mới, mức đặt là 14 ngày.",
    ]
    assert "    Người phụ trách: Văn thư." in asked_on(15)
    assert asked_on(14)[0] == "Sở: tốt"


def test_a_job_that_stopped_running_is_noticed() -> None:
    assert told(SOURCE, (ITEM,), WELL, 2)[0] == "Sở: tốt"
    assert told(SOURCE, (ITEM,), WELL, 3) == [
        "Sở: đã lâu máy không hỏi",
        "    Lấy được lần cuối lúc 7:30 ngày 22/11/2026, 3 ngày trước.",
        "    Đang giữ 1 tin, mới nhất ngày 22/11/2026.",
        "    Việc cần làm: Chạy  invoke news, rồi xem lịch chạy tự động có còn hoạt động không.",
        "    Người phụ trách: Văn thư.",
        "1 nguồn tin. 1 nguồn cần người xem.",
    ]


def test_a_source_never_asked_and_one_no_longer_followed_are_told_apart() -> None:
    assert told(SOURCE, (), None, 0)[0] == "Sở: chưa hỏi lần nào"
    assert told(replace(SOURCE, valid_to=date(2026, 1, 1)), (), None, 0)[0] == "Sở: không theo dõi vào ngày này"


def test_no_sources_at_all_is_said() -> None:
    assert lines((), NOW) == ["Chưa theo dõi nguồn tin nào: xem tệp nguon-tin.yml."]


def test_the_status_is_read_from_the_register_and_the_worst_comes_first(desk: Desk, portal: Portal) -> None:
    portal.publishes("/tot", rss("Tin"))
    portal.behaves("/hong", answers(b"", status=500))
    sources = (desk.source("tot"), desk.source("hong", person_in_charge="Thầy Bình"))
    desk.takes(*sources)

    printed = status_lines(desk.content, sources=sources, now=NOW)

    assert printed[0] == "Nguồn hong: không lấy được"
    assert "    Chưa lấy được lần nào." in printed
    assert "    Người phụ trách: Thầy Bình." in printed
    assert printed[-1] == "2 nguồn tin. 1 nguồn cần người xem."


def test_two_dead_one_stale_and_one_hostile_leave_a_correct_page_and_a_clear_status(desk: Desk, portal: Portal) -> None:
    portal.publishes("/tot", rss("Tin tốt"))
    portal.publishes("/chet", rss("Tin của nguồn chết"))
    portal.publishes("/cu", rss("Tin cũ"))
    portal.publishes("/xau", rss("Tin &lt;script&gt;alert(1)&lt;/script&gt;lành"))
    sources = tuple(desk.source(name) for name in ("tot", "chet", "cu", "xau", "khong-co"))
    desk.takes(*sources)
    portal.publishes("/tot", rss("Tin mới", day=30))
    portal.behaves("/chet", answers(b"", status=410))
    portal.behaves("/xau", redirects("http://10.0.0.1/"))

    assert desk.takes(*sources, hours=24 * 16) == 0

    now = NOW + timedelta(days=16)
    shown = [item.title for item in shown_items(sources, desk.items(), now.date())]
    assert shown == ["Tin mới", "Tin của nguồn chết", "Tin cũ", "Tin lành"]
    states = {one.source.id: one.state for one in status(desk.content, sources=sources, now=now)}
    assert states == {"tot": "well", "chet": "failing", "cu": "quiet", "xau": "failing", "khong-co": "failing"}
    todo = [line for line in status_lines(desk.content, sources=sources, now=now) if "Việc cần làm" in line]
    assert len(todo) == 4


def test_a_damaged_file_is_told_of_its_own_source_only(desk: Desk, portal: Portal) -> None:
    portal.publishes("/a", rss("Tin a"))
    portal.publishes("/b", rss("Tin b"))
    sources = (desk.source("a"), desk.source("b"))
    desk.takes(*sources)
    snapshot.items_path(desk.content, "a").write_text("hỏng", encoding="utf-8")

    states = {one.source.id: one.state for one in status(desk.content, sources=sources, now=NOW)}

    assert states == {"a": "failing", "b": "well"}


def test_every_fault_has_whole_sentences_and_a_remedy() -> None:
    for code, text in TEXTS.items():
        assert sentence(code, "x").endswith("."), code
        assert "{" not in sentence(code, "x"), code
        assert remedy(code).endswith((".", "MÁY:CỔNG.", "invoke news.")), code
        assert text.what[0].isupper(), code
        assert text.remedy[0].isupper(), code


def test_a_code_of_a_later_version_still_has_a_remedy() -> None:
    assert remedy("khong-biet").startswith("Chưa cần làm gì")


def test_every_state_has_its_words() -> None:
    assert all(WORDS.values())
