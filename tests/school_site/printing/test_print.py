"""The command `print` and its PDFs: opened again by another program, tagged, embedded, reproducible, made once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from told import Told

from school_site.commands import print as command
from school_site.errors import SetupError
from school_site.paths import THEME
from school_site.printing import Sheet, Source, press
from school_site.printing.paper import paper
from school_site.printing.press import Press, make
from school_site.printing.sheets import find

pdf = pytest.mark.pdf
REPORT, STAFF, WEEK = "bao-cao-thuong-nien", "cong-khai/2026-2027/pt-doi-ngu", "lich-cong-tac/2026-W47"
A4, A4_LYING = (595, 842), (842, 595)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """PDFs made once for all tests, as they are for a school."""
    return tmp_path_factory.mktemp("print")


@pytest.fixture(scope="session")
def printed(source: Source, sheets: tuple[Sheet, ...], sample: Path, cache: Path) -> Callable[..., Path]:
    """`printed("lich-cong-tac")`: the PDF of that sheet of the sample."""

    def made(what: str, year: str | None = None) -> Path:
        sheet = find(what, sheets, website=source.school.website, year=year)
        at = Press(theme=THEME, content=sample, cache=cache)
        return next(make([paper(sheet, source, THEME)], at)).path

    return made


def text_of(path: Path) -> str:
    """All words, with what a line break or a hard space parts brought together."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return " ".join(" ".join(pages).split())


def sizes(path: Path) -> set[tuple[int, int]]:
    with pypdfium2.PdfDocument(path) as document:
        return {(round(page.get_width()), round(page.get_height())) for page in document}


def bookmarks(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [item.get_title() for item in document.get_toc()]


def fonts(reader: PdfReader) -> Iterator[tuple[str, DictionaryObject]]:
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            whole = font.get_object()
            yield whole["/BaseFont"], whole["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def tags(node: Any) -> Iterator[tuple[str, Any]]:
    """Every structure element below a node, with what it is."""
    for child in node.get("/K", []) if isinstance(node.get("/K"), list) else [node.get("/K")]:
        element = child.get_object() if child is not None else None
        if isinstance(element, DictionaryObject) and "/S" in element:
            yield element["/S"], element
            yield from tags(element)


# --- what stands on the papers --------------------------------------------------------------------------------


@pdf
def test_a_disclosure_is_a_notice_with_its_figures(printed: Callable[..., Path]) -> None:
    path = printed(STAFF)
    text = text_of(path)

    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN PHƯỜNG HOA PHƯỢNG",
        "/TB-THCSHP", "Phường Hoa Phượng, ngày 18 tháng 9 năm 2026", "THÔNG BÁO",
        "Công khai đội ngũ nhà giáo, cán bộ quản lý và nhân viên năm học 2026-2027",
        "Giáo viên 12 52 0 0 64", "Nơi nhận:", "HIỆU TRƯỞNG", "Nguyễn Thị Minh Hạnh", "Trường mẫu, hư cấu.",
    ):  # fmt: skip
        assert words in text
    assert sizes(path) == {A4}


@pdf
def test_a_paper_that_goes_with_a_decision_has_the_decisions_number(printed: Callable[..., Path]) -> None:
    text = text_of(printed("nsnn26-quyet-toan"))

    assert "(Kèm theo Quyết định số 74/QĐ-THCSHP ngày 18/6/2026 của Trường Trung học cơ sở Hoa Phượng)" in text
    assert "Số: " not in text


@pdf
def test_what_was_not_so_then_is_left_open(printed: Callable[..., Path]) -> None:
    """In 2022 another office stood above the school, and another head signed."""
    text = text_of(printed("bm12-doi-ngu-trung-hoc", year="2021-2022"))

    assert "ỦY BAN NHÂN DÂN" not in text
    assert "Nguyễn Thị Minh Hạnh" not in text
    assert "ngày 24 tháng 6 năm 2022" in text


@pdf
def test_a_week_lies_on_its_side_on_one_sheet_with_its_signature(printed: Callable[..., Path]) -> None:
    path = printed("lich-cong-tac")
    text = text_of(path)

    assert sizes(path) == {A4_LYING}
    assert len(pypdfium2.PdfDocument(path)) == 1
    assert "LỊCH CÔNG TÁC TUẦN 11" in text
    assert "Thứ Bảy 21/11/2026" in text
    assert "HIỆU TRƯỞNG Nguyễn Thị Minh Hạnh" in text


@pdf
@pytest.mark.parametrize(
    ("what", "words", "size"),
    [
        ("thuc-don", ["THỰC ĐƠN", "Canh cua đồng rau đay", "Bữa xế", "khoảng 735 kcal"], A4_LYING),
        ("ke-hoach/2026-W47", ["KẾ HOẠCH", "Tuần 11 (16–21/11/2026)", "/KH-THCSHP", "Tôn sư trọng đạo"], A4),
        ("thoi-khoa-bieu/2026-2027-hk1-6a1", ["THỜI KHÓA BIỂU LỚP 6A1", "Thứ Sáu", "Sinh hoạt lớp", "07:00"], A4_LYING),
    ],
)
def test_what_hangs_on_the_board(
    printed: Callable[..., Path], what: str, words: list[str], size: tuple[int, int]
) -> None:
    path = printed(what)
    text = text_of(path)

    assert [missing for missing in words if missing not in text] == []
    assert sizes(path) == {size}


@pdf
def test_the_booklet_of_a_year_has_contents_with_the_right_pages(printed: Callable[..., Path]) -> None:
    reader = PdfReader(printed("cong-khai/2026"))
    pages = [" ".join((page.extract_text() or "").split()) for page in reader.pages]
    title = "Công khai dự toán thu – chi ngân sách năm 2026"

    assert "CÔNG KHAI năm tài chính 2026" in pages[0]
    listed = pages[1].partition(title)[2].strip(" .").split()[0]
    assert title in pages[int(listed) - 1]
    assert {item.title for item in reader.outline if not isinstance(item, list)} == {"Công khai năm tài chính 2026"}


@pdf
def test_the_annual_report_has_its_sections_figures_and_pictures(printed: Callable[..., Path], source: Source) -> None:
    path = printed(REPORT)
    text, titles = text_of(path), bookmarks(path)

    assert [section.title in " ".join(titles) for section in source.report.sections] == [True] * 7
    assert "VII. Kết quả thực hiện các nhiệm vụ trọng tâm khác" in titles
    assert "Số: 75/BC-THCSHP" in text
    assert "22.169.290.000" in text
    assert "Bố cục chưa đối chiếu với mẫu chính thức." in text
    assert "(để báo cáo);" in text


# --- how the PDFs are made ------------------------------------------------------------------------------------


@pdf
def test_a_pdf_says_what_it_is_to_those_who_cannot_see_it(printed: Callable[..., Path]) -> None:
    reader = PdfReader(printed(REPORT))
    root: Any = reader.trailer["/Root"]
    found = list(tags(root["/StructTreeRoot"]))
    kinds = {kind for kind, _ in found}

    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "vi"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert 'pdfuaid:part="1"' in root["/Metadata"].get_data().decode()
    assert reader.metadata is not None and reader.metadata.title == "Báo cáo thường niên năm 2025"
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L", "/Figure"} <= kinds
    assert [element for kind, element in found if kind == "/Figure" and not element.get("/Alt")] == []


@pdf
@pytest.mark.parametrize("what", [STAFF, WEEK, REPORT])
def test_every_letter_comes_from_an_embedded_font_of_ours(printed: Callable[..., Path], what: str) -> None:
    """One from the machine would look otherwise on the next machine, and read otherwise to a machine."""
    used = list(fonts(PdfReader(printed(what))))

    assert used
    assert {name.partition("+")[2].split("-")[0] for name, _ in used} == {"Tinos"}
    assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for _, descriptor in used)


@pdf
def test_the_same_content_gives_the_same_bytes(source: Source, sheets: tuple[Sheet, ...], sample: Path) -> None:
    at = Press(theme=THEME, content=sample, cache=sample)

    once, twice = (press.pdf_of(paper(find(WEEK, sheets, website=""), source, THEME), at) for _ in range(2))

    assert once == twice


@pdf
def test_an_unchanged_pdf_is_not_made_again_and_a_changed_one_is(
    run: Callable[..., Told], content: Path, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "CACHE", tmp_path / "cache")
    words = ("print", WEEK, "--content", content, "--output", tmp_path / "in")
    first = run(*words)
    made = (tmp_path / "in" / f"{WEEK}.pdf").read_bytes()
    monkeypatch.setattr(press, "pdf_of", None)
    again = run(*words)
    monkeypatch.undo()
    monkeypatch.setattr(command, "CACHE", tmp_path / "cache")
    schedule = content / f"{WEEK}.yml"
    schedule.write_text(schedule.read_text(encoding="utf-8").replace("Nhà thi đấu", "Sân sau"), encoding="utf-8")
    changed = run(*words)

    assert "lấy lại bản đã làm" not in first.out
    assert "lấy lại bản đã làm" in again.out
    assert "lấy lại bản đã làm" not in changed.out
    assert (tmp_path / "in" / f"{WEEK}.pdf").read_bytes() != made


@pdf
def test_many_are_made_by_several_processes_with_the_same_bytes(
    source: Source, sheets: tuple[Sheet, ...], sample: Path, tmp_path: Path
) -> None:
    chosen = [sheet for sheet in sheets if sheet.section == "lich-cong-tac"][:4]
    at = Press(theme=THEME, content=sample, cache=tmp_path)

    made = {done.name: done for done in make((paper(sheet, source, THEME) for sheet in chosen), at)}

    assert set(made) == {sheet.name for sheet in chosen}
    assert all(done.is_new for done in made.values())
    one = chosen[0]
    assert made[one.name].path.read_bytes() == press.pdf_of(paper(one, source, THEME), at)


@pdf
def test_a_picture_of_the_content_is_printed_and_one_from_elsewhere_is_not_fetched(
    run: Callable[..., Told], content: Path, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "CACHE", cache)
    plan = content / "ke-hoach" / "2026-W47.md"
    plan.write_text(
        plan.read_text(encoding="utf-8")
        + "\n![Học sinh lớp 8A2 trồng cây bên hàng rào](../hinh/trong-cay.jpg)\n\n![Biểu trưng ngày hội đọc sách của phường](https://example.org/bieu-trung.png)\n",
        encoding="utf-8",
    )

    assert run("print", "ke-hoach/2026-W47", "--content", content, "--output", tmp_path / "in").status == 0

    reader = PdfReader(tmp_path / "in" / "ke-hoach" / "2026-W47.pdf")
    # Pages share what they show: the one picture is listed by each.
    assert len({image.name for page in reader.pages for image in page.images}) == 1


# --- what is said when it cannot be done ----------------------------------------------------------------------


def test_without_a_word_it_tells_what_can_be_printed(run: Callable[..., Told], sample: Path) -> None:
    told = run("print", "--content", sample)

    assert told.status == 0
    assert f"    {STAFF} " in told.out
    assert "Lịch công tác tuần\n" in told.out


@pytest.mark.parametrize(
    ("system", "remedy"), [("linux", "sudo apt install libpango"), ("win32", "MSYS2"), ("darwin", "brew install pango")]
)
def test_each_system_is_told_its_own_remedy(monkeypatch: pytest.MonkeyPatch, system: str, remedy: str) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.setattr(press.sys, "platform", system)

    with pytest.raises(SetupError, match=f"Pango.*{remedy}"):
        press.engine()


def test_without_pango_one_sentence_says_what_to_install(
    run: Callable[..., Told], sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "CACHE", tmp_path / "cache")
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    told = run("print", STAFF, "--content", sample, "--output", tmp_path / "in")

    assert told.status == 2
    assert len(told.err.strip().splitlines()) == 1
    assert not (tmp_path / "in").exists()


def test_a_file_with_an_error_is_not_put_on_paper(run: Callable[..., Told], content: Path, tmp_path: Path) -> None:
    """Its total is wrong; a paper on the board cannot be called back."""
    disclosure = content / "cong-khai" / "2021-2022" / "bm12-doi-ngu-trung-hoc.md"
    text = disclosure.read_text(encoding="utf-8")
    assert "60" in text
    disclosure.write_text(text.replace("50, 4, 0, 60]", "50, 4, 0, 61]"), encoding="utf-8")

    told = run("print", "cong-khai/2021-2022/bm12-doi-ngu-trung-hoc", "--content", content, "--output", tmp_path / "in")

    assert told.status == 1
    assert "lỗi CK-" in told.err and "Chưa in" in told.err
    assert not (tmp_path / "in").exists()


def test_a_file_that_cannot_be_read_is_told_by_its_fault_not_as_unknown(
    run: Callable[..., Told], content: Path, tmp_path: Path
) -> None:
    (content / f"{WEEK}.yml").write_text("starts_on: 2026-11-16\nentries: [\n", encoding="utf-8")

    told = run("print", WEEK, "--content", content, "--output", tmp_path / "in")

    assert told.status == 1
    assert f"{WEEK}.yml:" in told.err
    assert not told.has_traceback


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--all", "--year", "1999"], "Không có gì để in của năm «1999»"),
        (["khong-co-gi-nhu-vay"], "Không có gì để in tên «khong-co-gi-nhu-vay»"),
    ],
)
def test_wrong_use_is_answered_in_one_sentence(
    run: Callable[..., Told], sample: Path, words: list[str], said: str
) -> None:
    told = run("print", *words, "--content", sample)

    assert told.status == 2
    assert said in told.err


def test_papers_are_not_strewn_over_the_content(run: Callable[..., Told], content: Path) -> None:
    told = run("print", STAFF, "--content", content, "--output", content)

    assert told.status == 2
    assert "nằm trong thư mục nội dung" in told.err


@pdf
def test_one_paper_may_go_into_a_file_of_the_content_to_be_attached(
    run: Callable[..., Told], content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How the annual report, which the law wants as a PDF, gets onto the site."""
    monkeypatch.setattr(command, "CACHE", cache)
    target = content / "tep" / "bao-cao.pdf"

    assert run("print", REPORT, "--content", content, "--output", target).status == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_cache_that_has_grown_loses_its_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "_KEPT", 2)
    for at in range(4):
        path = tmp_path / f"{at}.pdf"
        path.write_bytes(b"")
        os.utime(path, (at, at))

    press._tidy(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["2.pdf", "3.pdf"]
