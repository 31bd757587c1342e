"""The home page in a real browser at phone width: nothing overflows, all works without JavaScript, nothing is fetched
from anywhere else, and a parent has the leave form in two taps."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser import launch
from built import Built

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
PAGES = (
    "index.html",
    "tin-tuc/index.html",
    "van-ban/index.html",
    "cong-khai/2025-2026/pt-doi-ngu.html",
    "thoi-khoa-bieu/index.html",
    "lich-cong-tac/2026-W47.html",
    "tinh-trang-cong-khai.html",
    "so-do-trang.html",
    "tin-tuc/2026-11-20-ngay-nha-giao-viet-nam.html",
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *given: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(built: Built) -> Iterator[str]:
    """The built site on loopback, in a subfolder, as a hosting might have it."""

    class Below(Quiet):
        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix("/truong"))

    handler = functools.partial(Below, directory=str(built.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/truong"
        server.shutdown()


@dataclass
class Visit:
    """A phone without JavaScript, and what the browser complained about or asked for."""

    page: Any
    address: str
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def opens(self, name: str) -> None:
        self.page.goto(f"{self.address}/{name}", wait_until="load")

    def taps(self, label: str) -> None:
        self.page.get_by_role("link", name=label).locator("visible=true").first.click()
        self.page.wait_for_load_state("load")

    def width(self) -> int:
        """How wide the page would like to be."""
        # JavaScript of the page is off; asking from outside still works.
        return int(self.page.evaluate("document.scrollingElement.scrollWidth"))


@pytest.fixture(scope="module")
def visit(address: str) -> Iterator[Visit]:
    with launch() as browser:
        context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="vi-VN", has_touch=True)
        visit = Visit(page=context.new_page(), address=address)
        visit.page.on("console", lambda message: visit.complaints.append(message.text))
        visit.page.on("pageerror", lambda fault: visit.complaints.append(str(fault)))
        visit.page.on("request", lambda request: visit.hosts.add(urlsplit(request.url).hostname or ""))
        visit.page.on("response", lambda answer: visit.complaints.append(answer.url) if answer.status >= 400 else None)
        yield visit
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone(visit: Visit, name: str) -> None:
    visit.opens(name)

    assert visit.width() <= PHONE["width"]
    assert visit.page.locator("h1").count() == 1
    assert visit.page.locator("main").count() == 1


def test_the_menu_opens_without_javascript(visit: Visit) -> None:
    visit.opens("index.html")
    link = visit.page.get_by_role("link", name="Thời khóa biểu").first
    menu = visit.page.locator("nav details").first

    assert not menu.get_by_role("link", name="Tuyển sinh").is_visible()
    menu.locator("summary").click()
    assert menu.get_by_role("link", name="Tuyển sinh").is_visible()
    assert link is not None


def test_the_leave_form_is_two_taps_away(visit: Visit) -> None:
    visit.opens("index.html")
    visit.taps("Đơn xin nghỉ học")
    files = visit.page.locator('a[href$=".docx"], a[href$=".pdf"]')
    if not files.count():
        visit.taps("Đơn xin nghỉ học")

    names = [str(link.get_attribute("href")) for link in visit.page.locator('a[href$=".docx"]').all()]
    assert any(name.endswith("don-xin-nghi-hoc.docx") for name in names), visit.page.url


def test_targets_of_the_home_page_are_big_enough_for_a_thumb(visit: Visit) -> None:
    visit.opens("index.html")

    boxes = [link.bounding_box() for link in visit.page.locator(".quick-tasks a").all()]
    assert boxes and all(box and box["height"] >= 44 for box in boxes)


def test_the_letters_of_vietnamese_come_from_our_own_font(visit: Visit) -> None:
    visit.opens("index.html")

    faces = visit.page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)")
    assert any("Be Vietnam" in face for face in faces), faces


def test_nothing_was_complained_about_and_nobody_else_was_asked(visit: Visit) -> None:
    """Of all pages that the tests before have opened, and of the home page when this runs alone."""
    visit.opens("index.html")

    assert visit.complaints == []
    assert visit.hosts == {"127.0.0.1"}
