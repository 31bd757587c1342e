"""A timetable out of the grids that scheduling programs export, in the shapes they come in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from school_site.pasted.table import read_tables
from school_site.pasted.timetable import Grid, read_timetable
from school_site.pasted.timetable_file import term_of

from .papers import text, word, workbook

HEAD = ("Thứ", "Tiết", "6A1", "6A2")


def read(data: bytes, name: str = "tkb.txt") -> Grid:
    return read_timetable(read_tables(data, name))


def grid(first: str, second: str) -> Grid:
    """One morning of one class with two lessons."""
    return read(text([HEAD[:3], ("2", "1", first), ("", "2", second)]))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Toán - Vinh", "Toán-Tin - Bảo"),
        ("Toán (Vinh)", "Toán-Tin (Bảo)"),
        ("Toán – Vinh", "Toán-Tin – Bảo"),
    ],
)
def test_the_mark_between_subject_and_teacher_is_seen_from_the_whole_table(first: str, second: str) -> None:
    assert grid(first, second).half("6A1", "morning") == {0: ["Toán – Vinh", "Toán-Tin – Bảo"]}


def test_a_bare_hyphen_parts_them_where_most_cells_have_one() -> None:
    assert grid("TOÁN-Vinh", "VĂN-Anh").half("6A1", "morning") == {0: ["TOÁN – Vinh", "VĂN – Anh"]}


@pytest.mark.parametrize("made", [word, workbook])
def test_two_lines_of_a_cell_are_subject_and_teacher(made: Callable[..., bytes]) -> None:
    found = read(made([HEAD[:3], ("Hai", "1", "Toán\nVinh"), ("", "2", "Tự học")]), "tkb")

    assert found.half("6A1", "morning") == {0: ["Toán – Vinh", "Tự học"]}


def test_without_teachers_a_cell_is_a_subject() -> None:
    assert grid("Toán", "Lịch sử và Địa lí").half("6A1", "morning") == {0: ["Toán", "Lịch sử và Địa lí"]}


def test_days_merged_over_their_periods_and_a_free_period_between() -> None:
    rows = [["THỜI KHÓA BIỂU"], [], [*HEAD], [2, 1, "Toán - V", "Văn - A"], [None, 2, None, "Toán - V"],
            [None, 3, "Văn - A", None], [3, 1, "Sử - N", None]]  # fmt: skip

    found = read(workbook(rows, merge=["A4:A6"]), "tkb.xlsx")

    assert found.remarks == []
    assert found.half("6A1", "morning") == {0: ["Toán – V", "-", "Văn – A"], 1: ["Sử – N"]}
    assert found.half("6A2", "morning") == {0: ["Văn – A", "Toán – V"]}


@pytest.mark.parametrize(
    "rows",
    [
        [("Thứ", "Tiết", "6A1"), ("2", "1", "A"), ("", "2", "B"), ("", "1", "C")],
        [("Thứ", "Tiết", "6A1"), ("2", "1", "A"), ("", "2", "B"), ("", "6", "C")],
        [("Thứ", "Buổi", "Tiết", "6A1"), ("2", "Sáng", "1", "A"), ("", "", "2", "B"), ("", "Chiều", "1", "C")],
    ],
    ids=["counted anew", "counted on", "named"],
)
def test_the_afternoon_is_seen_however_periods_are_counted(rows: list[tuple[str, ...]]) -> None:
    found = read(text(rows))

    assert (found.half("6A1", "morning"), found.half("6A1", "afternoon")) == ({0: ["A", "B"]}, {0: ["C"]})


def test_a_sheet_for_the_morning_and_one_for_the_afternoon() -> None:
    found = read(workbook([], Sáng=[[*HEAD], [2, 1, "A", "B"]], Chiều=[[*HEAD], [2, 1, "C", "D"]]), "tkb.xlsx")

    assert (found.half("6A2", "morning"), found.half("6A2", "afternoon")) == ({0: ["B"]}, {0: ["D"]})


def test_subjects_and_teachers_in_columns_of_their_own_under_one_class() -> None:
    rows = [["Thứ", "Tiết", "6A1", None, "6A2", None], [None, None, "Môn", "GV", "Môn", "GV"],
            [2, 1, "Toán", "Vinh", "Văn", "Anh"]]  # fmt: skip

    found = read(workbook(rows, merge=["C1:D1", "E1:F1"]), "tkb.xlsx")

    assert found.half("6A1", "morning") == {0: ["Toán – Vinh"]}
    assert found.half("6A2", "morning") == {0: ["Văn – Anh"]}


def test_home_room_teachers_in_the_heading_or_in_a_row() -> None:
    rows = [("Thứ", "Tiết", "Lớp 6A1 (Cô Trúc)", "6A2"), ("GVCN", "", "", "Thầy Quân"), ("2", "1", "A", "B")]

    assert read(text(rows)).classes == {"6A1": "Cô Trúc", "6A2": "Thầy Quân"}


@pytest.mark.parametrize(
    ("rows", "row", "sentence"),
    [
        ([("2", "1", "A", ""), ("", "1", "B", ""), ("", "3", "C", "")], 4, "Số tiết nhảy từ 1 sang 3."),
        ([("2", "", "A", "")], 2, "Máy không hiểu dòng này là thứ mấy, tiết mấy"),
        ([("", "1", "A", "")], 2, "Máy không hiểu dòng này là thứ mấy, tiết mấy"),
        ([("CN", "1", "A", "")], 2, "Chủ nhật không có tiết học."),
        ([("2", "1", "A", "B"), ("3", "1", "A", "B"), ("2", "1", "C", "D")], 4, "hai môn cùng lúc"),
    ],
)
def test_what_fits_nowhere_is_told_with_its_row(rows: list[tuple[str, ...]], row: int, sentence: str) -> None:
    (remark,) = read(text([HEAD, *rows])).remarks

    assert remark.row == row and sentence in remark.sentence


def test_a_table_that_is_no_grid_is_told_the_shape_to_export() -> None:
    (remark,) = read(text([("Lớp", "Sĩ số"), ("6A1", "45")])).remarks

    assert "Không thấy dòng tên cột" in remark.sentence


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Học kỳ II năm học 2026-2027", ("2026-2027", 2)), ("HK1 2025 – 2026", ("2025-2026", 1)), ("", ("2026-2027", 1))],
)
def test_the_term_is_read_over_the_grid(title: str, expected: tuple[str, int]) -> None:
    assert term_of(Grid(title=title), date(2026, 11, 22)) == expected
