"""Faults of personal data: what nobody may put on a school's site, wherever in a page or a file it hides.

The numbers are made up: valid in shape, of no person.
"""

from __future__ import annotations

from ..attachments import docx, pdf, xlsx
from ..school import School
from .base import (
    NOTICED,
    Fault,
    Looked,
    Planted,
    add_body,
    add_key,
    attach,
    news,
    own_document,
    schedule,
    set_key,
    swap,
)
from .base import Plant as Planting
from .shape import NOTICE

P = "dữ liệu cá nhân"
CITIZENS = ("079215004321", "001304012345", "079 085 004 321", "036.190.002.468")
MOBILES = ("0903 123 456", "0912345678", "+84 938 765 432", "098.765.4321")
ACCOUNTS = ("STK 0071001234567 Vietcombank", "số tài khoản: 1903 4567 8901 23 Techcombank",
            "Chuyển khoản 0101234567 – Ngân hàng BIDV, chủ tài khoản Lê Thị Mai")  # fmt: skip
BIRTHS = ("12/03/2015", "05/11/2014", "28/02/2015")
NAMES = ("Nguyễn Minh An", "Trần Gia Bảo", "Lê Ngọc Chi")


def _body(*texts: str) -> Planting:
    return lambda school, turn: add_body(school, news(school, turn), texts[turn % len(texts)])


def _rows(text: str) -> Planting:
    """A table or list of several rows: told at any of them."""

    def plant(school: School, turn: int) -> Planted | None:
        path = (news(school, turn), NOTICE, own_document(school, turn))[turn % 3]
        planted = add_body(school, path, text)
        if planted is None or path is None:
            return None
        start = planted.expected[0].line or 0
        return Planted(changes=planted.changes, expected=(_Span(paths=(path,), start=start, end=start + text.count("\n")),))

    return plant


class _Span(Looked):
    """Any line of a passage."""

    def __init__(self, *, paths: tuple[str, ...], start: int, end: int) -> None:
        super().__init__(paths=paths)
        object.__setattr__(self, "span", (start, end))

    def holds(self, path: str, line: int, message: str) -> bool:
        first, last = self.span  # type: ignore[attr-defined]
        return path in self.paths and first <= line <= last


def _fact(*values: str) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = school.disclosure("doi-ngu", "2025-2026")
        text = f'  - label: Người lập biểu\n    value: "{values[turn % len(values)]}"'
        planted = add_key(school, path, text, after="facts")
        if planted is None or path is None:
            return None
        start = planted.expected[0].line or 0
        return Planted(changes=planted.changes, expected=(_Span(paths=(path,), start=start, end=start + 1),))

    return plant


def _cell(*values: str) -> Planting:
    return lambda school, turn: swap(school, school.disclosure("cac-khoan-thu-va-muc-thu", "2026-2027"),
                                     "[Nước uống một tháng", f"[\"Nước uống, hỏi {values[turn % len(values)]}\"")  # fmt: skip


def _attached(name: str, *data: bytes) -> Planting:
    return lambda school, turn: attach(school, news(school, turn), name, data[turn % len(data)])


def _listed(kind: str) -> bytes:
    """The list of a class, as the class teacher keeps it."""
    rows = [("STT", "Họ và tên", "Ngày sinh", "Lớp")]
    rows += [(str(at), name, born, "A1") for at, (name, born) in enumerate(zip(NAMES, BIRTHS, strict=True), start=1)]
    lines = [" ".join(row) for row in rows]
    return xlsx(*rows) if kind == "xlsx" else docx("Danh sách học sinh", *lines) if kind == "docx" else pdf(*lines)


_TABLE = "| STT | Họ và tên | Ngày sinh |\n|---|---|---|\n" + "\n".join(
    f"| {at} | {name} | {born} |" for at, (name, born) in enumerate(zip(NAMES, BIRTHS, strict=True), start=1)
)
_LIST = "\n".join(f"- {name}, sinh ngày {born}, lớp A1" for name, born in zip(NAMES, BIRTHS, strict=True))


def _in_schedule(school: School, turn: int) -> Planted | None:
    return set_key(school, schedule(school, turn), "attendees", f'"Phụ huynh đăng ký, gọi {MOBILES[turn % 4]}"')


def _in_title(school: School, turn: int) -> Planted | None:
    return set_key(school, news(school, turn), "title", f'"Trao học bổng cho em An, số định danh {CITIZENS[turn % 2]}"')


def _in_profile(school: School, turn: int) -> Planted | None:
    return add_key(school, "truong.yml", f'office_hours: "Sáng thứ Năm, gọi riêng {MOBILES[turn % 4]}"')


def _tables_of_disclosure(school: School, turn: int) -> Planted | None:
    path = school.disclosure("doi-ngu", "2025-2026")
    rows = "\n".join(f"      - [{name}, {born}]" for name, born in zip(NAMES, BIRTHS, strict=True))
    text = f"  - title: Học sinh được hỗ trợ\n    columns: [Họ và tên học sinh, Ngày sinh]\n    rows:\n{rows}"
    planted = add_key(school, path, text, after="tables")
    if planted is None or path is None:
        return None
    start = planted.expected[0].line or 0
    return Planted(changes=planted.changes, expected=(_Span(paths=(path,), start=start, end=start + 5),))


FAULTS = (
    Fault(name="số định danh trong bài", group=P, turns=4,
          plant=_body(*(f"Em An, số định danh {number}, lớp A1." for number in CITIZENS))),
    Fault(name="số CCCD của phụ huynh trong bài", group=P, turns=2,
          plant=_body("Bà Lê Thị Mai, CCCD 079185001234, đại diện gia đình.", "CCCD số: 001085123456 cấp ngày 1/1/2022")),
    Fault(name="số định danh trong thông tin công khai", group=P, turns=2, plant=_fact(*(f"Lê Thị Mai, CCCD {n}" for n in CITIZENS))),
    Fault(name="số định danh trong tiêu đề", group=P, turns=2, plant=_in_title),
    Fault(name="số định danh trong bảng của bài", group=P, turns=3,
          plant=_rows("| Họ và tên | Số định danh |\n|---|---|\n| Nguyễn Minh An | 079215004321 |\n| Trần Gia Bảo | 079314001122 |")),
    Fault(name="số định danh trong tệp Word", group=P, turns=2,
          plant=_attached("danh-sach-a.docx", docx("Danh sách", "Nguyễn Minh An 079215004321"))),
    Fault(name="số định danh trong tệp PDF", group=P, turns=2,
          plant=_attached("danh-sach-b.pdf", pdf("Danh sách", "Nguyễn Minh An 079215004321"))),
    Fault(name="số định danh trong tệp Excel", group=P, turns=2,
          plant=_attached("danh-sach-c.xlsx", xlsx(("Họ và tên", "Số định danh"), ("Nguyễn Minh An", "079215004321")))),
    Fault(name="số di động trong bài", group=P, turns=4,
          plant=_body(*(f"Cần gấp xin gọi cô Mai {number}." for number in MOBILES))),
    Fault(name="số di động trong bảng công khai", group=P, turns=3, plant=_cell(*MOBILES)),
    Fault(name="số di động trong lịch công tác", group=P, turns=2, plant=_in_schedule),
    Fault(name="số di động trong hồ sơ trường", group=P, turns=2, plant=_in_profile),
    Fault(name="số di động trong tệp Word", group=P, turns=2,
          plant=_attached("lien-he.docx", docx("Liên hệ cha mẹ học sinh", "Chị Mai 0903123456"))),
    Fault(name="số di động trong tệp PDF", group=P, plant=_attached("lien-he.pdf", pdf("Liên hệ", "Chị Mai 0903 123 456"))),
    Fault(name="số tài khoản ngân hàng trong bài", group=P, turns=3, plant=_body(*(f"Đóng tiền vào {one}." for one in ACCOUNTS))),
    Fault(name="số tài khoản ngân hàng trong tệp Word", group=P,
          plant=_attached("thu-tien.docx", docx("Thông báo thu", "Số tài khoản 0071001234567, Ngân hàng Vietcombank"))),
    Fault(name="danh sách học sinh kèm ngày sinh trong bảng", group=P, turns=3, plant=_rows(_TABLE)),
    Fault(name="danh sách học sinh kèm ngày sinh gạch đầu dòng", group=P, turns=3, plant=_rows(_LIST)),
    Fault(name="danh sách học sinh kèm ngày sinh trong bảng công khai", group=P, plant=_tables_of_disclosure),
    Fault(name="danh sách học sinh kèm ngày sinh trong tệp Excel", group=P, turns=2, plant=_attached("lop-a1.xlsx", _listed("xlsx"))),
    Fault(name="danh sách học sinh kèm ngày sinh trong tệp Word", group=P, turns=2, plant=_attached("lop-a1.docx", _listed("docx"))),
    Fault(name="danh sách học sinh kèm ngày sinh trong tệp PDF", group=P, turns=2, severities=NOTICED,
          plant=_attached("lop-a1.pdf", _listed("pdf"))),
)  # fmt: skip
