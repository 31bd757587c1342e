"""A workbook that a school has kept for years is laid onto the form; what cannot be told is asked, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from workbooks import books

from school_site.layouts import ColumnLayout, Layout, RowLayout, TableLayout
from school_site.matching.numbers import Habit
from school_site.matching.understand import Asked, Found, understand
from school_site.workbooks import WorkbookError, read_workbook

STAFF = TableLayout(
    id="trinh-do",
    title="Đội ngũ theo trình độ được đào tạo",
    columns=(
        ColumnLayout(id="nhom", label="Nhóm", kind="text", aliases=("Nội dung",)),
        ColumnLayout(id="thac-si", label="Thạc sĩ", aliases=("ThS",)),
        ColumnLayout(id="trung-cap", label="Trung cấp"),
        ColumnLayout(id="duoi", label="Dưới trung cấp", is_optional=True),
        ColumnLayout(id="tong", label="Tổng số", aliases=("Cộng",), sum_of=("thac-si", "trung-cap", "duoi")),
    ),
    rows=(
        RowLayout(id="quan-ly", label="Cán bộ quản lý"),
        RowLayout(id="giao-vien", label="Giáo viên", aliases=("GV",)),
        RowLayout(id="nhan-vien", label="Nhân viên"),
    ),
    total="Cộng",
)
AREAS = TableLayout(
    id="dien-tich",
    title="Diện tích",
    columns=(
        ColumnLayout(id="ten", label="Hạng mục", kind="text"),
        ColumnLayout(id="dien-tich", label="Diện tích", kind="area"),
        ColumnLayout(id="ti-le", label="Tỉ lệ", kind="percent"),
    ),
)
HEADINGS = ["Nhóm", "Thạc sĩ", "Trung cấp", "Tổng số"]
ROWS = [["Cán bộ quản lý", 2, 1, 3], ["Giáo viên", 60, 4, 64], ["Nhân viên", 0, 11, 11]]
TOTAL = ["Cộng", 62, 16, 78]
WHOLE = (("Cán bộ quản lý", "2", "1", "3"), ("Giáo viên", "60", "4", "64"), ("Nhân viên", "0", "11", "11"))


def read(rows: Sequence[Sequence[Any]], table: TableLayout = STAFF, *, asked: Asked | None = None, **how: Any) -> Found:
    """The one table of a workbook of these rows."""
    workbook = read_workbook(books.xlsx(rows, **how), "a")
    (found,) = understand(workbook, Layout(item="a", tables=(table,)), asked=asked or Asked()).found
    return found


def told(found: Found) -> list[str]:
    return [trouble.text for trouble in found.troubles]


# --- headings ------------------------------------------------------------------------------------------------


def test_a_table_as_the_form_has_it_is_understood() -> None:
    found = read([HEADINGS, *ROWS, TOTAL])

    assert (found.table.rows, found.table.total) == (WHOLE, ("Cộng", "62", "16", "78"))
    assert told(found) == []


def test_lines_of_title_merged_headings_running_numbers_and_signatures_are_seen_for_what_they_are() -> None:
    found = read(
        [
            ["TRƯỜNG THCS HOA PHƯỢNG", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["BÁO CÁO ĐỘI NGŨ NĂM HỌC 2026-2027"],
            [],
            ["STT", "NOI DUNG", "Tổng\nsố", "Trình độ đào tạo"],
            [None, None, None, "Th.S", "Trung cấp"],
            [1, 2, 3, 4, 5],
            [1, "1. Cán bộ quản lí", 3, 2, 1],
            [2, "- GV", 64, 60, 4],
            [3, "nhan vien", 11, "-", 11],
            [None, "Tổng cộng", 78, 62, 16],
            [],
            [None, "Người lập biểu", None, "Hiệu trưởng"],
            [None, "Trần Thị B", None, "Nguyễn Văn A"],
        ],
        merged=["A2:E2", "A4:A5", "B4:B5", "C4:C5", "D4:E4"],
    )

    assert found.table.rows == (WHOLE[0], WHOLE[1], ("Nhân viên", "", "11", "11"))
    assert found.table.total == ("Tổng cộng", "62", "16", "78")
    assert told(found) == []
    assert found.name == "«NOI DUNG» (B4)"
    assert found.left_out == ("«STT» (A4)",)
    assert found.rows.notes == ["dòng 12 «Người lập biểu Hiệu trưởng»", "dòng 13 «Trần Thị B Nguyễn Văn A»"]


def test_rows_come_in_the_order_of_the_form() -> None:
    assert read([HEADINGS, ROWS[2], ROWS[0], ROWS[1]]).table.rows == WHOLE


def test_headings_over_several_columns_are_read_from_a_csv_which_does_not_tell_what_is_merged() -> None:
    text = "Nhóm;Trình độ;;Tổng số\n;Thạc sĩ;Trung cấp;\n" + "\n".join(";".join(map(str, row)) for row in ROWS)
    understood = understand(read_workbook(text.encode(), "a"), Layout(item="a", tables=(STAFF,)))

    assert understood.found[0].table.rows == WHOLE


def test_a_like_name_is_taken_and_an_opposite_one_is_not() -> None:
    """«Dưới trung cấp» holds the words of «Trung cấp», and means the contrary."""
    found = read([["Nhóm", "Thạc sỹ", "Dưới trung cấp", "Tổng số"], *ROWS])

    assert [one.column.id for one in found.place.headings.figures] == ["thac-si", "duoi", "tong"]
    assert "chưa thấy cột «Trung cấp»" in told(found)


def test_two_headings_for_one_column_are_asked_about() -> None:
    found = read([["Nhóm", "Thạc sĩ", "Trung cấp", "Trung cấp", "Tổng số"], ["Cán bộ quản lý", 2, 1, 0, 3]])

    assert told(found)[0] == ("ô D1 cột «Trung cấp» và một cột khác cùng giống «Trung cấp»; đổi tên để phân biệt")


def test_a_column_that_the_form_does_not_have_is_asked_about_unless_it_is_left_out_on_purpose() -> None:
    rows = [[*HEADINGS, "Ghi chú"], [*ROWS[0], "mới về"], *ROWS[1:]]

    assert told(read(rows)) == [
        "ô E1 mẫu không có cột «Ghi chú». Các cột còn trống của mẫu: «Dưới trung cấp»."
        ' Không cần cột này thì thêm  --skip "Ghi chú"'
    ]
    assert told(read(rows, asked=Asked(skipped=("ghi chu",)))) == []


def test_figures_under_no_heading_are_asked_about() -> None:
    assert told(read([HEADINGS, [*ROWS[0], 7], *ROWS[1:]])) == ["ô E1 cột E có số liệu mà không có tiêu đề"]


# --- rows ----------------------------------------------------------------------------------------------------


def test_a_row_that_the_form_does_not_have_is_asked_about_unless_it_is_the_schools_own() -> None:
    rows = [HEADINGS, *ROWS, ["Bảo vệ", 0, 2, 2]]
    kept = read(rows, asked=Asked(keeps_rows=True))

    assert told(read(rows)) == [
        "mẫu không có dòng «Bảo vệ». Các dòng của mẫu: «Cán bộ quản lý», «Giáo viên», «Nhân viên»."
        " Sửa tên cho khớp; nếu là dòng riêng của trường thì thêm  --keep-rows"
    ]
    assert (told(kept), kept.table.rows[-1]) == ([], ("Bảo vệ", "0", "2", "2"))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([ROWS[0], ROWS[1]], "chưa thấy dòng «Nhân viên»"),
        ([*ROWS, ROWS[1]], "trùng tên với dòng 3; giữ một dòng, xóa dòng kia"),
        ([*ROWS, [None, 1, 2, 3]], "dòng này có số liệu mà chưa có tên ở cột «Nhóm»"),
        ([*ROWS, TOTAL, TOTAL], "đã có dòng cộng ở dòng 5; xóa dòng không cần"),
    ],
)
def test_rows_that_are_missing_doubled_or_nameless_are_asked_about(rows: list[list[Any]], sentence: str) -> None:
    assert told(read([HEADINGS, *rows])) == [sentence]


def test_where_the_official_form_was_not_found_another_one_is_as_good() -> None:
    workbook = read_workbook(books.xlsx([HEADINGS, ROWS[0]]), "a")

    assert not understand(workbook, Layout(item="a", tables=(STAFF,))).is_whole
    assert understand(workbook, Layout(item="a", tables=(STAFF,), is_checked=False)).is_whole


def test_several_rows_of_one_name_are_told_apart_by_their_order() -> None:
    groups = ("I. Hạnh kiểm", "1. Tốt", "II. Học lực", "1. Tốt")
    rows = tuple(RowLayout(id=f"r{at}", label=name, is_heading=at % 2 == 0) for at, name in enumerate(groups))
    table = TableLayout(
        id="a", title="A", rows=rows,
        columns=(ColumnLayout(id="n", label="Nội dung", kind="text"), ColumnLayout(id="s", label="Tổng số")),
    )  # fmt: skip
    found = read([["Nội dung", "Tổng số"], ["I. Hạnh kiểm"], ["Tốt", 300], ["II. Học lực"], ["Tốt", 120]], table)

    assert [row[1] for row in found.table.rows] == ["", "300", "", "120"]
    assert told(found) == []


def test_a_total_where_adding_up_means_nothing_is_asked_about() -> None:
    found = read([["Hạng mục", "Diện tích", "Tỉ lệ"], ["Sân", 5.5, "10%"], ["Cộng", 5.5, "10%"]], AREAS)

    assert told(found) == ["bảng này không có dòng cộng (cộng các dòng lại không có nghĩa); xóa dòng này"]


def test_words_between_the_rows_of_a_list_are_asked_about_and_under_it_they_are_notes() -> None:
    found = read([["Hạng mục", "Diện tích", "Tỉ lệ"], ["Sân", 5.5], ["Khu B"], ["Vườn", 7], ["Hiệu trưởng"]], AREAS)

    assert told(found)[0] == "dòng này không có số liệu: là tên nhóm, hay còn để trống? Điền số hoặc xóa dòng"
    assert found.rows.notes == ["dòng 5 «Hiệu trưởng»"]


# --- figures -------------------------------------------------------------------------------------------------


def cell(value: object, *, asked: Asked | None = None, beside: object = 7) -> str:
    """What is made of a value under «Diện tích», or why it is not."""
    found = read([["Hạng mục", "Diện tích", "Tỉ lệ"], ["Sân", value, "1%"], ["Vườn", beside, "2%"]], AREAS, asked=asked)
    return told(found)[0] if found.troubles else found.table.rows[0][1]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (8450, "8.450"), (8450.5, "8.450,5"), ("8.450,5", "8.450,5"), ("8,450.5", "8.450,5"), ("8 450", "8.450"),
        ("12,5", "12,5"), ("12.5", "12,5"), ("0,125", "0,125"), (1 / 3, "0,33"), ("–", ""), ("1.234.567", "1.234.567"),
    ],
)  # fmt: skip
def test_a_figure_is_read_in_every_way_that_means_one_thing(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize("value", ["1.234", "1,234"])
def test_a_figure_that_could_be_two_is_asked_about(value: str) -> None:
    assert cell(value) == (
        f"ô B2 ghi «{value}»: là 1234 hay 1,234? Viết lại không có dấu ngăn hàng nghìn, hoặc cho biết cả bảng viết"
        " kiểu nào bằng  --numbers 1.234,5  hay  --numbers 1,234.5"
    )


def test_the_figures_beside_it_or_the_person_tell_which_of_the_two_is_meant() -> None:
    assert cell("1.234", beside="3.456,7") == "1.234"
    assert cell("1,234", beside="3,456.7") == "1.234"
    assert cell("1,234", beside="3.456,7") == "1,2340"
    assert cell("1,234", asked=Asked(habit=Habit.english)) == "1.234"
    assert cell("1,234", asked=Asked(habit=Habit.vietnamese)) == "1,2340"


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("12 người", "ô B2 ghi «12 người», nhưng cột «Diện tích» cần một con số; nếu là 12 thì chỉ ghi 12"),
        ("chưa đo 5", "ô B2 ghi «chưa đo 5», nhưng cột «Diện tích» cần một con số"),
        ("5%", "ô B2 ghi «5%», nhưng cột «Diện tích» không phải tỉ lệ phần trăm"),
        (-5, "ô B2 ghi -5; cột «Diện tích» không nhận số âm"),
        ("9" * 40, f"ô B2 ghi «{'9' * 40}…», dài quá một con số"),
    ],
)
def test_what_is_no_figure_is_asked_about(value: object, sentence: str) -> None:
    assert cell(value) == sentence


def test_half_a_person_is_asked_about() -> None:
    found = read([HEADINGS, ["Cán bộ quản lý", 2.5, 1, 3], *ROWS[1:]])

    assert told(found) == ["ô B2 ghi 2,5, nhưng cột «Thạc sĩ» là số đếm, không có phần lẻ"]


def test_a_share_without_its_sign_is_asked_about() -> None:
    found = read([["Hạng mục", "Diện tích", "Tỉ lệ"], ["Sân", 5, 0.985], ["Vườn", 5, "98,5%"]], AREAS)

    assert told(found) == ["ô C2 ghi 0,985: là 0,985% hay 98,5%? Hãy viết kèm dấu %"]
    assert found.table.rows[1][2] == "98,5%"


def test_a_formula_without_a_result_is_worked_out_where_the_form_says_how_and_asked_about_elsewhere() -> None:
    found = read([HEADINGS, ["Cán bộ quản lý", "=1+1", 1, "=B2+C2"], *ROWS[1:]])

    assert told(found) == [
        "ô B2 là công thức chưa có kết quả trong tệp; mở tệp bằng Excel hoặc LibreOffice, bấm Lưu, rồi chạy lại"
    ]
    assert read([HEADINGS, ["Cán bộ quản lý", 2, 1, "=B2+C2"], *ROWS[1:]]).whole.rows[0] == WHOLE[0]


def test_sums_that_do_not_come_out_are_told_with_both_numbers() -> None:
    found = read([HEADINGS, ["Cán bộ quản lý", 2, 1, 4], *ROWS[1:], ["Cộng", 63, 16, 79]])

    assert told(found) == [
        "ô D2 ghi 4, máy cộng lại được 3",
        "ô B5 ghi 63, máy cộng các dòng được 62",
    ]


# --- several tables ------------------------------------------------------------------------------------------

RANKS = TableLayout(
    id="xep-loai",
    title="Xếp loại theo chuẩn nghề nghiệp",
    columns=(
        ColumnLayout(id="nhom", label="Nhóm", kind="text"),
        ColumnLayout(id="tot", label="Tốt"),
        ColumnLayout(id="kha", label="Khá"),
    ),
    rows=(RowLayout(id="quan-ly", label="Cán bộ quản lý"), RowLayout(id="giao-vien", label="Giáo viên")),
)
BOTH = Layout(item="a", tables=(STAFF, RANKS))
RANK_ROWS = [["Nhóm", "Tốt", "Khá"], ["Cán bộ quản lý", 2, 1], ["Giáo viên", 40, 24]]


def test_tables_are_found_on_sheets_of_their_own_and_below_each_other() -> None:
    apart = books.sheets({"Tờ bìa": [["Bìa"]], "B": RANK_ROWS, "A": [HEADINGS, *ROWS]})
    below = books.xlsx([["Bảng 1"], HEADINGS, *ROWS, [], ["Bảng 2"], *RANK_ROWS])

    for data in (apart, below):
        understood = understand(read_workbook(data, "a"), BOTH)
        assert [found.layout.id for found in understood.found] == ["trinh-do", "xep-loai"]
        assert [len(found.table.rows) for found in understood.found] == [3, 2]
        assert understood.is_whole
    assert understand(read_workbook(apart, "a"), BOTH).unused_sheets == ("Tờ bìa",)


def test_a_table_that_is_not_there_is_missing_unless_only_one_was_asked_for() -> None:
    workbook = read_workbook(books.xlsx([HEADINGS, *ROWS]), "a")

    assert [table.id for table in understand(workbook, BOTH).missing] == ["xep-loai"]
    assert understand(workbook, BOTH, asked=Asked(table="trinh-do")).is_whole


def test_hidden_sheets_are_left_alone_unless_named() -> None:
    wrong = [HEADINGS, ["Cán bộ quản lý", 9, 9, 18], *ROWS[1:]]
    workbook = read_workbook(books.sheets({"Mới": [HEADINGS, *ROWS], "Cũ": wrong}, hidden=["Cũ"]), "a")
    layout = Layout(item="a", tables=(STAFF,))

    assert understand(workbook, layout).found[0].table.rows == WHOLE
    assert understand(workbook, layout, asked=Asked(sheet="cu")).found[0].table.rows[0][1] == "9"


def test_a_wrong_sheet_and_a_workbook_of_something_else_are_told() -> None:
    workbook = read_workbook(books.sheets({"Điểm thi": [["Họ tên", "Toán"], ["An", 9]]}), "a")
    layout = Layout(item="a", tables=(STAFF,))

    with pytest.raises(WorkbookError) as nothing:
        understand(workbook, layout)
    with pytest.raises(WorkbookError) as other:
        understand(workbook, layout, asked=Asked(sheet="Điểm"))

    assert str(nothing.value) == (
        "Trang tính «Điểm thi»: Không thấy dòng tiêu đề nào giống bảng «Đội ngũ theo trình độ được đào tạo»."
    )
    assert (str(other.value), other.value.fix) == (
        "Tệp không có trang tính «Điểm».", "Có phải ý bạn là «Điểm thi»?",
    )  # fmt: skip


def test_letters_of_an_old_font_are_recognised() -> None:
    with pytest.raises(WorkbookError, match="không phải Unicode"):
        understand(read_workbook(books.xlsx([["Nhãm", "Th¹c sÜ"], ["Gi¸o viªn", 5]]), "a"), BOTH)


def test_the_years_of_the_title_are_told() -> None:
    workbook = read_workbook(books.xlsx([["NĂM HỌC 2025 – 2026"], HEADINGS, *ROWS]), "a")

    assert understand(workbook, Layout(item="a", tables=(STAFF,))).years == {"2025-2026"}
