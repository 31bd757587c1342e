"""Open data: what stands in the table is what other programs read, number by number and letter by letter."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from validate.schools import disclosure

from school_site.datasets import CATALOGUE, PACKAGE, Dataset, all_datasets
from school_site.finish.open_data import all_files, as_csv, as_json, as_xlsx
from school_site.model import Table

from .schools import SITE_URL, view


@pytest.fixture(autouse=True, scope="module")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_xlsx, "CACHE", tmp_path_factory.mktemp("open-data"))
        yield


TABLE = Table(
    title="Thu: năm [2025]", unit="đồng", columns=("Nguồn", "Số tiền", "Tỷ lệ", "Bình quân", "Ghi chú"),
    rows=(
        ("Học phí", "1.234.567", "97,5%", "42,20", "Miễn"),
        ("12", "0", "100%", "6,1", "-"),
        ("=HYPERLINK(1)", "-5", "0,5%", "1234.5", "+ thu thêm"),
    ),
    total=("Cộng", "1.234.562", "", "", "0123"),
)  # fmt: skip


def one(table: Table = TABLE, **values: Any) -> Dataset:
    usual: dict[str, Any] = {
        "name": "cong-khai/2025/thu/thu",
        "group": "Thu",
        "year": "2025",
        "page": "cong-khai/2025/thu.html",
    }
    return Dataset(table=table, **{**usual, **values})


def csv_lines(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def calamine_lines(data: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


# --- CSV -----------------------------------------------------------------------------------------------------


def test_csv_has_its_mark_and_numbers_as_vietnamese_excel_reads_them() -> None:
    data = as_csv.written(one())

    assert data.startswith(b"\xef\xbb\xbf")
    assert csv_lines(data)[:3] == [
        ["Nguồn", "Số tiền", "Tỷ lệ", "Bình quân", "Ghi chú"],
        ["Học phí", "1234567", "97,5%", "42,20", "Miễn"],
        ["12", "0", "100%", "6,1", "-"],
    ]


def test_no_text_becomes_a_formula_and_no_code_loses_its_zero() -> None:
    lines = csv_lines(as_csv.written(one()))

    assert lines[3] == ["'=HYPERLINK(1)", "-5", "0,5%", "1234,5", "'+ thu thêm"]
    assert lines[4][-1] == "0123"


# --- XLSX ----------------------------------------------------------------------------------------------------


def test_a_workbook_holds_numbers_as_numbers_and_shares_as_shares() -> None:
    lines = calamine_lines(as_xlsx.written(one()))

    assert lines[1] == ["Học phí", 1234567.0, 0.975, 42.2, "Miễn"]
    assert lines[3] == ["=HYPERLINK(1)", -5.0, 0.005, 1234.5, "+ thu thêm"]
    assert lines[4][4] == "0123"


def test_a_second_reader_sees_the_same_and_how_it_is_shown() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx.written(one()))).active

    assert sheet.title == "Thu năm 2025" and sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[2]] == ["Học phí", 1234567, 0.975, 42.2, "Miễn"]
    assert (sheet["B2"].number_format, sheet["C2"].number_format) == ("#,##0", "0.0##%")
    assert sheet["A4"].data_type == "s" and sheet["A1"].font.bold


def test_a_workbook_knows_no_clock_and_no_machine() -> None:
    data = as_xlsx.written(one())
    parts = zipfile.ZipFile(io.BytesIO(data)).infolist()

    assert data == as_xlsx._made(one())
    assert {(part.date_time, part.create_system) for part in parts} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_many_columns_have_letters_beyond_z() -> None:
    table = Table(title="Rộng", columns=tuple(f"c{at}" for at in range(30)), rows=(("a", *map(str, range(29))),))

    assert calamine_lines(as_xlsx.written(one(table)))[1][-1] == 28.0


# Everything that YAML lets into a cell: control characters are refused by it.
CELLS = st.text(
    st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=40
)


@settings(deadline=None, derandomize=True)
@given(st.lists(CELLS, min_size=3, max_size=3))
def test_any_text_comes_back_from_both_as_it_was(words: list[str]) -> None:
    table = Table(title=words[0] or "Bảng", columns=("a", "b", "c"), rows=(("tên", f"x{words[1]}", f"y{words[2]}"),))

    assert csv_lines(as_csv.written(one(table)))[1] == ["tên", f"x{words[1]}", f"y{words[2]}"]
    assert calamine_lines(as_xlsx.written(one(table)))[1] == ["tên", f"x{words[1]}", f"y{words[2]}"]


# --- JSON and the catalogues -----------------------------------------------------------------------------------


def test_json_says_what_it_is_and_has_numbers_without_noise() -> None:
    tree = json.loads(as_json.written(one(), view(), SITE_URL))

    assert tree["rows"][0] == ["Học phí", 1234567, "97,5%", 42.2, "Miễn"]
    assert tree["rows"][1] == ["12", 0, "100%", 6.1, None]
    assert tree["page"] == f"{SITE_URL}/cong-khai/2025/thu.html"
    assert [column["type"] for column in tree["columns"]] == ["text", "integer", "text", "number", "text"]


def published() -> tuple[Table, Table]:
    return (
        Table(id="trinh-do", title="Đội ngũ", columns=("Nhóm", "Số người"), rows=(("Giáo viên", "64"),)),
        Table(title="Theo tổ", columns=("Tổ", "Số người"), rows=(("Toán", "13"),)),
    )


def files(*tables: Table, **values: Any) -> dict[str, bytes]:
    there = disclosure("pt-doi-ngu", "2025-2026", tables=tables, **values)
    return dict(all_files(view(disclosures=(there,)), SITE_URL))


def test_an_address_is_made_of_the_forms_id_or_of_the_title() -> None:
    names = {name.rpartition(".")[0] for name in files(*published())}

    assert {
        "du-lieu/cong-khai/2025-2026/pt-doi-ngu/trinh-do",
        "du-lieu/cong-khai/2025-2026/pt-doi-ngu/theo-to",
    } <= names


def test_two_tables_of_one_name_do_not_take_each_others_place() -> None:
    table = published()[1]
    there = view(disclosures=(disclosure("x", "2025-2026", tables=(table, table)),)).site

    assert [dataset.name.rpartition("/")[2] for dataset in all_datasets(there)] == ["theo-to", "theo-to-2"]


def test_the_package_describes_every_table_as_it_lies_there() -> None:
    made = files(*published())
    package = json.loads(made[PACKAGE])

    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"]) == 2
    for resource in package["resources"]:
        head = csv_lines(made[f"du-lieu/{resource['path']}"])[0]
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert all(f"du-lieu/{other['path']}" in made for other in resource["alternates"])
        assert resource["dialect"]["delimiter"] == ";"


def test_two_columns_of_one_name_are_told_apart() -> None:
    table = Table(title="Tỷ lệ", columns=("Cấp", "Tỷ lệ", "Tỷ lệ"), rows=(("Tiểu học", "1,5", "2"),))
    (resource,) = json.loads(files(table)[PACKAGE])["resources"]

    assert resource["schema"]["fields"] == [
        {"name": "Cấp", "type": "string"},
        {"name": "Tỷ lệ", "type": "number", "decimalChar": ","},
        {"name": "Tỷ lệ (2)", "type": "integer"},
    ]


def test_the_catalogue_leads_to_files_that_are_there() -> None:
    made = files(*published())
    (dataset,) = json.loads(made[CATALOGUE])["dcat:dataset"]
    links = [one["dcat:downloadURL"]["@id"].removeprefix(f"{SITE_URL}/") for one in dataset["dcat:distribution"]]

    assert len(links) == 6 and set(links) <= made.keys()
    assert dataset["dct:issued"]["@value"] == date(2026, 6, 1).isoformat()


@pytest.mark.parametrize(("by_others", "says"), [(True, False), (False, True)])
def test_figures_of_others_are_not_said_to_be_the_schools(by_others: bool, says: bool) -> None:
    (dataset,) = json.loads(files(*published(), published_by_others=by_others)[CATALOGUE])["dcat:dataset"]

    assert ("dct:publisher" in dataset) is says
