"""Every feed in tests/feeds gives exactly what the file beside it states."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from school_site.upstream.parse import parse_feed
from school_site.upstream_model import Feed, FeedItem

FEEDS = Path(__file__).resolve().parents[2] / "feeds"
BASE_URL = "https://portal.example.vn/rss/tin.rss"
CASES = sorted(
    path
    for path in FEEDS.iterdir()
    if path.suffix in {".xml", ".json", ".txt"} and not path.name.endswith(".expected.json")
)


def told(feed: Feed) -> dict[str, Any]:
    """Spell a feed as the expectations do: without what is empty."""
    facts = {key: value for key, value in vars(feed).items() if value}
    return json.loads(json.dumps(facts | {"items": [told_item(item) for item in feed.items]}))  # type: ignore[no-any-return]


def told_item(item: FeedItem) -> dict[str, Any]:
    facts = {key: value for key, value in vars(item).items() if value and key != "published_text"}
    if item.published_at:
        facts["published_at"] = item.published_at.isoformat()
    return facts


def test_there_are_feeds_of_every_shape() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_feed_gives_what_is_expected_of_it(path: Path) -> None:
    feed = parse_feed(path.read_bytes(), base_url=BASE_URL, content_type=None)

    expected = path.with_name(f"{path.stem}.expected.json")
    assert told(feed) == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_nothing_but_plain_text_and_http_links_comes_out(path: Path) -> None:
    feed = parse_feed(path.read_bytes(), base_url=BASE_URL, content_type=None)

    for item in feed.items:
        assert item.title
        for text in (item.title, item.summary):
            assert unicodedata.is_normalized("NFC", text)
            assert text == " ".join(text.split())
            assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"} for letter in text)
        assert item.link is None or item.link.startswith(("http://", "https://"))


def test_every_expectation_belongs_to_a_feed() -> None:
    stems = {path.stem for path in CASES}

    assert {path.name.removesuffix(".expected.json") for path in FEEDS.glob("*.expected.json")} == stems


def test_the_charset_of_the_http_header_is_believed_when_the_file_names_none() -> None:
    body = "<rss><channel><item><title>Ä Ö</title><link>/x</link></item></channel></rss>".encode("cp1251", "ignore")
    body = body.replace(b"<title> ", b"<title>\xcf\xf0\xe8 ")

    feed = parse_feed(body, base_url=BASE_URL, content_type="text/xml; charset=windows-1251")

    assert feed.items[0].title == "При"


def test_a_feed_of_three_thousand_items_is_cut_at_two_thousand_and_says_so() -> None:
    items = "".join(f"<item><title>{number}</title><link>/{number}</link></item>" for number in range(3000))
    body = f"<rss version='2.0'><channel>{items}</channel></rss>".encode()

    feed = parse_feed(body, base_url=BASE_URL, content_type=None)

    assert len(feed.items) == 2000
    assert feed.notes == ("Bản tin có hơn 2000 mục, chỉ xem 2000 mục đầu.",)
