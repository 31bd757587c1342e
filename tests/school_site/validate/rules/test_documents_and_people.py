"""VB-040 … VB-045, TR-040, TR-041, BV-042, BV-043, AT-040, CK-048: documents, leaders, titles, pictures, stamps."""

from __future__ import annotations

import pytest

from school_site.findings import Severity
from school_site.model import Asset
from school_site.validate.rules import (
    number_twice,
    replacement_ring,
    report_not_pdf,
    same_title,
    secrecy_stamp,
    unappointed_leader,
    useless_alternative,
    wrong_symbol,
)

from .contents import codes, disclosure, document, findings, page

# --- numbers and symbols -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type", "number"),
    [
        ("plan", "12/QĐ-THCST"),
        ("plan", "12/KH"),
        ("plan", "12-KH/THCST"),
        ("plan", "KH-THCST"),
        ("plan", "12/KH-THCS HB"),
        ("decision", "12/QD-THCST"),
        ("official_letter", "12/KH-THCST"),
    ],
)
def test_a_number_reads_as_its_type_is_numbered(type: str, number: str) -> None:
    (found,) = findings(wrong_symbol, document("a", type=type, number=number))

    assert (found.code, found.severity, found.where.line) == ("VB-040", Severity.warning, 2)
    assert found.legal


@pytest.mark.parametrize(
    ("type", "number", "direction"),
    [
        ("plan", "12/KH-THCST", "issued"),
        ("plan", "05/KH-THCST", "issued"),
        ("programme", "12/CTr-THCST", "issued"),
        ("official_letter", "12/THCST", "issued"),
        ("official_letter", "12/THCST-VP", "issued"),
        ("decision", "15/2026/QĐ-UBND", "received"),
        ("circular", "09/2026/TT-BGDĐT", "received"),
        ("official_letter", "772/GDĐT", "received"),
        ("law", "91/2025/QH15", "received"),
        ("other", "bất kỳ", "received"),
    ],
)
def test_numbers_of_the_right_form_are_left_alone(type: str, number: str, direction: str) -> None:
    assert codes(wrong_symbol, document("a", type=type, number=number, direction=direction)) == []


def test_documents_older_than_the_rules_of_numbering_are_left_alone() -> None:
    assert codes(wrong_symbol, document("a", number="KH số 12", on="2019-09-05")) == []
    assert codes(wrong_symbol, document("a", number=None, on="2019-09-05")) == []


def test_a_document_has_a_number_or_says_that_its_copy_has_none() -> None:
    assert [code for code, _, _ in codes(wrong_symbol, document("a", number=None))] == ["VB-041"]
    assert codes(wrong_symbol, document("a", "not_in_copy: [number]\n", number=None)) == []


def test_a_number_is_given_once_a_year() -> None:
    first = document("a", "issuer_short: thcst\n")
    assert [code for code, _, _ in codes(number_twice, {**first, **document("b", "issuer_short: thcs-t\n")})] == [
        "VB-042"
    ]
    assert codes(number_twice, {**first, **document("b", number="12/QĐ-THCST", type="decision")}) == []
    assert codes(number_twice, {**first, **document("b", on="2025-09-05")}) == []
    assert codes(number_twice, {**first, **document("b", issuer="Ủy ban nhân dân phường")}) == []


# --- replacements --------------------------------------------------------------------------------------------


def _replacing(name: str, *old: str, on: str) -> dict[str, str]:
    return document(name, f"replaces: [{', '.join(old)}]\n", number=f"{name[-1]}/KH-THCST", on=on)


def test_a_document_does_not_replace_itself() -> None:
    assert codes(replacement_ring, _replacing("d-1", "d-1", on="2026-01-05")) == [("VB-043", "van-ban/d-1.md", 8)]


def test_replacements_do_not_run_in_a_ring() -> None:
    ring = {
        **_replacing("d-1", "d-3", on="2026-01-05"),
        **_replacing("d-2", "d-1", on="2026-02-05"),
        **_replacing("d-3", "d-2", on="2026-03-05"),
    }
    assert [code for code, _, _ in codes(replacement_ring, ring)] == ["VB-043"] * 3


def test_a_document_is_replaced_once_and_by_a_later_one() -> None:
    old = document("d-1", number="1/KH-THCST", on="2026-01-05")
    later = _replacing("d-2", "d-1", on="2026-02-05")

    assert codes(replacement_ring, {**old, **later}) == []
    assert codes(replacement_ring, {**old, **later, **_replacing("d-3", "d-1", on="2026-03-05")}) == [
        ("VB-044", "van-ban/d-3.md", 8)
    ]
    assert codes(replacement_ring, {**old, **_replacing("d-2", "d-1", on="2025-02-05")}) == [
        ("VB-045", "van-ban/d-2.md", 8)
    ]


# --- leaders -------------------------------------------------------------------------------------------------


def _directory(more: str) -> dict[str, str]:
    leader = (
        f"  - name: Lê Hà\n    position: Hiệu trưởng\n    phone: 028 3999 0102\n    email: ha@hcm.edu.vn\n"
        f"    workplace: Tầng 1\n    duties: Phụ trách chung\n{more}"
    )
    return {"can-bo.yml": f"leadership:\n{leader}units:\n  - {{name: Văn phòng, head: Đặng Lan}}\n"}


def test_a_leader_has_an_appointment() -> None:
    assert codes(unappointed_leader, _directory("")) == [("TR-040", "can-bo.yml", 2)]
    assert codes(unappointed_leader, _directory("    appointed_by: 2023-1846-qd-ubnd\n")) == []


def test_a_term_that_ended_is_told() -> None:
    appointed = "    appointed_by: 2021-1-qd-ubnd\n    term_ends_on: "
    assert codes(unappointed_leader, _directory(f"{appointed}2026-08-14\n")) == [("TR-041", "can-bo.yml", 9)]
    assert codes(unappointed_leader, _directory(f"{appointed}2026-11-22\n")) == []


# --- titles, pictures, reports -------------------------------------------------------------------------------


def _news(name: str, title: str, more: str = "", body: str = "Nội dung.") -> dict[str, str]:
    head = f"title: {title}\npublished_on: 2026-11-20\nsummary: Tóm tắt\n{more}"
    return {f"tin-tuc/2026-11-20-{name}.md": f"---\n{head}---\n{body}\n"}


def test_an_article_is_put_up_once() -> None:
    first = _news("a", "Lễ kỷ niệm 20/11")
    assert codes(same_title, {**first, **_news("b", "LỄ KỶ NIỆM  20/11")}) == [("BV-042", "tin-tuc/2026-11-20-b.md", 2)]
    assert codes(same_title, {**first, **_news("b", "Hội diễn 20/11")}) == []


@pytest.mark.parametrize(
    "alt", ["ảnh", "Hình 1", "khai-giang.jpg", "khai giang", "IMG_2034", "Ảnh minh họa", "DSC01234"]
)
def test_a_pictures_text_says_what_is_in_it(alt: str) -> None:
    picture = f"picture:\n  file: hinh/khai-giang.jpg\n  alt: {alt}\n  people: none\n"
    assert codes(useless_alternative, _news("a", "Tin", picture)) == [("BV-043", "tin-tuc/2026-11-20-a.md", 7)]


def test_a_picture_inside_a_body_is_looked_at_too() -> None:
    assert codes(useless_alternative, page("![](../hinh/a.jpg)")) == [("BV-043", "gioi-thieu/lich-su.md", 5)]
    assert codes(useless_alternative, page("![Học sinh chào cờ](../hinh/a.jpg)")) == []


def test_an_annual_report_is_a_pdf() -> None:
    rest = "attachments:\n  - {{file: tep/a.{}, title: Báo cáo}}\n"
    name = "bao-cao-thuong-nien"
    assert len(codes(report_not_pdf, disclosure(rest.format("docx"), year="2025", name=name))) == 1
    assert len(codes(report_not_pdf, disclosure("", year="2025", name=name))) == 1
    assert codes(report_not_pdf, disclosure(rest.format("pdf"), year="2025", name=name)) == []
    assert codes(report_not_pdf, disclosure(rest.format("docx"), year="2025", name="muc")) == []


# --- secrecy -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "MẬT",
        "**TỐI MẬT**",
        "Độ mật: Tối mật",
        "TUYỆT MẬT",
        "Kế hoạch (MẬT) năm 2026",
        "Tối mật",
        "Tối mật: Kế hoạch",
        "M Ậ T",
    ],
)
def test_a_stamp_of_secrecy_is_found(text: str) -> None:
    (found,) = findings(secrecy_stamp, page(f"Trường Thử\n\n{text}\n\nKế hoạch"))

    assert (found.code, found.where.line) == ("AT-040", 7)


@pytest.mark.parametrize(
    "text",
    ["Giữ bí mật mật khẩu.", "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "## BẢO MẬT", "Khám mắt, họp mặt", "Tài liệu mật ong rừng",
     "Quy định về tài liệu mật nhà nước", "Mật mã học"],
)  # fmt: skip
def test_words_about_secrets_are_no_stamp(text: str) -> None:
    assert codes(secrecy_stamp, page(text)) == []


def test_a_stamp_in_an_attachment_or_in_a_name_is_found() -> None:
    paper = Asset(path="tep/ke-hoach.pdf", size=1, media_type="application/pdf", pages=("UBND PHƯỜNG\nMẬT\nKế hoạch",))
    names = [
        Asset(path=f"tep/{name}", size=1) for name in ("ke-hoach-toi-mat.pdf", "KH_MẬT_2026.pdf", "cong-van-mat.doc")
    ]
    fine = [Asset(path=f"tep/{name}", size=1) for name in ("kham-mat.pdf", "hop-mat-20-11.jpg", "mat-tran.pdf")]

    assert len(codes(secrecy_stamp, {}, (paper, *names))) == 4
    assert codes(secrecy_stamp, {}, tuple(fine)) == []
