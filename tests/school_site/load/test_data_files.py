"""Rows in a data file beside a disclosure count as if they stood in its text, and are pointed at where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from told import Told

from school_site.load import load
from school_site.model import Record, Where

FOLDER = "cong-khai/2026-2027"
TEXT = """---
title: Đội ngũ
item: pt-doi-ngu
school_year: 2026-2027
published_on: 18/9/2026
tables:
  - title: Đội ngũ theo nhóm
    {table}
---

Đội ngũ ổn định.
"""
UNUSABLE = "Tệp số liệu chưa dùng được: "
CSV = "Nhóm;Thạc sĩ;Đại học;Tổng số\nGiáo viên;12;52;64\n\nNhân viên;0;11;11\nCộng;12;63;75\n"


def put(content: Path, table: str, **files: str | bytes) -> Path:
    """A disclosure with this table, and data files beside it."""
    folder = content / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pt-doi-ngu.md").write_text(TEXT.format(table=table), encoding="utf-8")
    for name, data in files.items():
        file = folder / name.replace("_", ".")
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return content


def record(content: Path) -> Record:
    loaded = load(content)
    assert loaded.findings == ()
    return loaded.records[0]


def told(content: Path) -> list[str]:
    """The findings, as «file:line:column CODE message»."""
    return [
        f"{Path(one.where.path).name}:{one.where.line}:{one.where.column} {one.code} {one.message}"
        for one in load(content).findings
    ]


def test_the_rows_of_a_csv_stand_where_a_person_would_have_written_them(tmp_path: Path) -> None:
    tables = record(put(tmp_path, "file: so-lieu.csv", **{"so-lieu_csv": CSV})).fields["tables"]

    assert tables == [
        {
            "title": "Đội ngũ theo nhóm",
            "file": "so-lieu.csv",
            "columns": ["Nhóm", "Thạc sĩ", "Đại học", "Tổng số"],
            "rows": [["Giáo viên", "12", "52", "64"], ["Nhân viên", "0", "11", "11"]],
            "total": ["Cộng", "12", "63", "75"],
        }
    ]


def test_a_cell_knows_its_place_in_the_data_file_and_the_rest_its_place_in_the_text(tmp_path: Path) -> None:
    found = record(put(tmp_path, "file: so-lieu.csv", **{"so-lieu_csv": CSV}))
    data, text = f"{FOLDER}/so-lieu.csv", f"{FOLDER}/pt-doi-ngu.md"

    assert found.where(("tables", 0, "rows", 1, 2)) == Where(path=data, line=4, column=3)
    assert found.where(("tables", 0, "total", 3)) == Where(path=data, line=5, column=4)
    assert found.where(("tables", 0, "columns", 1)) == Where(path=data, line=1, column=2)
    assert found.where(("tables", 0, "title")) == Where(path=text, line=7, column=12)
    assert found.where(("item",)) == Where(path=text, line=3, column=7)


def test_a_workbook_beside_the_text_is_read_under_its_lines_of_title(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["ĐỘI NGŨ NĂM HỌC 2026-2027"], [], ["STT", "Nhóm", "Tổng số"], [1, "Giáo viên", 64.5]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    content = put(tmp_path / "content", "file: a.xlsx", a_xlsx=(tmp_path / "a.xlsx").read_bytes())
    found = record(content)
    (table,) = found.fields["tables"]

    assert isinstance(table, dict)
    assert (table["columns"], table["rows"]) == (["Nhóm", "Tổng số"], [["Giáo viên", "64,5"]])
    assert found.where(("tables", 0, "rows", 0, 1)) == Where(path=f"{FOLDER}/a.xlsx", line=4, column=3)


def test_a_workbook_of_several_sheets_gives_the_one_that_is_called_like_the_table(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Bìa"])
    sheet = book.create_sheet("ĐỘI NGŨ THEO NHÓM")
    sheet.append(["Nhóm", "Số"])
    sheet.append(["Giáo viên", 64])
    book.save(tmp_path / "a.xlsx")
    data = (tmp_path / "a.xlsx").read_bytes()
    (table,) = record(put(tmp_path / "content", "file: a.xlsx", a_xlsx=data)).fields["tables"]  # type: ignore[misc]
    sheet.title = "Trang 2"
    book.save(tmp_path / "b.xlsx")
    other = put(tmp_path / "other", "file: a.xlsx", a_xlsx=(tmp_path / "b.xlsx").read_bytes())

    assert isinstance(table, dict) and table["rows"] == [["Giáo viên", "64"]]
    assert told(other) == [
        f"a.xlsx:1:1 TP-020 {UNUSABLE}tệp có nhiều trang tính («Sheet», «Trang 2»), máy không biết"
        f" trang nào là bảng này."
    ]


def test_the_digest_follows_the_figures_and_not_the_bytes(tmp_path: Path) -> None:
    def digest(name: str, data: str | bytes) -> str:
        return record(put(tmp_path / name, "file: a.csv", a_csv=data)).digest

    same = {digest("a", CSV), digest("b", CSV.replace("\n", "\r\n")), digest("c", CSV.encode("utf-16"))}

    assert len(same) == 1
    assert digest("d", CSV.replace("52", "53")) not in same


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (
            "Nhóm;Số\nGiáo viên;1,234\n",
            f"2:2 TP-020 {UNUSABLE}ô B2: Ghi «1,234»: là 1234 hay 1,234 (có phần lẻ)?",
        ),
        (b"\x89PNG\x00", f"1:1 TP-020 {UNUSABLE}tệp không phải bảng tính, cũng không phải tệp CSV."),
        (
            "Nhóm\nGiáo viên\n",
            f"1:1 TP-020 {UNUSABLE}dòng 1: Chưa thấy dòng tiêu đề: cần một dòng có tên các cột, mỗi tên một ô.",
        ),
        ("Nhóm;Số\nGiáo viên;1;2\n", f"2:3 TP-020 {UNUSABLE}ô C2: Có «2» ở cột chưa có tên."),
        (
            'Nhóm;Số\n"Giáo viên;1\n',
            f"2:1 TP-020 {UNUSABLE}dòng 2: Có dấu ngoặc kép mở ra mà không đóng, hoặc đóng sớm quá.",
        ),
    ],
)
def test_a_data_file_that_cannot_be_taken_whole_is_told_at_the_cell(
    tmp_path: Path, data: str | bytes, finding: str
) -> None:
    assert told(put(tmp_path, "file: a.csv", a_csv=data)) == [f"a.csv:{finding}"]


def test_columns_that_the_text_names_must_be_those_of_the_file(tmp_path: Path) -> None:
    table = "file: a.csv\n    columns: [Nhóm, Thạc sĩ, Đại học, Cộng]"

    assert told(put(tmp_path, table, a_csv=CSV)) == [
        f"a.csv:1:1 TP-020 {UNUSABLE}dòng 1: Các cột của tệp (Nhóm; Thạc sĩ; Đại học; Tổng số) khác"
        f" các cột ghi ở columns"
        " (Nhóm; Thạc sĩ; Đại học; Cộng)."
    ]


def test_a_file_that_is_not_there_and_rows_that_stand_twice_are_told_in_the_text(tmp_path: Path) -> None:
    lost = put(tmp_path / "a", "file: pt-doi-ngu.csv", **{"pt-doi-ngux_csv": CSV})
    twice = put(tmp_path / "b", "file: a.csv\n    rows:\n      - [Giáo viên, 64]", a_csv=CSV)

    assert told(lost)[0] == (
        "pt-doi-ngu.md:8:11 TP-021 Bảng lấy số liệu ở tệp «pt-doi-ngu.csv», nhưng cạnh đây không có tệp ấy."
    )
    assert load(lost).findings[0].fix == "Có phải ý bạn là «pt-doi-ngux.csv»?"
    assert told(twice) == ["pt-doi-ngu.md:9:5 TP-022 Bảng này vừa có các dòng ở rows, vừa lấy số liệu ở tệp «a.csv»."]


def test_a_data_file_that_no_table_names_is_told(tmp_path: Path) -> None:
    content = put(tmp_path, "file: a.csv", a_csv=CSV, b_csv=CSV)
    (finding,) = load(content).findings

    assert (finding.code, finding.where.path) == ("TP-007", f"{FOLDER}/b.csv")
    assert finding.fix.startswith("Ghi  file: b.csv  vào bảng")


def test_a_wrong_sum_is_reported_at_its_cell_of_the_data_file(content: Path, run: Callable[..., Told]) -> None:
    page = content / FOLDER / "pt-doi-ngu.md"
    text = page.read_text(encoding="utf-8")
    data = "Tổ;Thạc sĩ;Đại học;Số người\nTổ Toán;3;10;13\nTổ Văn;2;10;13\n"
    added = "  - title: Theo tổ, thử\n    file: to.csv\n    sum_columns: [Thạc sĩ, Đại học]\n    sum_into: Số người\n"
    page.write_text(re.sub(r"^tables:\n", f"tables:\n{added}", text, flags=re.M), encoding="utf-8")
    (content / FOLDER / "to.csv").write_text(data, encoding="utf-8")
    found = [one for one in run("check", "--content", content).findings if one.file.endswith("to.csv")]

    assert [(one.code, one.line, one.column) for one in found] == [("CK-020", 3, 4)]
