"""Faults of personal data: what nobody may put on a school's site, wherever in a page or a file it hides.

The numbers are made up: valid in shape, of no person.
"""

from __future__ import annotations

from ..attachments import docx, pdf, xlsx
from ..school import School
from .base import NOTICED, Fault, Planted, add_body, add_key, line_told, moved, news, own_document, schedule, set_key
from .base import Plant as Planting
from .places import at
from .planting import NOTICE, attached, body, cell, fact

P = "dữ liệu cá nhân"
CITIZENS = ("079215004321", "001304012345", "079 085 004 321", "036.190.002.468")
MOBILES = ("0903 123 456", "0912345678", "+84 938 765 432", "098.765.4321")
ACCOUNTS = (
    "STK 0071001234567 Vietcombank",
    "số tài khoản: 1903 4567 8901 23 Techcombank",
    "Chuyển khoản 0101234567 – Ngân hàng BIDV, chủ tài khoản Lê Thị Mai",
)
BIRTHS = ("12/03/2015", "05/11/2014", "28/02/2015")
NAMES = ("Nguyễn Minh An", "Trần Gia Bảo", "Lê Ngọc Chi")


def _rows(text: str) -> Planting:
    """A table or list of several rows: told at any of them."""

    def plant(school: School, turn: int) -> Planted | None:
        path = (news(school, turn), NOTICE, own_document(school, turn))[turn % 3]
        planted = add_body(school, path, text)
        if planted is None:
            return None
        start = line_told(planted)
        return moved(planted, at(path or "", *range(start, start + text.count("\n") + 1)))

    return plant


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
    return planted and moved(planted, at(path or "", *range(line_told(planted), line_told(planted) + 6)))


FAULTS = (
    Fault(
        name="số định danh trong bài",
        group=P,
        turns=4,
        plant=body(*(f"Em An, số định danh {number}, lớp A1." for number in CITIZENS)),
    ),
    Fault(
        name="số CCCD của phụ huynh trong bài",
        group=P,
        turns=2,
        plant=body("Bà Lê Thị Mai, CCCD 079185001234, đại diện gia đình.", "CCCD số: 001085123456 cấp ngày 1/1/2022"),
    ),
    Fault(
        name="số định danh trong thông tin công khai",
        group=P,
        turns=2,
        plant=fact(*(f'"Lê Thị Mai, CCCD {n}"' for n in CITIZENS), label="Người lập biểu"),
    ),
    Fault(name="số định danh trong tiêu đề", group=P, turns=2, plant=_in_title),
    Fault(
        name="số định danh trong bảng của bài",
        group=P,
        turns=3,
        plant=_rows(
            "| Họ và tên | Số định danh |\n|---|---|\n| Nguyễn An | 079215004321 |\n| Trần Bảo | 079314001122 |"
        ),
    ),
    Fault(
        name="số định danh trong tệp Word",
        group=P,
        turns=2,
        plant=attached("danh-sach-a.docx", docx("Danh sách", "Nguyễn Minh An 079215004321")),
    ),
    Fault(
        name="số định danh trong tệp PDF",
        group=P,
        turns=2,
        plant=attached("danh-sach-b.pdf", pdf("Danh sách", "Nguyễn Minh An 079215004321")),
    ),
    Fault(
        name="số định danh trong tệp Excel",
        group=P,
        turns=2,
        plant=attached("danh-sach-c.xlsx", xlsx(("Họ và tên", "Số định danh"), ("Nguyễn Minh An", "079215004321"))),
    ),
    Fault(
        name="số di động trong bài",
        group=P,
        turns=4,
        plant=body(*(f"Cần gấp xin gọi cô Mai {number}." for number in MOBILES)),
    ),
    Fault(
        name="số di động trong bảng công khai", group=P, turns=3, plant=cell(*(f'"hỏi {number}"' for number in MOBILES))
    ),
    Fault(name="số di động trong lịch công tác", group=P, turns=2, plant=_in_schedule),
    Fault(name="số di động trong hồ sơ trường", group=P, turns=2, plant=_in_profile),
    Fault(
        name="số di động trong tệp Word",
        group=P,
        turns=2,
        plant=attached("lien-he.docx", docx("Liên hệ cha mẹ học sinh", "Chị Mai 0903123456")),
    ),
    Fault(
        name="số di động trong tệp PDF", group=P, plant=attached("lien-he.pdf", pdf("Liên hệ", "Chị Mai 0903 123 456"))
    ),
    Fault(
        name="số tài khoản ngân hàng trong bài",
        group=P,
        turns=3,
        plant=body(*(f"Đóng tiền vào {one}." for one in ACCOUNTS)),
    ),
    Fault(
        name="số tài khoản ngân hàng trong tệp Word",
        group=P,
        plant=attached("thu-tien.docx", docx("Thông báo thu", "Số tài khoản 0071001234567, Ngân hàng Vietcombank")),
    ),
    Fault(name="danh sách học sinh kèm ngày sinh trong bảng", group=P, turns=3, plant=_rows(_TABLE)),
    Fault(name="danh sách học sinh kèm ngày sinh gạch đầu dòng", group=P, turns=3, plant=_rows(_LIST)),
    Fault(name="danh sách học sinh kèm ngày sinh trong bảng công khai", group=P, plant=_tables_of_disclosure),
    Fault(
        name="danh sách học sinh kèm ngày sinh trong tệp Excel",
        group=P,
        turns=2,
        plant=attached("lop-a1.xlsx", _listed("xlsx")),
    ),
    Fault(
        name="danh sách học sinh kèm ngày sinh trong tệp Word",
        group=P,
        turns=2,
        plant=attached("lop-a1.docx", _listed("docx")),
    ),
    Fault(
        name="danh sách học sinh kèm ngày sinh trong tệp PDF",
        group=P,
        turns=2,
        severities=NOTICED,
        plant=attached("lop-a1.pdf", _listed("pdf")),
    ),
)
