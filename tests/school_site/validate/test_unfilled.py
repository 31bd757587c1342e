"""A hint that was left in place: the finding says which value or cell, and bids nobody delete what must stay."""

from __future__ import annotations

from school_site.findings import Finding
from school_site.kinds import kind_at
from school_site.load import read_record
from school_site.paths import SCHEMA
from school_site.validate.shapes import read_shapes
from school_site.validate.unfilled import unfilled

PATH = "cong-khai/2026-2027/pt-doi-ngu.md"
PAPER = """---
title: Đội ngũ năm học 2026-2027
item: pt-doi-ngu
school_year: 2026-2027
published_on: 5/9/2026
decision_number: 45/QĐ-THCS
tables:
  - title: Trình độ
    columns: [Đối tượng, Đại học]
    rows:
      - [Giáo viên, 52]
      - [Nhân viên, 3]
---

Lời dẫn.
"""


def found_in(text: str) -> list[Finding]:
    kind = kind_at(PATH)
    assert kind is not None
    record, unread = read_record(text, PATH, kind)
    assert record is not None, unread
    return unfilled(record, kind, read_shapes(SCHEMA)["disclosure"])


def test_a_required_value_is_to_be_filled_in_and_never_deleted() -> None:
    (found,) = found_in(PAPER.replace("title: Đội ngũ năm học 2026-2027", 'title: "«Tiêu đề»"'))

    assert found.code == "CK-009" and found.fix == "Thay cả phần trong dấu «…» bằng nội dung thật."


def test_a_value_that_may_be_left_out_may_be_deleted() -> None:
    (found,) = found_in(PAPER.replace("decision_number: 45/QĐ-THCS", 'decision_number: "«Số quyết định»"'))

    assert found.fix.endswith("hoặc xóa dòng này nếu không cần.")


def test_a_cell_is_named_by_its_table_row_and_column() -> None:
    (found,) = found_in(PAPER.replace("[Nhân viên, 3]", '[Nhân viên, "«Đại học»"]'))

    assert "bảng “Trình độ”, dòng “Nhân viên”, cột “Đại học”" in found.message
    assert "xóa" not in found.fix


def test_the_name_of_a_row_is_told_by_its_number() -> None:
    (found,) = found_in(PAPER.replace("[Nhân viên, 3]", '["«tên dòng»", 3]'))

    assert "dòng thứ 2, cột “Đối tượng”" in found.message


def test_a_table_without_names_of_columns_is_counted() -> None:
    text = PAPER.replace("  - title: Trình độ\n    columns: [Đối tượng, Đại học]", "  - id: trinh-do")
    (found,) = found_in(text.replace("[Nhân viên, 3]", '[Nhân viên, "«Đại học»"]'))

    assert "bảng “trinh-do”, dòng “Nhân viên”, cột “thứ 2”" in found.message


def test_what_is_filled_in_is_left_alone() -> None:
    assert found_in(PAPER) == []
