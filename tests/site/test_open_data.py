"""The sample's figures as a visitor and as another program get them: the page, the files and the pictures agree."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from built import Built
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser, LexborNode

_SPACE = re.compile(r"\s+")


def text(node: LexborNode) -> str:
    return _SPACE.sub(" ", node.text()).strip()


@dataclass(frozen=True)
class Shown:
    """A table on a page: its cells without the column that compares with last year, its files, its picture."""

    page: str
    cells: list[list[str]]
    files: dict[str, str]
    picture: LexborNode | None


def shown_tables(folder: Path) -> Iterator[Shown]:
    for path in sorted((folder / "cong-khai").rglob("*.html")):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for links in tree.css(".table-files"):
            around = links.parent
            assert around is not None
            table = around.css_first("table")
            assert table is not None
            rows = [[text(cell) for cell in row.css("th, td")] for row in table.css("tr")]
            cells = [row[:-1] for row in rows] if around.css_first("td.data-table__change") else rows
            files = {text(link): str(link.attributes["href"]) for link in links.css("a")}
            beside = around.parent
            in_pair = beside is not None and "figures" in str(beside.attributes.get("class"))
            picture = beside.css_first("svg.chart__picture") if beside and in_pair else None
            places = {label: _place(path, folder, link) for label, link in files.items()}
            yield Shown(path.relative_to(folder).as_posix(), cells, places, picture)


def _place(page: Path, folder: Path, link: str) -> str:
    return (page.parent / link).resolve().relative_to(folder.resolve()).as_posix()


@pytest.fixture(scope="module")
def shown(built: Built) -> list[Shown]:
    return list(shown_tables(built.folder))


def number(cell: str) -> float | str:
    """A cell of the page as the number that it is, read with nothing of ours; words as they are."""
    plain = cell.replace("−", "-").strip()
    if re.fullmatch(r"[+-]?(0|[1-9]\d{0,2}(\.\d{3})+|[1-9]\d*)(,\d+)?%?", plain):
        value = float(plain.rstrip("%").replace(".", "").replace(",", "."))
        return round(value / 100, 9) if plain.endswith("%") else value
    return plain


def test_every_table_has_its_three_files(built: Built, shown: list[Shown]) -> None:
    assert len(shown) > 300
    for table in shown:
        assert list(table.files) == ["CSV", "Excel", "JSON"], table.page
        assert [name for name in table.files.values() if not (built.folder / name).is_file()] == []
    places = [name for table in shown for name in table.files.values()]
    assert len(places) == len(set(places)), "two tables share a file"


def test_every_csv_says_what_its_table_says(built: Built, shown: list[Shown]) -> None:
    for table in shown:
        data = (built.folder / table.files["CSV"]).read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))
        missing = [["" if cell == "chưa có" else cell for cell in row] for row in table.cells]

        assert lines[0] == missing[0], table.page
        assert [[row[0], *map(number, row[1:])] for row in lines[1:]] == [
            [row[0], *map(number, row[1:])] for row in missing[1:]
        ], table.page


def test_every_workbook_says_what_its_table_says_to_another_program(built: Built, shown: list[Shown]) -> None:
    def read(cell: Any) -> float | str:
        return round(cell, 9) if isinstance(cell, float) else str(cell)

    for table in shown:
        sheet = CalamineWorkbook.from_path(str(built.folder / table.files["Excel"])).get_sheet_by_index(0)
        lines = sheet.to_python(skip_empty_area=False)
        missing = [["" if cell == "chưa có" else cell for cell in row] for row in table.cells]

        assert lines[0] == missing[0], table.page
        assert [[row[0], *map(read, row[1:])] for row in lines[1:]] == [
            [row[0], *map(number, row[1:])] for row in missing[1:]
        ], table.page


def test_every_figure_of_a_picture_stands_in_the_table_beside_it(shown: list[Shown]) -> None:
    pictures = [(table, table.picture) for table in shown if table.picture is not None]

    assert len(pictures) > 30
    for table, picture in pictures:
        cells = {cell for row in table.cells for cell in row}
        said = {text(node) for node in picture.css('text[data-kind="value"]')}
        named = "; ".join(text(node) for node in picture.css('text[data-kind="part"]'))
        parts = re.findall(r": (\d[\d.,]*?)(?:[,;] |$)", named)
        assert said - cells == set(), table.page
        assert set(parts) - cells == set(), table.page


def test_every_picture_has_a_title_a_description_and_no_style(built: Built) -> None:
    count = 0
    for path in (built.folder / "cong-khai").rglob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for picture in tree.css("svg.chart__picture"):
            count += 1
            names = str(picture.attributes["aria-labelledby"]).split()
            assert picture.attributes["role"] == "img"
            assert all(len(text(tree.css_first(f'[id="{name}"]'))) > 3 for name in names), path
            assert picture.css("[style]") == [] and picture.css("style, script, image, foreignObject") == []
            used = {str(bar.attributes["fill"])[5:-1] for bar in picture.css("rect.chart__bar")}
            assert used <= {str(pattern.attributes["id"]) for pattern in picture.css("pattern")}
    assert count > 30


def test_the_yearbook_has_five_years_of_everything_and_answers_the_law(built: Built) -> None:
    tree = LexborHTMLParser((built.folder / "cong-khai" / "nien-giam.html").read_text(encoding="utf-8"))
    tables = [[[text(cell) for cell in row.css("th, td")] for row in table.css("tr")] for table in tree.css("table")]

    assert [table[0][2:] for table in tables][-1] == ["2021", "2022", "2023", "2024", "2025"]
    assert ["Số người học", "người", "1.201", "1.236", "1.275", "1.324", "1.352"] in tables[0]
    assert [cell for table in tables for row in table for cell in row if cell == "chưa có"] == []
    statement = json.loads((built.folder / ".well-known" / "cong-khai.json").read_text(encoding="utf-8"))
    (row,) = [row for row in statement["ledger"] if row["demand"] == "nien-giam-thong-ke-5-nam"]
    assert row["evidence"]["address"] == "cong-khai/nien-giam.html"


def test_two_years_side_by_side_show_what_changed(built: Built) -> None:
    path = built.folder / "cong-khai" / "so-sanh" / "2025" / "tinh-hinh-tai-chinh-nam-truoc.html"
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    rows = [[text(cell) for cell in row.css("th, td")] for row in tree.css("tr")]

    assert ["Tổng thu", "19.670.755.000", "22.169.290.000", "+2.498.535.000", "+12,7%"] in rows


def test_what_a_school_does_not_have_is_an_answer_with_its_day(built: Built) -> None:
    page = LexborHTMLParser((built.folder / "cong-khai/2026-2027/pt-chuong-trinh-nuoc-ngoai.html").read_text("utf-8"))
    year = LexborHTMLParser((built.folder / "cong-khai/2026-2027/index.html").read_text("utf-8"))

    assert "Không có Nhà trường trả lời ngày 18/9/2026" in text(page.css_first(".notice"))
    assert any("không có (khai ngày 18/9/2026)" in text(item) for item in year.css(".disclosure-items__item"))
    assert "không có (18/9/2026)" in text(page.css_first(".year-switch"))


def test_structured_data_is_read_on_the_pages_that_should_have_it(built: Built) -> None:
    def kind(name: str) -> str:
        tree = LexborHTMLParser((built.folder / name).read_text(encoding="utf-8"))
        (block,) = tree.css('script[type="application/ld+json"]')
        return str(json.loads(block.text())["@type"])

    news = next((built.folder / "tin-tuc").glob("2026-*.html")).relative_to(built.folder).as_posix()
    letter = next((built.folder / "van-ban").rglob("3630*.html")).relative_to(built.folder).as_posix()
    assert kind("index.html") == "School" and kind(news) == "NewsArticle" and kind(letter) == "DigitalDocument"
    assert kind("cong-khai/2026-2027/pt-doi-ngu.html") == "Dataset" and kind("du-lieu/index.html") == "DataCatalog"


def test_the_statistics_of_2017_are_shown_as_published_and_questioned(built: Built) -> None:
    findings = [finding for finding in built.told.findings if "thong-ke-cong-thong-tin" in finding.file]
    told = built.told.text

    assert len(findings) == 2
    assert "24 dòng, như dòng «Quận 1»: ghi tổng là 30, các phần cộng lại là 22" in told
    assert "Tỷ lệ «Q.Tân Phú, Tỷ lệ (%) trường tiểu học có CTTĐT» ghi là 113%" in told
    path = built.folder / "du-lieu/cong-khai/2016-2017/thong-ke-cong-thong-tin-dien-tu"
    (data,) = path.glob("*.csv")
    assert "Q.Tân Phú;34;92;37%;0;46;0%;18;16;113%;10;19;53%" in data.read_text("utf-8-sig")
