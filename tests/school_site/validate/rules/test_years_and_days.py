"""CK-047, CK-049, LT-040 … LT-042, VB-020, VB-046: years, months, days and hours that contradict each other."""

from __future__ import annotations

import pytest

from school_site.findings import Severity
from school_site.model import Asset
from school_site.validate.rules import (
    dates_out_of_order,
    double_booked,
    hours_out_of_order,
    last_years_file,
    not_yet_issued,
    other_year,
    wrong_month,
)

from .contents import codes, disclosure, document, findings

FACT = "facts:\n  - {label: Số lớp, value: 32 lớp}\n"


@pytest.mark.parametrize(
    ("year", "title", "is_found"),
    [
        ("2025-2026", "Đội ngũ năm học 2024-2025", True),
        ("2025-2026", "Đội ngũ năm học 2024 – 2025", True),
        ("2025-2026", "Đội ngũ năm học 2024-25", True),
        ("2025-2026", "Đội ngũ năm học 2025-2026", False),
        ("2025-2026", "Đội ngũ năm học 2025-2026, so với năm học 2024-2025", False),
        ("2025-2026", "Đội ngũ nhà giáo", False),
        ("2025", "Quyết toán năm 2024", True),
        ("2025", "Quyết toán năm 2025", False),
        ("2025", "Thu học phí năm học 2024-2025 trong năm 2025", False),
    ],
)
def test_a_title_speaks_of_the_year_it_is_about(year: str, title: str, is_found: bool) -> None:
    found = codes(other_year, disclosure(FACT, year=year, title=title))

    assert found == ([("CK-047", f"cong-khai/{year}/muc.md", 2)] if is_found else [])


def test_the_abstract_of_a_document_speaks_of_its_school_year() -> None:
    rest = "school_year: 2026-2027\n"
    assert len(codes(other_year, document("a", rest, abstract="Kế hoạch năm học 2025-2026"))) == 1
    assert codes(other_year, document("a", rest, abstract="Kế hoạch năm học 2026-2027")) == []


def _plan(name: str, title: str) -> dict[str, str]:
    period = "week" if "W" in name else "month"
    return {f"ke-hoach/{name}.md": f"---\ntitle: {title}\nperiod: {period}\nsummary: Việc chính\n---\nNội dung.\n"}


@pytest.mark.parametrize(
    ("name", "title", "is_found"),
    [
        ("2026-11", "Kế hoạch tháng 10/2026", True),
        ("2026-11", "Kế hoạch tháng 11 năm 2025", True),
        ("2026-11", "Kế hoạch tháng 11/2026", False),
        ("2026-11", "Kế hoạch công tác", False),
        ("2026-W49", "Kế hoạch tuần cuối tháng 11", False),
        ("2026-W49", "Kế hoạch tuần đầu tháng 10", True),
    ],
)
def test_a_plan_names_the_month_of_its_file(name: str, title: str, is_found: bool) -> None:
    assert [code for code, _, _ in codes(wrong_month, _plan(name, title))] == (["LT-040"] if is_found else [])


def _week(*entries: str) -> dict[str, str]:
    rows = "".join(f"  - {{day: 2026-11-16, {entry}}}\n" for entry in entries)
    return {"lich-cong-tac/2026-W47.yml": f"starts_on: 2026-11-16\nends_on: 2026-11-21\nentries:\n{rows}"}


@pytest.mark.parametrize(
    "second",
    [
        'starts_at: "08:30", ends_at: "10:00", topic: Họp B, chair: Nguyễn Thị Hạnh',
        'starts_at: "08:00", topic: Họp B, chair: cô Nguyễn Thị Hạnh',
        'starts_at: "07:00", ends_at: "08:10", topic: Họp B, chair: "thầy Tuấn, cô Nguyễn Thị Hạnh"',
    ],
)
def test_nobody_chairs_two_meetings_at_once(second: str) -> None:
    first = 'starts_at: "08:00", ends_at: "09:00", topic: Họp A, chair: Cô Nguyễn Thị Hạnh'
    (found,) = findings(double_booked, _week(first, second))

    assert (found.code, found.where.line, found.severity) == ("LT-041", 5, Severity.warning)


@pytest.mark.parametrize(
    "second",
    [
        'starts_at: "09:00", ends_at: "10:00", topic: Họp B, chair: Cô Nguyễn Thị Hạnh',
        'starts_at: "08:00", ends_at: "09:00", topic: Họp B, chair: Thầy Phạm Tuấn',
        'starts_at: "08:00", ends_at: "09:00", topic: Họp B',
        "topic: Họp B, chair: Cô Nguyễn Thị Hạnh",
    ],
)
def test_meetings_that_follow_each_other_or_have_other_chairs_are_left_alone(second: str) -> None:
    first = 'starts_at: "08:00", ends_at: "09:00", topic: Họp A, chair: Cô Nguyễn Thị Hạnh'
    assert codes(double_booked, _week(first, second)) == []


def test_form_teachers_sit_in_many_rooms_at_once() -> None:
    entry = 'starts_at: "08:00", topic: Họp {}, chair: Giáo viên chủ nhiệm'
    assert codes(double_booked, _week(entry.format("6A"), entry.format("6B"))) == []


def test_a_meeting_ends_after_it_begins() -> None:
    assert codes(hours_out_of_order, _week('starts_at: "14:00", ends_at: "03:30", topic: Họp')) == [
        ("LT-042", "lich-cong-tac/2026-W47.yml", 4)
    ]
    assert codes(hours_out_of_order, _week('starts_at: "14:00", ends_at: "15:30", topic: Họp')) == []


@pytest.mark.parametrize(
    ("rest", "severity"),
    [
        ("expires_on: 2026-09-04\n", Severity.error),
        ("published_on: 2026-09-04\n", Severity.error),
        ("effective_on: 2026-09-04\n", Severity.warning),
        ("effective_on: 2026-09-10\nexpires_on: 2026-09-08\n", Severity.error),
    ],
)
def test_the_days_of_a_document_have_an_order(rest: str, severity: Severity) -> None:
    """Issued on 5/9/2026; an internal rule may be dated back, so that is only doubted."""
    assert [found.severity for found in findings(dates_out_of_order, document("a", rest))] == [severity]


def test_days_in_order_are_left_alone() -> None:
    rest = "effective_on: 2026-09-05\nexpires_on: 2026-10-05\npublished_on: 2026-11-01\n"
    assert codes(dates_out_of_order, document("a", rest)) == []


def test_figures_are_drawn_up_before_they_are_published() -> None:
    assert len(codes(dates_out_of_order, disclosure(FACT + "figures_as_of: 2026-06-20\n"))) == 1
    assert codes(dates_out_of_order, disclosure(FACT + "figures_as_of: 2026-06-19\n")) == []


def test_a_resource_is_reviewed_before_it_is_published() -> None:
    head = "title: Ôn tập\nsubject: Toán\ngrade: '6'\nresource_type: revision\nsummary: Ôn\npublished_on: 2026-11-01\n"
    text = f"---\n{head}reviewed_by: Tổ Toán\nreviewed_on: {{}}\n---\nBài tập.\n"
    assert len(codes(dates_out_of_order, {"hoc-lieu/a.md": text.format("2026-11-02")})) == 1
    assert codes(dates_out_of_order, {"hoc-lieu/a.md": text.format("2026-11-01")}) == []


def test_what_was_done_was_not_done_tomorrow() -> None:
    assert codes(not_yet_issued, document("a", on="2026-11-23")) == [("VB-046", "van-ban/a.md", 6)]
    assert codes(not_yet_issued, document("a", on="2026-11-22")) == []
    assert len(codes(not_yet_issued, disclosure("declared_none_on: 2027-06-01\n"))) == 1


# --- last year's file ----------------------------------------------------------------------------------------


def _report(year: str, file: str, title: str) -> dict[str, str]:
    rest = f"attachments:\n  - file: {file}\n    title: {title}\n"
    return disclosure(rest, year=year, name="bao-cao")


def _files(**digests: str) -> tuple[Asset, ...]:
    return tuple(Asset(path=f"tep/{name}.pdf", size=9, digest=digest) for name, digest in digests.items())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("tep/a.pdf", "Báo cáo năm 2024"), ("tep/b.pdf", "Báo cáo năm 2025")),
        (("tep/a.pdf", "Báo cáo năm 2024"), ("tep/a.pdf", "Báo cáo năm 2025")),
        (("tep/a.pdf", "Toàn văn"), ("tep/b.pdf", "Toàn văn")),
    ],
)
def test_the_same_bytes_are_not_two_years(first: tuple[str, str], second: tuple[str, str]) -> None:
    files = {**_report("2024", *first), **_report("2025", *second)}

    assert codes(last_years_file, files, _files(a="same", b="same")) == [("CK-049", "cong-khai/2025/bao-cao.md", 7)]
    if first[0] != second[0]:
        assert codes(last_years_file, files, _files(a="one", b="other")) == []


def test_one_rule_book_may_serve_two_years() -> None:
    files = {**_report("2024", "tep/a.pdf", "Quy chế"), **_report("2025", "tep/a.pdf", "Quy chế")}
    assert codes(last_years_file, files, _files(a="same")) == []


def test_a_school_year_and_its_first_year_do_not_contradict() -> None:
    files = {
        **_report("2026", "tep/a.pdf", "Kế hoạch năm 2026"),
        **document("2026-12", "attachments:\n  - {file: tep/a.pdf, title: Kế hoạch năm học 2026-2027}\n"),
    }
    assert codes(last_years_file, files, _files(a="same")) == []
