"""The three forms that the letters name stand ready for each level, and are right without a changed word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from told import Told

from school_site.load import load
from school_site.paths import SCHEMA
from school_site.vocabulary import read_vocabulary

NAMES = {
    "don-xin-nghi-hoc": "leave_of_absence",
    "don-xin-phuc-khao": "remarking",
    "ho-so-tuyen-sinh-dau-cap": "entry_admission",
}
LEVELS = tuple(read_vocabulary(SCHEMA).labels["school_levels"])
# Children of that age are not examined, so there is no mark to ask about.
NONE_SUCH = {("preschool", "don-xin-phuc-khao")}
READY = [(level, name) for level in LEVELS for name in NAMES if (level, name) not in NONE_SUCH]


@pytest.fixture
def content(sample: Path, tmp_path: Path) -> Path:
    """A school that has written its profile and nothing else."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "truong.yml").write_bytes((sample / "truong.yml").read_bytes())
    return folder


def of_levels(content: Path, levels: str) -> None:
    profile = content / "truong.yml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("[lower_secondary]", f"[{levels}]"), encoding="utf-8")


@pytest.mark.parametrize(("level", "name"), READY, ids=str)
def test_a_ready_form_is_right_as_it_is(level: str, name: str, content: Path, run: Callable[..., Told]) -> None:
    of_levels(content, level)
    told = run("new", "bieu-mau", name, "--content", content)

    checked = run("check", "--content", content)
    (record,) = [record for record in load(content).records if record.kind == "form_template"]
    assert told.status == 0 and "dùng được ngay" in told.out and "«…»" not in told.out
    assert record.fields["form_type"] == NAMES[name]
    assert [found.message for found in checked.findings if f"{name}.md" in found.file] == []
    assert "THCS Hoa Phượng" in str(record.fields["addressed_to"])
    assert "{" not in (content / record.path).read_text(encoding="utf-8")


def test_no_ready_form_is_forgotten() -> None:
    there = {(path.parent.name, path.stem) for path in (SCHEMA / "forms").glob("*/*.md")}

    assert there == set(READY)


@pytest.mark.parametrize(
    ("level", "writer"), [("preschool", "cho con tôi"), ("primary", "cho con tôi"), ("continuing", "Học viên")]
)
def test_who_writes_follows_from_the_level(level: str, writer: str, content: Path, run: Callable[..., Told]) -> None:
    of_levels(content, level)
    run("new", "bieu-mau", "don-xin-nghi-hoc", "--content", content)

    text = (content / "bieu-mau" / "don-xin-nghi-hoc.md").read_text(encoding="utf-8")
    assert writer in text and ("con tôi" in text) == (level != "continuing")


def test_a_school_of_two_levels_gets_both_under_names_of_their_own(content: Path, run: Callable[..., Told]) -> None:
    of_levels(content, "primary, lower_secondary")
    first = run("new", "bieu-mau", "don-xin-nghi-hoc", "--content", content)
    second = run("new", "bieu-mau", "don-xin-nghi-hoc-thcs", "--content", content)

    titles = {record.fields.get("title") for record in load(content).records if record.kind == "form_template"}
    assert "Tiểu học" in first.out and "don-xin-nghi-hoc-thcs" in first.out and second.status == 0
    assert titles == {"Đơn xin nghỉ học", "Đơn xin nghỉ học – Trung học cơ sở"}


def test_what_has_no_ready_form_gets_the_usual_scaffold(content: Path, run: Callable[..., Told]) -> None:
    of_levels(content, "preschool")
    told = run("new", "bieu-mau", "don-xin-phuc-khao", "--content", content)

    assert told.status == 0 and "«…»" in told.out


def test_a_school_without_a_profile_yet_is_not_refused(tmp_path: Path, run: Callable[..., Told]) -> None:
    told = run("new", "bieu-mau", "don-xin-nghi-hoc", "--content", tmp_path)

    assert told.status == 0 and not told.has_traceback
