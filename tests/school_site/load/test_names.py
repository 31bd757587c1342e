"""TP-009: a file with an unfit name is told the name it could have, made from its own words and its own day."""

from __future__ import annotations

import pytest

from school_site.kinds import kind_at
from school_site.load.names import name_fault

THERE = {"tin-tuc/2026-11-16-hop.md", "lich-cong-tac/2026-W47.yml", "gioi-thieu/lich-su.md"}


def fix(path: str, text: str = "") -> str | None:
    kind = kind_at(path)
    assert kind is not None
    found = name_fault(path, kind, text, {*THERE, path})
    assert found is None or found.code == "TP-009"
    return found and found.fix


@pytest.mark.parametrize(
    ("path", "text", "proper"),
    [
        ("tin-tuc/Hội thao 2026.md", "published_on: 5/9/2026\n", "2026-09-05-hoi-thao-2026.md"),
        ("tin-tuc/2026-11-20 Lễ Nhà giáo.md", "published_on: 5/9/2026\n", "2026-11-20-le-nha-giao.md"),
        ("tin-tuc/Hội thao.md", "", "hoi-thao.md"),
        ("su-kien/Lễ hội.md", "published_on: 1/9/2026\nstarts_on: '2026-09-05'\n", "2026-09-05-le-hoi.md"),
        ("gioi-thieu/Thành tích (1).md", "", "thanh-tich.md"),
        ("lich-cong-tac/tuần 11.yml", "starts_on: 16/11/2026\npublished_on: 6/11/2026\n", "2026-W47.yml"),
    ],
)
def test_the_name_comes_from_the_file_itself(path: str, text: str, proper: str) -> None:
    there = {*THERE} - {"lich-cong-tac/2026-W47.yml"}
    kind = kind_at(path)
    assert kind is not None
    found = name_fault(path, kind, text, there)

    assert found is not None and found.fix == f"Đổi tên tệp thành  {proper}"


def test_a_week_that_nothing_tells_is_shown_by_an_example() -> None:
    assert fix("lich-cong-tac/tuan-11.yml") == "Đổi tên tệp, ví dụ  2026-W47.yml"


@pytest.mark.parametrize("mark", [" - Copy", " (1)", " - Bản sao", " - Copy (2)"])
def test_a_copy_beside_its_original_is_called_a_copy(mark: str) -> None:
    assert fix(f"gioi-thieu/lich-su{mark}.md") == "Đây là bản sao của «lich-su.md»: xóa đi nếu không dùng."
    assert fix(f"lich-cong-tac/2026-W47{mark}.yml") == "Đây là bản sao của «2026-W47.yml»: xóa đi nếu không dùng."


def test_a_name_that_is_taken_is_not_offered() -> None:
    assert (fix("gioi-thieu/Lịch sử.md") or "").startswith("Đã có tệp «lich-su.md»: ")


@pytest.mark.parametrize("path", ["tin-tuc/hop.md", "lich-cong-tac/2026-W48.yml", "truong.yml"])
def test_a_fit_name_is_passed_over(path: str) -> None:
    assert fix(path) is None
