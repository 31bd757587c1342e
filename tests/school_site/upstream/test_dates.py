"""Dates as portals in Vietnam write them."""

from __future__ import annotations

from datetime import datetime

import pytest

from school_site.upstream.dates import parse_date
from school_site.upstream_model import VIETNAM_TIME

AFTERNOON = """
    Thu, 28 May 2026 17:00:00 +0700
    Thu, 28 May 2026 10:00:00 GMT
    Thu, 28 May 2026 10:00:00 Z
    Mon, 28 May 2026 17:00:00 +0700
    28 May 2026 17:00 +0700
    28 May 26 10:00 GMT
    Thu, 28 May 2026 17:00:00 ICT
    Thu, 28 May 2026 17:00:00 GMT+7
    Thu, 28 May 2026 17:00:00 GMT+07:00
    Thu, 28 May 2026 17:00:00 (GMT+7)
    Thu, 28 May 2026 06:00:00 EDT
    Thursday, 28-May-26 10:00:00 GMT
    Thu May 28 17:00:00 2026
    Thu May 28 2026 17:00:00 GMT+0700 (Indochina Time)
    May 28, 2026 5:00 PM
    28/05/2026 17:00
    28/5/2026 17:00:00
    28-05-2026 17:00
    28.05.2026 17:00
    28/05/2026 5:00 CH
    28/05/2026 05:00:00 CH
    28/05/2026 5:00 PM
    28/05/2026 17:00 CH
    28/05/2026, 17:00
    28/05/2026 - 17:00
    28/05/2026 | 17:00
    28/05/2026 lúc 17:00
    28/05/2026 17h00
    28/05/2026 17 giờ
    28/05/2026 5 giờ chiều
    17:00 28/05/2026
    17:00, 28/05/2026
    17h00 ngày 28/05/2026
    17:00, Thứ Năm 28/05/2026
    Thứ Năm, 28/05/2026 17:00
    Thứ năm, ngày 28/05/2026, 17:00
    Thứ 5, 28/05/2026 17:00:00 GMT+7
    T5, 28/05/2026 17:00
    thu nam, 28/05/2026 17:00
    T5, 28 Th5 2026 17:00
    28 thg 5, 2026 17:00
    ngày 28 tháng 5 năm 2026 17:00
    Ngày 28 Tháng Năm năm 2026, 17 giờ 00
    2026-05-28T17:00:00+07:00
    2026-05-28T17:00:00+0700
    2026-05-28T17:00:00+07
    2026-05-28T10:00:00Z
    2026-05-28T10:00:00.123456Z
    2026-05-28T17:00:00
    2026-05-28T17:00
    2026-05-28 17:00:00
    2026-05-28 10:00:00 UTC
    2026/05/28 17:00
    20260528T170000
    2026-05-28 17:00 Asia/Ho_Chi_Minh
""".strip().splitlines()
MIDNIGHT = """
    28/05/2026
    28-05-2026
    Thứ Năm, 28/05/2026
    Thứ Năm - 28/05/2026
    28/05/2026 12:00 SA
    28/05/2026 00:00:00
    2026-05-28
    20260528
    2026-05-27T24:00:00
    2026-05-27T17:00:00Z
    Wed, 27 May 2026 17:00:00 GMT
    28 tháng 5, 2026
    28 Tháng Năm 2026
""".strip().splitlines()
UNREADABLE = """
    hôm nay
    3 giờ trước
    tháng 5/2026
    2026
    2026-05
    05/2026
    28/05
    28/05/26
    5/28/2026
    31/09/2026
    29/02/2026
    00/05/2026
    28/00/2026
    2026-13-01
    2026-02-30
    28/05/2026 25:00
    28/05/2026 10:60
    28/05/2026 24:01
    28/05/2026 17:00 XYZ
    Thu, 28 May 2026 17:00:00 +9900
    Thu, 32 May 2026 07:00:00 GMT
    Thu, 28 Mei 2026 07:00:00 GMT
    01/01/1970
    Thu, 01 Jan 1970 00:00:00 GMT
    0001-01-01T00:00:00
    0000-00-00 00:00:00
    28/05/2126
    1788763800
    1788763800000
    /Date(1788763800000)/
    28/05/2026 28/05/2026
    từ 28/05/2026 đến 30/05/2026
    Nov 2026
""".strip().splitlines()


@pytest.mark.parametrize("text", AFTERNOON)
def test_five_in_the_afternoon_is_read_in_every_form(text: str) -> None:
    assert parse_date(text) == datetime(2026, 5, 28, 17, 0, tzinfo=VIETNAM_TIME)


@pytest.mark.parametrize("text", MIDNIGHT)
def test_a_day_without_a_time_begins_at_midnight_here(text: str) -> None:
    assert parse_date(text) == datetime(2026, 5, 28, 0, 0, tzinfo=VIETNAM_TIME)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_read_for_certain_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", [None, "", " ", "1" * 10_000, "28/05/2026 " * 1000])
def test_nothing_and_far_too_much_are_no_date(text: str | None) -> None:
    assert parse_date(text) is None


def test_the_day_always_stands_before_the_month() -> None:
    moment = parse_date("05/09/2026")

    assert moment is not None
    assert (moment.day, moment.month) == (5, 9)


def test_a_date_is_given_in_vietnamese_time() -> None:
    moment = parse_date("Thu, 28 May 2026 23:30:00 GMT")

    assert moment is not None
    assert moment.isoformat() == "2026-05-29T06:30:00+07:00"


def test_letters_in_two_pieces_and_odd_spaces_are_read() -> None:
    assert parse_date("  Thu\u031b\u0301 Na\u0306m,\u00a028/05/2026\n") == datetime(2026, 5, 28, tzinfo=VIETNAM_TIME)
