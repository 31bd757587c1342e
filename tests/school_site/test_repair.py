"""Slips of writing are mended where there is one reading, shown first, and never at the cost of another line."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import Told

from school_site.kinds import kind_at
from school_site.load import read_record
from school_site.load.text import read_text
from school_site.repair import Repair, repair

PATH = "tin-tuc/2026-11-20-bai.md"
KIND = kind_at(PATH)
assert KIND is not None
BODY = "Mở đầu.\n\n\tmã nguồn: thụt bằng tab\n"


def mend(*head: str, end: str = "\n", mark: bytes = b"") -> Repair | None:
    assert KIND is not None
    text = "\n".join(["---", *head, "---", BODY]).replace("\n", end)
    return repair(mark + text.encode(), PATH, KIND)


def mended_head(*head: str) -> list[str] | None:
    """The lines between the fences after mending, or None when the file was left as it is."""
    found = mend(*head)
    assert found is not None
    return None if found.left else found.after.split("\n---\n")[0].split("\n")[1:]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("title: Thông báo: nghỉ học", 'title: "Thông báo: nghỉ học"'),
        ("title: Thông báo:", 'title: "Thông báo:"'),
        ("title: “Thông báo: nghỉ học”", 'title: "Thông báo: nghỉ học"'),
        ('title: "Thông báo nghỉ học', 'title: "Thông báo nghỉ học"'),
        ('title: "Thông báo nghỉ học”', 'title: "Thông báo nghỉ học"'),
        ("title: 'Thông báo nghỉ học", 'title: "Thông báo nghỉ học"'),
        ('title: "Lễ "khai giảng" năm học"', "title: 'Lễ \"khai giảng\" năm học'"),
        ('title: "Dạy tốt" và "học tốt"', 'title: \'"Dạy tốt" và "học tốt"\''),
        ('title: "Hội thi" cấp trường', "title: '\"Hội thi\" cấp trường'"),
        ("title: 'Câu lạc bộ Let's talk", 'title: "Câu lạc bộ Let\'s talk"'),
        ("title: *Quan trọng*", 'title: "*Quan trọng*"'),
        ("title: &Tin tức", 'title: "&Tin tức"'),
        ("title: @trường", 'title: "@trường"'),
        ("title: > 10 điều cần biết", 'title: "> 10 điều cần biết"'),
        ("title: [Khẩn] Nghỉ học", 'title: "[Khẩn] Nghỉ học"'),
        ("title: Thư mục C:\\tep: mới", 'title: "Thư mục C:\\\\tep: mới"'),
    ],
)
def test_a_slip_with_one_reading_is_mended(slip: str, meant: str) -> None:
    assert mended_head("slug: a", slip, "summary: b") == ["slug: a", meant, "summary: b"]


@pytest.mark.parametrize(
    "doubtful",
    [
        ("title: Phòng số: 3 # tầng hai",),
        ("representative: name: Nguyễn Văn An",),
        ("pictures: [a, b",),
        ("base: &chung A", "title: *chung"),
        ('title: "Một" và "hai',),
        ("title: A: b", "title: C"),
        ("title: A: b", "   summary: thụt lạc"),
    ],
)
def test_what_can_be_read_in_two_ways_is_left_to_a_person(doubtful: tuple[str, ...]) -> None:
    found = mend(*doubtful)

    assert found is not None and found.left is not None
    assert found.after == found.before and found.lines == ()


def test_several_slips_of_one_file_are_mended_one_after_the_other() -> None:
    slips = ("title: A: b", "pictures:", "\t- file: hinh/a.jpg", '\t  alt: "Sân trường', "summary: “x: y”")

    assert mended_head(*slips) == [
        'title: "A: b"',
        "pictures:",
        "  - file: hinh/a.jpg",
        '    alt: "Sân trường"',
        'summary: "x: y"',
    ]


def test_one_slip_that_nobody_can_read_keeps_the_whole_file() -> None:
    found = mend("title: A: b", "pictures: [a, b")

    assert found is not None and found.left is not None and found.left.where.line > 2
    assert found.after == found.before


@pytest.mark.parametrize(
    "head", [("title: Nghỉ học",), ("title: “Ngày hội”",), ('title: "A: b"',), ("title: A", "title: B")]
)
def test_a_file_without_slips_is_passed_over(head: tuple[str, ...]) -> None:
    assert mend(*head) is None


def test_marks_and_line_ends_of_windows_and_the_body_stay_byte_for_byte() -> None:
    mark = b"\xef\xbb\xbf"
    found = mend("title: A: b", "slug: c", end="\r\n", mark=mark)

    assert found is not None
    body = BODY.replace("\n", "\r\n").encode()
    assert found.data == mark + b'---\r\ntitle: "A: b"\r\nslug: c\r\n---\r\n' + body


def test_a_yaml_file_is_mended_from_its_first_line_on() -> None:
    kind = kind_at("can-bo.yml")
    assert kind is not None
    found = repair(b"\xef\xbb\xbfgroups: A: b\n", "can-bo.yml", kind)

    assert found is not None and found.data == b'\xef\xbb\xbfgroups: "A: b"\n'


def test_the_diff_shows_the_slip_and_nothing_else() -> None:
    found = mend("slug: a", "title: A: b", "summary: c")

    assert found is not None
    assert [line for line in found.diff(PATH).split("\n")[3:] if not line.startswith(" ")] == [
        "-title: A: b",
        '+title: "A: b"',
    ]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_whatever_stands_in_a_value_is_kept_to_the_letter_or_left_alone(value: str) -> None:
    """No input makes it raise; what it mends reads, and all other lines are as they were."""
    found = mend("slug: a", f"title: {value}", "summary: b")

    if found is not None and not found.left:
        assert KIND is not None
        record, findings = read_record(read_text(found.data, PATH)[0], PATH, KIND)
        before, after = found.before.split("\n"), found.after.split("\n")
        assert findings == [] and record is not None and set(record.fields) == {"slug", "title", "summary"}
        assert [line for number, line in enumerate(after) if number != 2] == [
            line for number, line in enumerate(before) if number != 2
        ]


# --- the command -----------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "tin-tuc").mkdir(parents=True)
    (content / "tin-tuc" / "2026-11-20-a.md").write_text("---\ntitle: A: b\n---\nX\n", encoding="utf-8")
    (content / "tin-tuc" / "2026-11-21-b.md").write_text("---\ntitle: [a, b\n---\nX\n", encoding="utf-8")
    return content


def test_without_yes_nothing_is_written(folder: Path, run: Callable[..., Told]) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.md")}
    told = run("repair", "--content", folder, "tin-tuc/2026-11-20-a.md")

    assert (told.status, told.err) == (0, "")
    assert '+title: "A: b"' in told.out and "chạy lại với --yes để sửa" in told.out
    assert {path: path.read_bytes() for path in folder.rglob("*.md")} == before


def test_with_yes_the_file_is_mended_whole_and_keeps_its_rights(folder: Path, run: Callable[..., Told]) -> None:
    path = folder / "tin-tuc" / "2026-11-20-a.md"
    path.chmod(0o640)
    told = run("sua", "--content", folder, "--yes", path)

    assert told.status == 0 and "Đã sửa 1 dòng trong 1 tệp." in told.out
    assert path.read_text(encoding="utf-8") == '---\ntitle: "A: b"\n---\nX\n'
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(found.name for found in folder.rglob("*") if found.is_file()) == [
        "2026-11-20-a.md",
        "2026-11-21-b.md",
    ]


def test_what_a_person_must_mend_is_told_and_ends_with_1(folder: Path, run: Callable[..., Told]) -> None:
    told = run("repair", "--content", folder, "--yes")

    assert told.status == 1
    assert "2026-11-21-b.md:" in told.out and "Còn 1 tệp phải tự sửa" in told.out
    assert (folder / "tin-tuc" / "2026-11-21-b.md").read_text(encoding="utf-8") == "---\ntitle: [a, b\n---\nX\n"


def test_a_second_repair_finds_nothing_to_do(folder: Path, run: Callable[..., Told]) -> None:
    (folder / "tin-tuc" / "2026-11-21-b.md").unlink()
    run("repair", "--content", folder, "--yes")

    assert run("repair", "--content", folder).out == "Không có dòng nào phải sửa cách viết.\n"


def test_a_file_that_is_not_there_is_answered_with_the_nearest(folder: Path, run: Callable[..., Told]) -> None:
    told = run("repair", "--content", folder, "tin-tuc/2026-11-20-aa.md")

    assert told.status == 2 and "2026-11-20-a.md»?" in told.err


def test_the_sample_school_has_nothing_to_mend(sample: Path, run: Callable[..., Told]) -> None:
    assert run("repair", "--content", sample).status == 0
