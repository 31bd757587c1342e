"""The structured forms: data that is sound in itself and answers every field that the law asks for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from sandbox import ROOT

from school_site.fitting import fitted, name_key, read_pupils
from school_site.law import Demand, read_law
from school_site.layouts import Layout, TableLayout, read_layout, read_layouts
from school_site.paths import SCHEMA
from school_site.plain_yaml import read_plain

LAYOUTS = read_layouts(SCHEMA)
PAPERS = read_plain(SCHEMA / "papers.yml")
LAW = read_law(SCHEMA)
TABLES = [(item, table) for item, layout in LAYOUTS.items() for table in layout.tables]
OF_A_TABLE = pytest.mark.parametrize(("item", "table"), TABLES, ids=[f"{item}:{table.id}" for item, table in TABLES])


def disclosed() -> list[Demand]:
    """The demands of a year that a disclosure satisfies."""
    return [
        demand
        for demand in LAW.demands.values()
        if demand.is_judged and demand.period != "standing"
        if any(evidence.kind == "disclosure" for evidence in demand.evidence)
    ]


@pytest.mark.parametrize("item", LAYOUTS)
def test_a_layout_obeys_its_schema_and_bears_the_name_of_a_demand(item: str) -> None:
    path = SCHEMA / "layouts" / f"{item}.yml"
    schema = yaml.safe_load((SCHEMA / "layout.schema.yml").read_text(encoding="utf-8"))

    assert [error.message for error in jsonschema_rs.Draft202012Validator(schema).iter_errors(read_plain(path))] == []
    assert LAYOUTS[item].item == item and item in LAW.demands


@pytest.mark.parametrize("demand", disclosed(), ids=lambda demand: demand.id)
def test_every_disclosure_that_is_judged_has_a_form_for_its_fields_or_is_a_paper(demand: Demand) -> None:
    layout = LAYOUTS.get(demand.id)
    if layout is None:
        assert len(PAPERS[demand.id]) > 10, "a paper says why it has no figures"
        return

    assert covered(layout) == {field.id for field in demand.fields}
    assert demand.id not in PAPERS


def covered(layout: Layout) -> set[str]:
    """The fields that the parts of a layout answer."""
    parts = [*layout.facts, *layout.tables]
    for table in layout.tables:
        parts += [*table.columns, *table.rows]
    return {field for part in parts for field in part.covers}


def test_a_paper_is_a_demand_too() -> None:
    assert set(PAPERS) <= {demand.id for demand in disclosed()}


@pytest.mark.parametrize("item", LAYOUTS)
def test_what_was_not_checked_says_so(item: str) -> None:
    assert LAYOUTS[item].is_wholly_checked or LAYOUTS[item].note


@OF_A_TABLE
def test_every_name_in_a_table_is_its_own(item: str, table: TableLayout) -> None:
    ids = Counter([column.id for column in table.columns])
    names = Counter(key for column in table.columns for key in {*map(name_key, (column.label, *column.aliases))})

    assert [name for name, count in ids.items() if count > 1] == []
    assert [name for name, count in names.items() if count > 1] == [], "a heading would mean two columns"
    assert len({row.id for row in table.rows}) == len(table.rows)


@OF_A_TABLE
def test_what_is_worked_out_follows_from_what_is_there(item: str, table: TableLayout) -> None:
    columns, rows = {column.id for column in table.columns}, {row.id for row in table.rows}

    assert {source for column in table.columns for source in column.sources} <= columns
    assert {part for row in table.rows for part in row.sum_of} <= rows
    assert set(table.chart_columns) <= columns
    assert table.columns[0].kind in ("text", "date"), "the first column names the rows"
    # A closing sum beside rows that are sums already would count them twice.
    assert not (table.total and any(row.sum_of for row in table.rows))


def test_no_two_tables_of_an_item_share_an_id() -> None:
    assert [item for item, layout in LAYOUTS.items() if len({t.id for t in layout.tables}) < len(layout.tables)] == []


def test_a_form_is_fitted_to_the_grades_of_the_school_and_the_year_it_is_about() -> None:
    pupils = read_pupils(SCHEMA)
    books, fees = LAYOUTS["pt-danh-muc-sach"], LAYOUTS["cac-khoan-thu-va-muc-thu"]

    both = fitted(books, school_levels=("primary", "lower_secondary"), year="2026-2027", pupils=pupils)
    fee = fitted(fees, school_levels=("primary",), year="2026-2027", pupils=pupils)

    assert [column.label for column in both.tables[0].columns[1:]] == [f"Lớp {grade}" for grade in range(1, 10)]
    assert [c.label for c in fee.tables[0].columns if c.kind == "money"][:2] == [
        "Năm học 2026-2027",
        "Dự kiến 2027-2028",
    ]


def test_a_sum_over_the_grades_is_one_over_those_that_the_school_has() -> None:
    form = fitted(
        LAYOUTS["bm10-chat-luong-thuc-te-trung-hoc"], school_levels=("upper_secondary",), year="2021-2022",
        pupils=read_pupils(SCHEMA),
    )  # fmt: skip
    table = form.tables[0]
    total = table.column("tong")

    assert total is not None and total.sum_of == ("lop-10", "lop-11", "lop-12")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("II.1. Phòng học kiên cố", "Phòng học kiên cố"),
        ("Nguồn thu khác (lãi tiền gửi, căn tin)", "NGUỒN THU KHÁC"),
        ("a) Kinh phí thực hiện chế độ tự chủ", "- Kinh phí thực hiện chế độ tự chủ"),
        ("3.2. Phí", "phí"),
    ],
)
def test_two_spellings_of_a_heading_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_name_from_a_file_leads_to_no_other_folder() -> None:
    assert read_layout(SCHEMA, "../papers") is None and read_layout(Path(ROOT), "pt-doi-ngu") is None
