"""A week's schedule out of Word, Excel or a copied table: all of it is understood, or nothing is taken."""

from __future__ import annotations

from datetime import date

import pytest

from school_site.kinds.weekly_schedule import ScheduleEntry
from school_site.pasted.schedule import Understood, read_schedule
from school_site.pasted.table import read_tables
from school_site.workbooks import WorkbookError

from .papers import HEAD, text, word, workbook

TODAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 30)
LETTERHEAD = [["UBND PHƯỜNG HOA PHƯỢNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]
FLAG = ScheduleEntry(
    day=MONDAY, starts_at="07:00", topic="Chào cờ", place="Sân", chair="Thầy Khôi", attendees="Toàn trường"
)
MEETING = ScheduleEntry(day=MONDAY, starts_at="08:00", ends_at="09:00", topic="Giao ban")


def read(data: bytes, name: str = "bang.txt", week: str | None = None) -> Understood:
    return read_schedule(read_tables(data, name), week=week, today=TODAY)


def told(found: Understood) -> list[tuple[int, str]]:
    return [(remark.row, remark.sentence) for remark in found.remarks]


def test_a_word_table_with_a_merged_day_between_a_letterhead_and_a_signature() -> None:
    flag = ("Thứ Hai\n30/11", "7g00", "- Chào cờ", "Sân", "Thầy Khôi", "Toàn trường")
    rows = [HEAD, flag, ("", "8g – 9g", "Giao ban")]
    padded = [(*row, *[""] * (6 - len(row))) for row in rows]

    found = read(word(LETTERHEAD, padded, [["", "HIỆU TRƯỞNG"]], merge=()), "bang.docx")
    merged = read(word(LETTERHEAD, padded, merge=[(0, 1, 2)]), "bang.docx")

    assert (found.week, found.entries, found.remarks) == ("2026-W49", (FLAG, MEETING), ())
    assert merged.entries == found.entries


def test_a_workbook_with_real_days_and_hours_and_a_title_over_it() -> None:
    flag = [1, MONDAY, "7:00", "Chào cờ", "Sân", "Thầy Khôi", "Toàn trường"]
    rows = [["LỊCH CÔNG TÁC TUẦN 13"], [], ["STT", *HEAD], flag, [2, None, "8h-9h", "Giao ban"]]

    found = read(workbook(rows, merge=["B4:B5"]), "bang.xlsx")

    assert (found.week, found.entries, found.remarks) == ("2026-W49", (FLAG, MEETING), ())


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_a_copied_table_whose_days_stand_on_rows_of_their_own(mark: str) -> None:
    rows = [("Giờ", "NOI DUNG", "Dia diem"), ("Thứ Hai", "", ""), ("Sáng", "", ""), ("8g-9g", "Giao ban", "")]

    found = read(text(rows, mark), week="2026-W49")

    assert (found.entries, found.remarks) == ((MEETING,), ())


def test_half_a_day_without_hours_stays_visible_and_moves_hours_after_noon() -> None:
    rows = [("Thứ", "Buổi", "Giờ", "Nội dung"), ("Hai", "Sáng", "", "Vệ sinh"), ("", "Chiều", "2g", "Họp tổ")]

    found = read(text(rows), week="2026-W49")

    told_of = [(entry.starts_at, entry.topic) for entry in found.entries]
    assert told_of == [(None, "Buổi sáng: Vệ sinh"), ("14:00", "Họp tổ")]


def test_lines_of_a_cell_become_one_sentence() -> None:
    rows = [HEAD[:3], ("Thứ Hai 30/11", "7g", "- Chào cờ\n- Tuyên dương;\n+ Dặn dò")]

    (entry,) = read(word(rows), "bang.docx").entries

    assert entry.topic == "Chào cờ; Tuyên dương; Dặn dò"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("Thứ Hai 30/11", "7g75", "Họp"), "Máy không hiểu «Thứ Hai 30/11 7g75» là ngày giờ nào."),
        (("Thứ Hai 30/11", "sau tiết 2", "Họp"), "Máy không hiểu «Thứ Hai 30/11 sau tiết 2» là ngày giờ nào."),
        (("Thứ Ba 30/11", "7g", "Họp"), "Ngày 30/11/2026 là Thứ Hai."),
        (("31/11", "7g", "Họp"), "Không có ngày 31/11."),
        (("Thứ Hai 7/12", "7g", "Họp"), "Ngày 7/12/2026 không thuộc tuần 2026-W49 (30/11/2026 – 6/12/2026)."),
        (("Thứ Hai 30/11", "7g", ""), "Dòng có chữ nhưng chưa có nội dung việc."),
    ],
)
def test_what_is_not_understood_is_told_with_its_row(row: tuple[str, ...], sentence: str) -> None:
    found = read(text([HEAD[:3], ("Thứ Ba 1/12", "7g", "Chào cờ"), row]), week="2026-W49")

    assert told(found) == [(3, sentence)]


def test_a_column_that_a_schedule_has_no_place_for_is_told_only_where_it_says_something() -> None:
    rows = [(*HEAD[:3], "Ghi chú"), ("Thứ Hai 30/11", "7g", "Họp", ""), ("", "8g", "Họp", "Mang sổ")]

    assert told(read(text(rows))) == [(3, "Cột «Ghi chú» không có chỗ trong lịch công tác.")]


def test_weekdays_alone_need_a_week() -> None:
    rows = [HEAD[:3], ("Thứ Hai", "7g", "Họp")]

    assert told(read(text(rows))) == [(2, "Bảng chỉ ghi thứ, chưa ghi ngày, nên máy chưa biết là tuần nào.")]


@pytest.mark.parametrize("rows", [[("a", "b"), ("c", "d")], [("Họ tên", "Nội dung"), ("A", "B")]])
def test_a_table_without_headings_is_told_what_it_needs(rows: list[tuple[str, ...]]) -> None:
    (remark,) = read(text(rows)).remarks

    assert "Không thấy dòng tên cột" in remark.sentence and "Thành phần" in remark.fix


def test_a_word_file_without_a_table_or_cut_short_is_refused() -> None:
    whole = word([HEAD])

    with pytest.raises(WorkbookError, match="không có bảng nào"):
        read(word(), "trong.docx")
    with pytest.raises(WorkbookError):
        read(whole[: len(whole) // 2], "hong.docx")
