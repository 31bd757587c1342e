"""TP-008, TP-023, TP-024: a forgotten «---» is named with its place, and put in where it fits in one place only."""

from __future__ import annotations

import pytest

from school_site.kinds import kind_at
from school_site.load import read_record
from school_site.repair import repair

PATH = "tin-tuc/2026-11-20-bai.md"
KIND = kind_at(PATH)
assert KIND is not None
HEAD = "title: Họp\naudience: parents\nsummary: Họp giữa kỳ\n"
BODY = "\nKính mời cha mẹ học sinh.\n\n- Mang bút\n"


def told(text: str) -> list[tuple[str, int, str]]:
    assert KIND is not None
    return [(one.code, one.where.line, one.fix) for one in read_record(text, PATH, KIND)[1]]


def mended(text: str) -> str | None:
    assert KIND is not None
    found = repair(text.encode(), PATH, KIND)
    return found.after if found and not found.left else None


@pytest.mark.parametrize(
    "head", [HEAD, f"{HEAD}attachments:\n  - file: tep/a.pdf\n", f"# Tin\n\n{HEAD}\n# Ảnh\npicture:\n- a\n"]
)
@pytest.mark.parametrize("body", [BODY, BODY.strip("\n"), ""])
def test_the_closing_fence_belongs_after_the_last_key(head: str, body: str) -> None:
    text = f"---\n{head}{body}"
    line = 1 + head.count("\n")

    assert [(code, at) for code, at, _ in told(text)] == [("TP-023", line)]
    assert told(text)[0][2].startswith(f"Thêm một dòng  ---  sau dòng {line}, hoặc chạy  ")
    assert mended(text) == f"---\n{head}---\n{body}"


def test_the_opening_fence_belongs_on_top() -> None:
    assert [(code, at) for code, at, _ in told(f"{HEAD}---\n{BODY}")] == [("TP-023", 1)]
    assert mended(f"{HEAD}---\n{BODY}") == f"---\n{HEAD}---\n{BODY}"


def test_a_heading_that_may_be_a_remark_is_left_to_a_person() -> None:
    text = f"---\n{HEAD}\n# Họp\n{BODY}"

    assert told(text)[0][2] == "Thêm một dòng  ---  sau dòng 4"
    assert mended(text) is None


def test_line_ends_of_windows_are_kept_and_other_slips_are_mended_with_it() -> None:
    text = "---\ntitle: Họp: giữa kỳ\nsummary: Họp\n\nNội dung.\n".replace("\n", "\r\n")

    assert mended(text) == '---\n title: "Họp: giữa kỳ"\nsummary: Họp\n---\n\nNội dung.\n'.replace("\n ", "\n").replace(
        "\n", "\r\n"
    )


@pytest.mark.parametrize("text", ["Chỉ có chữ.\n", "Chữ.\n\n---\n\nChữ.\n", "---\nChữ, không có mục nào.\n", HEAD])
def test_without_any_front_matter_it_is_the_whole_that_is_missing(text: str) -> None:
    assert [(code, at) for code, at, _ in told(text)] == [("TP-008", 1)]
    assert mended(text) is None


@pytest.mark.parametrize("between", ["", "\n", "---\n", "\n---\n"])
def test_a_second_front_matter_is_not_published_as_text(between: str) -> None:
    line = 4 + between.count("\n")

    assert [(code, at) for code, at, _ in told(f"---\ntitle: Mới\n---\n{between}{HEAD}{BODY}")] == [("TP-024", line)]


@pytest.mark.parametrize("body", [BODY, "---\n\nSau một vạch ngang.\n", "note: một dòng thôi.\n\nChữ.\n", "Lưu ý: x\n"])
def test_a_body_of_sentences_is_let_be(body: str) -> None:
    assert told(f"---\n{HEAD}---\n{body}") == []
