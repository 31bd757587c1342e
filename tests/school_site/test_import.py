"""`import` takes a school's workbook over whole or not at all, and shows everything before it writes anything."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from told import Told

from school_site.workbooks.blank import HEADING_ROW

ITEM, YEAR, TABLE = "pt-doi-ngu", "2026-2027", "trinh-do"
HEADINGS = ["STT", "NHÓM", "Thạc sỹ", "ĐH", "Cao đẳng", "Trung cấp", "Tổng số"]
ROWS: list[list[Any]] = [
    [1, "Cán bộ quản lí", 2, 1, 0, 0, 3],
    [2, "Giáo viên", 13, 51, 0, 0, 64],
    [3, "Nhân viên", 0, 5, 3, 3, 11],
]
Run = Callable[..., Told]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the person works; commands are typed here."""
    folder = tmp_path / "ban-lam-viec"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def book(desk: Path, rows: Sequence[Sequence[Any]], name: str = "so-lieu.xlsx") -> Path:
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(list(row))
    made.save(desk / name)
    return desk / name


def state(folder: Path) -> dict[str, str]:
    """Every file of a folder by its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def imported(run: Run, content: Path, file: Path, *words: str, item: str = ITEM) -> Told:
    return run("import", file, "--as", item, "--content", content, "--year", YEAR, *words)


def page(content: Path, item: str = ITEM, year: str = YEAR) -> Path:
    return content / "cong-khai" / year / f"{item}.md"


# --- understood ----------------------------------------------------------------------------------------------


def test_a_dry_run_shows_what_was_understood_and_writes_nothing(run: Run, content: Path, desk: Path) -> None:
    before = state(content)
    told = imported(run, content, book(desk, [HEADINGS, *ROWS]), "--table", TABLE)

    assert told.status == 0
    assert "  Đại học  ←  «ĐH» (D1)\n" in told.out
    assert "  Thạc sĩ  ←  «Thạc sỹ» (C1)" in told.out
    assert "  (bỏ qua)  ←  «STT» (A1)\n" in told.out
    assert "3 dòng số liệu; máy tính thêm 6 ô (có dấu *); các tổng, tỉ lệ đã tính lại và khớp." in told.out
    assert "+      - [Giáo viên, 13, 51, 0, 0, 64]" in told.out
    assert "Chưa ghi gì." in told.out
    assert state(content) == before


def test_with_yes_the_table_is_written_and_the_rest_of_the_file_stays(run: Run, content: Path, desk: Path) -> None:
    before = page(content).read_text(encoding="utf-8")
    told = imported(run, content, book(desk, [HEADINGS, *ROWS]), "--table", TABLE, "--yes")
    after = page(content).read_text(encoding="utf-8")

    assert told.status == 0
    assert after.split("\n---\n", 1)[1] == before.split("\n---\n", 1)[1]
    assert before.split("tables:")[0] == after.split("tables:")[0]
    assert f"id: {TABLE}" in after and "- [Nhân viên, 0, 5, 3, 3, 11]" in after
    assert [one for one in run("check", "--content", content).errors if one.file.endswith("pt-doi-ngu.md")] == []


def test_importing_the_same_twice_changes_nothing_the_second_time(run: Run, content: Path, desk: Path) -> None:
    file = book(desk, [HEADINGS, *ROWS])
    imported(run, content, file, "--table", TABLE, "--yes")
    before = state(content)
    told = imported(run, content, file, "--table", TABLE, "--yes")

    assert (told.status, state(content)) == (0, before)
    assert "Số liệu đã có sẵn như vậy" in told.out


def test_a_table_that_a_person_wrote_is_replaced_with_the_difference_shown(run: Run, content: Path, desk: Path) -> None:
    file = book(desk, [HEADINGS, *ROWS])
    imported(run, content, file, "--table", TABLE, "--yes")
    text = page(content).read_text(encoding="utf-8")
    note = "    note: Kể cả giáo viên biệt phái.   # giữ lại\n"
    page(content).write_text(
        text.replace("[Nhân viên, 0, 5, 3, 3, 11]", "[Nhân viên, 1, 5, 3, 3, 12]").replace(
            f"  - id: {TABLE}\n", f"  - id: {TABLE}\n{note}", 1
        ),
        encoding="utf-8",
    )
    told = imported(run, content, file, "--table", TABLE, "--yes")
    after = page(content).read_text(encoding="utf-8")

    assert "-      - [Nhân viên, 1, 5, 3, 3, 12]\n+      - [Nhân viên, 0, 5, 3, 3, 11]" in told.out
    assert "note: Kể cả giáo viên biệt phái." in after
    assert after.count(f"id: {TABLE}") == 1


def test_an_item_without_a_file_yet_gets_one(run: Run, content: Path, desk: Path) -> None:
    page(content).unlink()
    told = imported(run, content, book(desk, [HEADINGS, *ROWS]), "--table", TABLE, "--yes")
    text = page(content).read_text(encoding="utf-8")

    assert told.status == 0
    assert text.startswith('---\ntitle: "') and f"\nitem: {ITEM}\nschool_year: {YEAR}\n" in text
    assert text.endswith("]\n---\n")


def test_a_long_table_goes_into_a_data_file_and_from_there_through_the_check(
    run: Run, content: Path, desk: Path
) -> None:
    item = "pt-danh-muc-sach"
    rows = [[f"Tủ sách {number}", number, 12 + number, 12] for number in range(1, 61)]
    file = book(desk, [["Danh mục", "Số tên", "Hiện có", "Yêu cầu tối thiểu"], *rows])
    told = imported(run, content, file, "--table", "xuat-ban-pham", "--yes", item=item)
    data = page(content, item).with_name(f"{item}-xuat-ban-pham.csv")

    assert told.status == 0
    assert f"file: {data.name}" in page(content, item).read_text(encoding="utf-8")
    assert data.read_bytes().startswith(
        "\ufeffNhóm;Số tên;Số bản hiện có;Số bản tối thiểu\r\nTủ sách 1;1;13;12\r\n".encode()
    )
    assert [one for one in run("check", "--content", content).errors if item in one.file] == []


def test_the_empty_workbook_filled_in_is_taken_over(run: Run, content: Path, desk: Path) -> None:
    assert run("new", "cong-khai", ITEM, "--year", YEAR, "--xlsx", "--content", content).status == 0
    file = desk / f"{ITEM}-{YEAR}.xlsx"
    filled = load_workbook(file)
    for sheet in filled.worksheets:
        for row in range(HEADING_ROW + 1, sheet.max_row + 1):
            for column in range(2, sheet.max_column + 1):
                cell = sheet.cell(row, column)
                if sheet.cell(row, 1).value and cell.value is None and cell.fill.fgColor.rgb == "FFFFFBE6":
                    cell.value = 1
    filled.save(file)
    told = imported(run, content, file, "--yes")

    assert told.status == 0, told.out
    assert '+      - [Giáo viên, 1, 1, 1, 1, 1, 1, ""]' in told.out and "+    total:" not in told.out
    assert run("new", "cong-khai", ITEM, "--year", YEAR, "--xlsx", "--content", content).status == 2


# --- not understood ------------------------------------------------------------------------------------------


def test_a_workbook_that_was_not_wholly_understood_comes_back_with_the_reasons(
    run: Run, content: Path, desk: Path
) -> None:
    file = book(desk, [["ĐỘI NGŨ"], HEADINGS, ROWS[0], [2, "Giáo viên", "12 người", 52, 0, 0, 64], ROWS[2]])
    before, original = state(content), file.read_bytes()
    told = imported(run, content, file, "--table", TABLE, "--yes")
    answer = load_workbook(desk / "so-lieu-giai-thich.xlsx").worksheets[0]

    assert told.status == 1
    assert (state(content), file.read_bytes()) == (before, original)
    assert answer["C4"].value == "12 người"
    assert answer["H2"].value == "Máy chưa hiểu vì …"
    assert answer["H4"].value == ("Ô C4 ghi «12 người», nhưng cột «Thạc sĩ» cần một con số; nếu là 12 thì chỉ ghi 12.")
    assert answer["H3"].value is None
    assert "Còn 1 chỗ máy chưa hiểu" in told.out and told.out.endswith("tệp gốc giữ nguyên.\n")


def test_the_answer_put_right_can_be_handed_in_and_never_written_over(run: Run, content: Path, desk: Path) -> None:
    file = book(desk, [HEADINGS, ROWS[0], [2, "Giáo viên", "12 người", 52, 0, 0, 64], ROWS[2]])
    imported(run, content, file, "--table", TABLE)
    answer = desk / "so-lieu-giai-thich.xlsx"
    given = answer.read_bytes()
    imported(run, content, answer, "--table", TABLE)
    mended = load_workbook(BytesIO(given))
    mended.worksheets[0]["C3"].value = 12
    mended.save(answer)

    assert sorted(path.name for path in desk.iterdir()) == [
        "so-lieu-giai-thich-2.xlsx", "so-lieu-giai-thich.xlsx", "so-lieu.xlsx",
    ]  # fmt: skip
    assert imported(run, content, answer, "--table", TABLE, "--yes").status == 0


def test_a_csv_comes_back_as_a_workbook_in_which_no_text_became_a_formula(run: Run, content: Path, desk: Path) -> None:
    file = desk / "so-lieu.csv"
    file.write_text("Nhóm;Thạc sĩ;Đại học;Cao đẳng;Trung cấp;Ghi chú\n=1+1;1;1;1;1;x\n", encoding="utf-8")

    assert imported(run, content, file, "--table", TABLE).status == 1
    answer = load_workbook(desk / "so-lieu-giai-thich.xlsx").worksheets[0]
    assert (answer["A2"].value, answer["A2"].data_type) == ("=1+1", "s")


def test_a_workbook_about_another_year_is_not_taken_over(run: Run, content: Path, desk: Path) -> None:
    before = state(content)
    told = imported(run, content, book(desk, [["NĂM HỌC 2025-2026"], HEADINGS, *ROWS]), "--table", TABLE, "--yes")

    assert (told.status, state(content)) == (1, before)
    assert "nói về năm «2025-2026», còn lệnh đưa vào năm 2026-2027" in told.out


def test_a_workbook_that_lacks_a_table_is_not_taken_over_by_halves(run: Run, content: Path, desk: Path) -> None:
    before = state(content)
    told = imported(run, content, book(desk, [HEADINGS, *ROWS]), "--yes")

    assert (told.status, state(content)) == (1, before)
    assert told.out.count("Tệp chưa có bảng ") == 1 and f"thêm  --table {TABLE}" in told.out


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tệp chưa có nội dung."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "Tệp đặt mật khẩu"),
        (b"PK\x03\x04", "Tệp hỏng hoặc không phải bảng tính"),
    ],
)
def test_an_unreadable_file_is_one_sentence_with_its_remedy(
    run: Run, content: Path, desk: Path, data: bytes, sentence: str
) -> None:
    (desk / "a.xlsx").write_bytes(data)
    told = imported(run, content, desk / "a.xlsx")

    assert told.status == 1
    assert told.out.startswith(f"a.xlsx: {sentence}") and "\n    Cách sửa:  " in told.out
    assert [path.name for path in desk.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["khong-co.xlsx", "--as", ITEM], "Tệp «khong-co.xlsx» không có."),
        (["so-lieu.xls", "--as", ITEM], "Tệp «so-lieu.xls» không có. Có phải ý bạn là «so-lieu.xlsx»?"),
        (["so-lieu.xlsx"], "Thiếu mã mục: thêm  --as MỤC, ví dụ  invoke import so-lieu.xlsx --as pt-doi-ngu"),
        (["so-lieu.xlsx", "--as", "pt-doi-ngu", "--table", "trinh-d"],
         "Mục này không có bảng «trinh-d». Có phải ý bạn là «trinh-do»?"),
        (["so-lieu.xlsx", "--as", ITEM, "--numbers", "1234"],
         "Sau --numbers ghi «1234»; viết một trong hai: 1.234,5 và 1,234.5."),
        (["so-lieu.xlsx", "--as", "pt-doi-ng"], "Không có mục công khai «pt-doi-ng». Có phải ý bạn là «pt-doi-ngu»?"),
    ],
)  # fmt: skip
def test_a_slip_of_the_command_line_is_answered(
    run: Run, content: Path, desk: Path, words: list[str], sentence: str
) -> None:
    book(desk, [HEADINGS, *ROWS])
    told = run("import", *words, "--content", content)

    assert (told.status, told.err.startswith(sentence)) == (2, True), told.err


def test_a_file_whose_tables_cannot_be_told_apart_by_lines_is_left_alone(run: Run, content: Path, desk: Path) -> None:
    page(content).write_text(
        f"---\ntitle: Đội ngũ\nitem: {ITEM}\nschool_year: {YEAR}\npublished_on: 18/9/2026\n"
        "tables: [{title: A, columns: [B, C], rows: [[a, 1]]}]\n---\n",
        encoding="utf-8",
    )
    before = state(content)
    told = imported(run, content, book(desk, [HEADINGS, *ROWS]), "--table", TABLE, "--yes")

    assert (told.status, state(content)) == (2, before)
    assert "viết theo cách máy không sửa vào được một cách chắc chắn" in told.err
