"""The empty workbook of every form: filled in and handed back, it says exactly what was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from school_site.fitting import fitted, read_pupils
from school_site.layouts import ColumnLayout, Layout, RowLayout, TableLayout, read_layouts
from school_site.matching.understand import understand
from school_site.paths import SCHEMA
from school_site.workbooks import read_workbook
from school_site.workbooks.blank import HEADING_ROW, HINT_ROW, blank_workbook

PUPILS = read_pupils(SCHEMA)
LEVELS = ("preschool", "lower_secondary", "continuing")
ITEMS = tuple(read_layouts(SCHEMA))
COMMAND = "invoke import a.xlsx --as a"


def form(item: str) -> Layout:
    """The form with the tables, grades and ages of several levels."""
    return fitted(read_layouts(SCHEMA)[item], school_levels=LEVELS, year="2026-2027", pupils=PUPILS)


def written(layout: Layout) -> bytes:
    return blank_workbook(layout, layout.tables, title="Mẫu", command=COMMAND)


def typed(column: ColumnLayout, number: int) -> tuple[object, str]:
    """What a person types into a cell, and what it then says."""
    if column.kind in ("count", "money"):
        return number, f"{number:,}".replace(",", ".")
    if column.kind in ("number", "area"):
        return number + 0.5, f"{number:,}".replace(",", ".") + ",5"
    if column.kind == "percent":
        return 0.125, "12,5%"
    if column.kind == "date":
        return date(2026, 9, 5), "5/9/2026"
    return f"Chữ {number}", f"Chữ {number}"


def filled(layout: Layout) -> tuple[bytes, dict[str, list[tuple[str, ...]]]]:
    """Every yellow cell of every sheet filled in; of rows without a name the first three."""
    book = load_workbook(BytesIO(written(layout)))
    said: dict[str, list[tuple[str, ...]]] = {}
    number = 1000
    for table, sheet in zip(layout.tables, book.worksheets, strict=True):
        own = 3
        said[table.id] = []
        for row in range(HEADING_ROW + 1, sheet.max_row + 1):
            name = sheet.cell(row, 1).value
            if (name is None and not own) or (name is not None and name == table.total):
                continue
            if name is None:
                own -= 1
                name = sheet.cell(row, 1).value = f"Mục thứ {own}"
            cells = [str(name)]
            for at, column in enumerate(table.columns[1:], 2):
                cell = sheet.cell(row, at)
                is_open = cell.value is None and cell.fill.fgColor.rgb == "FFFFFBE6"
                number += 1
                value, text = typed(column, number) if is_open else (cell.value, "")
                cell.value = value
                cells.append(text)
            said[table.id].append(tuple(cells))
    out = BytesIO()
    book.save(out)
    return out.getvalue(), said


@pytest.mark.parametrize("item", ITEMS)
def test_what_is_typed_into_an_empty_workbook_comes_back_as_it_was_typed(item: str) -> None:
    layout = form(item)
    data, said = filled(layout)

    understood = understand(read_workbook(data, "a"), layout)

    assert [trouble.text for _, trouble in understood.troubles()] == []
    assert {found.layout.id: list(found.table.rows) for found in understood.found} == said
    assert understood.is_whole


def test_an_empty_workbook_left_empty_is_not_taken_over() -> None:
    layout = form("pt-doi-ngu")
    understood = understand(read_workbook(written(layout), "a"), layout)

    assert not understood.is_whole
    assert {trouble.sentence for _, trouble in understood.troubles()} == {"bảng chưa điền số liệu nào"}


SUMS = TableLayout(
    id="a",
    title="Học sinh: theo khối / năm [thử]",
    unit="học sinh",
    hint="Tính đến ngày khai giảng.",
    columns=(
        ColumnLayout(id="khoi", label="Khối", kind="text"),
        ColumnLayout(id="nam", label="Nam", hint="Học sinh nam"),
        ColumnLayout(id="nu", label="Nữ"),
        ColumnLayout(id="tong", label="Tổng số", sum_of=("nam", "nu")),
        ColumnLayout(id="ti-le", label="Tỉ lệ nữ", kind="percent", share_of=("nu", "tong")),
        ColumnLayout(id="ngay", label="Ngày chốt", kind="date"),
    ),
    rows=(RowLayout(id="6", label="Khối 6"), RowLayout(id="7", label="Khối 7")),
    total="Cộng",
)


def test_sums_shares_and_the_closing_row_are_formulas() -> None:
    book = load_workbook(BytesIO(written(Layout(item="a", tables=(SUMS,)))))
    sheet = book.worksheets[0]

    assert sheet["D5"].value == '=IF(COUNT(B5,C5)=0,"",SUM(B5,C5))'
    assert sheet["E5"].value == '=IF(N(D5)=0,"",C5/D5)'
    assert [sheet.cell(7, at).value for at in range(1, 7)] == [
        "Cộng", "=SUM(B5:B6)", "=SUM(C5:C6)", '=IF(COUNT(B7,C7)=0,"",SUM(B7,C7))', '=IF(N(D7)=0,"",C7/D7)', None,
    ]  # fmt: skip


def test_parts_of_a_sum_are_not_added_twice() -> None:
    rows = (*SUMS.rows, RowLayout(id="cap", label="Cả cấp", sum_of=("6", "7")))
    book = load_workbook(BytesIO(written(Layout(item="a", tables=(replace(SUMS, rows=rows),)))))

    assert (book.worksheets[0]["B7"].value, book.worksheets[0]["B8"].value) == ("=SUM(B5,B6)", "=SUM(B7)")


def test_hints_checks_and_the_way_back_stand_in_the_sheet() -> None:
    book = load_workbook(BytesIO(written(Layout(item="a", tables=(SUMS, SUMS), is_checked=False))))
    sheet = book.worksheets[0]
    checks = {str(check.sqref): (check.type, check.error) for check in sheet.data_validations.dataValidation}

    assert book.sheetnames == ["Học sinh  theo khối   năm  thử", "Học sinh  theo khối   năm  t 2"]
    assert str(sheet.cell(HINT_ROW, 1).value).endswith(
        "Đơn vị tính: học sinh. Tính đến ngày khai giảng. Bố cục chưa đối chiếu với mẫu chính thức."
        f"\nĐiền xong, lưu lại rồi chạy:  {COMMAND}"
    )
    assert sheet["B4"].comment is not None and sheet["B4"].comment.text == "Học sinh nam"
    assert checks == {
        "B5:B6": ("whole", "Ô này cần một số, không kèm chữ. Số không âm."),
        "C5:C6": ("whole", "Ô này cần một số, không kèm chữ. Số không âm."),
        "F5:F6": ("date", "Ô này cần một ngày, ví dụ 5/9/2026."),
    }
