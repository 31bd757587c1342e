"""A sample school for each level: complete in the eyes of its packs, coherent in its figures, and built whole."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from corpus.law import SCHEMA, owed_by
from corpus.profiles import Profile
from corpus.samples import BY_KEY, EACH_LEVEL, main, sample
from corpus.school import AS_OF, write
from told import Told

from school_site.fitting import fitted, read_pupils
from school_site.layouts import read_layout
from school_site.pipeline import judge

SAMPLES = [BY_KEY[key] for key in EACH_LEVEL]
every_level = pytest.mark.parametrize("profile", SAMPLES, ids=EACH_LEVEL)


def _disclosures(profile: Profile) -> Iterator[dict[str, object]]:
    """The heads of all disclosures that give something."""
    for path, data in sample(profile).items():
        if path.startswith("cong-khai/") and b"declared_none_on" not in data:
            yield yaml.load(data.decode().split("---\n")[1], Loader=yaml.BaseLoader)


def _table(profile: Profile, ending: str, year: str, name: str) -> dict[str, object]:
    """One table of one disclosure."""
    for head in _disclosures(profile):
        if str(head["item"]).endswith(ending) and year in (head.get("school_year"), head.get("fiscal_year")):
            return next(table for table in head["tables"] if table.get("id") == name)  # type: ignore[attr-defined]
    raise AssertionError(f"{profile.key}: {ending} {year} {name}")


def _closing(table: dict[str, object], column: str) -> int:
    """A figure of the closing row."""
    at = table["columns"].index(column)  # type: ignore[attr-defined]
    return int(str(table["total"][at]).replace(".", ""))  # type: ignore[index]


@every_level
def test_a_sample_gives_no_finding_and_leaves_no_demand_open(profile: Profile, tmp_path: Path) -> None:
    verdict = judge(write(sample(profile), tmp_path), SCHEMA, today=AS_OF)

    assert [str(one.message) for one in verdict.findings] == []


@every_level
def test_every_disclosure_with_a_layout_is_written_as_its_tables(profile: Profile) -> None:
    for head in _disclosures(profile):
        layout = read_layout(SCHEMA, str(head["item"]))
        if layout is None:
            continue
        period = str(head.get("period", "year"))
        asked = {
            table.id for table in layout.tables if not table.is_optional and table.addresses(profile.levels, period)
        }
        given = {table.get("id") for table in head.get("tables", ())}  # type: ignore[attr-defined]

        assert asked <= given, head["title"]


@every_level
def test_staff_is_the_same_number_in_every_table_of_a_year_and_in_the_directory(profile: Profile) -> None:
    whole = _closing(_table(profile, "-doi-ngu", "2025-2026", "trinh-do"), "Tổng số")
    trained = _closing(_table(profile, "-doi-ngu", "2025-2026", "boi-duong"), "Tổng số")
    directory = yaml.safe_load(sample(profile)["can-bo.yml"])
    people = sum(unit["member_count"] for unit in directory["units"]) + len(directory["leadership"])

    assert whole == trained
    # The directory is of the year that began this autumn: one or two more.
    assert whole <= people <= whole + 2


@pytest.mark.parametrize("key", ["tieu-hoc", "thcs", "thpt"])
def test_pupils_are_the_same_number_in_every_table_of_a_year(key: str) -> None:
    profile = BY_KEY[key]
    study = "hoc-tap-tieu-hoc" if key == "tieu-hoc" else "hoc-tap"

    size, moves, marks = (
        _table(profile, "-ket-qua-nam-hoc-truoc", "2025-2026", name) for name in ("quy-mo", "bien-dong", study)
    )

    assert _closing(size, "Tổng số") == _closing(moves, "Cuối năm") == _closing(marks, "Tổng số")


@every_level
def test_a_fund_begins_a_year_with_what_it_ended_the_year_before(profile: Profile) -> None:
    before = _table(profile, "so-du-cac-quy", "2024", "quy")
    after = _table(profile, "so-du-cac-quy", "2025", "quy")

    assert _closing(before, "Số dư cuối năm") == _closing(after, "Số dư đầu năm")


@every_level
def test_income_of_the_state_is_what_the_budget_was_settled_at(profile: Profile) -> None:
    finance = _table(profile, "tinh-hinh-tai-chinh-nam-truoc", "2025", "thu-theo-nguon")
    settled = _table(profile, "nsnn26-quyet-toan", "2025", "noi-dung-chi")

    state = int(str(finance["rows"][0][1]).replace(".", ""))  # type: ignore[index]
    assert state == _closing(settled, "Số liệu quyết toán được duyệt")


def test_the_command_writes_one_folder_for_each_level(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(tmp_path), "--profile", "mam-non"])

    assert status == 0
    assert (tmp_path / "mam-non" / "truong.yml").is_file()
    assert f"build --content {tmp_path / 'mam-non'}" in capsys.readouterr().out


def test_the_command_does_not_write_over_a_folder_that_holds_something(tmp_path: Path) -> None:
    note = tmp_path / "mam-non" / "ghi-chu.txt"
    note.parent.mkdir()
    note.write_text("của tôi", encoding="utf-8")

    assert main([str(tmp_path), "--profile", "mam-non"]) == 2
    assert [path.name for path in note.parent.iterdir()] == ["ghi-chu.txt"]


def _captions(pages: str) -> set[str]:
    """The captions of all tables, without the unit."""
    found = re.findall(r'<caption><span class="table-scroll__caption">([^<]+)', pages)
    return {html.unescape(caption).strip() for caption in found}


def _titles(profile: Profile) -> set[str]:
    """The titles of all tables that the forms of this level demand for some year that has been told."""
    told = {
        (str(head["item"]), str(head.get("school_year") or head.get("fiscal_year"))) for head in _disclosures(profile)
    }
    pupils = read_pupils(SCHEMA)
    titles = set()
    for item, year in told:
        if (layout := read_layout(SCHEMA, item)) is not None:
            form = fitted(layout, school_levels=profile.levels, year=year, pupils=pupils)
            titles |= {one.title for one in form.tables if not one.is_optional and one.addresses(profile.levels)}
    return titles


@pytest.mark.slow
@every_level
def test_a_sample_is_built_whole(profile: Profile, build: Callable[..., Told], tmp_path: Path) -> None:
    """The audit passes, nothing is left to do, and every table of the level's forms can be seen."""
    folder, output = write(sample(profile), tmp_path / "content"), tmp_path / "output"

    told = build("--content", folder, "--output", output)

    assert told.status == 0, told.text
    assert "Không có điều gì phải sửa" in told.text
    status = (output / "tinh-trang-cong-khai.html").read_text(encoding="utf-8")
    assert "Không còn mục nào thiếu hay quá hạn." in status
    pages = "".join(path.read_text(encoding="utf-8") for path in sorted((output / "cong-khai").rglob("*.html")))
    assert _titles(profile) - _captions(pages) == set()
    forms = {path.name for path in (output / "bieu-mau").iterdir()}
    ready = {path.with_suffix(".html").name for path in (SCHEMA / "forms" / profile.levels[0]).glob("*.md")}
    assert ready <= forms
    home = (output / "index.html").read_text(encoding="utf-8")
    assert ("Chọn lớp của con" in home) is (profile.levels != ("preschool",))
    # A preschool has no timetable: its menu does not lead to an empty page.
    assert ('href="./thoi-khoa-bieu/index.html"' in home) is (profile.levels != ("preschool",))
    assert ("Bữa trưa bán trú" in home) is profile.has_meals
    if profile.levels == ("preschool",):
        menu = (output / "thuc-don" / "2026-W47.html").read_text(encoding="utf-8")
        plan = (output / "ke-hoach" / "2026-W47.html").read_text(encoding="utf-8")
        assert "Bữa sáng" in menu and "Cháo thịt bằm" in menu
        assert "Chơi ngoài trời" in plan
        assert "Suy dinh dưỡng thể thấp còi" in pages
    else:
        assert "Theo giáo viên" in (output / "thoi-khoa-bieu" / "index.html").read_text(encoding="utf-8")


def test_every_demand_with_a_layout_is_answered_in_some_sample() -> None:
    """A new layout reaches the samples by itself; what is declared absent everywhere would never be seen."""
    schools = [*SAMPLES, BY_KEY["thcs-tu-thuc"]]

    shown = {str(head["item"]) for profile in schools for head in _disclosures(profile)}
    owed = {
        one.id
        for profile in schools
        for one in owed_by(profile)
        if profile.has(one.conditions) and read_layout(SCHEMA, one.id) is not None
    }

    # The first of these is due next year.
    assert owed - shown == {"nsnn26-tai-tro-dong-gop"}
