"""A form filled in, printed and kept, and the register filtered, in a real browser: with nothing sent anywhere."""

from __future__ import annotations

import functools
import http.server
import io
import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from browser import launch
from built import Built
from folding import FOLDED
from pypdf import PdfReader

from school_site.vietnamese import fold

pytestmark = pytest.mark.browser

FORM, REGISTER = "bieu-mau/don-xin-nghi-hoc.html", "van-ban/index.html"
PHONE = {"width": 360, "height": 740}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *given: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(built.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launch() as started:
        yield started


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Any]:
    """A phone; `opened(name)` gives the page, which complains of nothing."""
    complaints: list[str] = []
    context = browser.new_context(viewport=PHONE, locale="vi-VN", accept_downloads=True)

    def open_(name: str) -> Any:
        page = context.new_page()
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}/{name}", wait_until="load")
        return page

    yield open_
    context.close()
    assert complaints == []


def fill_in(page: Any) -> None:
    page.get_by_label("Tôi tên là").fill("Trần Văn Bình")
    page.get_by_label("Là cha, mẹ hoặc người giám hộ").fill("Trần Gia Hân <b>lớp</b>")
    page.get_by_label("Lớp:").fill("6A1")
    page.get_by_role("group", name="Từ ngày").get_by_label("ngày", exact=True).fill("23")
    page.get_by_label("Việc gia đình").check()
    page.get_by_label("Con tôi ăn bán trú").check()


def printed(page: Any) -> str:
    """What comes out of the printer, in letters: fonts that help each other out part words where none were parted."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(reader.pages) == 1
    return "".join(reader.pages[0].extract_text().split())


def letters(words: str) -> str:
    return "".join(words.split())


def test_nothing_is_asked_for_or_stored_while_somebody_fills_in(opened: Any) -> None:
    """From the first letter on: also when Enter is pressed, a file is saved and everything is cleared."""
    page = opened(FORM)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("blob:") else None)
    before = page.url

    fill_in(page)
    page.get_by_label("Tôi tên là").press("Enter")
    with page.expect_download():
        page.get_by_role("button", name="Tải bản đã điền").click()
    page.get_by_role("button", name="Xóa hết").click()

    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert (asked, page.url, kept) == ([], before, [0, 0, ""])
    assert page.get_by_label("Tôi tên là").input_value() == ""


def test_a_page_that_is_open_goes_on_working_without_a_network(opened: Any) -> None:
    page = opened(FORM)
    page.context.set_offline(True)

    fill_in(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải bản đã điền").click()

    assert download.value.suggested_filename == "don-xin-nghi-hoc-da-dien.html"
    page.context.set_offline(False)


def test_what_was_filled_in_is_printed_as_a_sheet_of_paper(opened: Any) -> None:
    page = opened(FORM)
    fill_in(page)

    paper = printed(page)
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TRƯỜNG TRUNG HỌC CƠ SỞ HOA PHƯỢNG", "ĐƠN XIN PHÉP NGHỈ HỌC"):
        assert letters(words) in paper
    assert letters("Trần Văn Bình") in paper and "6A1" in paper and letters("PHỤ HUYNH") in paper
    for words in ("Tải", "Những gì bạn điền", "Sơ đồ trang", "In đơn"):
        assert letters(words) not in paper


def test_the_kept_file_stands_alone_and_says_what_was_filled_in(opened: Any, browser: Any) -> None:
    page = opened(FORM)
    fill_in(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải bản đã điền").click()
    kept = download.value.path().read_text(encoding="utf-8")

    reader = browser.new_page()
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.set_content(kept)
    said = " ".join(reader.inner_text("body").split())
    reader.close()
    assert kept.startswith("<!DOCTYPE html>") and asked == []
    assert "Tôi tên là: Trần Văn Bình" in said and "Trần Gia Hân <b>lớp</b>" in said
    assert "☒ Việc gia đình" in said and "☐ Ốm" in said
    assert "<input" not in kept and "<script" not in kept


def test_an_empty_place_is_told_and_does_not_keep_anybody_from_printing(opened: Any) -> None:
    page = opened(FORM)
    page.evaluate("window.print = () => { window.wasPrinted = true; }")
    page.get_by_label("Tôi tên là").fill("Trần Văn Bình")

    page.get_by_role("button", name="In đơn").click()

    assert page.evaluate("window.wasPrinted") is True
    assert "chỗ có dấu * chưa điền" in page.get_by_role("status").inner_text()


def test_words_after_other_mean_that_box(opened: Any) -> None:
    page = opened(FORM)
    page.get_by_label("Lý do khác, ghi rõ").fill("Về quê")

    assert page.get_by_label("Lý do khác:", exact=True).is_checked()


def test_a_form_is_filled_in_and_printed_without_javascript(browser: Any, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{FORM}")
    fill_in(page)

    paper = printed(page)
    assert letters("Trần Văn Bình") in paper and "6A1" in paper
    assert not page.get_by_role("button", name="In đơn").is_visible()
    assert "lệnh In của trình duyệt" in page.inner_text("main")
    context.close()


@pytest.mark.parametrize("name", [FORM, "bieu-mau/don-xin-phuc-khao.html", REGISTER, "thu-tuc/index.html"])
def test_a_page_of_papers_fits_a_phone(opened: Any, name: str) -> None:
    assert opened(name).evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]


# --- the register ---------------------------------------------------------------------------------------------


def shown(page: Any) -> list[str]:
    return [row.inner_text() for row in page.locator("[data-register-row]").locator("visible=true").all()]


def heard(page: Any) -> str:
    """The count, once it is said."""
    from playwright.sync_api import expect

    expect(page.locator("[data-register-told]")).to_contain_text("văn bản")
    return str(page.locator("[data-register-told]").inner_text())


def looks_for(page: Any, words: str) -> str:
    """Type, and wait for the count that a screen reader hears."""
    page.get_by_role("searchbox").fill(words)
    return heard(page)


def test_words_without_marks_find_documents_of_all_pages(opened: Any) -> None:
    page = opened(REGISTER)
    own = len(shown(page))

    told = looks_for(page, "cong khai")
    found = shown(page)
    page.get_by_role("button", name="Bỏ lọc").click()
    page.locator(".pager").wait_for(state="visible")

    assert told == f"Thấy {len(found)} văn bản." and 0 < len(found) < own
    assert all({"cong", "khai"} <= set(re.split(r"\W+", fold(row))) for row in found)
    assert len(shown(page)) == own


def test_the_oldest_document_is_found_from_the_first_page_and_its_link_works(opened: Any) -> None:
    page = opened(REGISTER)
    assert not any("1287/QĐ-UB" in row for row in shown(page))

    looks_for(page, "1287 qd ub")
    assert len(shown(page)) == 1
    page.locator("[data-register-row]").locator("visible=true").get_by_role("link").click()

    page.wait_for_url("**/van-ban/1998/**")
    assert "1287/QĐ-UB" in page.inner_text("main")


def test_facets_narrow_each_other(opened: Any) -> None:
    page = opened(REGISTER)
    page.get_by_role("combobox", name="Theo loại văn bản").select_option("Kế hoạch")
    page.get_by_role("combobox", name="Theo năm ban hành").select_option("2025")
    heard(page)

    rows = shown(page)
    assert rows and all("/2025" in row and "Kế hoạch" in row for row in rows)


def test_what_is_not_there_is_said(opened: Any) -> None:
    page = opened(REGISTER)

    assert looks_for(page, "khong co van ban nao nhu the").startswith("Không thấy văn bản nào")
    assert shown(page) == []


def test_the_filter_is_worked_by_keys_alone(opened: Any) -> None:
    page = opened(REGISTER)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("quy che")
    page.keyboard.press("Enter")
    heard(page)

    assert all("quy chế" in row.lower() for row in shown(page))
    assert page.url.endswith("van-ban/index.html")


def test_letters_lose_their_marks_as_in_python(opened: Any) -> None:
    page = opened(REGISTER)

    assert [page.evaluate("(text) => fold(text)", text) for text, _ in FOLDED] == [folded for _, folded in FOLDED]
