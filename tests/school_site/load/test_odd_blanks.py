"""TP-014: a blank that YAML takes for a letter is told at its own line, and mended; inside a value it may stay."""

from __future__ import annotations

import pytest

from school_site.kinds import kind_at
from school_site.load import read_record
from school_site.repair import repair

PATH = "tin-tuc/2026-11-20-bai.md"
KIND = kind_at(PATH)
assert KIND is not None
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("title: A\npicture:\n__file: a.jpg\n  alt: Sân", 4),
        ("title: A\npicture:\n _file: a.jpg\n _alt: Sân", 4),
        ("title: A\npicture:\n  file: a.jpg\n__alt: Sân", 5),
        ("title: A\nitems:\n__- một\n__- hai", 4),
        ("title:_A\nsummary: B", 2),
    ],
)
def test_the_line_of_the_blank_is_told_and_mended(head: str, line: int) -> None:
    assert KIND is not None
    text = f"---\n{head}\n---\nNội dung.\n"
    findings = read_record(text.replace("_", NBSP), PATH, KIND)[1]
    found = repair(text.replace("_", NBSP).encode(), PATH, KIND)

    assert [(one.code, one.where.line) for one in findings] == [("TP-014", line)]
    assert "khoảng trắng lạ" in findings[0].fix
    assert found is not None and found.after == text.replace("_", " ")


def test_a_blank_inside_a_value_stays() -> None:
    assert KIND is not None
    text = f"---\ntitle: A{NBSP}B\nsummary: |\n  {NBSP}C\n---\nNội{NBSP}dung.\n"
    record, findings = read_record(text, PATH, KIND)

    assert findings == [] and record is not None
    assert record.fields == {"title": f"A{NBSP}B", "summary": f"{NBSP}C"}
    assert repair(text.encode(), PATH, KIND) is None
