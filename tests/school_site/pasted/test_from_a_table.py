"""`new … --from`: what was understood is shown, a file is written whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from told import Told
from validate.rules.contents import SCHOOL
from yaml import safe_load

from .papers import HEAD, text, workbook

Run = Callable[..., Told]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "truong.yml").write_text(SCHOOL, encoding="utf-8")
    return tmp_path / "content"


def saved(folder: Path, data: bytes, name: str) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def made(content: Path) -> list[Path]:
    return [path for path in content.rglob("*") if path.is_file() and path.name != "truong.yml"]


def test_a_table_becomes_a_week_that_can_be_published_as_it_is(content: Path, run: Run) -> None:
    table = saved(content.parent, text([HEAD[:4], ("Thứ Hai 30/11", "7g – 7g45", "Chào cờ", "Sân")]), "bang.txt")

    told = run("new", "lich", "--from", table, "--content", content)

    assert told.status == 0
    assert "Thứ Hai, 30/11/2026 | 07:00–07:45 | Chào cờ | Sân" in told.out
    assert "Hiểu đủ 1 việc của tuần 2026-W49 (30/11/2026 – 6/12/2026)." in told.out
    assert [path.name for path in made(content)] == ["2026-W49.yml"]
    assert [one for one in run("check", "--content", content).findings if "2026-W49.yml" in one.file] == []


def test_a_table_is_read_from_what_is_piped_in(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    data = text([HEAD[:3], ("Thứ Hai 30/11", "7g", "Chào cờ")])
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))

    assert run("new", "lich", "--from", "-", "--content", content).status == 0
    assert len(made(content)) == 1


def test_one_row_that_is_not_understood_keeps_the_whole_file_back(content: Path, run: Run) -> None:
    rows = [HEAD[:3], ("Thứ Hai 30/11", "7g", "Chào cờ"), ("", "bảy rưỡi", "Họp")]

    told = run("new", "lich", "--from", saved(content.parent, text(rows), "bang.txt"), "--content", content)

    assert told.status == 1 and not told.has_traceback
    assert "Dòng 3: Máy không hiểu «bảy rưỡi»" in told.err and "Cách sửa:" in told.err
    assert made(content) == []


def test_what_a_schedule_may_not_hold_is_refused_by_our_own_check(content: Path, run: Run) -> None:
    table = saved(content.parent, text([HEAD[:3], ("Thứ Hai 30/11", "7g", "Họp " * 200)]), "bang.txt")

    told = run("new", "lich", "--from", table, "--content", content)

    assert told.status == 1 and "Nội dung" in told.err
    assert made(content) == []


def test_a_grid_becomes_a_timetable_that_keeps_rooms_and_hours_of_the_one_before(content: Path, run: Run) -> None:
    old = content / "thoi-khoa-bieu" / "2025-2026-hk2.yml"
    old.parent.mkdir()
    old.write_text(
        'school_year: 2025-2026\nterm: 2\neffective_on: 2026-01-19\nperiod_starts: ["07:15"]\nclass_groups:\n'
        '  - {name: 6A1, grade: "6", room: A104, homeroom_teacher: Cô Trúc, morning: {monday: [Toán]}}\n',
        encoding="utf-8",
    )
    rows = [["THỜI KHÓA BIỂU HỌC KỲ I NĂM HỌC 2026-2027, áp dụng từ 5/10/2026"], ["Thứ", "Tiết", "6A1"],
            [2, 1, "Toán - Vinh"]]  # fmt: skip

    table = saved(content.parent, workbook(rows), "tkb.xlsx")

    told = run("new", "thoi-khoa-bieu", "--from", table, "--content", content)

    assert told.status == 0 and "1 tiết của 1 lớp, 1 giáo viên" in told.out
    new = safe_load((old.parent / "2026-2027-hk1.yml").read_text(encoding="utf-8"))
    assert (new["effective_on"], new["period_starts"]) == ("5/10/2026", ["07:15"])
    assert new["class_groups"] == [
        {"name": "6A1", "grade": "6", "homeroom_teacher": "Cô Trúc", "room": "A104",
         "morning": {"monday": ["Toán – Vinh"]}}
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("tin-tuc", "--from", "x.txt"), 2, "không làm từ bảng được"),
        (("lich", "--from", "khong-co.txt"), 2, "Không có tệp"),
        (("lich", "tuan-49", "--from", "x.txt"), 2, "viết như 2026-W47"),
        (("lich", "--from", "rong.txt"), 1, "Tệp chưa có nội dung"),
    ],
)
def test_wrong_use_is_answered_in_one_sentence(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], status: int, sentence: str
) -> None:
    monkeypatch.chdir(content.parent)
    saved(content.parent, text([HEAD]), "x.txt")
    saved(content.parent, b"", "rong.txt")

    told = run("new", *words, "--content", content)

    assert (told.status, told.has_traceback) == (status, False)
    assert sentence in told.err
