"""The school's own feeds: valid, stable, and made of the content alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from validate.schools import disclosure, document

from school_site.finish.feeds import NEWEST, all_feeds
from school_site.model import Asset, Attachment
from school_site.render.about import FEEDS
from school_site.render.view import View
from school_site.upstream.parse import parse_feed
from school_site.upstream_model import VIETNAM_TIME, Feed

from .feed_rules import atom_faults, json_faults, moments, rss_faults
from .schools import DAY, SITE_URL, announcement, article, procedure, view

NAMES = [name for _, _, name in FEEDS]
RULES: dict[str, Callable[[bytes, str], list[str]]] = {"rss": rss_faults, "atom": atom_faults, "json": json_faults}
ODD = 'Thi «Em yêu <b>Việt Nam</b>» & "lần 2" 😀 ]]> \x0b\ufffe\n 5 < 7'


def feeds(what: View) -> dict[str, bytes]:
    return dict(all_feeds(what, SITE_URL))


def taken_in(what: View, name: str) -> Feed:
    """The feed as any school that follows ours would read it."""
    feed = parse_feed(feeds(what)[name], base_url=f"{SITE_URL}/{name}", content_type=None)
    assert feed.fault is None
    return feed


def full(title: str = "Tin") -> View:
    """A school with something in every feed, attachments included."""
    files = (Attachment(file="tep/kế hoạch.pdf", title=title), Attachment(file="tep/mau.docx", title=title))
    return view(
        articles=(article(title=title, summary=title, attachments=files), article("2026-11-21-khac")),
        announcements=(announcement(title=title),),
        official_documents=(document(abstract=title, number="12/KH", attachments=files),),
        disclosures=(disclosure("ke-hoach", "2026-2027", title=title),),
        procedures=(procedure(title=title, published_on=date(2026, 8, 20)),),
        assets=(Asset(path="tep/kế hoạch.pdf", size=48_706), Asset(path="tep/mau.docx", size=1234)),
    )


@pytest.mark.parametrize("form", RULES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("title", ["Tin của trường", ODD])
def test_every_feed_keeps_the_rules_of_its_format(title: str, name: str, form: str) -> None:
    address = f"nguon-tin/{name}.{form}"

    assert RULES[form](feeds(full(title))[address], f"{SITE_URL}/{address}") == []


@pytest.mark.parametrize("form", RULES)
@pytest.mark.parametrize("name", NAMES)
def test_an_empty_feed_is_valid_too(name: str, form: str) -> None:
    address = f"nguon-tin/{name}.{form}"

    assert RULES[form](feeds(view())[address], f"{SITE_URL}/{address}") == []


@pytest.mark.parametrize(
    ("form", "right", "wrong", "told"),
    [
        ("rss", b'rel="self"', b'rel="related"', "self: "),
        ("rss", b"Fri, 20 Nov", b"Mon, 20 Nov", "pubDate: "),
        ("rss", b"</guid>", b"</guid><guid>x</guid>", "guid: 2 times"),
        ("rss", b"<link>https://thcsthu.hcm.edu.vn/tin", b"<link>/tin", "link: "),
        ("rss", b"<language>vi", b"<language>tieng Viet", "language: "),
        ("rss", b' length="48706"', b"", "file: "),
        ("rss", b"2026-11-21-khac.html</guid>", b"2026-11-20-tin.html</guid>", "guid: "),
        ("atom", b"T07:00:00+07:00", b" 07:00", "updated: "),
        ("atom", b"name>", b"alias>", "author: "),
        ("atom", b"application/atom+xml", b"text/xml", "self: "),
        ("atom", b"2026-11-21-khac.html</id>", b"2026-11-20-tin.html</id>", "id: "),
        ("atom", b"-tin.html</id>", b"-tin.html</id><id>x</id>", "}id: 2 times"),
        ("atom", b' rel="enclosure" type="application/pdf"', b"", "alternate: "),
        ("json", b'"content_text"', b'"text"', "content: "),
        ("json", b'"language": "vi"', b'"language": 1', "language: "),
    ],
)
def test_our_rules_do_notice_what_is_wrong(form: str, right: bytes, wrong: bytes, told: str) -> None:
    """Otherwise the tests above would be green over any feed."""
    address = f"nguon-tin/tin-tuc.{form}"
    data = feeds(full())[address]
    assert right in data

    faults = RULES[form](data.replace(right, wrong), f"{SITE_URL}/{address}")

    assert any(told in fault for fault in faults)


@pytest.mark.parametrize("form", RULES)
def test_ids_survive_a_change_of_title(form: str) -> None:
    for name in NAMES:
        before, after = (
            [item.guid for item in taken_in(full(title), f"nguon-tin/{name}.{form}").items] for title in ("Cũ", "Mới")
        )

        assert before == after
        assert all(before)


def test_the_same_content_gives_the_same_bytes_on_another_day() -> None:
    what = full()

    assert feeds(what) == feeds(replace(what, as_of=date(2027, 3, 1)))


def test_every_moment_comes_from_the_content() -> None:
    what = view(articles=(article(), article("2026-09-05-khai-giang", published_on=date(2026, 9, 5))))

    for form in ("rss", "atom"):
        assert moments(feeds(what)[f"nguon-tin/tin-tuc.{form}"]) == {
            datetime(2026, 11, 20, 7, tzinfo=VIETNAM_TIME), datetime(2026, 9, 5, 7, tzinfo=VIETNAM_TIME),
        }  # fmt: skip


def test_an_empty_feed_carries_the_day_of_judgement() -> None:
    assert moments(feeds(view())["nguon-tin/tin-tuc.atom"]) == {
        datetime(DAY.year, DAY.month, DAY.day, 7, tzinfo=VIETNAM_TIME)
    }


@pytest.mark.parametrize("form", RULES)
def test_what_stood_in_the_content_arrives_as_it_was(form: str) -> None:
    (item, other) = taken_in(full("Thi «Em yêu Tổ quốc» & «Lần 2»: 5 < 7"), f"nguon-tin/tin-tuc.{form}").items

    assert other.title == "Tin của trường"
    assert item.title == "Thi «Em yêu Tổ quốc» & «Lần 2»: 5 < 7"
    assert item.link == f"{SITE_URL}/tin-tuc/2026-11-20-tin.html"
    assert item.published_at == datetime(2026, 11, 20, 7, tzinfo=VIETNAM_TIME)


def test_the_newest_stand_first_and_the_oldest_leave() -> None:
    articles = tuple(article(f"tin-{number}", published_on=date(2026, 1, 1 + number)) for number in range(NEWEST + 1))

    items = taken_in(view(articles=articles), "nguon-tin/tin-tuc.rss").items

    assert [item.link for item in items] == [f"{SITE_URL}/tin-tuc/tin-{n}.html" for n in range(NEWEST, 0, -1)]


def test_files_go_along_with_size_and_type() -> None:
    made = feeds(full())
    (pdf, word) = json.loads(made["nguon-tin/van-ban.json"])["items"][0]["attachments"]

    assert (pdf["url"], pdf["size_in_bytes"], pdf["mime_type"]) == (
        f"{SITE_URL}/tep/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf", 48_706, "application/pdf",
    )  # fmt: skip
    assert word["mime_type"] == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert made["nguon-tin/van-ban.rss"].count(b"<enclosure") == 1  # RSS knows one for each item
    assert made["nguon-tin/van-ban.atom"].count(b'rel="enclosure"') == 2


def test_an_attachment_that_is_not_there_is_not_promised() -> None:
    gone = article(attachments=(Attachment(file="tep/khong-co.pdf", title="Không có"),))

    assert b"enclosure" not in feeds(view(articles=(gone,)))["nguon-tin/tin-tuc.rss"]


def test_a_procedure_without_a_day_has_nothing_to_tell() -> None:
    what = view(procedures=(procedure(), procedure("khac", published_on=date(2026, 8, 20))))

    items = taken_in(what, "nguon-tin/thu-tuc.rss").items
    assert [item.link for item in items] == [f"{SITE_URL}/thu-tuc/khac.html"]
