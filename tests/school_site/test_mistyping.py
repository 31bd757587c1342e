"""A name is offered for another only where a finger slipped; siblings are never offered for one another."""

from __future__ import annotations

import pytest

from school_site.mistyping import meant, original

THERE = (
    "bieu-mau/don-xin-nghi-hoc.md",
    "bieu-mau/don-xin-phuc-khao.md",
    "gioi-thieu/dinh-huong.md",
    "lich-cong-tac/2026-W41.yml",
    "lich-cong-tac/2026-W49.yml",
    "thuc-don/2026-W47.yml",
    "thong-bao/2026-11-18-hop-cha-me-hoc-sinh.md",
    "van-ban/2026-112-gm-thcshp.md",
    "van-ban/2026-113-gm-thcshp.md",
    "cong-khai/2025-2026/pt-doi-ngu.md",
    "hinh/lop-6a.jpg",
)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("bieu-mau/don-xin-nghi-hocc.md", 0),
        ("bieu-mau/don-xin-ngih-hoc.md", 0),
        ("bieu-mau/don_xin_nghi_hoc.md", 0),
        ("bieu-mau/Đơn xin nghỉ học.md", 0),
        ("bieu-mau/don-xin-nghi-hoc", 0),
        ("bieumau/don-xin-nghi-hoc.md", 0),
        ("thong-bao/hop-cha-me-hoc-sinh.md", 6),
        ("tin-tuc/2026-11-18-hop-cha-me-hoc-sinh.md", 6),
        ("van-ban/2026-112-gm-thcsph.md", 7),
        ("van-ban/2026-112-gm-thcshb.md", 7),
    ],
)
def test_a_slip_has_one_reading(typed: str, path: int) -> None:
    assert meant(typed, THERE) == THERE[path]


@pytest.mark.parametrize(
    "typed",
    [
        "bieu-mau/don-xin-chuyen-truong.md",
        "bieu-mau/don-nghi-hoc.md",
        "gioi-thieu/lich-su.md",
        "lich-cong-tac/2026-W48.yml",
        "lich-cong-tac/2026-W47.yml",
        "van-ban/2026-114-gm-thcshp.md",
        "van-ban/2026-112-kh-thcshp.md",
        "cong-khai/2026-2027/pt-doi-ngu.md",
        "hinh/lop-6b.jpg",
    ],
)
def test_a_sibling_is_no_slip(typed: str) -> None:
    assert meant(typed, THERE) is None


def test_two_readings_are_none() -> None:
    assert meant("tep/thong-ke.odt", ["tep/thong-ke.pdf", "tep/thong-ke.xlsx"]) is None


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("bai-viet - Copy", "bai-viet"),
        ("bai-viet - Copy (2)", "bai-viet"),
        ("bai-viet (1)", "bai-viet"),
        ("bai-viet - Bản sao", "bai-viet"),
        ("Copy of bai-viet", "bai-viet"),
        ("bai-viet", None),
        ("hop-lop-6 2", None),
        ("(1)", None),
    ],
)
def test_the_original_of_a_copy_is_known_by_its_name(name: str, source: str | None) -> None:
    assert original(name) == source
