"""The Word file of a form: another program opens it, it says all that the sheet says, and its bytes never change."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from school_site import form_docx

from .forms import sheet

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(form_docx, "CACHE", tmp_path / "forms")
    form_docx.docx_of.cache_clear()


def words(data: bytes) -> str:
    """All text of the document in its order, cells included."""
    document = docx.Document(io.BytesIO(data))
    return "\n".join(piece.text or "" for piece in document.element.body.iter() if piece.tag.endswith("}t"))


def test_everything_of_the_sheet_is_in_the_file() -> None:
    said = words(form_docx.docx_of(sheet()))

    expected = [
        "ỦY BAN NHÂN DÂN PHƯỜNG HOA PHƯỢNG", "TRƯỜNG THCS HOA PHƯỢNG", "Mẫu 01",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐƠN XIN NGHỈ HỌC",
        "Kính gửi: Hiệu trưởng",
        "Tôi tên là:", "Lớp:", "Từ ngày:", "I. Lý do", "Ngày sinh: ngày", "☐  Ốm", "☐  Việc nhà", "☐  Lý do khác:",
        "Nói thêm:", "Các bài:", "Môn", "Điểm", "Cha", "Mẹ", "Tôi xin cam đoan.",
        "Thành phố Hồ Chí Minh, ngày", "HỌC SINH", "PHỤ HUYNH",
    ]  # fmt: skip
    places = [said.find(word) for word in expected]
    assert -1 not in places, expected[places.index(-1)]
    # A label is looked for after what stands before it.
    assert said.index("ĐƠN XIN NGHỈ HỌC") < said.index("Tôi tên là:") < said.index("☐  Ốm") < said.index("PHỤ HUYNH")


def test_lines_to_write_on_are_dotted_to_the_margin() -> None:
    document = docx.Document(io.BytesIO(form_docx.docx_of(sheet())))
    (line,) = [paragraph for paragraph in document.paragraphs if paragraph.text.startswith("Tôi tên là")]
    (stop,) = line.paragraph_format.tab_stops

    assert line.text.endswith("\t")
    assert (round(stop.position.mm), stop.leader.name) == (165, "DOTS")


def test_the_motto_has_room_for_one_line_and_no_signature_stands_alone_on_a_page() -> None:
    """«CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» is 88 mm wide in bold Times New Roman of 12 points."""
    document = docx.Document(io.BytesIO(form_docx.docx_of(sheet())))
    heading, *_, signature = document.tables
    body = list(document.element.body)
    before = body[: body.index(signature._tbl)]

    assert [round(cell.width.mm) for cell in heading.rows[0].cells] == [75, 90]
    assert [piece.find(f"{W}pPr/{W}keepNext") is not None for piece in before[-2:]] == [True, True]
    assert signature.rows[0]._tr.find(f"{W}trPr/{W}cantSplit") is not None


def test_the_footer_names_the_version() -> None:
    made = sheet()
    document = docx.Document(io.BytesIO(form_docx.docx_of(made)))

    assert document.sections[0].footer.paragraphs[0].text == made.footer


def test_the_file_is_light_and_holds_nothing_of_this_machine() -> None:
    data = form_docx.docx_of(sheet(published_on=date(2026, 8, 31)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        days = {entry.date_time for entry in archive.infolist()}
    core = docx.Document(io.BytesIO(data)).core_properties

    assert len(data) < 40_000
    assert days == {(1980, 1, 1, 0, 0, 0)}
    assert (core.author, core.title) == ("Trường THCS Hoa Phượng", "Đơn xin nghỉ học")
    assert {core.created.replace(tzinfo=None), core.modified.replace(tzinfo=None)} == {datetime(2026, 8, 31)}


def test_a_warm_cache_a_cold_one_and_none_at_all_give_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = []
    blocked = tmp_path / "a-file"
    blocked.write_bytes(b"")
    for folder in (tmp_path / "cold", tmp_path / "cold", blocked / "below-a-file"):
        monkeypatch.setattr(form_docx, "CACHE", folder)
        form_docx.docx_of.cache_clear()
        made.append(form_docx.docx_of(sheet()))

    assert len(set(made)) == 1
    assert len(list((tmp_path / "cold").glob("*.docx"))) == 1


def test_a_changed_form_is_made_anew() -> None:
    first, second = form_docx.docx_of(sheet()), form_docx.docx_of(sheet(symbol="Mẫu 02"))

    assert "Mẫu 02" in words(second) and "Mẫu 02" not in words(first)


def test_the_library_is_loaded_only_when_a_file_is_made() -> None:
    """`check` asks for versions of forms and never for their files."""
    told = subprocess.run(
        [sys.executable, "-c", "import sys, school_site.form_docx; print('docx' in sys.modules)"],
        capture_output=True, text=True, check=True, cwd=Path(form_docx.__file__).parents[1],
    )  # fmt: skip

    assert told.stdout.strip() == "False"
