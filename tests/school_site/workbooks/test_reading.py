"""A workbook is read cell by cell, as its author sees it, whatever program and code table it came from."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from school_site.workbooks import Sheet, WorkbookError, read_workbook, reference, shown

from . import books

TEXT = "Khối;Số học sinh;Tỉ lệ\nKhối 6;351;98,5\nKhối 7;345;100\n"
ROWS = (("Khối", "Số học sinh", "Tỉ lệ"), ("Khối 6", "351", "98,5"), ("Khối 7", "345", "100"))


def only(data: bytes) -> Sheet:
    (sheet,) = read_workbook(data, "a").sheets
    return sheet


# --- workbooks -----------------------------------------------------------------------------------------------


def test_cells_keep_their_kind_and_their_place() -> None:
    sheet = only(books.xlsx([[], ["", "Khối 6", 351, 42.1875, True]]))

    assert sheet.at(2, 2) == "Khối 6"
    assert sheet.at(2, 3) == 351.0
    assert [shown(cell) for cell in sheet.rows[1]] == ["", "Khối 6", "351", "42,1875", "TRUE"]
    assert sheet.at(99, 99) == ""


def test_days_and_hours_are_written_as_people_here_write_them() -> None:
    sheet = only(books.xlsx([[date(2026, 9, 5), datetime(2026, 9, 5, 7, 30), time(7, 30)]]))

    assert sheet.rows == (("5/9/2026", "5/9/2026 07:30", "07:30"),)


def test_a_share_that_shows_as_a_percentage_is_read_as_one() -> None:
    def percent(sheet: Worksheet) -> None:
        sheet["A1"].number_format = "0.0%"
        sheet["B1"].number_format = '0.0"%"'

    sheet = only(books.xlsx([[0.985, 0.985, 0.985]], change=percent))

    assert sheet.rows == (("98,5%", 0.985, 0.985),)


def test_text_is_in_one_line_and_every_letter_in_one_piece() -> None:
    sheet = only(books.xlsx([[unicodedata.normalize("NFD", "Trình độ\nđào  tạo\u200b"), "x"]]))

    assert sheet.rows[0][0] == "Trình độ đào tạo"


def test_merged_cells_hidden_sheets_and_open_formulas_are_known() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B2"] = "=1+1"
        sheet["C2"] = "#DIV/0!"
        sheet["C2"].data_type = "e"

    sheet = only(books.xlsx([["Trình độ", None], [1]], merged=["A1:B1"], change=change))
    hidden = read_workbook(books.sheets({"A": [["x"]], "B": [["y"]]}, hidden=["B"]), "a")

    assert sheet.merged == (((1, 1), (1, 2)),)
    assert sheet.uncomputed == {(2, 2)}
    assert sheet.errors == {(2, 3): "#DIV/0!"}
    assert [one.is_hidden for one in hidden.sheets] == [False, True]


def test_a_workbook_of_libreoffice_is_read() -> None:
    cells = "".join(map(books.ods_cell, ("Khối 6", "351")))
    repeated = "<table:table-row table:number-rows-repeated='1048575'><table:table-cell/></table:table-row>"
    sheet = only(books.ods(f"<table:table-row>{cells}</table:table-row>{repeated}"))

    assert sheet.rows == (("Khối 6", 351.0),)


@pytest.mark.parametrize(
    ("row", "column", "name"), [(1, 1, "A1"), (7, 26, "Z7"), (7, 27, "AA7"), (10, 702, "ZZ10"), (1, 703, "AAA1")]
)
def test_cells_are_called_what_a_spreadsheet_calls_them(row: int, column: int, name: str) -> None:
    assert reference(row, column) == name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.0, "1234"), (0.1 + 0.2, "0,3"), (1.234, "1,2340"), (0.125, "0,125"), (1234.567, "1234,567"),
        (1e15, "1000000000000000"), (-12.5, "-12,5"), (1e-7, "0,0000001"),
    ],
)  # fmt: skip
def test_a_number_is_shown_so_that_it_can_be_read_in_one_way_only(value: float, text: str) -> None:
    assert shown(value) == text


# --- CSV -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_csv_is_read_in_every_unicode_encoding(encoding: str, form: str) -> None:
    assert only(unicodedata.normalize(form, TEXT).encode(encoding)).rows == ROWS  # type: ignore[arg-type]


def test_a_csv_in_windows_1258_is_read_though_its_marks_stand_apart() -> None:
    """The code table has ô and a dot below, but no ộ."""
    data = books.windows_1258("Nội dung;Số\nThư viện Nguyễn Du;2\nĐoàn thể;5\n")

    assert [row[0] for row in only(data).rows] == ["Nội dung", "Thư viện Nguyễn Du", "Đoàn thể"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_sign_between_cells_is_found(delimiter: str) -> None:
    text = "\n".join(delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in ROWS)

    assert only(text.encode()).rows == ROWS


def test_decimal_commas_are_not_taken_for_the_sign_between_cells() -> None:
    assert only("Khối;Tỉ lệ\nKhối 6;1,5\nKhối 7;2,5\n".encode()).rows[1] == ("Khối 6", "1,5")


def test_the_line_that_names_the_sign_is_believed() -> None:
    assert only(b"sep=;\na,b;c\n1;2\n").rows == (("", ""), ("a,b", "c"), ("1", "2"))


def test_blank_lines_and_quoted_line_ends_keep_the_numbers_of_rows() -> None:
    assert only('a;b\n\n"Tổ\nToán";2\n'.encode()).rows == (("a", "b"), ("", ""), ("Tổ Toán", "2"))


# --- whatever it is ------------------------------------------------------------------------------------------

_WHOLE = books.xlsx([["Khối", "Số"], ["Khối 6", 351], ["Khối 7", "=B2+1"]], merged=["C1:D2"])
_ODS = books.ods(f"<table:table-row>{books.ods_cell('a')}</table:table-row>")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_our_own_fault(data: bytes) -> None:
    for head in (b"", b"PK\x03\x04", books.OLE, b"\xff\xfe"):
        try:
            read_workbook(head + data, "a")
        except WorkbookError as fault:
            assert fault.sentence.endswith(".") and fault.fix


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([_WHOLE, _ODS]), st.integers(0, 8000), st.binary(max_size=30))
def test_no_damage_raises_anything_but_our_own_fault(whole: bytes, cut: int, noise: bytes) -> None:
    try:
        read_workbook(whole[:cut] + noise + whole[cut + len(noise) :], "a")
    except WorkbookError as fault:
        assert fault.sentence.endswith(".") and fault.fix


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_xml_in_a_sheet_raises_anything_but_our_own_fault(text: str) -> None:
    try:
        read_workbook(books.raw_xlsx(text), "a")
    except WorkbookError as fault:
        assert fault.sentence.endswith(".") and fault.fix
