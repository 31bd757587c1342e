"""Whatever bytes arrive, parsing gives a Feed: no exception, no markup, no link but http(s)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from school_site.upstream.clean import plain_text, safe_link
from school_site.upstream.dates import parse_date
from school_site.upstream.parse import parse_feed
from school_site.upstream_model import Feed

from .test_feeds import CASES

BASE_URL = "https://portal.example.vn/rss"
BODIES = [path.read_bytes()[:3000] for path in CASES]
SCRAPS = [
    b"<rss>", b"<rss version='2.0'><channel>", b"<item>", b"</item>", b"<entry>", b"<title>", b"</title>",
    b"<link>", b"<link href='", b"'/>", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!DOCTYPE rss [",
    b"<!ENTITY a '&a;'>", b"&a;", b"&#0;", b"&#xFFFFFF;", b"&amp;amp;lt;script&gt;", b"<script>",
    b"javascript:", b"\xff\xfe", b"\x00", b"\xc3", "Thứ Năm".encode(), b"<pubDate>", b"99/99/9999",
    b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<?xml", b"?>", b"{", b'"items": [',
    b"<content type='xhtml'>", b"<content type='application/octet-stream' mode='base64'>",
    b"xml:base='http://[::1'", b" xmlns:x='", b"<rdf:RDF>", b"</rss>", b"<guid isPermaLink='true'>",
    b"<textInput>", b"<itunes:author>", b"<media:content url='//'>", b"<gml:pos>", b"1 2 3",
    b"<georss:point>", b"<cc:license>",
]  # fmt: skip

quick = settings(
    max_examples=150,
    deadline=2000,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    database=None,
)


def check(feed: Feed) -> None:
    for item in feed.items:
        assert item.link is None or item.link.startswith(("http://", "https://"))
        assert item.title
        assert len(item.title) <= 300
        assert len(item.summary) <= 600


@quick
@given(st.binary(max_size=2000))
@example(b"")
@example(b"/etc/passwd")
@example(b"http://127.0.0.1:1/")
def test_any_bytes_at_all(data: bytes) -> None:
    check(parse_feed(data, base_url=BASE_URL, content_type=None))


@quick
@given(st.lists(st.sampled_from(SCRAPS) | st.binary(max_size=8), max_size=40).map(b"".join))
def test_scraps_of_feeds_in_any_order(data: bytes) -> None:
    check(parse_feed(data, base_url=BASE_URL, content_type="text/xml; charset=utf-7"))


@quick
@given(st.sampled_from(BODIES), st.data())
def test_real_feeds_with_bytes_lost_changed_or_added(body: bytes, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(body)))
        end = data.draw(st.integers(start, min(len(body), start + 30)))
        body = body[:start] + data.draw(st.sampled_from(SCRAPS) | st.binary(max_size=4)) + body[end:]
    check(parse_feed(body, base_url=BASE_URL, content_type=None))


@quick
@given(st.text(max_size=120))
def test_any_text_is_a_date_or_none(text: str) -> None:
    moment = parse_date(text)
    assert moment is None or 2000 <= moment.year <= 2101


@quick
@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_is_a_safe_link_or_none(text: str, base_url: str) -> None:
    link = safe_link(text, base_url)
    assert link is None or link.startswith(("http://", "https://"))
    assert link is None or link.isascii()


@quick
@given(st.text(alphabet="<>/&;#\"'= scriptonaldv!-[]\n", max_size=300))
def test_cleaning_its_own_result_again_finds_no_tag_to_strip(text: str) -> None:
    plain = plain_text(text, 600)
    assert "<script>" not in plain_text(plain, 600)


REPEATED = [
    b"<rss>" + b"<item>" * 20_000,
    b"<rss><channel>" + b"<item/>" * 33_000,
    b"<rss><channel><item><title>" + b"&" * 166_000,
    b"<rss><channel><item><title>" + b"<" * 100_000,
    b"<rss><channel>" + b"<![CDATA[" * 20_000,
    b"<rss><channel>" + b"<!--" * 33_000,
    b"<rss " + b"a='1' " * 16_000 + b"><channel/></rss>",
    b"<rss><channel><item><title>" + b"&lt;b " * 20_000 + b"</title></item></channel></rss>",
    b"<rss><channel><item><title>" + b"&lt;b&gt;" * 20_000 + b"</title></item></channel></rss>",
    b"<rss><channel><item><title>" + b"&amp;" * 33_000 + b"lt;b</title></item></channel></rss>",
    b"<rss><channel><item><title>x</title>" + b"<d>" * 33_000,
    b"<rss><channel><item><pubDate>" + b"1" * 133_000 + b"</pubDate></item></channel></rss>",
    b"<rss><channel><item><title>x" + b"\n" * 133_000 + b"</title></item></channel></rss>",
    b"<rss><channel>" + b"</item>" * 26_000,
    b"<?xml " * 20_000,
    b"<!DOCTYPE [" * 13_000 + b"<rss/>",
    b"<rss xmlns:a='" * 10_000,
    b"{" * 100_000,
    b'{"items": [' + b"1," * 66_000 + b"1]}",
    b'{"items": [{"id": ' + b"9" * 100_000 + b"}]}",
    b"<html>" + b"<link rel=" * 16_000,
    b"<rss><channel><item><description>" + b"&lt;div>&lt;b>Body:&lt;/b>" * 6_000,
    b"<rss><channel><item><title>" + b"a" * 149_000 + b"<x/>" + b"&" * 149_000,
]


@pytest.mark.parametrize("data", REPEATED, ids=[repr(body[:24]) + str(n) for n, body in enumerate(REPEATED)])
def test_a_repeated_scrap_costs_no_more_than_its_length(data: bytes) -> None:
    """A portal's 4 MB must not become minutes: what grows faster than its length would never be done here."""
    check(parse_feed(data, base_url=BASE_URL, content_type=None))


def test_feedparser_is_never_led_to_a_file_or_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """feedparser opens a bare value as a file name; a body may be one."""
    (tmp_path / "rss").write_text("<rss><channel><item><title>Bí mật</title></item></channel></rss>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert parse_feed(b"rss", base_url=BASE_URL, content_type=None).items == ()
