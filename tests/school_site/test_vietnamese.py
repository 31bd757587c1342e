"""Vietnamese text, dates and numbers: known pairs, and what must hold of any text, day or number."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta

import pytest
from folding import FOLDED
from hypothesis import given
from hypothesis import strategies as st

from school_site import vietnamese as vi

TEXTS = st.text(max_size=60)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_letters_lose_their_marks(text: str, folded: str) -> None:
    assert vi.fold(text) == folded
    assert vi.fold(unicodedata.normalize("NFD", text)) == folded


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert vi.fold(vi.fold(text)) == vi.fold(text)


@given(TEXTS)
def test_text_in_one_piece_stays_so(text: str) -> None:
    assert vi.nfc(vi.nfc(text)) == vi.nfc(text) == vi.nfc(unicodedata.normalize("NFD", text))


@given(TEXTS)
def test_a_slug_is_fit_for_an_address(text: str) -> None:
    slug = vi.slug(text)

    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-") and not slug.endswith("-") and "--" not in slug
    assert vi.slug(slug) == slug


@pytest.mark.parametrize(
    ("word", "choices", "nearest"),
    [
        ("bao cao", ["báo cáo", "kế hoạch"], "báo cáo"),
        ("abtract", ["abstract", "attachments"], "abstract"),
        ("vanban", ["van-ban", "bieu-mau"], "van-ban"),
        ("xyz", ["van-ban"], None),
        ("a", [], None),
    ],
)
def test_the_nearest_word_is_found_without_its_marks(word: str, choices: list[str], nearest: str | None) -> None:
    assert vi.nearest(word, choices) == nearest


@given(DAYS)
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert vi.read_day(vi.day(day)) == day
    assert vi.read_day(day.isoformat()) == day
    assert vi.read_day(f"  {day:%d}-{day:%m}-{day.year} ") == day


@pytest.mark.parametrize(
    "text", ["31/09/2026", "29/2/2026", "2026-13-01", "0/1/2026", "1/1/26", "hôm nay", "", "5/9/2026 7h"]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert vi.read_day(text) is None


@given(TEXTS)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    vi.read_day(text)
    vi.read_number(text)
    vi.week_days(text)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_whole_number_is_read_as_it_is_written(value: int) -> None:
    assert vi.read_number(vi.number(value)) == value


@given(st.integers(min_value=-(10**8), max_value=10**8))
def test_hundredths_survive_writing_and_reading(hundredths: int) -> None:
    assert vi.read_number(vi.number(hundredths / 100)) == hundredths / 100


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", 1234.5),
        ("1234.5", 1234.5),
        ("1.234", 1234),
        ("0,5 %", 0.5),
        ("98,7%", 98.7),
        ("-12", -12),
        ("1.23", 1.23),
        ("12.345.678", 12345678),
        ("một", None),
        ("1,234.5", None),
        ("1.2.3", None),
        ("", None),
        ("12 lớp", None),
    ],
)
def test_numbers_are_read_as_people_here_write_them(text: str, value: float | None) -> None:
    assert vi.read_number(text) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234.5, "1.234,5"), (0, "0"), (1000, "1.000"), (99.99, "99,99"), (-1234567, "-1.234.567"), (2.10, "2,1")],
)
def test_numbers_are_written_as_people_here_read_them(value: float, text: str) -> None:
    assert vi.number(value) == text


@given(DAYS)
def test_a_day_lies_in_its_week(day: date) -> None:
    span = vi.week_days(vi.week_of(day))

    assert span is not None
    assert span[0] <= day <= span[1] and span[0].weekday() == 0 and span[1] - span[0] == timedelta(days=6)


@pytest.mark.parametrize("week", ["2025-W53", "2026-W00", "2026-W54", "2026W47", "2026-W4"])
def test_a_week_that_is_none_has_no_days(week: str) -> None:
    assert vi.week_days(week) is None


@given(DAYS)
def test_a_school_year_begins_in_september(day: date) -> None:
    start, end = map(int, vi.school_year_of(day).split("-"))

    assert end == start + 1
    assert date(start, 9, 1) <= day <= date(end, 8, 31)


def test_days_and_moments_are_said_as_people_say_them() -> None:
    assert vi.long_day(date(2026, 11, 16)) == "Thứ Hai, 16/11/2026"
    assert vi.long_day(date(2026, 11, 22)) == "Chủ nhật, 22/11/2026"
    assert vi.moment(datetime(2026, 11, 16, 7, 5)) == "7:05 ngày 16/11/2026"


@pytest.mark.parametrize(
    ("size", "text"), [(0, "1 KB"), (999, "1 KB"), (245_400, "245 KB"), (1_234_567, "1,2 MB"), (20_000_000, "20 MB")]
)
def test_sizes_are_short(size: int, text: str) -> None:
    assert vi.file_size(size) == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")]
)
def test_a_list_reads_like_a_sentence(words: list[str], text: str) -> None:
    assert vi.joined(words) == text
