"""CK-040, BV-041: tables without figures and pages without sentences."""

from __future__ import annotations

from school_site.validate.rules import empty_table, thin_page

from .contents import codes, disclosure, document, page

TABLE = (
    "tables:\n  - title: Lớp\n    columns: [Khối, Số lớp, Học sinh]\n    rows:\n"
    "      - [Khối 6, {0}, {1}]\n      - [Khối 7, {0}, {1}]\n"
)


def test_a_table_of_dashes_is_empty() -> None:
    assert [code for code, _, _ in codes(empty_table, disclosure(TABLE.format('"-"', '""')))] == ["CK-040"]
    assert [code for code, _, _ in codes(empty_table, disclosure(TABLE.format('"…"', "–")))] == ["CK-040"]


def test_a_table_with_one_figure_or_with_zeros_is_not() -> None:
    assert codes(empty_table, disclosure(TABLE.format(8, '"-"'))) == []
    assert codes(empty_table, disclosure(TABLE.format(0, 0))) == []


def test_a_table_in_a_body_is_looked_at_too() -> None:
    assert codes(empty_table, page("Bảng:\n\n| Khối | Lớp |\n|---|---|\n| 6 | - |\n| 7 |  |")) == [
        ("CK-040", "gioi-thieu/lich-su.md", 9)
    ]
    assert codes(empty_table, page("| Khối | Lớp |\n|---|---|\n| 6 | 8 |")) == []


def test_a_page_of_introduction_without_a_sentence_is_thin() -> None:
    assert codes(thin_page, page("Lịch sử.")) == [("BV-041", "gioi-thieu/lich-su.md", 2)]
    assert codes(thin_page, page("Trường được thành lập ngày 20/8/1998.")) == []


def test_a_disclosure_needs_a_table_a_fact_a_file_a_text_or_a_word_that_there_is_none() -> None:
    assert len(codes(thin_page, disclosure(""))) == 1
    assert codes(thin_page, disclosure("facts:\n  - {label: Số lớp, value: 32 lớp}\n")) == []
    assert codes(thin_page, disclosure("attachments:\n  - {file: tep/a.pdf, title: A}\n")) == []
    assert codes(thin_page, disclosure("", body="Trường có 32 lớp với 1.380 học sinh.")) == []
    assert codes(thin_page, disclosure("declared_none_on: 2026-06-19\n")) == []


def test_a_document_that_answers_a_demand_needs_its_text() -> None:
    rest = "satisfies: [quy-che-dan-chu]\n"
    assert len(codes(thin_page, document("2026-12-kh-thcst", rest, body=""))) == 1
    assert codes(thin_page, document("2026-12-kh-thcst", body="")) == []
    files = document("2026-12-kh-thcst", rest + "attachments:\n  - {file: tep/a.pdf, title: A}\n", body="")
    assert codes(thin_page, files) == []
