"""The site as it goes onto the web: whole addresses, smaller pages, and not a word less."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from built import Built, fingerprints
from pages import SeenPage

Pages = dict[str, SeenPage]
SITE = "https://thcshoaphuong.hcm.edu.vn"


def size_of(folder: Path) -> int:
    """The bytes of all pages, whole addresses counted as the short ones they replace."""
    return sum(len(path.read_bytes().replace(SITE.encode(), b"..")) for path in folder.rglob("*.html"))


def whole(link: str, page: str) -> str:
    """A relative link of a page at the desk as the whole address it must be on the live site."""
    return link if urlsplit(link).scheme or not urlsplit(link).path else urljoin(f"{SITE}/{page}", link)


def test_the_live_site_has_the_same_pages_and_files(built: Built, live: Built) -> None:
    assert fingerprints(live.folder).keys() == fingerprints(built.folder).keys()


def test_every_page_says_the_same_as_at_the_desk(pages: Pages, live_pages: Pages) -> None:
    differing = [address for address, page in pages.items() if live_pages[address].words != page.words]

    assert differing == []


def test_every_picture_and_heading_and_id_survives(pages: Pages, live_pages: Pages) -> None:
    def skeleton(page: SeenPage) -> tuple[object, ...]:
        return page.lang, page.titles, page.headings, page.ids, [image.get("alt") for image in page.images]

    assert [address for address, page in pages.items() if skeleton(live_pages[address]) != skeleton(page)] == []


def test_addresses_are_whole(pages: Pages, live_pages: Pages) -> None:
    """A page that is mailed, archived or shown by another site still leads home."""
    differing = {
        address: (ours, theirs)
        for address, page in pages.items()
        if address != "404.html"
        for ours, theirs in zip(live_pages[address].addresses(), page.addresses(), strict=True)
        if ours != whole(theirs, address)
    }

    assert differing == {}


def test_the_page_for_wrong_addresses_works_at_any_address(live_pages: Pages) -> None:
    usual = ("#", "mailto:", "tel:", "https://", "/")

    assert [link for link in live_pages["404.html"].addresses() if not link.startswith(usual)] == []


def test_pages_are_smaller(built: Built, live: Built) -> None:
    assert size_of(live.folder) < 0.97 * size_of(built.folder)
