"""A file that cannot or must not be read is one sentence with its place, and one remedy."""

from __future__ import annotations

import pytest

from school_site.workbooks import WorkbookError, limits, read_workbook

from . import books


def fault_of(data: bytes) -> WorkbookError:
    with pytest.raises(WorkbookError) as raised:
        read_workbook(data, "a")
    return raised.value


LOCKED = "Tệp đặt mật khẩu nên máy không đọc được."
BOMB = "Tệp nén bung ra lớn bất thường, nên máy không mở (có thể là tệp phá hoại)."
BROKEN = "Tệp hỏng hoặc không phải bảng tính, máy không đọc được đến hết."
MACRO = "Tệp có macro (đoạn chương trình chạy kèm), máy không nhận."
EMPTY = "Tệp chưa có nội dung."
OLD_LETTERS = "Chữ trong tệp không phải Unicode (có thể là bảng mã TCVN3 hoặc VNI của máy cũ)."
ROW = "<row r='1'><c r='A1'><v>1</v></c></row>"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", EMPTY),
        (b"\xef\xbb\xbf \r\n", EMPTY),
        (books.xlsx([]), "Tệp không có ô nào có nội dung."),
        (b";;\n;;\n", "Tệp không có ô nào có nội dung."),
        (books.OLE + b"rubbish", BROKEN),
        (books.OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        (books.OLE + b"\0" * 500 + "_VBA_PROJECT".encode("utf-16-le"), MACRO),
        (books.with_member(books.xlsx([["a"]]), "xl/vbaProject.bin", b"x"), MACRO),
        (books.xlsx([["a", "b"]])[:-60], BROKEN),
        (books.packed({"word/document.xml": b"<w/>"}), "Tệp không phải bảng tính."),
        (b"%PDF-1.7\n\x00\x01\x02", "Tệp không phải bảng tính, cũng không phải tệp CSV."),
        ("Tr\xb8i;\xa7o\xb5n\n1;2\n".encode("latin-1"), OLD_LETTERS),
        ("TRÖÔØNG;Soá\n1;2\n".encode("latin-1"), OLD_LETTERS),
    ],
)
def test_what_is_no_usable_workbook_is_told_in_a_sentence(data: bytes, sentence: str) -> None:
    fault = fault_of(data)

    assert str(fault) == sentence
    assert fault.fix.endswith(".")


def test_a_password_on_a_workbook_of_libreoffice_is_seen() -> None:
    data = books.packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<m><e><manifest:encryption-data/></e></m>",
            "content.xml": b"\x8f\x02",
        }
    )

    assert str(fault_of(data)) == LOCKED


# --- what unfolds without end --------------------------------------------------------------------------------


def test_an_archive_that_unfolds_to_very_much_is_not_unfolded() -> None:
    assert str(fault_of(books.with_member(books.xlsx([["a"]]), "xl/media/a.bin", bytes(40_000_000)))) == BOMB


def test_an_archive_that_lies_about_its_size_is_broken() -> None:
    """The reader of values would believe the stream, not the number."""
    rows = "<row><c t='inlineStr'><is><t>" + "a" * 3_000_000 + "</t></is></c></row>"
    data = books.raw_xlsx(rows)

    assert str(fault_of(books.lying(data, "xl/worksheets/sheet1.xml"))) == BROKEN


def test_entities_are_not_unfolded() -> None:
    laugh = b"<!DOCTYPE a [<!ENTITY a 'ha'>]><sst>&a;</sst>"

    assert str(fault_of(books.raw_xlsx(ROW, {"xl/styles.xml": laugh}))) == BROKEN


def test_one_cell_in_the_last_corner_takes_no_memory() -> None:
    fault = fault_of(books.raw_xlsx(ROW + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"))

    assert str(fault) == "Trang tính «Sheet1», ô XFD1048576: Bảng dài quá 20.000 dòng."


def test_a_sheet_wider_than_any_table_is_refused() -> None:
    fault = fault_of(books.raw_xlsx("<row r='1'><c r='XFD1'><v>1</v></c></row>"))

    assert str(fault) == "Trang tính «Sheet1», ô XFD1: Bảng rộng quá 256 cột."


def test_cells_that_are_only_painted_do_not_make_a_sheet_large() -> None:
    """Excel keeps the looks of whole columns."""
    data = books.raw_xlsx(ROW + "<row r='1048576'><c r='A1048576' s='1'/></row>")

    assert read_workbook(data, "a").sheets[0].rows == ((1.0,),)


@pytest.mark.parametrize("repeated", ["rows", "columns"])
def test_a_cell_repeated_a_million_times_is_not_laid_out(repeated: str) -> None:
    row = "table:number-rows-repeated='1000000'" if repeated == "rows" else ""
    cell = books.ods_cell("1")
    cell = cell.replace("office:", "table:number-columns-repeated='16000' office:", 1) if not row else cell
    fault = fault_of(books.ods(f"<table:table-row {row}>{cell}</table:table-row>"))

    assert fault.sheet == "Bảng"
    assert fault.sentence.startswith("Bảng dài quá" if row else "Bảng rộng quá")


def test_a_hundred_thousand_rows_are_refused() -> None:
    fault = fault_of("".join(f"Khối {number};1\n" for number in range(100_000)).encode())

    assert fault.sentence == "Bảng dài quá 20.000 dòng."


def test_a_file_of_many_megabytes_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("school_site.workbooks.read.MAX_BYTES", 10)

    assert fault_of(b"a;b\n" * 9).sentence.startswith("Tệp dài 1 KB, quá mức")
    assert limits.MAX_BYTES == 10_000_000


def test_an_open_quotation_is_told_with_its_line() -> None:
    fault = fault_of(b'a;b\n1;2\n"3;4\n5;6\n')

    assert (fault.row, fault.place) == (3, "Dòng 3: ")
