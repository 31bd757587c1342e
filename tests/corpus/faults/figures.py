"""Faults of figures: sums, balances and shares that do not come out; the wrong year; last year under a new name."""

from __future__ import annotations

from ..school import School
from .base import (
    NOTICED,
    Fault,
    Planted,
    disclosed,
    line_number,
    line_told,
    moved,
    pick,
    set_key,
    swap,
)
from .base import Plant as Planting
from .places import Place, at
from .planting import fact

S, T = "số liệu", "năm và bản cũ"


def _table_row(ending: str, year: str, marker: str, column: int, add: int, *titles: str) -> Planting:
    """A figure of one row or of the total line copied wrongly: told at that line, or at its table's total.

    `titles` are how the line may begin that opens the table: the title of a table of the school's own, or an id.
    """

    def plant(school: School, turn: int) -> Planted | None:
        path = school.disclosure(ending, year)
        if path is None:
            return None
        lines = school.text(path).split("\n")
        starts = (row for title in titles or ("title:",) for row, line in enumerate(lines) if _opens(line, title))
        start = next(starts, None)
        if start is None:
            return None
        here = next((row for row in range(start, len(lines)) if lines[row].strip().startswith(marker)), None)
        if here is None:
            return None
        lines[here] = _changed(lines[here], (column,), add * (turn + 1))
        total = next((row for row in range(start, len(lines)) if lines[row].strip().startswith("total:")), here)
        guilty = (here + 1,) if total == here else (here + 1, total + 1, start + 1)
        return Planted(changes={path: "\n".join(lines).encode()}, expected=(at(path, *guilty),))

    return plant


def _opens(line: str, title: str) -> bool:
    return line.strip(" -").startswith(title)


def _changed(line: str, columns: tuple[int, ...], add: int) -> str:
    """A table row with some of its figures made larger."""
    head, _, tail = line.partition("[")
    cells = tail.rstrip("]").split(", ")
    for column in columns:
        number = int(cells[column].replace(".", "")) + add
        cells[column] = f"{number:,}".replace(",", ".")
    return f"{head}[{', '.join(cells)}]"


def _opening(school: School, turn: int) -> Planted | None:
    """This year opens with another sum than last year closed with."""
    path = school.disclosure("so-du-cac-quy", "2025")
    if path is None:
        return None
    lines = school.text(path).split("\n")
    fund = next(row for row, line in enumerate(lines) if "Quỹ phát triển hoạt động" in line)
    total = next(row for row, line in enumerate(lines) if line.strip().startswith("total:"))
    for row in (fund, total):
        lines[row] = _changed(lines[row], (1, 4), 1_000_000 * (turn + 1))
    return Planted(changes={path: "\n".join(lines).encode()}, expected=(at(path),))


def _title_year(school: School, turn: int) -> Planted | None:
    path = disclosed(school, turn)
    return swap(school, path, "2025-2026", ("2024-2025", "2026-2027")[turn % 2])


def _title_fiscal(school: School, turn: int) -> Planted | None:
    return swap(
        school,
        school.disclosure(("so-du-cac-quy", "tinh-hinh-tai-chinh-nam-truoc")[turn % 2], "2025"),
        "năm 2025",
        "năm 2024",
    )


def _wrong_folder(school: School, turn: int) -> Planted | None:
    """The key says one school year, folder and title say another: told at the key, or at the title."""
    path = disclosed(school, turn)
    planted = set_key(school, path, "school_year", "2023-2024")
    if path is None or planted is None:
        return None
    return moved(
        planted, at(path, line_told(planted), 2, 1), consequences=(at(path), at("cong-khai/2025-2026"), at("cong-khai"))
    )


def _last_years_body(school: School, turn: int) -> Planted | None:
    """Last year's page, with nothing changed but the years of its head."""
    path = pick(
        [
            one
            for one in school.under("cong-khai/2025-2026")
            if one.replace("2025-2026", "2024-2025") in school.files and "tables:" in school.text(one)
        ],
        turn,
    )
    if path is None:
        return None
    old = school.text(path.replace("2025-2026", "2024-2025"))
    head_end = old.index("summary:")
    text = old[:head_end].replace("2024-2025", "2025-2026").replace("2025-06-12", "2026-06-12") + old[head_end:]
    return Planted(changes={path: text.encode()}, expected=(at(path),))


def _same_attachment(school: School, turn: int) -> Planted | None:
    """Last year's annual report under this year's name."""
    new, old = "tep/bao-cao-thuong-nien-2025.pdf", "tep/bao-cao-thuong-nien-2024.pdf"
    page = school.disclosure("bao-cao-thuong-nien", "2025")
    assert page is not None
    number = line_number(school.text(page), "tep/") or 0
    return Planted(changes={new: school.files[old]}, expected=(Place(paths=(page,), lines=(number,), free=(new,)),))


FAULTS = (
    Fault(
        name="tổng số học sinh cộng sai",
        group=S,
        turns=2,
        plant=_table_row(
            "ket-qua-nam-hoc-truoc", "2025-2026", "total:", 4, 3, "title: Số trẻ em theo khối", "id: quy-mo"
        ),
    ),
    Fault(
        name="nam cộng nữ không bằng tổng của khối",
        group=S,
        turns=2,
        plant=_table_row("ket-qua-nam-hoc-truoc", "2025-2026", "- [", 4, 2, "title: Số trẻ em theo khối", "id: quy-mo"),
    ),
    Fault(
        name="số nữ của dòng tổng sai",
        group=S,
        plant=_table_row(
            "ket-qua-nam-hoc-truoc", "2025-2026", "total:", 3, 9, "title: Số trẻ em theo khối", "id: quy-mo"
        ),
    ),
    Fault(
        name="số lớp cộng sai",
        group=S,
        plant=_table_row(
            "ket-qua-nam-hoc-truoc", "2025-2026", "total:", 1, 1, "title: Số trẻ em theo khối", "id: quy-mo"
        ),
    ),
    Fault(
        name="xếp loại cuối năm không bằng tổng",
        group=S,
        turns=2,
        plant=_table_row("ket-qua-nam-hoc-truoc", "2025-2026", "- [", 2, 1, "title: Kết quả cuối năm", "id: hoc-tap"),
    ),
    Fault(
        name="đội ngũ theo trình độ không bằng tổng",
        group=S,
        turns=2,
        plant=_table_row("doi-ngu", "2025-2026", "- [Giáo viên", 4, 1),
    ),
    Fault(name="tổng cộng đội ngũ sai", group=S, plant=_table_row("doi-ngu", "2025-2026", "total:", 2, 5)),
    Fault(
        name="tổng thu cộng sai",
        group=S,
        turns=2,
        plant=_table_row("tinh-hinh-tai-chinh-nam-truoc", "2025", "total:", 1, 1_000_000, "id: thu-theo-nguon"),
    ),
    Fault(
        name="một khoản chi gõ thừa số không",
        group=S,
        plant=_table_row("tinh-hinh-tai-chinh-nam-truoc", "2025", "- [Hỗ trợ", 1, 900_000_000, "id: chi"),
    ),
    Fault(
        name="thu trừ chi không bằng chênh lệch",
        group=S,
        turns=2,
        plant=_table_row("tinh-hinh-tai-chinh-nam-truoc", "2025", "- [Chênh lệch", 1, 500_000, "id: chenh-lech"),
    ),
    Fault(
        name="số dư cuối năm của quỹ sai",
        group=S,
        turns=2,
        plant=_table_row("so-du-cac-quy", "2025", "total:", 4, 2_000_000),
    ),
    Fault(
        name="đầu năm cộng trích trừ dùng không bằng cuối năm",
        group=S,
        plant=_table_row("so-du-cac-quy", "2025", "- [Quỹ phát triển", 4, 3_000_000),
    ),
    Fault(name="số dư đầu năm không bằng cuối năm trước", group=S, plant=_opening, turns=2, severities=NOTICED),
    Fault(name="tổng dự toán cộng sai", group=S, plant=_table_row("nsnn26-du-toan", "2026", "total:", 1, 1_000_000)),
    Fault(
        name="tổng quyết toán cộng sai", group=S, plant=_table_row("nsnn26-quyet-toan", "2025", "total:", 1, 7_000_000)
    ),
    Fault(
        name="tỷ lệ quá 100%",
        group=S,
        turns=4,
        severities=NOTICED,
        plant=fact(
            '"70/64 người, đạt 109,4%"', '"105%"', '"đạt 112,5 %"', '"18/16 cơ sở (113%)"', label="Tỷ lệ hoàn thành"
        ),
    ),
    Fault(
        name="phân số lớn hơn một",
        group=S,
        turns=2,
        severities=NOTICED,
        plant=fact('"70/64 người"', '"33/32 lớp"', label="Số đạt trên tổng số"),
    ),
    Fault(
        name="tỷ lệ không khớp phân số",
        group=S,
        turns=2,
        severities=NOTICED,
        plant=fact('"32/64 người, đạt 60,0%"', '"10/40 lớp, đạt 52%"', label="Tỷ lệ hoàn thành"),
    ),
    Fault(name="năm học trong tiêu đề khác năm của bản", group=T, plant=_title_year, turns=3),
    Fault(name="năm tài chính trong tiêu đề khác năm của bản", group=T, plant=_title_fiscal, turns=2),
    Fault(name="năm học khác thư mục", group=T, plant=_wrong_folder, turns=2),
    Fault(name="chép nguyên bản năm trước, chỉ đổi năm", group=T, plant=_last_years_body, turns=3, severities=NOTICED),
    Fault(name="tệp báo cáo năm trước dưới tên năm nay", group=T, plant=_same_attachment, severities=NOTICED),
)
