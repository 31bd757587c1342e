"""When things fall due. «Trước ngày 30/6» is done by 29/6; working days know Tết."""

from __future__ import annotations

from datetime import date

import pytest

from school_site.completeness import Period
from school_site.law import Timing
from school_site.validate.timing import (
    STANDING,
    add_working_days,
    due_on,
    fiscal_year,
    is_working_day,
    month,
    next_period,
    school_year,
    term_of,
    week,
)

NOTHING_KNOWN: dict[tuple[str, str], date] = {}


@pytest.mark.parametrize(
    ("timing", "period", "expected"),
    [
        (Timing(kind="yearly", before="06-30", year="end"), school_year(2025), date(2026, 6, 29)),
        (Timing(kind="yearly", before="06-30", year="start"), school_year(2026), date(2026, 6, 29)),
        (Timing(kind="yearly", before="06-30", year="next"), fiscal_year(2025), date(2026, 6, 29)),
        (Timing(kind="yearly", before="01-01", year="start"), fiscal_year(2026), date(2025, 12, 31)),
        (Timing(kind="monthly_before_day", day=25), month(date(2026, 11, 3)), date(2026, 10, 24)),
        (Timing(kind="monthly_before_day", day=25), month(date(2027, 1, 3)), date(2026, 12, 24)),
        (Timing(kind="weekly_before", weekday="saturday"), week(date(2026, 11, 22)), date(2026, 11, 13)),
        (Timing(kind="weekly_before", weekday="monday"), week(date(2026, 11, 22)), date(2026, 11, 8)),
        (Timing(kind="after_period", days=10), term_of(2026, "quarter-1"), date(2026, 4, 10)),
        (Timing(kind="after_period", days=15), term_of(2026, "half-year"), date(2026, 7, 15)),
        (
            Timing(kind="after_period", days=10, year_presumed="06-30"),
            term_of(2026, "year"),
            date(2027, 6, 29),
        ),
        (
            Timing(kind="after_event", event="x", days=30, presumed="12-31", year="previous"),
            fiscal_year(2026),
            date(2026, 1, 30),
        ),
        (
            Timing(kind="before_event", event="x", latest="06-30", year="start"),
            school_year(2026),
            date(2026, 6, 29),
        ),
    ],
)
def test_each_kind_of_timing_gives_its_last_lawful_day(timing: Timing, period: Period, expected: date) -> None:
    assert due_on(timing, period, NOTHING_KNOWN) == expected


@pytest.mark.parametrize(
    "timing",
    [
        Timing(kind="standing"),
        Timing(kind="on_change", working_days=10),
        Timing(kind="after_event", event="x", days=30),
        Timing(kind="before_event", event="x", working_days=15),
    ],
)
def test_what_no_calendar_can_know_has_no_due_day(timing: Timing) -> None:
    assert due_on(timing, STANDING, NOTHING_KNOWN) is None


def test_a_known_enrolment_day_comes_before_the_yearly_date() -> None:
    timing = Timing(kind="before_event", event="enrolment", latest="06-30", year="start")

    due = due_on(timing, school_year(2026), {("enrolment", "2026-2027"): date(2026, 6, 1)})

    assert due == date(2026, 5, 31)


def test_an_enrolment_after_the_yearly_date_wins_no_time() -> None:
    timing = Timing(kind="before_event", event="enrolment", latest="06-30", year="start")

    due = due_on(timing, school_year(2026), {("enrolment", "2026-2027"): date(2026, 7, 15)})

    assert due == date(2026, 6, 29)


def test_a_known_event_is_counted_in_working_days_where_the_text_says_so() -> None:
    timing = Timing(kind="after_event", event="transfer", working_days=14)

    due = due_on(timing, fiscal_year(2026), {("transfer", "2026"): date(2026, 11, 2)})

    assert due == date(2026, 11, 20)


def test_working_days_before_an_event_are_counted_backwards() -> None:
    timing = Timing(kind="before_event", event="use", working_days=15)

    due = due_on(timing, fiscal_year(2026), {("use", "2026"): date(2026, 11, 23)})

    assert due == date(2026, 11, 1)


def test_ten_working_days_over_tet_skip_the_lunar_holidays() -> None:
    """In 2027 the first day of Tết is 6 February."""
    assert not is_working_day(date(2027, 2, 8))

    without_holidays = date(2027, 2, 15)
    assert add_working_days(date(2027, 2, 1), 10) > without_holidays


def test_national_day_is_not_a_working_day() -> None:
    assert not is_working_day(date(2026, 9, 2))
    assert is_working_day(date(2026, 9, 7))


@pytest.mark.parametrize(
    ("period", "label", "starts_on", "ends_on"),
    [
        (school_year(2026), "năm học 2026-2027", date(2026, 9, 1), date(2027, 8, 31)),
        (fiscal_year(2026), "năm 2026", date(2026, 1, 1), date(2026, 12, 31)),
        (term_of(2026, "nine-months"), "9 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 9, 30)),
        (term_of(2026, "quarter-4"), "quý IV năm 2026", date(2026, 10, 1), date(2026, 12, 31)),
        (month(date(2026, 12, 9)), "tháng 12 năm 2026", date(2026, 12, 1), date(2026, 12, 31)),
        (
            week(date(2026, 11, 22)),
            "tuần từ 16/11/2026 đến 22/11/2026",
            date(2026, 11, 16),
            date(2026, 11, 22),
        ),
    ],
)
def test_a_period_says_its_name_and_its_days(period: Period, label: str, starts_on: date, ends_on: date) -> None:
    assert (period.label, period.starts_on, period.ends_on) == (label, starts_on, ends_on)


def test_the_week_after_the_last_of_a_year_belongs_to_the_next() -> None:
    assert next_period(week(date(2026, 12, 31))).key == "2027-W01"


def test_the_month_after_december_is_january() -> None:
    assert next_period(month(date(2026, 12, 9))).key == "2027-01"
