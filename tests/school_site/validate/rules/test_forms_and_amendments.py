"""BM-040, BM-041, BM-042, VB-047, LK-003: parts of forms, prints that are behind, amendments, references."""

from __future__ import annotations

import pytest

from school_site.findings import Severity
from school_site.form_sheet import sheet_of
from school_site.model import Asset
from school_site.validate.rules import amended_later, incomplete_block, outdated_print, unknown_reference

from .contents import SCHOOL, codes, document, findings, site, verdict

PDF = "tep/don.pdf"


def form(blocks: str, *, attachments: str = "") -> dict[str, str]:
    """A form; its parts begin on line 6 where it has no attachment."""
    head = (
        f"title: Đơn xin nghỉ học\nform_type: leave_of_absence\nsummary: Xin nghỉ học\n{attachments}blocks:\n{blocks}"
    )
    return {"bieu-mau/don.md": f"---\n{head}---\nNộp cho giáo viên chủ nhiệm.\n"}


@pytest.mark.parametrize(
    ("kind", "lacks"),
    [
        ("line", "label"),
        ("paragraph", "label"),
        ("date", "label"),
        ("text", "text"),
        ("heading", "text"),
        ("choice", "options"),
        ("table", "columns"),
        ("signature", "signers"),
    ],
)
def test_a_part_that_cannot_be_set_is_told_with_what_it_lacks(kind: str, lacks: str) -> None:
    (found,) = findings(incomplete_block, form(f"  - kind: line\n    label: Lớp\n  - kind: {kind}\n"))

    assert (found.code, found.where.line) == ("BM-040", 8)
    assert f"({lacks})" in found.message and found.fix.split("ví dụ  ")[1].startswith(f"{lacks}:")


@pytest.mark.parametrize(
    "part",
    [
        "kind: line\n    label: Lớp",
        "kind: choice\n    options: [Ốm]",
        "kind: table\n    columns: [Môn]",
        "kind: text\n    text: Tôi cam đoan.",
        "kind: signature\n    signers: [Phụ huynh]",
    ],
)
def test_a_part_with_what_it_needs_is_silent(part: str) -> None:
    assert codes(incomplete_block, form(f"  - {part}\n")) == []


def test_two_places_to_fill_in_have_two_names() -> None:
    twice = "  - kind: line\n    label: Họ và tên\n  - kind: date\n    label: họ và tên\n"

    assert codes(incomplete_block, form(twice)) == [("BM-041", "bieu-mau/don.md", 9)]


def test_what_the_office_writes_may_bear_the_same_name() -> None:
    twice = "  - kind: line\n    label: Ngày nhận\n  - kind: line\n    label: Ngày nhận\n    is_for_office: true\n"

    assert codes(incomplete_block, form(twice)) == []


def test_an_unknown_kind_of_part_is_told_with_the_kinds_there_are() -> None:
    found = [
        one
        for one in verdict(form("  - kind: lines\n    label: Lớp\n")).findings
        if one.where.path == "bieu-mau/don.md"
    ]

    assert [(one.code, one.where.line) for one in found] == [("BM-005", 6)]
    assert "«line»" in found[0].fix


def test_a_form_without_parts_and_without_files_is_refused() -> None:
    bare = {"bieu-mau/don.md": "---\ntitle: Đơn\nform_type: other\nsummary: Đơn\n---\nNộp tại văn phòng.\n"}

    (found,) = [one for one in verdict(bare).findings if one.where.path == "bieu-mau/don.md"]
    assert found.severity is Severity.error
    assert "attachments" in found.message and "blocks" in found.message


# --- prints ---------------------------------------------------------------------------------------------------

PRINTED = f"attachments:\n  - {{file: {PDF}, title: Bản in}}\n"
PARTS = "  - kind: line\n    label: Lớp\n"


def asset(text: str, media_type: str = "application/pdf") -> tuple[Asset, ...]:
    return (Asset(path=PDF, size=9, media_type=media_type, pages=(text,)),)


def version(files: dict[str, str]) -> str:
    made = site(files)
    sheet = sheet_of(made.form_templates[0], made.school)
    assert sheet is not None
    return sheet.version


def test_a_print_of_an_older_text_is_told() -> None:
    files = form(PARTS, attachments=PRINTED)
    (found,) = findings(outdated_print, files, asset("Trường – Đơn – bản mẫu 00000000"))

    assert (found.code, found.severity, found.where.line) == ("BM-042", Severity.warning, 6)
    assert found.fix == "invoke print bieu-mau/don --output content/tep/don.pdf"
    assert "00000000" in found.message and version(files) in found.message


def test_a_print_is_behind_when_the_schools_own_heading_has_changed() -> None:
    files = form(PARTS, attachments=PRINTED)
    print_of_today = asset(f"bản mẫu {version(files)}")
    renamed = {**files, "truong.yml": SCHOOL.replace("phường Thử", "Thành phố Mới").replace("Cơ sở", "")}

    assert codes(outdated_print, files, print_of_today) == []
    assert [one[0] for one in codes(outdated_print, renamed, print_of_today)] == ["BM-042"]


@pytest.mark.parametrize("text", ["", "Đơn xin nghỉ học do phòng soạn, không mang dấu của máy."])
def test_a_print_made_by_others_is_left_alone(text: str) -> None:
    assert codes(outdated_print, form(PARTS, attachments=PRINTED), asset(text)) == []


# --- amendments -----------------------------------------------------------------------------------------------


def test_a_document_amends_an_earlier_one_only() -> None:
    old = document("cu", number="1/KH-THCST", on="2026-09-05")
    new = document("moi", "amends: [cu]\n", number="2/KH-THCST", on="2026-10-05")
    reversed_ = document("moi", "amends: [cu]\n", number="2/KH-THCST", on="2026-08-05")
    itself = document("moi", "amends: [moi]\n", number="2/KH-THCST")

    assert codes(amended_later, {**old, **new}) == []
    assert codes(amended_later, {**old, **reversed_}) == [("VB-047", "van-ban/moi.md", 8)]
    assert codes(amended_later, itself) == [("VB-047", "van-ban/moi.md", 8)]


def test_an_amended_document_and_a_basis_in_law_must_be_there() -> None:
    procedure = {
        "thu-tuc/nghi.md": "---\ntitle: Xin nghỉ\nsummary: Xin nghỉ\napplicants: Phụ huynh\nchannels: [Văn phòng]\n"
        "steps: [Nộp đơn]\ndossier: [Đơn]\ntime_limit_days: 1\nresponsible_body: Văn phòng\nresult: Trả lời\n"
        "legal_documents: [a]\n---\nNội dung.\n"
    }
    files = {**document("a", "amends: [khong-co]\n"), **procedure}

    assert codes(unknown_reference, files) == [("LK-003", "van-ban/a.md", 8)]
    assert codes(unknown_reference, procedure) == [("LK-003", "thu-tuc/nghi.md", 11)]
