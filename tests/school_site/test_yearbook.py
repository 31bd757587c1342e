"""The yearbook: figures are taken as they stand, the first source wins, and a year without one says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml
from validate.schools import disclosure

from school_site.law import read_law
from school_site.layouts import read_layouts
from school_site.model import Table
from school_site.paths import SCHEMA
from school_site.yearbook import SectionLayout, SeriesLayout, Source, Yearbook, drawn, read_yearbook

OLD = Source(item="bm10", table=("Tổng hợp năm",), column=("Tổng số",))
NEW = Source(item="pt", table=("quy-mo",), column=("tong",))


def book(*disclosures: Any, sources: tuple[Source, ...] = (NEW, OLD), by: str = "school_year") -> Yearbook:
    pupils = SeriesLayout(id="hoc-sinh", label="Học sinh", unit="người", sources=sources)
    return drawn(
        (SectionLayout(id="a", title="Học sinh", by=by, series=(pupils,), trends=(("hoc-sinh",),)),), disclosures
    )


def cells(made: Yearbook) -> dict[str, str | None]:
    (section,) = made.sections
    (line,) = section.lines
    return {year: figure and figure.cell for year, figure in zip(section.years, line.figures, strict=True)}


def old(year: str, total: str, **values: Any) -> Any:
    table = Table(title=f"Tổng hợp năm {year}", columns=("Mức", "Tổng số"), rows=(("Tốt", "1"),), total=("Cộng", total))
    return disclosure("bm10", year, tables=(table,), **values)


def new(year: str, total: str) -> Any:
    table = Table(
        id="quy-mo", title="Quy mô", columns=("Khối", "Toàn khối"), column_ids=("khoi", "tong"),
        rows=(("Khối 6", "1"),), total=("Cộng", total),
    )  # fmt: skip
    return disclosure("pt", year, tables=(table,))


def test_figures_of_old_and_new_forms_make_one_line_of_five_years() -> None:
    made = book(old("2021-2022", "1.201"), new("2023-2024", "1.275"), new("2025-2026", "1.352"))

    assert cells(made) == {
        "2021-2022": "1.201",
        "2022-2023": None,
        "2023-2024": "1.275",
        "2024-2025": None,
        "2025-2026": "1.352",
    }
    assert made.school_years == {"2021-2022", "2023-2024", "2025-2026"}


def test_the_first_source_goes_before_the_second_whatever_the_order_of_the_files() -> None:
    for papers in ([old("2023-2024", "9"), new("2023-2024", "8")], [new("2023-2024", "8"), old("2023-2024", "9")]):
        assert cells(book(*papers))["2023-2024"] == "8"


def test_a_year_older_than_five_makes_room() -> None:
    assert "2019-2020" not in cells(book(old("2019-2020", "1"), new("2025-2026", "2")))


def test_words_are_no_figure_and_figures_of_others_or_of_a_quarter_are_not_the_schools_year() -> None:
    assert book(old("2024-2025", "chưa chốt")).sections == ()
    assert book(old("2024-2025", "7", published_by_others=True)).sections == ()
    assert book(old("2024-2025", "7", period="quarter-1")).sections == ()


def test_a_row_and_the_number_before_the_bar_can_be_asked_for() -> None:
    table = Table(title="Phòng", columns=("Nội dung", "Số"), rows=(("Số lớp trên số phòng học", "30/34"),))
    source = Source(item="x", table=("Phòng",), column=("Số",), row=("Số lớp trên số phòng học",), part="first")

    assert cells(book(disclosure("x", "2022-2023", tables=(table,)), sources=(source,)))["2022-2023"] == "30"


def test_fiscal_years_have_columns_of_their_own() -> None:
    assert list(cells(book(old(2025, "5"), by="fiscal_year"))) == ["2021", "2022", "2023", "2024", "2025"]  # type: ignore[arg-type]


def test_the_data_obeys_its_schema_and_speaks_of_items_and_tables_that_there_are() -> None:
    tree = yaml.load(Path(SCHEMA / "yearbook.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    rules = yaml.safe_load((SCHEMA / "yearbook.schema.yml").read_text(encoding="utf-8"))
    sources = [source for section in read_yearbook(SCHEMA) for series in section.series for source in series.sources]
    layouts = read_layouts(SCHEMA)

    assert [fault.message for fault in jsonschema_rs.Draft202012Validator(rules).iter_errors(tree)] == []
    assert [source.item for source in sources if source.item not in read_law(SCHEMA).demands] == []
    # A word without a space is the id of a table; the layout must have it, with the column and the row.
    for source in sources:
        for name in (name for name in source.table if name.islower() and " " not in name and source.item in layouts):
            table = layouts[source.item].table(name)
            assert table is not None, f"{source.item} has no table {name}"
            assert any(table.column(column) for column in source.column), (source.item, name, source.column)
            assert not source.row or table.rows_by or any(table.row(row) for row in source.row), (source.item, name)


def test_a_trend_names_lines_of_its_section_in_one_unit() -> None:
    for section in read_yearbook(SCHEMA):
        units = {series.id: series.unit for series in section.series}
        for names in section.trends:
            assert len({units[name] for name in names}) == 1, names
