"""A missing value: done word for word, the remedy heals the file, inside groups and lists, too."""

from __future__ import annotations

import re

import pytest

from school_site.kinds import kind_named
from school_site.load import read_record
from school_site.paths import SCHEMA
from school_site.validate.schema import check_record
from school_site.validate.shapes import read_shapes

NEWS = """---
title: Hội khỏe Phù Đổng cấp trường năm 2026
published_on: 18/11/2026
topic: sports_arts
summary: Hội khỏe có nhiều môn thi cho học sinh các khối lớp của trường tham gia.
picture:
  file: hinh/tet.jpg
  alt: Sân trường ngày hội
  people: none
attachments:
  - file: tep/don-xin-nghi-hoc.pdf
    title: Đơn xin nghỉ học
---

Nội dung.
"""
UNDER = re.compile(r"Dưới dòng (\d+) thêm một dòng, thụt vào (\d+) dấu cách")


def remedies(text: str) -> list[str]:
    kind = kind_named("article")
    assert kind is not None
    record, unread = read_record(text, "tin-tuc/2026-11-18-hoi-khoe.md", kind)
    assert record is not None, unread
    return [finding.fix for finding in check_record(record, kind, read_shapes(SCHEMA)["article"])[1]]


@pytest.mark.parametrize(
    ("lost", "line"),
    [
        ("  people: none\n", "people: none"),
        ("  file: hinh/tet.jpg\n", "file: hinh/tet.jpg"),
        ("    title: Đơn xin nghỉ học\n", "title: Đơn xin nghỉ học"),
        ("file: tep/don-xin-nghi-hoc.pdf\n    ", "file: tep/don-xin-nghi-hoc.pdf"),
    ],
)
def test_the_line_goes_where_the_remedy_says_and_as_far_in(lost: str, line: str) -> None:
    text = NEWS.replace(lost, "")
    (fix,) = remedies(text)
    place = UNDER.match(fix)
    assert place is not None, fix

    lines = text.split("\n")
    lines.insert(int(place[1]), " " * int(place[2]) + line)

    assert remedies("\n".join(lines)) == []


def test_a_group_in_braces_takes_it_inside_the_braces() -> None:
    text = NEWS.replace(
        "  - file: tep/don-xin-nghi-hoc.pdf\n    title: Đơn xin nghỉ học\n", "  - {file: tep/don-xin-nghi-hoc.pdf}\n"
    )

    (fix,) = remedies(text)
    assert fix.startswith("Ghi thêm vào trong ngoặc ở dòng 11, sau một dấu phẩy, ví dụ  title: ")


def test_the_values_of_a_closed_list_are_told_with_what_they_mean() -> None:
    (fix,) = remedies(NEWS.replace("  people: none\n", ""))

    assert fix.endswith(
        "chọn một giá trị cho  people: …  trong: none (Không có người nhận ra được); "
        "staff (Chỉ có cán bộ, giáo viên); pupils (Có học sinh)"
    )


def test_a_name_with_nothing_behind_it_is_filled_in_where_it_stands() -> None:
    (fix,) = remedies(NEWS.replace("title: Hội khỏe Phù Đổng cấp trường năm 2026", "title:"))

    assert fix.startswith("Điền vào dòng này, ví dụ  title: ")


def test_at_the_top_of_the_file_any_place_will_do() -> None:
    (fix,) = remedies(NEWS.replace("published_on: 18/11/2026\n", ""))

    assert fix.startswith("Thêm một dòng, ví dụ  published_on: ")


def test_where_nothing_is_missing_nothing_is_said() -> None:
    assert remedies(NEWS) == []
