"""The sample school's site as a visitor finds it: what is there, where links lead, what no page may hold."""

from __future__ import annotations

import json
import posixpath
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import pytest
from built import Built
from pages import SeenPage
from PIL import Image

from school_site.kinds import KINDS
from school_site.paths import SCHEMA
from school_site.pipeline import Judgement, judge
from school_site.site import Site
from school_site.site_map import SECTION_PAGES
from school_site.timetabling import teachers

FEEDS = ("tin-tuc", "thong-bao", "van-ban", "cong-khai")
Pages = dict[str, SeenPage]


@pytest.fixture(scope="session")
def judgement(sample: Path, today: date) -> Judgement:
    return judge(sample, SCHEMA, today=today)


@pytest.fixture(scope="session")
def site(judgement: Judgement) -> Site:
    assert judgement.verdict.site is not None
    return judgement.verdict.site


def target_of(link: str, page: str) -> tuple[str, str]:
    """The file and the fragment that a link on a page leads to, as a browser resolves it."""
    parts = urlsplit(link)
    if not parts.path:
        return page, unquote(parts.fragment)
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(parts.path))).lstrip("/")
    if parts.path.endswith("/") or path in ("", "."):
        path = posixpath.join(path, "index.html")
    return path, unquote(parts.fragment)


def is_internal(link: str) -> bool:
    return not urlsplit(link).scheme and not urlsplit(link).netloc


# What the sample knowingly leaves to a person: the statistics of a real letter of 2017 count 18 portals in 16 schools
# (113 %), and the totals of all their 24 districts are more than the parts.
STATISTICS_OF_2017 = "cong-khai/2016-2017/thong-ke-cong-thong-tin-dien-tu.md"
FOR_A_PERSON = {("CK-020", STATISTICS_OF_2017), ("CK-041", STATISTICS_OF_2017)}


def test_the_sample_is_built_and_nothing_is_held_against_it(built: Built, sample: Path) -> None:
    told = {(finding.code, finding.file.removeprefix(f"{sample}/")) for finding in built.told.findings}

    assert (built.told.status, built.told.to_mend) == (0, []), built.told.text
    assert told == FOR_A_PERSON
    assert "xuất bản được" in built.told.text


def test_every_kind_of_content_is_in_the_sample_and_has_its_page(site: Site, pages: Pages) -> None:
    entries = {kind.name: [e for e in site.entries() if isinstance(e, kind.entry)] for kind in KINDS}

    assert [name for name, found in entries.items() if not found] == []
    shown_elsewhere = {"timetable", "upstream_sources"}  # a page per class; pages of upstream news
    missing = [
        entry.address
        for name, found in entries.items()
        if name not in shown_elsewhere
        for entry in found
        if entry.address not in pages
    ]
    assert missing == []


def test_every_section_has_its_page(pages: Pages) -> None:
    named = {"index.html", "404.html", "so-do-trang.html", "theo-doi.html", "tinh-trang-cong-khai.html"}
    news = {"tin-tu-so.html", "tin-tu-phuong-xa.html"}

    assert {*SECTION_PAGES.values(), *named, *news} - pages.keys() == set()


def test_every_class_has_its_timetable(site: Site, pages: Pages) -> None:
    classes = {group.name for timetable in site.timetables for group in timetable.class_groups}
    shown = [page for address, page in pages.items() if address.startswith("thoi-khoa-bieu/")]

    assert len(classes) == 32
    assert [name for name in classes if not any(name in title for page in shown for title in page.titles)] == []


def test_every_teacher_has_a_page_and_a_calendar_and_both_are_reached_from_the_list(site: Site, built: Built) -> None:
    staff = teachers(site.timetables[0])
    listed = (built.folder / "thoi-khoa-bieu" / "index.html").read_text(encoding="utf-8")

    assert len(staff) == 64
    assert [one.name for one in staff if f"giao-vien/{one.slug}.html" not in listed] == []
    assert [one.name for one in staff if not (built.folder / one.address).is_file()] == []
    assert [one.name for one in staff if not (built.folder / one.calendar).is_file()] == []


def test_a_change_of_the_week_stands_on_the_list_and_on_the_page_of_its_class(site: Site, built: Built) -> None:
    (timetable,) = site.timetables
    groups = {group.name: group for group in timetable.class_groups}

    for change in timetable.changes:
        for address in ("thoi-khoa-bieu/index.html", timetable.class_address(groups[change.class_group])):
            page = (built.folder / address).read_text(encoding="utf-8")
            assert change.day.isoformat() in page and str(change.reason) in page, address


def test_every_event_can_be_put_into_a_calendar(site: Site, built: Built) -> None:
    assert [event.path for event in site.events if not (built.folder / event.calendar).is_file()] == []


def test_someone_who_left_is_named_on_no_page(site: Site, built: Built) -> None:
    assert site.staff_directory is not None
    (gone,) = site.staff_directory.former_members

    assert [path.name for path in built.folder.rglob("*.html") if gone.name in path.read_text(encoding="utf-8")] == []


def test_every_school_year_since_2021_is_disclosed(pages: Pages) -> None:
    years = [f"{year}-{year + 1}" for year in range(2021, 2027)]

    assert [year for year in years if f"cong-khai/{year}/index.html" not in pages] == []


def test_every_internal_link_leads_to_a_file_and_every_fragment_to_a_place(built: Built, pages: Pages) -> None:
    files = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*") if path.is_file()}
    dead = []
    for address, page in pages.items():
        for link in filter(is_internal, page.addresses()):
            if address == "404.html":
                continue
            target, fragment = target_of(link, address)
            if target not in files or (fragment and target in pages and fragment not in pages[target].ids):
                dead.append((address, link))

    assert sum(len(page.links) for page in pages.values()) > 10_000
    assert dead == []


def test_links_are_relative_so_that_the_folder_works_anywhere(pages: Pages) -> None:
    """From a subfolder of a server, from a stick, by double-click; 404.html may be shown at any address."""
    rooted = [
        (address, link)
        for address, page in pages.items()
        if address != "404.html"
        for link in page.addresses()
        if link.startswith(("/", "http://localhost", "https://thcshoaphuong"))
    ]

    assert rooted == []


def test_nothing_is_loaded_from_another_host(built: Built, pages: Pages) -> None:
    foreign = [
        (address, link)
        for address, page in pages.items()
        for tag, name, link in page.links
        if (name in ("src", "srcset", "poster", "data") or tag == "link") and not is_internal(link)
    ]
    sheets = [path.read_text(encoding="utf-8") for path in built.folder.rglob("*.css")]

    assert foreign == []
    assert [sheet for sheet in sheets if re.search(r"https?://|@import|url\(\s*[\"']?//", sheet)] == []


def test_no_page_carries_code(pages: Pages) -> None:
    assert {address: page.inline_code for address, page in pages.items() if page.inline_code} == {}
    assert [
        (address, link)
        for address, page in pages.items()
        for link in page.addresses()
        if re.match(r"\s*(javascript|vbscript|data):", link, re.I)
    ] == []


def test_every_page_says_its_language_title_and_one_main_heading(pages: Pages) -> None:
    odd = {
        address: (page.lang, page.titles, page.headings.count(1), page.landmarks.count("main"))
        for address, page in pages.items()
        if (page.lang, len(page.titles), page.headings.count(1), page.landmarks.count("main")) != ("vi", 1, 1, 1)
        or not page.titles[0].strip()
    }

    assert odd == {}


def test_headings_descend_without_a_gap(pages: Pages) -> None:
    """A screen reader's list of headings is the page's table of contents."""
    jumps = {
        address: page.headings
        for address, page in pages.items()
        if any(after - before > 1 for before, after in zip([0, *page.headings], page.headings, strict=False))
    }

    assert jumps == {}


def test_pages_can_be_told_apart_by_their_titles(pages: Pages) -> None:
    """Pages of a long list and one item's successive years may share a title; no title stands for many pages."""
    titles = Counter(page.titles[0].strip() for address, page in pages.items() if "trang-" not in address)

    assert [title for title, count in titles.items() if count > 1] == []


def test_no_page_uses_an_id_twice(pages: Pages) -> None:
    doubled = {
        address: [identity for identity, count in Counter(page.ids).items() if count > 1]
        for address, page in pages.items()
        if len(set(page.ids)) != len(page.ids)
    }

    assert doubled == {}


def test_tags_are_closed_where_they_belong(pages: Pages) -> None:
    assert {address: page.never_closed for address, page in pages.items() if page.never_closed} == {}


LEAKS = ("None", "Undefined", "{{", "{%", "}}", "<b>", "&lt;", "&amp;", "jinja2", "object at 0x", "()", "«Viết")


def test_no_page_shows_what_a_machine_left_behind(pages: Pages) -> None:
    shown = {
        address: leak
        for address, page in pages.items()
        for leak in LEAKS
        if re.search(rf"(?<![\w]){re.escape(leak)}(?![\w])", page.text) or leak in page.titles[0]
    }

    assert shown == {}


def test_no_page_shows_a_value_meant_for_machines(pages: Pages) -> None:
    """Identifiers of closed lists have labels; nobody should read `lower_secondary` or `co_to_chuc_an_ban_tru`."""
    seen = {
        (address, word)
        for address, page in pages.items()
        for word in re.findall(r"\b[a-z]+_[a-z_]+\b", re.sub(r"\S*[@/.:]\S*", " ", page.text))
        if not any(word in code for code in page.code)
    }

    assert seen == set()


def test_every_picture_says_what_it_shows_or_that_it_is_ornament(pages: Pages) -> None:
    assert [(a, i.get("src")) for a, page in pages.items() for i in page.images if i.get("alt") is None] == []


def test_pictures_keep_their_room_while_they_load(pages: Pages) -> None:
    raster = (".jpg", ".png", ".webp")
    loose = [
        (address, image.get("src"))
        for address, page in pages.items()
        for image in page.images
        if str(image.get("src")).endswith(raster) and not (image.get("width") and image.get("height"))
    ]

    assert loose == []


def test_pictures_carry_no_trace_of_their_making(built: Built) -> None:
    """A phone writes into every photograph where it was taken."""
    pictures = [path for path in built.folder.rglob("*") if path.suffix in (".jpg", ".jpeg", ".png", ".webp")]
    telling = []
    for path in pictures:
        with Image.open(path) as image:
            if len(image.getexif()) or {"xmp", "exif", "comment"} & image.info.keys():
                telling.append(path.name)

    assert len(pictures) > 50
    assert telling == []


def test_the_sample_says_that_it_is_one_and_for_which_day(pages: Pages) -> None:
    silent = [a for a, page in pages.items() if "trường hư cấu" not in page.text or "22/11/2026" not in page.text]

    assert silent == []


def test_the_site_map_lists_every_page_once(built: Built, pages: Pages, site: Site) -> None:
    tree = ElementTree.fromstring((built.folder / "sitemap.xml").read_bytes())
    spaced = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = [node.text or "" for node in tree.iter(f"{spaced}loc")]

    assert sorted(listed) == sorted(f"{site.school.website}/{address}" for address in pages if address != "404.html")


def test_the_map_for_people_leads_to_every_section(pages: Pages) -> None:
    name = "so-do-trang.html"
    reached = {target_of(link, name)[0] for link in filter(is_internal, pages[name].addresses())}

    assert {*SECTION_PAGES.values()} - reached == set()


def test_every_page_is_reached_by_links_from_the_home_page(pages: Pages) -> None:
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = waiting.pop()
        for link in filter(is_internal, pages[page].addresses()):
            target, _ = target_of(link, page)
            if target in pages and target not in seen:
                seen.add(target)
                waiting.append(target)

    assert pages.keys() - seen - {"404.html"} == set()


def newest(site: Site, name: str) -> Iterator[str]:
    """The addresses that a feed should give, newest first."""
    entries = {
        "tin-tuc": site.articles,
        "thong-bao": site.announcements,
        "van-ban": site.official_documents,
        "cong-khai": site.disclosures,
    }[name]
    days = {entry.address: entry.published_on or getattr(entry, "issued_on", None) for entry in entries}
    for address in sorted(sorted(days), key=lambda address: days[address] or date.min, reverse=True)[:30]:
        yield f"{site.school.website}/{address}"


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_feed_gives_the_newest_items_first(built: Built, site: Site, name: str, form: str) -> None:
    feed = feedparser.parse((built.folder / "nguon-tin" / f"{name}.{form}").read_bytes())

    assert (feed.bozo, feed.version) == (False, {"rss": "rss20", "atom": "atom10"}[form])
    assert feed.feed.title.endswith("THCS Hoa Phượng")
    assert [entry.link for entry in feed.entries] == list(newest(site, name))
    assert all(entry.title.strip() and entry.id == entry.link and entry.published_parsed for entry in feed.entries)


@pytest.mark.parametrize("name", FEEDS)
def test_the_json_feed_says_the_same_as_the_others(built: Built, site: Site, name: str) -> None:
    feed = json.loads((built.folder / "nguon-tin" / f"{name}.json").read_text(encoding="utf-8"))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["url"] for item in feed["items"]] == list(newest(site, name))


def test_the_page_of_the_law_lists_every_demand(judgement: Judgement, pages: Pages) -> None:
    page = pages["tinh-trang-cong-khai.html"]
    shown = " ".join(page.words)
    titles = {" ".join(row.demand.name.split()) for row in judgement.verdict.ledger if not row.is_archive}

    assert len(titles) > 70
    assert [title for title in titles if title not in shown] == []


def test_upstream_news_is_shown_with_its_source_and_leads_to_the_original(judgement: Judgement, pages: Pages) -> None:
    items = [item for item in judgement.items if item.source_id == "so-gddt"]
    page = pages["tin-tu-so.html"]

    assert items
    assert [item.link for item in items if item.link not in page.addresses()] == []
    assert "Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh" in page.text


def test_attachments_arrive_unchanged(built: Built, sample: Path) -> None:
    changed = [
        path.name
        for path in sorted((sample / "tep").iterdir())
        if (built.folder / "tep" / path.name).read_bytes() != path.read_bytes()
    ]

    assert changed == []
