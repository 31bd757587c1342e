"""Whatever a portal does, the old items stay, the other sources move on, and health says what happened."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from school_site.upstream.retrieve import Limits

from .conftest import Desk, rss
from .portal import (
    Page,
    Portal,
    answers,
    bomb,
    drips,
    drips_headers,
    never_ends,
    promises_too_little,
    promises_too_much,
    redirects,
    resets,
    revalidates,
    stays_silent,
    talks_nonsense,
)

HTML = b"<!DOCTYPE html><html><head><title>Trang</title></head><body>Xin ch\xc3\xa0o</body></html>"
FEED = rss("Tin").encode()


def packed(body: bytes, encoding: str) -> Page:
    return answers(body, headers={"Content-Encoding": encoding})


MISDEEDS: dict[str, tuple[Callable[[Portal], Page], str]] = {
    "not found": (lambda p: answers(b"", status=404), "Địa chỉ này không còn (mã 404)."),
    "gone": (lambda p: answers(b"", status=410), "Địa chỉ này không còn (mã 410)."),
    "forbidden": (lambda p: answers(HTML, status=403), "Nguồn từ chối cho xem (mã 403)."),
    "teapot": (lambda p: answers(b"", status=418), "Nguồn trả lời mã 418, không kèm bản tin."),
    "server error": (lambda p: answers(HTML, status=500), "Máy chủ của nguồn đang lỗi (mã 500)."),
    "bad gateway": (lambda p: answers(HTML, status=502), "Máy chủ của nguồn đang lỗi (mã 502)."),
    "maintenance": (lambda p: answers(HTML, status=503), "Nguồn đang quá tải hoặc bảo trì (mã 503)."),
    "no content": (lambda p: answers(b"", status=204), "Nguồn trả lời mã 204, không kèm bản tin."),
    "empty": (lambda p: answers(b""), "Nguồn trả về một trang trống."),
    "blank": (lambda p: answers(b"\n \r\n"), "Nguồn trả về một trang trống."),
    "empty feed": (lambda p: answers(rss().encode()), "Bản tin của nguồn không có mục nào."),
    "web page": (lambda p: answers(HTML), "Địa chỉ này là một trang web, không phải bản tin RSS."),
    "picture": (
        lambda p: answers(b"\x89PNG\r\n\x1a\n" + bytes(500)),
        "Dữ liệu nhận được không phải bản tin RSS, Atom hay JSON Feed.",
    ),
    "other xml": (
        lambda p: answers(b"<?xml version='1.0'?><urlset><url/></urlset>"),
        "Dữ liệu nhận được không phải bản tin RSS, Atom hay JSON Feed.",
    ),
    "too long a length": (lambda p: promises_too_much(FEED), "Nguồn ngắt kết nối khi chưa gửi xong."),
    "reset": (lambda p: resets, "Nguồn ngắt kết nối khi chưa gửi xong."),
    "another protocol": (lambda p: talks_nonsense, "Câu trả lời của nguồn không đúng quy cách HTTP."),
    "silence": (stays_silent, "Nguồn không trả lời trong 0.5 giây."),
    "a byte at a time": (lambda p: drips(p, FEED * 50), "Nguồn trả lời quá chậm, quá 1.5 giây chưa xong."),
    "endless headers": (drips_headers, "Nguồn trả lời quá chậm, quá 1.5 giây chưa xong."),
    "endless body": (never_ends, "Nguồn gửi quá 0.286102 MB, không phải một bản tin."),
    "gzip bomb": (
        lambda p: packed(bomb(50_000_000), "gzip"),
        "Nguồn gửi quá 0.286102 MB, không phải một bản tin.",
    ),
    "broken gzip": (lambda p: packed(gzip.compress(FEED)[:-20], "gzip"), "Dữ liệu nén của nguồn bị hỏng."),
    "false gzip": (lambda p: packed(FEED, "gzip"), "Dữ liệu nén của nguồn bị hỏng."),
    "unasked packing": (
        lambda p: packed(b"\x0b\x02", "br"),
        "Nguồn nén dữ liệu theo cách không mở được («br»).",
    ),
    "redirect loop": (lambda p: redirects("/so"), "Nguồn chuyển địa chỉ vòng quanh quá 4 lần."),
    "redirect inside": (
        lambda p: redirects("http://169.254.169.254/latest/meta-data/"),
        "Địa chỉ «169.254.169.254:80» dẫn vào mạng nội bộ nên không được hỏi.",
    ),
    "redirect to another port": (
        lambda p: redirects("http://127.0.0.1:22/"),
        "Địa chỉ «127.0.0.1:22» dẫn vào mạng nội bộ nên không được hỏi.",
    ),
    "redirect to a file": (
        lambda p: redirects("file:///etc/passwd"),
        "Nguồn chuyển sang địa chỉ «file:///etc/passwd» không dùng được.",
    ),
}


@pytest.mark.parametrize("misdeed", MISDEEDS)
def test_a_misdeed_leaves_the_old_items_and_is_told_in_vietnamese(desk: Desk, portal: Portal, misdeed: str) -> None:
    page, sentence = MISDEEDS[misdeed]
    so, other = desk.source("so"), desk.source("khac")
    portal.publishes("/so", rss("Tin cũ"))
    portal.publishes("/khac", rss("Tin khác"))
    desk.takes(so)
    portal.behaves("/so", page(portal))

    assert desk.takes(so, other, hours=9) == 0

    assert desk.titles("so") == ["Tin cũ"]
    assert desk.titles("khac") == ["Tin khác"]
    assert desk.health("so").message_vi == sentence
    assert f"Nguồn so: {sentence} Giữ nguyên 1 tin cũ." in desk.told


def test_a_web_page_in_the_place_of_a_feed_tells_the_feed_it_announces(desk: Desk, portal: Portal) -> None:
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/tin.rss"></head></html>'
    portal.publishes("/so", page, "text/html")

    desk.takes(desk.source("so"))

    told = desk.health("so").message_vi
    assert told is not None
    assert told.endswith(f"Trang ấy giới thiệu bản tin ở «{portal.address('/tin.rss')}».")


def test_a_feed_cut_off_by_a_wrong_length_gives_its_whole_items_only(desk: Desk, portal: Portal) -> None:
    feed = rss("Một", "Hai", "Ba").encode()
    portal.behaves("/so", promises_too_little(feed, feed.index("Nội dung Ba".encode()) + 6))

    desk.takes(desk.source("so"))

    assert desk.titles() == ["Một", "Hai"]


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(FEED), "gzip"),
        (zlib.compress(FEED), "deflate"),
        (zlib.compress(FEED)[2:-4], "deflate"),
        (gzip.compress(FEED), ""),
        (gzip.compress(FEED[:100]) + gzip.compress(FEED[100:]), "gzip"),
        (FEED, "identity"),
    ],
    ids=["gzip", "zlib", "raw deflate", "gzip unsaid", "two members", "identity"],
)
def test_every_packing_that_servers_use_is_opened(desk: Desk, portal: Portal, body: bytes, encoding: str) -> None:
    portal.behaves("/so", packed(body, encoding))

    desk.takes(desk.source("so"))

    assert desk.titles() == ["Tin"]


def test_a_server_that_asks_for_patience_is_left_alone_as_long(desk: Desk, portal: Portal) -> None:
    portal.behaves("/so", answers(b"", status=429, headers={"Retry-After": "7200"}))
    desk.takes(desk.source("so"))
    portal.publishes("/so", rss("Tin"))

    desk.takes(desk.source("so"), hours=1)
    assert desk.titles() == []

    desk.takes(desk.source("so"), hours=3)
    assert desk.titles() == ["Tin"]


def test_a_304_without_anything_of_ours_changes_nothing(desk: Desk, portal: Portal) -> None:
    portal.behaves("/so", answers(b"", status=304))

    assert desk.takes(desk.source("so")) == 0

    assert desk.titles() == []


def test_a_changed_charset_does_not_garble_the_text(desk: Desk, portal: Portal) -> None:
    feed = rss("Thông báo tuyển sinh")
    portal.publishes("/so", feed)
    desk.takes(desk.source("so"))
    portal.publishes("/so", feed.replace("UTF-8", "windows-1252").encode(), "text/xml; charset=iso-8859-1")

    desk.takes(desk.source("so"), hours=9)

    assert desk.titles() == ["Thông báo tuyển sinh"]
    assert desk.items()[0].changed_at is None


def test_silent_sources_are_waited_for_together_while_the_others_are_taken_in(tmp_path: Path, portal: Portal) -> None:
    limits = Limits(read_seconds=9, total_seconds=1.5)
    desk = Desk(content=tmp_path / "content", portal=portal, limits=limits)
    sources = [desk.source(f"nguon-{number}") for number in range(50)]
    for source in sources[3:]:
        portal.publishes(f"/{source.id}", rss(f"Tin {source.id}"))
    for source in sources[:3]:
        portal.behaves(f"/{source.id}", stays_silent(portal))

    desk.takes(*sources)

    assert portal.most_kept_waiting == 3, "silent sources were waited for one after another"
    assert len(desk.items()) == 47


def test_bombs_and_endless_bodies_cost_little_memory(tmp_path: Path, portal: Portal) -> None:
    desk = Desk(content=tmp_path / "content", portal=portal, limits=Limits(total_seconds=10))
    portal.behaves("/bom", packed(bomb(200_000_000), "gzip"))
    portal.behaves("/dai", never_ends(portal))
    tracemalloc.start()

    desk.takes(desk.source("bom"), desk.source("dai"))

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40_000_000
    assert [desk.health(name).fault for name in ("bom", "dai")] == ["too_big", "too_big"]


def test_an_etag_full_of_tricks_is_harmless(desk: Desk, portal: Portal) -> None:
    portal.behaves("/so", revalidates(FEED, '"a' + "b" * 2000 + '"'))
    desk.takes(desk.source("so"))

    desk.takes(desk.source("so"), hours=9)

    assert len(portal.requests[-1][1]["if-none-match"]) == 300
    assert desk.titles() == ["Tin"]
