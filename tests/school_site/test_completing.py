"""What a school leaves out of a table is filled in by its form; what it wrote stays where and as it was."""

from __future__ import annotations

from school_site.completing import completed
from school_site.fitting import fitted, read_pupils
from school_site.layouts import TableLayout, read_layout
from school_site.model import Table
from school_site.paths import SCHEMA


def form(item: str, table: str, year: str = "2026-2027") -> TableLayout:
    """A form as a lower secondary school of that year has it."""
    layout = read_layout(SCHEMA, item)
    assert layout is not None
    found = fitted(layout, school_levels=("lower_secondary",), year=year, pupils=read_pupils(SCHEMA)).table(table)
    assert found is not None
    return found


STAFF = form("pt-doi-ngu", "trinh-do")


def test_a_table_of_bare_rows_takes_its_headings_from_the_form() -> None:
    table = Table(id="trinh-do", rows=(("Cán bộ quản lý", "2", "1", "0", "0"), ("Giáo viên", "12", "52", "0", "0")))

    whole = completed(table, STAFF)

    assert (whole.title, whole.unit) == (STAFF.title, "người")
    assert whole.columns == ("Nhóm vị trí việc làm", "Thạc sĩ", "Đại học", "Cao đẳng", "Trung cấp", "Tổng số")
    assert [row[-1] for row in whole.rows] == ["3", "64"]
    assert whole.total == ("Tổng cộng", "14", "53", "0", "0", "67")
    assert (0, 5) in whole.computed and (2, 1) in whole.computed and (0, 1) not in whole.computed
    assert (whole.sum_into, whole.sum_columns) == ("Tổng số", ("Thạc sĩ", "Đại học", "Cao đẳng", "Trung cấp"))


def test_what_the_school_declared_stands_even_where_it_is_wrong() -> None:
    table = Table(
        id="trinh-do", columns=("Nhóm", "ThS", "ĐH", "CĐ", "TC", "Cộng"),
        rows=(("Giáo viên", "12", "52", "0", "0", "65"),), total=("Cộng", "12", "52", "0", "0", "65"),
    )  # fmt: skip

    whole = completed(table, STAFF)

    assert (whole.columns, whole.rows, whole.total) == (table.columns, table.rows, table.total)
    assert whole.computed == frozenset() and whole.sum_into == "Cộng"
    assert whole.column_ids == ("nhom", "thac-si", "dai-hoc", "cao-dang", "trung-cap", "tong")
    assert whole.row_ids == ("giao-vien",)


def test_new_columns_come_last_so_that_written_cells_keep_their_place() -> None:
    table = Table(
        id="chuan-nghe-nghiep", columns=("Nhóm", "Tốt", "Khá", "Đạt", "Chưa đạt"),
        rows=(("Cán bộ quản lý", "2", "1", "0", "0"), ("Giáo viên", "41", "20", "2", "1")),
    )  # fmt: skip

    whole = completed(table, form("pt-doi-ngu", "chuan-nghe-nghiep"))

    assert whole.columns[5:] == ("Tổng số", "Đạt chuẩn", "Tỷ lệ đạt chuẩn")
    assert whole.rows[1][5:] == ("64", "63", "98,4%")
    assert whole.total[5:] == ("67", "66", "98,5%"), "the share of the whole, not the sum of shares"


def test_a_benchmark_is_worked_out_and_a_reason_in_its_place_is_kept() -> None:
    rows = (
        ("Diện tích khu đất bình quân một học sinh", "m²/học sinh", "6,12", "10", "Tính thay bằng diện tích sàn"),
        ("Diện tích phòng học bình quân", "m²/học sinh", "1,63", "1,5", ""),
        ("Diện tích phòng nghỉ", "m²/học sinh", "1,1", "1,2", ""),
    )

    whole = completed(Table(id="dien-tich", rows=rows), form("pt-co-so-vat-chat", "dien-tich"))

    assert [row[4] for row in whole.rows] == ["Tính thay bằng diện tích sàn", "Đạt", "Chưa đạt"]
    assert whole.computed == {(1, 4), (2, 4)}


def test_a_column_of_words_has_no_total() -> None:
    table = Table(
        id="khoan-thu", columns=("Nguồn thu", "Số tiền"), rows=(("Ngân sách nhà nước", "900"), ("Học phí", "Miễn"))
    )

    assert completed(table, form("tinh-hinh-tai-chinh-nam-truoc", "thu-theo-nguon", "2025")).total == ()


def test_a_closing_row_among_the_rows_is_not_added_again() -> None:
    rows = (("Ngân sách nhà nước", "900"), ("Học phí", "100"), ("Tổng thu", "1.000"))

    whole = completed(Table(id="x", rows=rows), form("tinh-hinh-tai-chinh-nam-truoc", "thu-theo-nguon", "2025"))

    assert whole.total == () and whole.rows == rows


def test_rows_that_a_form_repeats_are_told_apart_by_their_order() -> None:
    names = ("3. Số phí, lệ phí nộp ngân sách nhà nước", "1. Số thu phí, lệ phí", "Lệ phí", "Phí", "Lệ phí", "Phí")
    table = Table(id="bieu-02", rows=tuple((name, "" if name[0] in "13" else "5") for name in names))

    whole = completed(table, form("nsnn17-du-toan", "bieu-02", "2024"))

    assert whole.row_ids == ("i-3", "i-1", "i-1-1", "i-1-2", "i-3-1", "i-3-2")
    assert [row[1] for row in whole.rows] == ["10", "10", "5", "5", "5", "5"]


def test_a_table_with_a_ragged_row_is_left_for_the_rules() -> None:
    table = Table(id="trinh-do", columns=("Nhóm", "Thạc sĩ"), rows=(("Giáo viên", "12", "3"),))

    assert completed(table, STAFF).rows == table.rows
