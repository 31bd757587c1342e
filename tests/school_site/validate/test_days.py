"""A day that cannot be read is answered with the days it may have been, and never with one made up."""

from __future__ import annotations

import pytest

from school_site.validate.days import reason, remedy


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("31/9/2026", "30/9/2026 hay 1/10/2026?"),
        ("2026-09-31", "30/9/2026 hay 1/10/2026?"),
        ("29/2/2026", "28/2/2026 hay 1/3/2026?"),
        ("11/16/2026", "issued_on: 16/11/2026"),
    ],
)
def test_the_days_that_were_probably_meant_are_asked_about(written: str, asked: str) -> None:
    assert asked in remedy(written, "issued_on")
    assert "5/9/2026" not in remedy(written, "issued_on")


@pytest.mark.parametrize("written", ["hôm qua", "0/5/2026", "40/5/2026", "31/9/0000", "13/13/2026", "99/99/99"])
def test_where_nothing_can_be_meant_the_form_is_shown(written: str) -> None:
    assert remedy(written, "issued_on").endswith("Viết ngày trước tháng, ví dụ  issued_on: 5/9/2026")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31/9/2026", "nhưng tháng 9 chỉ có 30 ngày"),
        ("32/9/2026", "nhưng không có ngày 32"),
        ("1/13/2026", "nhưng không có tháng 13"),
        ("hôm qua", "chưa đúng dạng ngày"),
    ],
)
def test_the_reason_is_named(written: str, why: str) -> None:
    assert reason(written) == why
