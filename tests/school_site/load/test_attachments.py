"""What is inside attachments is read once, whatever is in them, and remembered by their bytes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from school_site.load import attachments, load, read_pdf
from school_site.model import Asset

from . import papers


def look(tmp_path: Path, name: str, data: bytes) -> Asset:
    """What is found inside one attachment."""
    shutil.rmtree(tmp_path / "content", ignore_errors=True)
    papers.put(tmp_path / "content", f"tep/{name}", data)
    (asset,) = load(tmp_path / "content", cache=tmp_path / "cache").assets
    return asset


# --- kinds of files ------------------------------------------------------------------------------------------


def test_the_pages_of_a_pdf_are_read(tmp_path: Path) -> None:
    asset = look(tmp_path, "a.pdf", papers.pdf("Trang mot", "So 079203001234"))

    assert asset.media_type == "application/pdf"
    assert [page.strip() for page in asset.pages] == ["Trang mot", "So 079203001234"]
    assert (asset.fault, asset.has_pictures) == ("", False)


def test_a_scanned_pdf_has_a_page_without_words_and_a_picture(tmp_path: Path) -> None:
    asset = look(tmp_path, "a.pdf", papers.scanned_pdf())

    assert (asset.pages, asset.has_pictures, asset.fault) == (("",), True, "")


def test_a_pdf_behind_a_password_is_locked(tmp_path: Path) -> None:
    assert look(tmp_path, "a.pdf", papers.locked_pdf()).fault == "locked"


def test_paragraphs_and_rows_of_a_word_file_are_lines(tmp_path: Path) -> None:
    body = (
        papers.paragraph("Danh sách")
        + "<w:tbl>"
        + papers.row("An", "12/03/2014")
        + papers.row("Bình", "5")
        + "</w:tbl>"
    )
    asset = look(tmp_path, "a.docx", papers.docx(body))

    assert asset.media_type == "application/docx"
    assert [line.split() for line in asset.pages[0].strip().split("\n")] == [
        ["Danh", "sách"],
        ["An", "12/03/2014"],
        ["Bình", "5"],
    ]


def test_headers_and_deleted_words_are_words_too(tmp_path: Path) -> None:
    """What a reader can bring back is published."""
    body = "<w:p><w:del><w:r><w:delText>Số cũ</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    header = (
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        + papers.paragraph("MẬT")
        + "</w:hdr>"
    )
    asset = look(tmp_path, "a.docx", papers.docx(body, {"word/header1.xml": header}))

    assert asset.pages[0].split() == ["Số", "cũ", "MẬT"]


def test_rows_of_a_spreadsheet_stand_on_the_lines_of_their_numbers(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>Bình</t></is></c><c r="B4" s="1"><v>41710</v></c>'
        '<c r="C4"><v>79203001234</v></c></row>'
    )
    asset = look(tmp_path, "a.xlsx", papers.xlsx(rows, ("Họ tên", "Ngày sinh")))

    assert asset.media_type == "application/xlsx"
    assert asset.pages[0].split("\n") == ["", "Họ tên\tNgày sinh", "", "Bình\t12/03/2014\t79203001234", ""]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (papers.jpeg(), "image/jpeg"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
        (b"<!doctype html><p>Trang", "text/html"),
        ("Chữ Việt có dấu".encode(), "text/plain"),
        (b"MZ\x90\x00" + bytes(60), "application/x-executable"),
        (papers.archive({"a.txt": "a"}), "application/zip"),
        (bytes(range(256)), ""),
    ],
)
def test_the_type_is_read_from_the_bytes_not_from_the_name(tmp_path: Path, data: bytes, media_type: str) -> None:
    assert look(tmp_path, "a.pdf", data).media_type == media_type


def test_macros_are_seen(tmp_path: Path) -> None:
    assert look(tmp_path, "a.docx", papers.docx("", {"word/vbaProject.bin": b"x"})).has_code


# --- hostile files -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"%PDF-1.7\nrubbish", papers.pdf("a")[:200], papers.docx("<w:p><w:r>")[:-5]])
def test_a_torn_file_is_broken(tmp_path: Path, data: bytes) -> None:
    name = "a.pdf" if data.startswith(b"%PDF") else "a.docx"
    asset = look(tmp_path, name, data)

    assert asset.fault == "broken" or asset.media_type == "application/zip"


def test_an_unbalanced_document_is_broken(tmp_path: Path) -> None:
    assert look(tmp_path, "a.docx", papers.docx("<w:p>")).fault == "broken"


def test_a_document_with_entities_is_not_unfolded(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>'
    asset = look(tmp_path, "a.docx", papers.archive({"[Content_Types].xml": "", "word/document.xml": laughs}))

    assert asset.fault == "broken"


def test_an_archive_that_unfolds_too_far_is_not_unfolded(tmp_path: Path) -> None:
    assert look(tmp_path, "a.xlsx", papers.xlsx("", more={"xl/media/a.bin": bytes(40_000_000)})).fault == "overpacked"


def test_a_sheet_that_claims_a_million_rows_is_short(tmp_path: Path) -> None:
    asset = look(tmp_path, "a.xlsx", papers.xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))

    assert len(asset.pages[0]) < 2000
    assert asset.pages[0].strip() == "1"


def test_a_reader_that_dies_costs_only_the_file_it_died_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child.py"
    child.write_text(
        "import sys\nfor line in sys.stdin:\n    if 'bad' in line:\n        sys.exit(9)\n"
        "    print('{\"pages\": []}', flush=True)\n"
    )
    monkeypatch.setattr(read_pdf, "_CHILD", child)

    assert read_pdf.read_pdfs([Path(name) for name in ("a", "bad", "b", "c")]) == [
        {"pages": []}, {"fault": "broken"}, {"pages": []}, {"pages": []},
    ]  # fmt: skip


def test_a_reader_that_stalls_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child.py"
    child.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(read_pdf, "_CHILD", child)
    monkeypatch.setattr(read_pdf, "_SECONDS", 0.1)
    monkeypatch.setattr(read_pdf, "_SECONDS_EACH", 0.1)

    assert read_pdf.read_pdfs([Path("a")]) == [{"fault": "broken"}]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 4000), noise=st.binary(max_size=40), suffix=st.sampled_from(["docx", "xlsx", "svg", "doc"]))
def test_no_bytes_raise(tmp_path: Path, cut: int, noise: bytes, suffix: str) -> None:
    whole = (
        papers.xlsx('<row r="1"><c t="s"><v>7</v></c></row>')
        if suffix == "xlsx"
        else papers.docx(papers.paragraph("a"))
    )
    asset = look(tmp_path, f"a.{suffix}", whole[:cut] + noise + whole[cut + len(noise) :])

    assert asset.fault in ("", "broken", "overpacked", "locked")


# --- memory --------------------------------------------------------------------------------------------------


def test_what_was_read_once_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = look(tmp_path, "a.pdf", papers.pdf("Mot"))
    monkeypatch.setattr(attachments, "_read", lambda missed: iter(()) if not missed else 1 / 0)
    (second,) = load(tmp_path / "content", cache=tmp_path / "cache").assets

    assert second == first


def test_changed_bytes_are_read_again(tmp_path: Path) -> None:
    look(tmp_path, "a.pdf", papers.pdf("Mot"))
    path = tmp_path / "content/tep/a.pdf"
    path.write_bytes(papers.pdf("Hai"))
    os.utime(path, ns=(1, 1))
    (asset,) = load(tmp_path / "content", cache=tmp_path / "cache").assets

    assert [page.strip() for page in asset.pages] == ["Hai"]


def test_a_damaged_memory_is_forgotten(tmp_path: Path) -> None:
    first = look(tmp_path, "a.docx", papers.docx(papers.paragraph("Một")))
    for path in (tmp_path / "cache").rglob("*.json"):
        path.write_text("{", encoding="utf-8")

    assert load(tmp_path / "content", cache=tmp_path / "cache").assets == (first,)


def test_a_memory_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands where the folder should be")

    assert look(tmp_path, "a.docx", papers.docx(papers.paragraph("Một"))).pages[0].strip() == "Một"


def test_a_file_too_large_to_look_into_is_only_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MAX_BYTES", 10)
    asset = look(tmp_path, "a.docx", papers.docx(papers.paragraph("Một")))

    assert (asset.digest, asset.pages, asset.fault) == ("", (), "")
