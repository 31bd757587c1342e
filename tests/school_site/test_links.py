"""Where a link in content leads: the ways authors write one, and what is never followed."""

from __future__ import annotations

import pytest

from school_site.links import is_internal, resolve, target_of

ADDRESSES = {
    "van-ban/2026-92.md": "van-ban/2026/thcs/92-qd.html",
    "tin-tuc/bai.md": "tin-tuc/bai.html",
    "tep/đơn.pdf": "tep/đơn.pdf",
    "van-ban": "van-ban/index.html",
}


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../van-ban/2026-92.md", "/van-ban/2026/thcs/92-qd.html"),
        ("../van-ban/2026-92.md#dieu-3", "/van-ban/2026/thcs/92-qd.html#dieu-3"),
        ("bai.md", "/tin-tuc/bai.html"),
        ("./bai.md", "/tin-tuc/bai.html"),
        ("/van-ban/2026-92.md", "/van-ban/2026/thcs/92-qd.html"),
        ("{filename}/van-ban/2026-92.md", "/van-ban/2026/thcs/92-qd.html"),
        ("{filename}bai.md", "/tin-tuc/bai.html"),
        ("{static}/tep/đơn.pdf", "/tep/đơn.pdf"),
        ("{attach}../tep/đơn.pdf", "/tep/đơn.pdf"),
        ("|filename|/tin-tuc/bai.md", "/tin-tuc/bai.html"),
        ("../tep/%C4%91%C6%A1n.pdf", "/tep/đơn.pdf"),
        ("../tep/đơn.pdf", "/tep/đơn.pdf"),
        ("../van-ban/", "/van-ban/index.html"),
    ],
)
def test_every_way_of_writing_a_link_leads_to_the_same_page(link: str, target: str) -> None:
    assert resolve(link, "tin-tuc/tin-moi.md", ADDRESSES) == target


@pytest.mark.parametrize(
    "link", ["https://hcm.edu.vn", "mailto:a@hcm.edu.vn", "tel:028", "//cdn.example/x", "#muc", ""]
)
def test_what_leads_away_or_stays_here_is_left_as_it_is(link: str) -> None:
    assert not is_internal(link)
    assert resolve(link, "tin-tuc/tin-moi.md", ADDRESSES) == link


@pytest.mark.parametrize(
    "link", ["khong-co.md", "../../../etc/passwd", "/khong-co", "{filename}/khong-co.md", "../van-ban/2026-9.md"]
)
def test_what_leads_nowhere_is_none(link: str) -> None:
    assert resolve(link, "tin-tuc/tin-moi.md", ADDRESSES) is None


def test_letters_in_pieces_find_letters_in_one_piece() -> None:
    assert target_of("../tep/đơn.pdf", "tin-tuc/a.md") == "tep/đơn.pdf"
