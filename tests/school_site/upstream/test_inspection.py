"""What would be taken, field by field, and why the rest is dropped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from school_site.errors import UsageError
from school_site.upstream.inspection import inspect

from .conftest import NOW, QUICK, rss
from .portal import Portal, answers, redirects

FEED = """<rss version="2.0"><channel><title>Sở</title><link>https://so.example.vn/</link>
<item><title>Tin &lt;b&gt;đậm&lt;/b&gt;</title><link>/1.html</link><guid>a1</guid>
<pubDate>20/11/2026 07:00</pubDate><description>Nội dung</description></item>
<item><title>Xấu</title><link>javascript:alert(1)</link><pubDate>hôm qua</pubDate></item>
<item><title>Sang năm</title><link>/3.html</link><pubDate>20/11/2027</pubDate></item><item/>
</channel></rss>"""


def test_a_file_is_shown_field_by_field(tmp_path: Path) -> None:
    path = tmp_path / "tin.xml"
    path.write_text(FEED, encoding="utf-8")

    printed: list[str] = []
    status = inspect(str(path), now=NOW, echo=printed.append)

    assert status == 0
    assert printed == [
        f"Nguồn: {path}",
        "Bản tin RSS «Sở», 3 mục lấy được.",
        "Chú ý: Bản tin có 1 mục chứa mã lạ; máy đã bỏ mã ấy, trang của trường vẫn an toàn.",
        "",
        "1. Tin đậm",
        "    Liên kết: https://so.example.vn/1.html",
        "    Ngày đăng: 7:00 ngày 20/11/2026 (ghi là «20/11/2026 07:00»)",
        "    Mã riêng: a1",
        "    Tóm tắt: Nội dung",
        "",
        "2. Xấu",
        "    Liên kết: không có",
        "    Ngày đăng: không có (ghi là «hôm qua»)",
        "    Mã riêng: không có",
        "    Tóm tắt: không có",
        "    Chú ý: Bỏ liên kết không an toàn «javascript:alert(1)».",
        "    Chú ý: Không đọc được ngày «hôm qua».",
        "",
        "3. Sang năm",
        "    Liên kết: https://so.example.vn/3.html",
        "    Ngày đăng: không có (ghi là «20/11/2027»)",
        "    Mã riêng: không có",
        "    Tóm tắt: không có",
        "    Chú ý: Ngày «20/11/2027» còn ở phía trước, coi như không ghi ngày.",
        "",
        "Bỏ mục thứ 4: không có tiêu đề, cũng không có nội dung.",
    ]


def test_an_address_is_asked_with_the_same_limits_as_a_run(portal: Portal) -> None:
    portal.behaves("/cu", redirects("/tin"))
    portal.publishes("/tin", rss("Tin"))

    printed: list[str] = []
    status = inspect(portal.address("/cu"), now=NOW, echo=printed.append, allow=portal.places, limits=QUICK)

    assert status == 0
    assert printed[0] == f"Nguồn: {portal.address('/tin')}"
    assert printed[3] == "1. Tin"


def test_a_private_address_is_refused_without_allow(portal: Portal) -> None:
    portal.publishes("/tin", rss("Tin"))

    printed: list[str] = []
    status = inspect(portal.address("/tin"), now=NOW, echo=printed.append, limits=QUICK)

    assert status == 1
    assert printed[1].startswith("Không lấy được: Địa chỉ «127.0.0.1:")
    assert portal.requests == []


def test_a_failing_address_tells_what_to_do(portal: Portal) -> None:
    portal.behaves("/tin", answers(b"<html></html>"))

    printed: list[str] = []
    status = inspect(portal.address("/tin"), now=NOW, echo=printed.append, allow=portal.places, limits=QUICK)

    assert status == 1
    assert printed[1:] == [
        "Không lấy được: Địa chỉ này là một trang web, không phải bản tin RSS.",
        "Việc cần làm: Hỏi đơn vị quản lý nguồn tin địa chỉ RSS đúng, rồi sửa «address» trong nguon-tin.yml.",
    ]


def test_json_carries_every_field(tmp_path: Path) -> None:
    path = tmp_path / "tin.xml"
    path.write_text(FEED, encoding="utf-8")

    printed: list[str] = []
    status = inspect(str(path), now=NOW, echo=printed.append, format="json")

    document = json.loads(printed[0])
    assert status == 0
    assert document["fault"] is None
    assert document["items"][0] == {
        "title": "Tin đậm",
        "link": "https://so.example.vn/1.html",
        "guid": "a1",
        "published_at": "2026-11-20T07:00:00+07:00",
        "published_text": "20/11/2026 07:00",
        "summary": "Nội dung",
        "notes": [],
    }


def test_json_tells_a_failure_too(portal: Portal) -> None:
    printed: list[str] = []
    status = inspect(
        portal.address("/khong-co"), now=NOW, echo=printed.append, allow=portal.places, format="json", limits=QUICK
    )

    assert status == 1
    assert json.loads(printed[0]) == {
        "address": portal.address("/khong-co"),
        "items": [],
        "fault": "gone",
        "message_vi": "Địa chỉ này không còn (mã 404).",
    }


def test_neither_an_address_nor_a_file_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="không phải địa chỉ http"):
        inspect(str(tmp_path / "khong-co.xml"), now=NOW, echo=print)


def test_a_file_of_any_size_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "tin.xml"
    path.write_bytes(b" " * (QUICK.body_bytes + 1))

    printed: list[str] = []
    status = inspect(str(path), now=NOW, echo=printed.append, limits=QUICK)

    assert status == 1
    assert printed[1].startswith("Không lấy được: Nguồn gửi quá ")
