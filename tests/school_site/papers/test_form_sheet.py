"""A form's sheet: the heading is the school's own, halves stand beside each other, the version tells sheets apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from school_site.form_sheet import FormSheet, sheet_of, version_in
from school_site.kinds.form_template import FormBlock
from school_site.model import Attachment

from .forms import DAY, HALF, LINE, SIGNED, TEXT, form, of_hoa_phuong, sheet


def kinds(made: FormSheet) -> list[list[str]]:
    return [[part.block.label or part.block.kind for part in row] for row in made.rows]


def test_the_heading_is_the_schools_own() -> None:
    made = sheet(LINE, sheet_title="Đơn xin phép")

    assert (made.authority, made.school) == ("Ủy ban nhân dân phường Hoa Phượng", "Trường THCS Hoa Phượng")
    assert (made.title, made.symbol, made.place) == ("Đơn xin phép", "Mẫu 01", "Thành phố Hồ Chí Minh")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((HALF, DAY), [["Lớp", "Từ ngày"]]),
        ((HALF, LINE, DAY), [["Lớp"], ["Tôi tên là"], ["Từ ngày"]]),
        ((HALF, DAY, HALF), [["Lớp", "Từ ngày"], ["Lớp"]]),
        ((replace(TEXT, width="half"), HALF), [["text"], ["Lớp"]]),
    ],
)
def test_two_halves_share_a_row(blocks: tuple[FormBlock, ...], expected: list[list[str]]) -> None:
    assert kinds(sheet(*blocks)) == expected


def test_only_the_first_signature_bears_place_and_day() -> None:
    dated = [part.is_dated for row in sheet(SIGNED, LINE, SIGNED).rows for part in row]

    assert dated == [True, False, False]


def test_a_form_of_ready_files_has_no_sheet_and_no_word_file_of_ours() -> None:
    ready = form(attachments=(Attachment(file="tep/don.pdf", title="Đơn"),))

    assert (sheet_of(ready, of_hoa_phuong()), ready.docx_address) == (None, None)
    assert [file.file for file in ready.files] == ["tep/don.pdf"]


def test_the_word_file_lies_beside_the_page_and_stands_first() -> None:
    made = form(LINE, attachments=(Attachment(file="tep/don.pdf", title="Đơn"),))

    assert [file.file for file in made.files] == ["bieu-mau/don-xin-nghi-hoc.docx", "tep/don.pdf"]


def test_the_version_is_that_of_everything_on_the_sheet_and_of_nothing_else() -> None:
    """A new heading of the school outdates every print; a better summary of the page does not."""
    usual = sheet(LINE)
    elsewhere = sheet_of(form(LINE), replace(of_hoa_phuong(), name="Trường THCS Khác"))
    assert elsewhere is not None

    same = {sheet(LINE, summary="Khác").version, sheet(LINE, published_on=date(2026, 9, 1)).version}
    others = [
        sheet(replace(LINE, label="Em tên là")).version,
        sheet(LINE, symbol="Mẫu 02").version,
        sheet(LINE, addressed_to=()).version,
        elsewhere.version,
    ]
    assert same == {usual.version}
    assert len({usual.version, *others}) == 5


def test_the_version_is_read_back_from_a_printed_sheet() -> None:
    made = sheet(LINE)
    broken = made.footer.replace("bản mẫu ", "bản\n  mẫu ")

    assert version_in(f"ĐƠN XIN NGHỈ HỌC\n{broken}\nTrang 1") == made.version
    assert version_in("Một tờ đơn do người khác soạn, bản mẫu năm 2019.") is None
