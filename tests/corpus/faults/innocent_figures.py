"""Innocent twins of figures, attachments, weeks and documents: what is right although it looks odd."""

from __future__ import annotations

from ..attachments import docx, pdf, picture, xlsx
from ..school import School
from .base import (
    Fault,
    Planted,
    add_body,
    add_key,
    attach,
    disclosed,
    menu,
    news,
    own_document,
    quiet,
    schedule,
    set_key,
    swap,
)
from .base import Plant as Planting
from .planting import ABOUT, ADMISSION, EVENT, NOTICE, OPINION, PROCEDURE, fee_row
from .routine import waived

I = "bản sinh đôi vô can"  # noqa: E741


def _body(*texts: str) -> Planting:
    return lambda school, turn: quiet(
        add_body(school, (news(school, turn), NOTICE, ABOUT)[turn % 3], texts[turn % len(texts)])
    )


def _set(path: str, key: str, *values: str) -> Planting:
    return lambda school, turn: quiet(set_key(school, path, key, values[turn % len(values)]))


def _document(text: str, after: str = "satisfies") -> Planting:
    return lambda school, turn: quiet(add_key(school, own_document(school, turn), text, after=after))


def _fact(*values: str, label: str = "Kết quả") -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        text = f"  - label: {label}\n    value: {values[turn % len(values)]}"
        return quiet(add_key(school, school.disclosure("doi-ngu", "2025-2026"), text, after="facts"))

    return plant


def _attached(name: str, data: bytes) -> Planting:
    return lambda school, turn: quiet(attach(school, news(school, turn), name, data))


def _picture(*lines: str) -> Planting:
    return lambda school, turn: quiet(
        add_key(school, news(school, turn), "\n".join(("picture:", "  file: hinh/san-truong.jpg", *lines)))
    )


def _other_chair(school: School, turn: int) -> Planted | None:
    """Two things at one time, led by two people."""
    text = school.text(schedule(school, turn))
    first = text[text.index("  - day:") : text.index("  - day:", text.index("  - day:") + 5)]
    return Planted(
        changes={schedule(school, turn): (text + first.replace("Hiệu trưởng", "Thầy Huỳnh Minh Khôi")).encode()}
    )


def _one_after_the_other(school: School, turn: int) -> Planted | None:
    text = school.text(schedule(school, turn))
    first = text[text.index("  - day:") : text.index("  - day:", text.index("  - day:") + 5)]
    later = first.replace("09:00", "10:30").replace("07:30", "09:00").replace("Chào cờ đầu tuần", "Dự giờ")
    return Planted(changes={schedule(school, turn): (text + later).encode()})


def _short_menu(school: School, turn: int) -> Planted | None:
    path = menu(school, turn)
    if path is None:
        return None
    text = school.text(path)
    return Planted(changes={path: (text[: text.rindex("  - day:")] + "note: Thứ Sáu bếp nghỉ.\n").encode()})


def _table_row(name: str, value: str) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        planted = swap(
            school,
            school.disclosure("cac-khoan-thu-va-muc-thu", "2026-2027"),
            "- [Nước uống, ",
            f"- {fee_row(school, name, value, value)}\n      - [Nước uống, ",
        )
        return quiet(planted)

    return plant


def _renamed_title(school: School, turn: int) -> Planted | None:
    return quiet(set_key(school, disclosed(school, turn), "summary", "Bản này đã được Hiệu trưởng xem lại."))


def _new_pages(path: str, text: str) -> Planting:
    return lambda school, turn: Planted(changes={path: text.encode()})


def _good_waiver(school: School, turn: int) -> Planted | None:
    return quiet(waived(school))


def _no_number_said(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    if path is None:
        return None
    number = next(line for line in school.text(path).split("\n") if line.startswith("number: "))
    return quiet(swap(school, path, number, "not_in_copy: [number]"))


_HEROES = "| Nhân vật | Năm sinh – năm mất |\n|---|---|\n| Lý Tự Trọng | 1914–1931 |\n| Võ Thị Sáu | 1933–1952 |"
_ARTICLE = "---\ntitle: {}\npublished_on: {}\nsummary: {}\n---\n\nBuổi sinh hoạt diễn ra ở hội trường.\n"

FAULTS = (
    Fault(name="tỷ lệ đúng 100%", group=I, turns=2, plant=_fact('"64/64 người, đạt 100%"', '"100%"')),
    Fault(name="tỷ lệ 100,0%", group=I, turns=2, plant=_fact('"đạt 100,0%"', '"99,96%"')),
    Fault(
        name="mức tăng quá 100% so với năm trước",
        group=I,
        turns=2,
        plant=_fact('"112,7%"', '"105,6%"', label="So với năm trước"),
    ),
    Fault(name="diện tích có số lẻ", group=I, turns=2, plant=_fact('"8.450 m²"', '"6,1 m²/em"', label="Diện tích")),
    Fault(
        name="phân số không phải tỷ lệ",
        group=I,
        turns=3,
        plant=_fact('"Ngày 20/11"', '"Lớp ghép 2/1"', '"Công văn 45/KH"', label="Ghi chú"),
    ),
    Fault(name="học phí ghi Miễn", group=I, turns=3, plant=_table_row("Học phí học kỳ hai", "Miễn")),
    Fault(name="ô bảng ghi Không thu", group=I, plant=_table_row("Lệ phí tuyển sinh", "Không thu")),
    Fault(name="ô bảng có gạch ngang thay số", group=I, plant=_table_row("Khoản khác", '"–"')),
    Fault(name="người nổi tiếng có năm sinh", group=I, turns=3, plant=_body(_HEROES)),
    Fault(
        name="danh sách thầy cô không ngày sinh",
        group=I,
        turns=3,
        plant=_body("- Lê Quang Vinh, Tổ trưởng\n- Đặng Ngọc Lan, văn thư"),
    ),
    Fault(
        name="ngày sinh của Bác Hồ trong bài",
        group=I,
        turns=2,
        plant=_body("Kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890."),
    ),
    Fault(
        name="ảnh học sinh có phiếu đồng ý",
        group=I,
        turns=2,
        plant=_picture("  alt: Học sinh trồng cây", "  people: pupils", "  consent_number: 15/2026-ĐY"),
    ),
    Fault(
        name="ảnh chỉ có thầy cô", group=I, turns=2, plant=_picture("  alt: Thầy cô trong phòng họp", "  people: staff")
    ),
    Fault(
        name="ảnh trong bài có mô tả", group=I, turns=3, plant=_body("![Sân trường sau mưa](../hinh/san-truong.jpg)")
    ),
    Fault(
        name="liên kết tới trang có thật",
        group=I,
        turns=3,
        plant=_body(
            "Xem [mẫu đơn](../bieu-mau/don-xin-nghi-hoc.md).",
            "Xem [lịch tuần](../lich-cong-tac/2026-W47.yml).",
            "Tải [mẫu](../tep/don-xin-nghi-hoc.docx).",
        ),
    ),
    Fault(
        name="liên kết ra ngoài, thư điện tử, trong trang",
        group=I,
        turns=3,
        plant=_body(
            "Xem [trang của Sở](https://hcm.edu.vn/).",
            "Gửi [thư](mailto:gopy@hcm.edu.vn).",
            "Xem [phần dưới](#cach-nop).\n\n## Cách nộp\n\nNộp tại văn phòng.",
        ),
    ),
    Fault(
        name="thư của ngành khác đuôi",
        group=I,
        turns=3,
        plant=_set(OPINION, "contact_email", "gopy@moet.edu.vn", "gopy.sgddt@tphcm.gov.vn", "gopy@thcs.edu.vn"),
    ),
    Fault(
        name="nói về Gmail trong bài",
        group=I,
        turns=2,
        plant=_body("Không dùng Gmail trong việc công.", "Lớp học cách nhận ra thư giả mạo gmail, yahoo."),
    ),
    Fault(
        name="tệp Word không có dữ liệu cá nhân",
        group=I,
        turns=2,
        plant=_attached(
            "mau-phieu.docx",
            docx("Phiếu đăng ký", "Họ và tên: ........", "Ngày sinh: ........", "Số điện thoại: ........"),
        ),
    ),
    Fault(
        name="tệp PDF có lớp chữ",
        group=I,
        turns=2,
        plant=_attached("ke-hoach.pdf", pdf("Kế hoạch tháng 11", "Từ ngày 3/11/2026 đến ngày 27/11/2026")),
    ),
    Fault(
        name="tệp Excel chỉ có số liệu tổng",
        group=I,
        turns=2,
        plant=_attached("so-lieu.xlsx", xlsx(("Khối", "Tổng số"), ("Khối 6", "358"), ("Cộng", "1380"))),
    ),
    Fault(name="tệp đuôi viết hoa", group=I, plant=_attached("ke-hoach-2.PDF", pdf("Kế hoạch tháng 12", "Học kỳ I"))),
    Fault(name="tệp ảnh đính kèm", group=I, plant=_attached("so-do.png", picture("PNG"))),
    Fault(name="hai việc cùng giờ, hai người chủ trì", group=I, turns=3, plant=_other_chair),
    Fault(name="hai việc nối nhau của một người", group=I, turns=3, plant=_one_after_the_other),
    Fault(name="thực đơn bốn ngày có ghi chú", group=I, turns=2, plant=_short_menu),
    Fault(name="văn bản không số, nói rõ bản sao không có", group=I, turns=2, plant=_no_number_said),
    Fault(
        name="có hiệu lực đúng ngày ban hành",
        group=I,
        turns=2,
        plant=_document("expires_on: 2030-12-31", after="effective_on"),
    ),
    Fault(
        name="ghi chú bị thay thế bởi văn bản không đăng",
        group=I,
        plant=_document("replaced_by_note: Được thay bằng văn bản của Sở năm 2026."),
    ),
    Fault(
        name="thay thế văn bản có thật",
        group=I,
        plant=lambda s, t: (
            quiet(
                add_key(
                    s,
                    own_document(s, 1),
                    f"replaces: [{(own_document(s, 0) or '').rsplit('/', 1)[-1][:-3]}]",
                    after="satisfies",
                )
            )
            if own_document(s, 0) != own_document(s, 1)
            else None
        ),
    ),
    Fault(name="miễn trừ còn hạn cho mục thiếu", group=I, plant=_good_waiver),
    Fault(name="sửa lại bản công khai đã đăng", group=I, turns=3, plant=_renamed_title),
    Fault(
        name="thêm một tin mới",
        group=I,
        plant=_new_pages(
            "tin-tuc/2026-11-21-sinh-hoat.md",
            _ARTICLE.format("Sinh hoạt câu lạc bộ", "2026-11-21", "Câu lạc bộ đọc sách sinh hoạt."),
        ),
    ),
    Fault(
        name="tin đăng đúng hôm nay",
        group=I,
        plant=_new_pages(
            "tin-tuc/2026-11-22-hom-nay.md", _ARTICLE.format("Chủ nhật xanh", "22/11/2026", "Trồng thêm hai cây bàng.")
        ),
    ),
    Fault(name="sự kiện ở năm sau", group=I, plant=_set(EVENT, "starts_on", "2027-05-20")),
    Fault(
        name="góp ý quanh năm",
        group=I,
        plant=lambda s, t: quiet(swap(s, OPINION, "closes_on: 2026-12-04", "contact_phone: (028) 3999 0101")),
    ),
    Fault(name="thủ tục giải quyết ngay, không thu phí", group=I, plant=_set(PROCEDURE, "time_limit_days", "0")),
    Fault(name="chỉ tiêu bằng 0", group=I, plant=_set(ADMISSION, "quota", "0")),
)
