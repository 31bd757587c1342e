"""How long a school's workbook of 5,000 rows takes to be understood, and to be written into the content."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from cold_build import project_at
from measure import environment, figure, once, program, tell
from openpyxl import Workbook

ROWS = 5000
ITEM, TABLE, YEAR = "pt-danh-muc-sach", "xuat-ban-pham", "2026-2027"


def workbook(path: Path, rows: int) -> None:
    """A list of books as a school keeps it: lines of title, running numbers, headings in two rows, a total."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["TRƯỜNG THCS HOA PHƯỢNG"])
    sheet.append([f"XUẤT BẢN PHẨM THAM KHẢO NĂM HỌC {YEAR}"])
    sheet.append([])
    sheet.append(["STT", "Danh mục", "Số tên", "Số bản", None])
    sheet.append([None, None, None, "Hiện có", "Yêu cầu tối thiểu"])
    for area in ("A4:A5", "B4:B5", "C4:C5", "D4:E4"):
        sheet.merge_cells(area)
    for number in range(1, rows + 1):
        sheet.append([number, f"Tủ sách số {number}", 1 + number % 7, 12 + number % 40, 12])
    last = sheet.max_row
    totals = [sum(int(sheet.cell(row, column).value) for row in range(6, last + 1)) for column in (3, 4, 5)]
    sheet.append([None, "Cộng", *totals])
    book.save(path)


def main() -> None:
    """Measure and tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    runs = asked.parse_args().runs
    with tempfile.TemporaryDirectory() as room:
        project = project_at(Path(room))
        env, content, file = environment(project), project / "content", Path(room) / "sach.xlsx"
        workbook(file, ROWS)
        words = program("import", file, "--as", ITEM, "--table", TABLE, "--year", YEAR, "--content", content)
        once(words, env, cwd=project)

        def written() -> list[str]:
            shutil.rmtree(content / "cong-khai" / YEAR, ignore_errors=True)
            return [*words, "--yes"]

        tell(
            [
                figure(f"{ROWS} rows, understood and shown", [once(words, env, cwd=project) for _ in range(runs)]),
                figure(f"{ROWS} rows, written", [once(written(), env, cwd=project) for _ in range(runs)]),
            ],
            "import_workbook",
        )


if __name__ == "__main__":
    main()
