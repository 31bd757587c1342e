"""Sanitising, proven by what a real browser does with hostile items on real pages.

The pages' own Content-Security-Policy is switched off here: it is a second wall, and must not be what holds.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from browser import launch

from . import hostile
from .neighbours import WholeSchool

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("index.html", "tin-tu-so.html", "van-ban-chi-dao.html")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@dataclass
class Visit:
    """A visitor's browser at work: what ran, what was asked for."""

    page: Any
    place: str
    ran: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def opens(self, address: str) -> None:
        self.page.goto(f"http://{self.place}/{address}", wait_until="load")
        self.page.wait_for_timeout(200)  # what is set to run after loading

    @property
    def asked_elsewhere(self) -> list[str]:
        return [address for address in self.asked if not address.startswith(f"http://{self.place}/")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launch() as running:
        yield running


@pytest.fixture(scope="module")
def place(whole_school: WholeSchool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The built site, and beside it a page of someone who does not sanitise: HOST:PORT."""
    folder = tmp_path_factory.mktemp("served") / "site"
    shutil.copytree(whole_school.output, folder)
    careless = "".join(f"<h3>{text}</h3>" for text in hostile.payloads(whole_school.spy.place)[:11])
    links = "".join(f'<a class="bad" href="{link}">x</a>' for link in hostile.LINKS[:2])
    (folder / "careless.html").write_text(f"<meta charset=utf-8>{careless}{links}", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(browser: Any, place: str, whole_school: WholeSchool) -> Iterator[Visit]:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    made = Visit(page=page, place=place)

    def closes(dialog: Any) -> None:
        made.ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", closes)
    page.on("request", lambda request: made.asked.append(request.url))
    # The world outside is played by us: «no content», upon which a browser stays where it is.
    real = (f"http://{place}/", f"http://{whole_school.spy.place}/")
    context.route(lambda url: not url.startswith(real), lambda route: route.fulfill(status=204))
    yield made
    context.close()


def test_our_eyes_see_what_an_unsanitised_page_does(visit: Visit, whole_school: WholeSchool) -> None:
    """Otherwise the tests below would be green over any page."""
    whole_school.spy.requests.clear()
    visit.opens("careless.html")
    visit.page.eval_on_selector("a.bad", "link => link.click()")
    visit.page.wait_for_timeout(100)

    assert len(visit.ran) > 3
    assert visit.asked_elsewhere
    assert "/quote.gif" in [path for path, _ in whole_school.spy.requests]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_runs_and_nobody_elsewhere_is_asked(visit: Visit, address: str) -> None:
    visit.opens(address)

    assert visit.ran == []
    assert visit.asked_elsewhere == []


@pytest.mark.parametrize("address", PAGES[1:])
def test_every_hostile_item_is_there_as_plain_words(visit: Visit, address: str) -> None:
    """They are shown, and so were really tried."""
    visit.opens(address)
    shown = visit.page.inner_text("main")

    numbers = {word for word in shown.split() if word[:1] in "TL" and word[1:].isdigit()}
    assert numbers == {
        *(f"T{n}" for n in range(len(hostile.TEXTS))), *(f"L{n}" for n in range(len(hostile.LINKS)))
    }  # fmt: skip
    assert "{{ 7 * 7 }}" in shown and not re.search(r"\b49\b", shown)


@pytest.mark.parametrize("address", PAGES)
def test_what_the_items_brought_made_no_elements_of_their_own(visit: Visit, address: str) -> None:
    visit.opens(address)
    foreign = visit.page.eval_on_selector_all(
        "main *",
        """all => all.filter(one =>
            ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'LINK', 'FORM', 'BASE', 'META', 'VIDEO', 'AUDIO', 'MATH',
             'TEMPLATE', 'DETAILS', 'INPUT'].includes(one.tagName)
            || [...one.attributes].some(attribute => attribute.name.startsWith('on') || attribute.name === 'style')
        ).map(one => one.outerHTML.slice(0, 200))""",
    )

    assert foreign == []


@pytest.mark.parametrize("address", PAGES)
def test_every_link_leads_to_a_page_and_runs_nothing_when_clicked(visit: Visit, address: str) -> None:
    visit.opens(address)
    links = visit.page.eval_on_selector_all("main a[href]", "all => all.map(one => [one.protocol, one.href])")
    assert links
    assert {protocol for protocol, _ in links} <= {"http:", "https:", "mailto:", "tel:"}
    visit.asked.clear()

    visit.page.eval_on_selector_all(
        "main a[href]",
        """async all => {
            for (const one of all.filter(one => one.protocol === 'https:')) {
                one.click()
                await new Promise(done => setTimeout(done, 30))
            }
        }""",
    )

    assert visit.ran == []
    assert {one for one in visit.asked if one.startswith("https://so.example.vn/")}
    assert {one for one in visit.asked if not one.startswith("https://")} == set()


@pytest.mark.parametrize("address", PAGES)
def test_moving_and_typing_over_the_page_wakes_nothing(visit: Visit, address: str) -> None:
    """Handlers such as onmouseover and onfocus wait for the visitor."""
    visit.opens(address)
    visit.page.eval_on_selector_all(
        "main *",
        """all => all.forEach(one => ['mouseover', 'mouseenter', 'focus', 'toggle', 'keydown', 'pointerdown'].forEach(
            name => one.dispatchEvent(new Event(name, {bubbles: true}))))""",
    )
    visit.page.wait_for_timeout(50)

    assert visit.ran == []
    assert visit.asked_elsewhere == []


def test_nobody_called_home(whole_school: WholeSchool, visit: Visit) -> None:
    """The last word has the server that would have been called."""
    whole_school.spy.requests.clear()
    for address in PAGES:
        visit.opens(address)

    assert whole_school.spy.requests == []
