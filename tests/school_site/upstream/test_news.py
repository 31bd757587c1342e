"""From a portal to the register, end to end."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from school_site.upstream import snapshot
from school_site.upstream_model import VIETNAM_TIME, UpstreamItem

from .conftest import NOW, Desk, rss
from .portal import Portal, answers, redirects, revalidates

RSS_2 = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Sở GD&amp;ĐT</title><link>/</link>
<item><title>Tập huấn &lt;b&gt;chuyển đổi số&lt;/b&gt;</title><link>/tin/tap-huan.html</link>
<guid isPermaLink="false">news_101</guid><pubDate>Fri, 20 Nov 2026 07:00:00 +0700</pubDate>
<description><![CDATA[<p>Sở tổ chức <i>tập huấn</i>.</p><script>alert(1)</script>]]></description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Phường</title><id>urn:x</id><updated>2026-11-20T07:00:00+07:00</updated>
<entry><title>Tập huấn chuyển đổi số</title><id>urn:uuid:7</id><link rel="self" href="/nguon.xml"/>
<link rel="alternate" href="/tin/tap-huan.html"/><published>2026-11-20T07:00:00+07:00</published>
<updated>2026-11-21T07:00:00+07:00</updated><summary>Sở tổ chức tập huấn.</summary></entry></feed>"""
RDF = """<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="/"><title>Bộ</title><link>/</link><description>Tin</description></channel>
<item rdf:about="/tin/tap-huan.html"><title>Tập huấn chuyển đổi số</title><link>/tin/tap-huan.html</link>
<description>Sở tổ chức tập huấn.</description><dc:date>2026-11-20T00:00:00Z</dc:date></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Khoa",
        "items": [
            {
                "id": 7,
                "url": "/tin/tap-huan.html",
                "title": "Tập huấn chuyển đổi số",
                "content_html": "<p>Sở tổ chức tập huấn.</p>",
                "date_published": "2026-11-20T07:00:00+07:00",
            }
        ],
    }
)


@pytest.mark.parametrize("body", [RSS_2, ATOM, RDF, JSON], ids=["rss", "atom", "rdf", "json"])
def test_every_kind_of_feed_ends_as_the_same_plain_item(desk: Desk, portal: Portal, body: str) -> None:
    portal.publishes("/feed", body)

    assert desk.takes(desk.source("so", "/feed", is_directive_source=True)) == 0

    (item,) = desk.items()
    assert item == UpstreamItem(
        id=item.id,
        source_id="so",
        title="Tập huấn chuyển đổi số",
        link=portal.address("/tin/tap-huan.html"),
        published_at=datetime(2026, 11, 20, 7, 0, tzinfo=VIETNAM_TIME),
        first_seen_at=NOW,
        summary="Sở tổ chức tập huấn.",
        is_directive=True,
        guid=item.guid,
    )
    assert desk.health("so").last_success_at == NOW


def test_a_source_that_goes_down_keeps_its_items_and_the_others_move_on(desk: Desk, portal: Portal) -> None:
    so, phuong = desk.source("so"), desk.source("phuong")
    portal.publishes("/so", rss("Tin của Sở"))
    portal.publishes("/phuong", rss("Tin của phường"))
    desk.takes(so, phuong)
    portal.behaves("/so", answers(b"", status=500))
    portal.publishes("/phuong", rss("Tin mới của phường", "Tin của phường"))

    assert desk.takes(so, phuong, hours=12) == 0

    assert desk.titles("so") == ["Tin của Sở"]
    assert "Tin mới của phường" in desk.titles("phuong")
    assert desk.health("so").last_success_at == NOW
    assert desk.health("so").failures_in_a_row == 1
    assert "Nguồn so: Máy chủ của nguồn đang lỗi (mã 500). Giữ nguyên 1 tin cũ." in desk.told


def test_strict_makes_a_failing_source_an_error(desk: Desk, portal: Portal) -> None:
    portal.publishes("/tot", rss("Tin"))

    assert desk.takes(desk.source("tot"), strict=True) == 0
    assert desk.takes(desk.source("tot"), desk.source("khong-co"), strict=True) == 1
    assert desk.takes(desk.source("tot"), desk.source("khong-co")) == 0


def test_a_source_that_comes_back_is_healthy_again(desk: Desk, portal: Portal) -> None:
    portal.publishes("/so", rss("Tin"))
    portal.goes_down()
    desk.takes(desk.source("so"))
    portal.comes_back()

    desk.takes(desk.source("so"), hours=1)

    health = desk.health("so")
    assert (health.failures_in_a_row, health.fault, health.message_vi) == (0, None, None)
    assert desk.titles() == ["Tin"]


def test_progress_is_one_line_for_each_source(desk: Desk, portal: Portal) -> None:
    portal.publishes("/a", rss("Một", "Hai"))

    desk.takes(desk.source("a"), desk.source("b"))

    assert desk.told[0] == "Hỏi 2 nguồn tin …"
    assert sorted(desk.told[1:]) == [
        "Nguồn a: 2 tin mới, đang giữ 2 tin.",
        "Nguồn b: Địa chỉ này không còn (mã 404).",
    ]


def test_an_unchanged_feed_is_asked_for_by_its_etag_and_not_sent_again(desk: Desk, portal: Portal) -> None:
    portal.behaves("/so", revalidates(rss("Tin").encode(), '"v1"'))
    desk.takes(desk.source("so"))

    desk.takes(desk.source("so"), hours=9)

    assert portal.requests[-1][1]["if-none-match"] == '"v1"'
    assert desk.told[-1] == "Nguồn so: không có gì mới, giữ 1 tin."
    assert desk.titles() == ["Tin"]


def test_changed_settings_fetch_the_feed_afresh(desk: Desk, portal: Portal) -> None:
    """Otherwise «nothing changed» would hide what the old words had kept out."""
    portal.behaves("/so", revalidates(rss("Tuyển sinh", "Thể thao").encode(), '"v1"'))
    desk.takes(desk.source("so", include_words=("tuyển sinh",)))
    assert desk.titles() == ["Tuyển sinh"]

    desk.takes(desk.source("so"), hours=9)

    assert desk.titles() == ["Tuyển sinh", "Thể thao"]


def test_a_lost_register_is_fetched_afresh_although_the_source_did_not_change(desk: Desk, portal: Portal) -> None:
    portal.behaves("/so", revalidates(rss("Tin").encode(), '"v1"'))
    desk.takes(desk.source("so"))
    snapshot.items_path(desk.content, "so").unlink()

    desk.takes(desk.source("so"), hours=9)

    assert desk.titles() == ["Tin"]


def test_sources_outside_their_validity_are_not_asked(desk: Desk, portal: Portal) -> None:
    desk.takes(desk.source("phong", valid_to=date(2025, 6, 30)), desk.source("moi", valid_from=date(2027, 1, 1)))

    assert portal.requests == []
    assert desk.told == ["Chưa theo dõi nguồn tin nào: xem tệp nguon-tin.yml."]


def test_after_three_failures_a_source_is_asked_less_often(desk: Desk, portal: Portal) -> None:
    for hours in (0, 0.1, 0.2):
        desk.takes(desk.source("so"), hours=hours)
    asked = len(portal.requests)

    desk.takes(desk.source("so"), hours=0.3)
    assert len(portal.requests) == asked
    assert desk.told[0] == "Nguồn so: tạm nghỉ đến 08:42 ngày 22/11/2026 sau 3 lần hỏi không được."

    desk.takes(desk.source("so"), hours=2)
    assert len(portal.requests) == asked + 1


def test_a_corrected_address_is_asked_at_once(desk: Desk, portal: Portal) -> None:
    for hours in (0, 0.1, 0.2):
        desk.takes(desk.source("so", "/sai"), hours=hours)
    portal.publishes("/dung", rss("Tin"))

    desk.takes(desk.source("so", "/dung"), hours=0.3)

    assert desk.titles() == ["Tin"]


def test_a_permanent_move_is_followed_and_told(desk: Desk, portal: Portal) -> None:
    portal.behaves("/cu", redirects("/moi", 301))
    portal.publishes("/moi", rss("Tin"))

    desk.takes(desk.source("so", "/cu"))

    assert desk.titles() == ["Tin"]
    health = desk.health("so")
    assert (health.warning, health.message_vi) == ("moved", f"Nguồn đã chuyển hẳn sang «{portal.address('/moi')}».")


def test_code_in_a_title_or_link_is_taken_out_and_told_until_the_source_is_clean(desk: Desk, portal: Portal) -> None:
    hostile = rss("Tin &lt;script&gt;alert(1)&lt;/script&gt;lành", "Tin thường")
    portal.behaves("/so", revalidates(hostile.encode(), '"v1"'))
    desk.takes(desk.source("so"))
    desk.takes(desk.source("so"), hours=9)  # 304: what was said of the last answer still holds

    health = desk.health("so")
    assert desk.titles() == ["Tin lành", "Tin thường"]
    assert (health.fault, health.warning) == (None, "hostile_items")
    assert health.message_vi == "Bản tin có 1 mục chứa mã lạ; máy đã bỏ mã ấy, trang của trường vẫn an toàn."

    portal.publishes("/so", rss("Tin lành", "Tin thường"))
    desk.takes(desk.source("so"), hours=18)
    assert (desk.health("so").warning, desk.health("so").message_vi) == (None, None)


def test_when_nothing_answers_our_own_network_is_named(desk: Desk, portal: Portal) -> None:
    portal.close()

    desk.takes(desk.source("a"), desk.source("b"))

    assert desk.told[-1] == "Không nguồn nào trả lời: xem lại đường mạng của máy này trước."


def test_a_second_run_at_the_same_time_does_nothing(desk: Desk, portal: Portal) -> None:
    portal.publishes("/so", rss("Tin"))
    with snapshot.locked(desk.content):
        assert desk.takes(desk.source("so")) == 0

    assert desk.told == ["Một lần lấy tin khác đang chạy; lần này không làm gì."]
    assert portal.requests == []
    desk.takes(desk.source("so"))
    assert desk.titles() == ["Tin"]


def test_a_damaged_file_of_the_register_stops_only_its_own_source(desk: Desk, portal: Portal) -> None:
    portal.publishes("/a", rss("Tin a"))
    portal.publishes("/b", rss("Tin b"))
    desk.takes(desk.source("a"), desk.source("b"))
    path = snapshot.items_path(desk.content, "a")
    path.write_text("<<<<<<< HEAD", encoding="utf-8")
    portal.publishes("/b", rss("Tin b mới"))

    assert desk.takes(desk.source("a"), desk.source("b"), hours=9) == 0

    assert path.read_text(encoding="utf-8") == "<<<<<<< HEAD"
    assert "Tệp «so-ghi/nguon-tin/a.json» bị hỏng" in desk.told[0]
    assert "Tin b mới" in [item.title for item in snapshot.read_items(desk.content, "b")]


def test_two_runs_without_news_leave_the_items_byte_for_byte(desk: Desk, portal: Portal) -> None:
    portal.publishes("/so", rss("Một", "Hai", "Ba"))
    desk.takes(desk.source("so"))
    before = snapshot.items_path(desk.content, "so").read_bytes()

    desk.takes(desk.source("so"), hours=9)

    assert snapshot.items_path(desk.content, "so").read_bytes() == before
