"""`new cong-khai` writes the structured form of an item: fill in its hints, and nothing is missing from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from told import Told

from school_site import load
from school_site.commands.disclosure_file import disclosure_at, form_of_new
from school_site.errors import UsageError
from school_site.kinds import kind_named
from school_site.law import read_law
from school_site.layouts import read_layouts
from school_site.paths import SCHEMA
from school_site.pipeline import judge
from school_site.scaffold import scaffold
from school_site.validate.shapes import read_shapes

TODAY = date(2026, 11, 22)
LEVELS = ["preschool", "primary", "lower_secondary", "upper_secondary", "continuing"]
HINT = re.compile(r"«[^«»]*»")
OF_FORMS = re.compile(r"CK-05\d|CK-02[01]|CK-04[26]|TP-|CK-00")


@pytest.fixture
def school(sample: Path, tmp_path: Path) -> Path:
    """A school of every level that has published nothing yet."""
    content = tmp_path / "content"
    content.mkdir()
    profile = yaml.safe_load((sample / "truong.yml").read_text(encoding="utf-8"))
    (content / "truong.yml").write_text(
        yaml.safe_dump(profile | {"school_levels": LEVELS}, allow_unicode=True), encoding="utf-8"
    )
    return content


def written(content: Path, item: str, **options: str) -> tuple[Path, str]:
    """The file that `new` would write, and its text."""
    kind = kind_named("disclosure")
    assert kind is not None
    path, given = disclosure_at(content / "cong-khai", item, options.get("year"), TODAY, options.get("period"))
    form = form_of_new(content, path, given)
    return path, scaffold(
        kind, read_shapes(SCHEMA)["disclosure"], name=path.stem, today=TODAY, given=given, blocks=form
    )


def test_every_form_is_whole_once_its_hints_are_filled_in(school: Path) -> None:
    demands = read_law(SCHEMA).demands
    made = [item for item in read_layouts(SCHEMA) if demands[item].period != "standing"]
    for item in made:
        for term in demands[item].terms or (None,):
            path, text = written(school, item, **({"period": term} if term else {}))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(HINT.sub("1", text), encoding="utf-8")

    findings = [one for one in judge(school, SCHEMA, today=TODAY).findings if one.where.path.startswith("cong-khai")]

    assert len(made) > 50
    assert [f"{one.where.path} {one.code} {one.message}" for one in findings if OF_FORMS.match(one.code)] == []


def test_last_years_rows_come_back_with_their_figures_as_hints(sample: Path) -> None:
    _, text = written(sample, "pt-doi-ngu", year="2027-2028")
    tables = {table.get("id"): table for table in yaml.safe_load(text.split("---")[1])["tables"]}

    assert tables["to-chuyen-mon"]["rows"][0] == ["Tổ Toán – Tin", "«Thạc sĩ, năm trước 3»", "«Đại học, năm trước 10»"]
    assert "Tổng số" not in tables["trinh-do"]["columns"], "the machine adds it up"
    assert not re.search(r"^\s+- \[.*[^«»,\d ]\", \d", text, re.M)


def test_a_table_of_the_schools_own_comes_back_a_year_later(sample: Path) -> None:
    _, text = written(sample, "pt-co-so-vat-chat", year="2027-2028")
    own = [table for table in yaml.safe_load(text.split("---")[1])["tables"] if "id" not in table]

    assert [table["title"] for table in own] == ["Đối chiếu với cuối năm học 2026-2027"]
    assert own[0]["rows"][0][1].startswith("«Lên lớp hoặc trúng tuyển vào, năm trước 356")


def test_words_of_last_year_stand_and_only_figures_are_asked_again(sample: Path) -> None:
    _, text = written(sample, "cac-khoan-thu-va-muc-thu", year="2027-2028")
    (table,) = yaml.safe_load(text.split("---")[1])["tables"]

    assert table["columns"][:4] == ["Khoản thu", "Cách tính", "Năm học 2027-2028", "Dự kiến 2028-2029"]
    assert table["rows"][0][:2] == ["Học phí", "đồng/học sinh/tháng"]


@pytest.mark.parametrize(
    ("item", "options", "name", "period"),
    [
        ("nsnn26-thuc-hien", {}, "2026/nsnn26-thuc-hien-9-thang", "nine-months"),
        ("nsnn26-thuc-hien", {"year": "2025"}, "2025/nsnn26-thuc-hien", "year"),
        ("nsnn26-thuc-hien", {"year": "2027"}, "2027/nsnn26-thuc-hien-quy-1", "quarter-1"),
        ("nsnn26-thuc-hien", {"year": "2027", "period": "6-thang"}, "2027/nsnn26-thuc-hien-6-thang", "half-year"),
        ("nsnn26-thuc-hien", {"year": "2027", "period": "half-year"}, "2027/nsnn26-thuc-hien-6-thang", "half-year"),
        ("nsnn26-thuc-hien-quy-1", {"year": "2027"}, "2027/nsnn26-thuc-hien-quy-1", "quarter-1"),
        ("nsnn17-thuc-hien", {"year": "2024", "period": "quy-3"}, "2024/nsnn17-thuc-hien-quy-3", "quarter-3"),
        ("nsnn17-thuc-hien", {"year": "2024", "period": "ca-nam"}, "2024/nsnn17-thuc-hien", "year"),
    ],
)
def test_a_paper_of_a_period_is_named_after_it(
    item: str, options: dict[str, str], name: str, period: str, tmp_path: Path
) -> None:
    path, given = disclosure_at(tmp_path, item, options.get("year"), TODAY, options.get("period"))

    assert path.relative_to(tmp_path).as_posix() == f"{name}.md"
    assert given["period"] == period and "{" not in given["title"]


@pytest.mark.parametrize(("item", "period"), [("nsnn26-thuc-hien", "quy-2"), ("pt-doi-ngu", "quy-1")])
def test_a_period_that_an_item_does_not_have_is_refused(item: str, period: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--period"):
        disclosure_at(tmp_path, item, None, TODAY, period)


def test_a_paper_without_figures_says_why_it_has_no_table(school: Path) -> None:
    _, text = written(school, "pt-quy-che-phoi-hop", year="2026-2027")

    assert "# Mục này không có bảng mẫu. Quy chế là văn bản." in text


def test_an_unchecked_form_says_so_in_the_file(school: Path) -> None:
    _, text = written(school, "nsnn26-du-toan", year="2026")

    assert "# Bố cục chưa đối chiếu: Chưa tìm được Mẫu biểu số 74" in text


def test_the_command_writes_the_file_of_a_period(school: Path, run: Callable[..., Told]) -> None:
    told = run("new", "cong-khai", "nsnn26-thuc-hien", "--year", "2026", "--period", "quy-1", "--content", school)

    (path,) = (school / "cong-khai").rglob("*.md")
    (record,) = [record for record in load.load(school).records if record.kind == "disclosure"]
    assert told.status == 0 and path.name == "nsnn26-thuc-hien-quy-1.md"
    assert record.fields["period"] == "quarter-1"
