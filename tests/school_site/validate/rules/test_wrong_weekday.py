"""BV-021: a weekday and a date that stand together fall on one day; ordinals, stretches and quotations are let be."""

from __future__ import annotations

import pytest

from school_site.findings import Severity
from school_site.validate.rules import wrong_weekday

from .contents import findings

PATH = "tin-tuc/2026-11-20-hop.md"


def news(body: str, *, summary: str = "Họp cha mẹ học sinh giữa kỳ") -> dict[str, str]:
    head = f"title: Họp\npublished_on: 2026-11-20\nsummary: {summary}\ntopic: school_life\n"
    return {PATH: f"---\n{head}---\n\n{body}\n"}


@pytest.mark.parametrize(
    "said",
    [
        "Họp vào thứ Sáu, ngày 28/11/2026.",
        "Họp **thứ Sáu** 28/11/2026, 7 giờ 30.",
        "Họp Thứ 6 28-11-2026.",
        "Họp sáng thứ sáu ngày 28 tháng 11 năm 2026.",
        "Họp ngày 28/11/2026 (thứ Sáu).",
        "Họp sáng Chủ nhật 28/11.",
        "Nghỉ từ thứ Sáu 28/11/2026 đến hết Chủ nhật 29/11/2026.",
    ],
)
def test_a_weekday_beside_a_date_of_another_day_is_told(said: str) -> None:
    found = findings(wrong_weekday, news(said))

    assert [(one.code, one.severity, one.where.path, one.where.line) for one in found] == [
        ("BV-021", Severity.warning, PATH, 8)
    ]
    assert found[0].message.startswith("Ngày 28/11/2026 là thứ Bảy, nhưng ở đây ghi «")
    assert "thứ Bảy, ngày 28/11/2026, hay " in found[0].fix


def test_the_remedy_names_the_nearest_day_of_that_name() -> None:
    (found,) = findings(wrong_weekday, news("Họp vào thứ Hai, ngày 28/11/2026."))

    assert found.fix.endswith("thứ Bảy, ngày 28/11/2026, hay thứ Hai, ngày 30/11/2026?")


def test_values_are_looked_at_like_bodies() -> None:
    (found,) = findings(wrong_weekday, news("Nội dung.", summary="Họp sáng thứ Sáu 28/11/2026"))

    assert (found.where.line, found.where.column) == (4, 10)


@pytest.mark.parametrize(
    "said",
    [
        "Họp vào thứ Bảy, ngày 28/11/2026.",
        "Họp Chủ nhật 29/11.",
        "Đại hội lần thứ Tư, ngày 20/10/2026.",
        "Trẻ tiêm mũi thứ hai 12/10/2026.",
        "Học thứ Hai – thứ Sáu (24/11 – 27/11/2026).",
        "Học từ thứ Hai đến thứ Sáu, 23–27/11/2026.",
        "Học thứ Ba 23/11 đến 27/11/2026.",
        "Thông báo cũ ghi “thứ Sáu, ngày 28/11/2026”, nay sửa lại.",
        "> Họp thứ Sáu, ngày 28/11/2026.",
        "Họp chiều thứ Tư 7.30.",
        "Họp thứ Sáu 31/9/2026.",
        "Hai sáng thứ Bảy 8/3 học sinh lớp 9 đã đến giúp.",
        "Họp chiều thứ Sáu\n28/11/2026 nghỉ.",
    ],
)
def test_what_is_right_or_may_be_meant_otherwise_is_let_be(said: str) -> None:
    assert findings(wrong_weekday, news(said)) == []
