"""Searching, finding one's way and reading tables of people, in a real browser at the widths people have."""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from browser import launch
from built import Built

from school_site.vietnamese import fold

pytestmark = pytest.mark.browser

PHONE, TABLET, DESK = 360, 768, 1280
Opens = Callable[..., Any]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *given: object) -> None:
        pass


@pytest.fixture(scope="module")
def opened(built: Built) -> Iterator[Opens]:
    """`opened(name, width)` gives the page, which complains of nothing."""
    complaints: list[str] = []
    handler = functools.partial(Quiet, directory=str(built.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, launch() as browser:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context(locale="vi-VN")
        page = context.new_page()
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

        def open_(name: str, width: int) -> Any:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/{name}", wait_until="load")
            return page

        yield open_
        context.close()
        server.shutdown()
    assert complaints == []


def results(opened: Opens, words: str, width: int = PHONE) -> Any:
    """The list of what was found, once it is there."""
    from playwright.sync_api import expect

    page = opened(f"tim-kiem.html?q={quote(words)}", width)
    expect(page.locator("#so-ket-qua")).to_contain_text("trang")
    return page.locator("#ket-qua > li")


def kinds(found: Any) -> list[str]:
    return [note.split(" – ")[0] for note in found.locator(".search__note").all_inner_texts()]


def test_a_meeting_of_parents_is_found_in_what_they_are_told_before_any_schedule(opened: Opens) -> None:
    found = results(opened, "hop phu huynh")

    assert set(kinds(found)[:2]) == {"Sự kiện", "Thông báo"}
    assert "Lịch công tác tuần" not in kinds(found)[:10]
    assert "họp cha mẹ học sinh" in found.nth(1).inner_text().lower()


@pytest.mark.parametrize("words", ["thoi khoa bieu 6a1", "tkb 6A1", "Thời khóa biểu lớp 6a1"])
def test_the_timetable_of_a_class_is_the_first_thing_found(opened: Opens, words: str) -> None:
    link = results(opened, words).first.get_by_role("link")

    assert link.inner_text() == "Thời khóa biểu lớp 6A1"
    link.click()
    link.page.wait_for_url("**/thoi-khoa-bieu/*-6a1.html")


@pytest.mark.parametrize(
    ("words", "title"),
    [("lich cong tac tuan 10", "Lịch công tác tuần 10"), ("le quang vinh", "Lịch dạy của Lê Quang Vinh")],
)
def test_who_asks_for_something_by_its_name_gets_it_first(opened: Opens, words: str, title: str) -> None:
    assert results(opened, words).first.get_by_role("link").inner_text().startswith(title)


def test_a_word_is_found_from_its_beginning_only(opened: Opens) -> None:
    assert results(opened, "huynh").count() > 0
    assert results(opened, "uynh").count() == 0


def test_a_passage_holds_whole_words_of_its_page_and_marks_the_ones_asked_for(opened: Opens, built: Built) -> None:
    index = json.loads((built.folder / "tim-kiem.json").read_text(encoding="utf-8"))
    words = {word for page in index for word in f"{page['s']} {page['b']}".split()} | {"…"}
    found = results(opened, "phòng cháy", DESK)
    passages = found.locator("p:not(.search__note)").all_inner_texts()

    assert passages and [word for text in passages for word in text.split() if word not in words] == []
    marked = set(re.findall(r"\w+", fold(" ".join(found.locator("mark").all_inner_texts()))))
    assert {"phong", "chay"} <= marked


def test_every_address_of_the_index_has_its_page(built: Built) -> None:
    index = json.loads((built.folder / "tim-kiem.json").read_text(encoding="utf-8"))

    assert [page["a"] for page in index if not (built.folder / page["a"]).is_file()] == []


def test_results_are_big_enough_for_a_thumb(opened: Opens) -> None:
    links = results(opened, "hoc sinh").get_by_role("link").all()

    assert links and all(link.bounding_box()["height"] >= 44 for link in links)


def test_who_is_lost_can_search_at_once(opened: Opens) -> None:
    page = opened("404.html", PHONE)
    page.get_by_role("searchbox").fill("nghi hoc")
    page.get_by_role("button", name="Tìm").click()

    page.wait_for_url("**/tim-kiem.html?q=nghi+hoc")
    page.locator("#ket-qua > li").first.wait_for()


@pytest.mark.parametrize("width", [TABLET, DESK])
@pytest.mark.parametrize("name", ["lien-he.html", "can-bo.html"])
def test_a_row_of_the_staff_table_begins_on_one_line_and_breaks_addresses_before_the_at(
    opened: Opens, name: str, width: int
) -> None:
    page = opened(name, width)
    tops = """row => [...row.cells].filter(cell => cell.textContent.trim()).map(cell => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getClientRects()[0].top;
    })"""
    rows = [row.evaluate(tops) for row in page.locator(".fold-table tbody tr").all()]
    parts = """link => [...link.childNodes].filter(node => node.data).map(node => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return range.getClientRects().length;
    })"""
    mails = [link.evaluate(parts) for link in page.locator('main a[href^="mailto:"]').all()]

    assert rows and [row for row in rows if max(row) - min(row) > 8] == []
    assert mails and {lines for mail in mails for lines in mail} == {1}


def test_a_disclosure_on_a_phone_keeps_its_way_up_on_one_line_and_its_facts_without_stray_dots(opened: Opens) -> None:
    page = opened("cong-khai/2025-2026/pt-doi-ngu.html", PHONE)
    tops = {link.bounding_box()["y"] for link in page.locator(".breadcrumb a").locator("visible=true").all()}
    facts = [fact.bounding_box()["x"] for fact in page.locator(".page-head__fact").all()]

    assert len(tops) == 1
    assert len(facts) == 2 and len(set(facts)) == 1, "both begin a line, so both of their dots are cut off"


def test_the_names_of_rows_stay_while_their_figures_move(opened: Opens) -> None:
    page = opened("cong-khai/2025-2026/pt-doi-ngu.html", PHONE)
    frame = page.locator(".data-table .table-scroll").first
    name = frame.locator("tfoot th")
    before = name.bounding_box()["x"]
    frame.evaluate("frame => { frame.scrollLeft = frame.scrollWidth; }")

    assert frame.evaluate("frame => frame.scrollLeft") > 0
    assert abs(name.bounding_box()["x"] - before) < 1


def test_tabs_of_a_section_stand_in_even_columns_on_a_phone(opened: Opens) -> None:
    page = opened("gioi-thieu/to-chuc-bo-may.html", PHONE)
    tabs = page.locator(".section-nav a").all()

    assert len(tabs) > 5
    assert len({round(tab.bounding_box()["x"]) for tab in tabs}) == 2


def test_the_page_of_a_year_leads_to_its_section_and_to_the_other_years(opened: Opens) -> None:
    page = opened("cong-khai/2026-2027/index.html", PHONE)

    assert page.locator('.section-nav a[aria-current="true"]').inner_text() == "Công khai theo năm"
    years = page.locator(".year-links a").all_inner_texts()
    assert "2025-2026" in years and "Tài chính 2026" in years and "2026-2027" not in years


def test_the_lead_news_has_no_empty_column_beneath_it(opened: Opens) -> None:
    page = opened("index.html", DESK)
    lead = page.locator(".news-card--lead").bounding_box()
    beside = page.locator(".home-news__list").bounding_box()

    assert abs(lead["height"] - beside["height"]) < 150
