"""Faults of truth: figures that do not add up, the wrong year, filler, dates in disorder, documents that contradict."""

from __future__ import annotations

from ..school import School
from .base import (
    ERROR,
    NOTICED,
    PERSON,
    WARNING,
    Fault,
    Looked,
    Planted,
    add_body,
    add_key,
    at,
    attach,
    disclosed,
    line_number,
    merged,
    news,
    own_document,
    pick,
    set_body,
    set_key,
    swap,
)
from .base import Plant as Planting
from .shape import ABOUT, ADMISSION, EVENT, LEARNING, NOTICE, OPINION

S, T, F, D, L = "số liệu", "năm và bản cũ", "chữ điền tạm", "ngày tháng và văn bản", "ảnh, liên kết, thư điện tử"


def _table_row(ending: str, year: str, marker: str, column: int, add: int, title: str = "") -> Planting:
    """A figure of one row or of the total line copied wrongly: told at that line, or at its table's total."""

    def plant(school: School, turn: int) -> Planted | None:
        path = school.disclosure(ending, year)
        if path is None:
            return None
        lines = school.text(path).split("\n")
        start = next((at for at, line in enumerate(lines) if title in line and "title:" in line), None)
        if start is None:
            return None
        here = next((at for at in range(start, len(lines)) if lines[at].strip().startswith(marker)), None)
        if here is None:
            return None
        head, _, tail = lines[here].partition("[")
        cells = tail.rstrip("]").split(", ")
        number = int(cells[column].replace(".", "")) + add * (turn + 1)
        cells[column] = f"{number:,}".replace(",", ".")
        lines[here] = f"{head}[{', '.join(cells)}]"
        total = next((at for at in range(start, len(lines)) if lines[at].strip().startswith("total:")), here)
        return Planted(changes={path: "\n".join(lines).encode()},
                       expected=(Looked(paths=(path,), line=here + 1, free=()) if total == here else
                                 _either(path, here + 1, total + 1, start + 1),))  # fmt: skip

    return plant


def _either(path: str, *numbers: int) -> Looked:
    return _Lines(paths=(path,), lines=numbers)


class _Lines(Looked):
    """One of several lines, all of them guilty: a row and the total it no longer makes."""

    def __init__(self, *, paths: tuple[str, ...], lines: tuple[int, ...]) -> None:
        super().__init__(paths=paths)
        object.__setattr__(self, "lines", lines)

    def holds(self, path: str, line: int, message: str) -> bool:
        return path in self.paths and line in self.lines  # type: ignore[attr-defined]


def _opening(school: School, turn: int) -> Planted | None:
    """This year opens with another sum than last year closed with."""
    path = school.disclosure("so-du-cac-quy", "2025")
    if path is None:
        return None
    lines = school.text(path).split("\n")
    here = next(at for at, line in enumerate(lines) if "Quỹ phát triển hoạt động" in line)
    for row in (here, next(at for at, line in enumerate(lines) if line.strip().startswith("total:"))):
        head, _, tail = lines[row].partition("[")
        cells = tail.rstrip("]").split(", ")
        for column in (1, 4):
            number = int(cells[column].replace(".", "")) + 1_000_000 * (turn + 1)
            cells[column] = f"{number:,}".replace(",", ".")
        lines[row] = f"{head}[{', '.join(cells)}]"
    return Planted(changes={path: "\n".join(lines).encode()}, expected=(at(path),))


def _fact(*values: str, label: str = "Tỷ lệ hoàn thành") -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = disclosed(school, turn)
        if path is None or "facts:" not in school.text(path):
            path = school.disclosure("doi-ngu", "2025-2026")
        text = f"  - label: {label}\n    value: {values[turn % len(values)]}"
        planted = add_key(school, path, text, after="facts")
        if planted is None or path is None:
            return None
        line = planted.expected[0].line or 0
        return Planted(changes=planted.changes, expected=(_either(path, line, line + 1),))

    return plant


def _title_year(school: School, turn: int) -> Planted | None:
    path = disclosed(school, turn)
    return swap(school, path, "2025-2026", ("2024-2025", "2026-2027")[turn % 2])


def _title_fiscal(school: School, turn: int) -> Planted | None:
    return swap(school, school.disclosure(("so-du-cac-quy", "tinh-hinh-tai-chinh-nam-truoc")[turn % 2], "2025"),
                "năm 2025", "năm 2024")  # fmt: skip


def _wrong_folder(school: School, turn: int) -> Planted | None:
    """The key says one school year, folder and title say another: told at the key, or at the title."""
    path = disclosed(school, turn)
    planted = set_key(school, path, "school_year", "2023-2024")
    if path is None or planted is None:
        return None
    number = line_number(school.text(path), "school_year:") or 1
    return Planted(changes=planted.changes, expected=(_either(path, number, 2, 1),),
                   consequences=(at(path), *(at(folder) for folder in ("cong-khai/2025-2026", "cong-khai"))))  # fmt: skip


def _last_years_body(school: School, turn: int) -> Planted | None:
    """Last year's page, with nothing changed but the years of its head."""
    path = pick([one for one in school.under("cong-khai/2025-2026")
                 if one.replace("2025-2026", "2024-2025") in school.files
                 and "tables:" in school.text(one)], turn)  # fmt: skip
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
    number = (line_number(school.text(page), "tep/") or 0)
    return Planted(changes={new: school.files[old]},
                   expected=(Looked(paths=(page,), line=number, free=(new,)),))  # fmt: skip


def _body(*texts: str, path: str = "") -> Planting:
    return lambda school, turn: add_body(school, path or news(school, turn), texts[turn % len(texts)])


def _value(kind: str, key: str, *values: str) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        chosen = {"tin": news, "van-ban": own_document, "cong-khai": disclosed}.get(kind)
        return set_key(school, chosen(school, turn) if chosen else kind, key, values[turn % len(values)])

    return plant


def _cell(*values: str) -> Planting:
    return lambda school, turn: swap(school, school.disclosure("cac-khoan-thu-va-muc-thu", "2026-2027"),
                                     "- [Nước uống một tháng, 15.000",
                                     f"- [Nước uống một tháng, {values[turn % len(values)]}")  # fmt: skip


def _empty_table(school: School, turn: int) -> Planted | None:
    path = school.disclosure("cac-khoan-thu-va-muc-thu", "2026-2027")
    planted = add_key(school, path, '  - title: Bảng bổ sung\n    columns: [Nội dung, Số tiền]\n    rows:\n'
                      '      - ["", ""]\n      - ["", ""]', after="tables")  # fmt: skip
    if planted is None or path is None:
        return None
    line = planted.expected[0].line or 0
    return Planted(changes=planted.changes, expected=(_either(path, line, line + 2, line + 3, line + 4),))


def _figures_later(school: School, turn: int) -> Planted | None:
    """Figures of a day after the day of publishing: told at either date."""
    path = disclosed(school, turn)
    planted = add_key(school, path, "figures_as_of: 2026-10-30", after="published_on")
    if planted is None or path is None:
        return None
    line = planted.expected[0].line or 0
    return Planted(changes=planted.changes, expected=(_either(path, line - 1, line),))


def _order(path: str, first: str, day: str) -> Planting:
    """Two dates of one file in the wrong order: told at the one that was changed, or at its partner."""

    def plant(school: School, turn: int) -> Planted | None:
        planted = set_key(school, path, first, day)
        return planted and Planted(changes=planted.changes, expected=(at(path),))

    return plant


def _document_dates(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    planted = set_key(school, path, "effective_on", "2025-01-05")
    return planted and Planted(changes=planted.changes, expected=(at(path or ""),))


def _expires_before(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    return add_key(school, path, "expires_on: 2025-02-01", after="effective_on")


def _published_before_signed(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    planted = set_key(school, path, "published_on", "2025-09-01")
    return planted and Planted(changes=planted.changes, expected=(at(path or ""),))


def _replaced(*values: str) -> Planting:
    return lambda school, turn: add_key(school, own_document(school, turn), f"replaces: [{values[turn % len(values)]}]",
                                        after="satisfies")  # fmt: skip


def _ring(school: School, turn: int) -> Planted | None:
    first, second = own_document(school, 0), own_document(school, 1)
    if first is None or second is None or first == second:
        return None
    stems = [path.rsplit("/", 1)[-1][:-3] for path in (first, second)]
    planted = merged(add_key(school, first, f"replaces: [{stems[1]}]", after="satisfies"),
                     add_key(school, second, f"replaces: [{stems[0]}]", after="satisfies"))  # fmt: skip
    assert planted is not None
    where = Looked(paths=(first, second))
    return Planted(changes=planted.changes, expected=(where,), consequences=(where,))


def _itself(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    return add_key(school, path, f"replaces: [{path.rsplit('/', 1)[-1][:-3]}]", after="satisfies") if path else None


def _same_number(school: School, turn: int) -> Planted | None:
    """Two documents of one school carry the same number."""
    first, second = own_document(school, 0), own_document(school, 1)
    if first is None or second is None or first == second:
        return None
    planted = set_key(school, second, "number", school.text(first).split("number: ")[1].split("\n")[0])
    both = Looked(paths=(first, second))
    return planted and Planted(changes=planted.changes, expected=(both,), consequences=(both,))


def _symbol(*values: str) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = next((one for one in school.under("van-ban") if "-kh-" in one), None)
        return set_key(school, path, "number", values[turn % len(values)].replace("*", school.profile.symbol))

    return plant


def _no_number(school: School, turn: int) -> Planted | None:
    path = own_document(school, turn)
    if path is None:
        return None
    lines = [line for line in school.text(path).split("\n") if not line.startswith("number:")]
    return Planted(changes={path: "\n".join(lines).encode()}, expected=(at(path),))


def _leader(old: str, new: str) -> Planting:
    return lambda school, turn: swap(school, "can-bo.yml", old, new, nth=turn % 3)


def _unappointed(school: School, turn: int) -> Planted | None:
    lines = school.text("can-bo.yml").split("\n")
    rows = [number for number, line in enumerate(lines) if "appointed_by:" in line]
    here = rows[turn % 3]
    return Planted(changes={"can-bo.yml": "\n".join([*lines[:here], *lines[here + 1:]]).encode()},
                   expected=(at("can-bo.yml"),))  # fmt: skip


def _report_as_word(school: School, turn: int) -> Planted | None:
    from ..attachments import docx

    page = school.disclosure("bao-cao-thuong-nien", "2025")
    planted = swap(school, page, "-2025.pdf", "-2025.docx")
    assert planted is not None
    name = "tep/bao-cao-thuong-nien-2025.docx"
    place = Looked(paths=(page or "",), free=(name,))
    return Planted(changes={**planted.changes, name: docx("Báo cáo thường niên năm 2025"),
                            "tep/bao-cao-thuong-nien-2025.pdf": None}, expected=(place,))  # fmt: skip


def _report_without_file(school: School, turn: int) -> Planted | None:
    page = school.disclosure("bao-cao-thuong-nien", "2025")
    assert page is not None
    text = school.text(page)
    start, end = text.index("attachments:"), text.index("\n---", 4)
    return Planted(changes={page: (text[:start].rstrip("\n") + text[end:]).encode()}, expected=(at(page),))


def _picture(people: str, *more: str, alt: str = "Học sinh trên sân trường", file: str = "san-truong.jpg") -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = news(school, turn)
        lines = ["picture:", f"  file: hinh/{file}", f"  alt: {alt}", *([f"  people: {people}"] if people else []), *more]
        planted = add_key(school, path, "\n".join(lines))
        if planted is None or path is None:
            return None
        start = planted.expected[0].line or 0
        return Planted(changes=planted.changes, expected=(_either(path, *range(start, start + len(lines))),))

    return plant


def _attached(name: str, data: bytes | None) -> Planting:
    return lambda school, turn: attach(school, news(school, turn), name, data)


def _mail(path: str, *addresses: str) -> Planting:
    return lambda school, turn: set_key(school, path, "contact_email" if path == OPINION else "email",
                                        addresses[turn % len(addresses)])  # fmt: skip


def _pdf(*lines: str) -> bytes:
    from ..attachments import pdf

    return pdf(*lines)


def _scan() -> bytes:
    from ..attachments import scanned_pdf

    return scanned_pdf()


NOTED = (WARNING, ERROR, PERSON)
FAULTS = (
    Fault(name="tổng số học sinh cộng sai", group=S, turns=2,
          plant=_table_row("ket-qua-nam-hoc-truoc", "2025-2026", "total:", 4, 3, "theo khối")),
    Fault(name="nam cộng nữ không bằng tổng của khối", group=S, turns=2,
          plant=_table_row("ket-qua-nam-hoc-truoc", "2025-2026", "- [", 4, 2, "theo khối")),
    Fault(name="số nữ của dòng tổng sai", group=S,
          plant=_table_row("ket-qua-nam-hoc-truoc", "2025-2026", "total:", 3, 9, "theo khối")),
    Fault(name="số lớp cộng sai", group=S,
          plant=_table_row("ket-qua-nam-hoc-truoc", "2025-2026", "total:", 1, 1, "theo khối")),
    Fault(name="xếp loại cuối năm không bằng tổng", group=S, turns=2,
          plant=_table_row("ket-qua-nam-hoc-truoc", "2025-2026", "- [", 2, 1, "Kết quả cuối năm")),
    Fault(name="đội ngũ theo trình độ không bằng tổng", group=S, turns=2,
          plant=_table_row("doi-ngu", "2025-2026", "- [Giáo viên", 4, 1)),
    Fault(name="tổng cộng đội ngũ sai", group=S, plant=_table_row("doi-ngu", "2025-2026", "total:", 2, 5)),
    Fault(name="tổng thu cộng sai", group=S, turns=2,
          plant=_table_row("tinh-hinh-tai-chinh-nam-truoc", "2025", "total:", 1, 1_000_000, "Thu theo nguồn")),
    Fault(name="một khoản chi gõ thừa số không", group=S,
          plant=_table_row("tinh-hinh-tai-chinh-nam-truoc", "2025", "- [Hỗ trợ", 1, 900_000_000, "Chi năm")),
    Fault(name="thu trừ chi không bằng chênh lệch", group=S, turns=2,
          plant=_table_row("tinh-hinh-tai-chinh-nam-truoc", "2025", "- [Chênh lệch", 1, 500_000, "Chênh lệch")),
    Fault(name="số dư cuối năm của quỹ sai", group=S, turns=2,
          plant=_table_row("so-du-cac-quy", "2025", "total:", 4, 2_000_000)),
    Fault(name="đầu năm cộng trích trừ dùng không bằng cuối năm", group=S,
          plant=_table_row("so-du-cac-quy", "2025", "- [Quỹ phát triển", 4, 3_000_000)),
    Fault(name="số dư đầu năm không bằng cuối năm trước", group=S, plant=_opening, turns=2, severities=NOTICED),
    Fault(name="tổng dự toán cộng sai", group=S, plant=_table_row("nsnn26-du-toan", "2026", "total:", 1, 1_000_000)),
    Fault(name="tổng quyết toán cộng sai", group=S, plant=_table_row("nsnn26-quyet-toan", "2025", "total:", 1, 7_000_000)),
    Fault(name="tỷ lệ quá 100%", group=S, turns=4, severities=NOTICED,
          plant=_fact('"70/64 người, đạt 109,4%"', '"105%"', '"đạt 112,5 %"', '"18/16 cơ sở (113%)"')),
    Fault(name="phân số lớn hơn một", group=S, turns=2, severities=NOTICED,
          plant=_fact('"70/64 người"', '"33/32 lớp"', label="Số đạt trên tổng số")),
    Fault(name="tỷ lệ không khớp phân số", group=S, turns=2, severities=NOTICED,
          plant=_fact('"32/64 người, đạt 60,0%"', '"10/40 lớp, đạt 52%"')),
    Fault(name="năm học trong tiêu đề khác năm của bản", group=T, plant=_title_year, turns=3),
    Fault(name="năm tài chính trong tiêu đề khác năm của bản", group=T, plant=_title_fiscal, turns=2),
    Fault(name="năm học khác thư mục", group=T, plant=_wrong_folder, turns=2),
    Fault(name="chép nguyên bản năm trước, chỉ đổi năm", group=T, plant=_last_years_body, turns=3, severities=NOTICED),
    Fault(name="tệp báo cáo năm trước dưới tên năm nay", group=T, plant=_same_attachment, severities=NOTICED),
    Fault(name="«đang cập nhật» trong bài", group=F, turns=4,
          plant=_body("Nội dung đang cập nhật.", "Đang cập nhật…", "(Đang được cập nhật)", "**ĐANG CẬP NHẬT**")),
    Fault(name="TODO, lorem ipsum trong bài", group=F, turns=3,
          plant=_body("TODO: viết thêm về buổi lễ", "Lorem ipsum dolor sit amet, consectetur.", "- TODO")),
    Fault(name="dấu chấm điền sau", group=F, turns=3, severities=NOTICED,
          plant=_body("Số người tham dự: ………………", "Kinh phí: ............ đồng", "Người phụ trách: ________")),
    Fault(name="xxx, bổ sung sau", group=F, turns=3, severities=NOTICED,
          plant=_body("Chi phí xxx đồng.", "(bổ sung sau)", "Sẽ bổ sung sau.")),
    Fault(name="ngoặc «» còn gợi ý trong bài", group=F, turns=2, severities=NOTICED,
          plant=_body("«Viết nội dung ở đây»", "«Số người dự»")),
    Fault(name="«đang cập nhật» trong thông tin", group=F, turns=3,
          plant=_fact("Đang cập nhật", '"đang cập nhật..."', '"..."', label="Kết quả bồi dưỡng")),
    Fault(name="«đang cập nhật» trong ô bảng", group=F, turns=3, plant=_cell("Đang cập nhật", '"…"', "TODO")),
    Fault(name="«đang cập nhật» ở tiêu đề, tóm tắt", group=F, turns=2,
          plant=_value("tin", "summary", "Đang cập nhật", "Nội dung đang cập nhật")),
    Fault(name="«đang cập nhật» ở hồ sơ trường", group=F, turns=2,
          plant=_value("truong.yml", "mission", "Nội dung đang cập nhật", "Đang cập nhật sứ mạng của trường")),
    Fault(name="bảng trống", group=F, plant=_empty_table),
    Fault(name="trang giới thiệu không có nội dung", group=F, severities=NOTICED,
          plant=lambda school, turn: set_body(school, ABOUT, "")),
    Fault(name="tin không có nội dung", group=F, severities=NOTICED,
          plant=lambda school, turn: set_body(school, news(school, turn), ""), turns=2),
    # Some decisions take effect before they are signed; a person decides.
    Fault(name="có hiệu lực trước ngày ban hành", group=D, plant=_document_dates, turns=2, severities=NOTICED),
    Fault(name="hết hiệu lực trước khi có hiệu lực", group=D, plant=_expires_before, turns=2),
    Fault(name="đăng trước khi ký", group=D, plant=_published_before_signed, turns=2),
    Fault(name="ngày đăng ở tương lai", group=D, turns=2, severities=NOTICED, plant=_value("cong-khai", "published_on", "2027-06-12", "12/6/2028")),
    Fault(name="ngày ban hành ở tương lai", group=D, turns=2, severities=NOTICED,
          plant=lambda school, turn: (lambda one: one and Planted(changes=one.changes, expected=(
              at(own_document(school, turn) or ""),)))(set_key(school, own_document(school, turn), "issued_on",
                                                             "2027-10-11"))),
    Fault(name="số liệu tính đến ngày sau ngày đăng", group=D, turns=2,
          plant=_figures_later),
    Fault(name="khai «không có» ở ngày chưa tới", group=D, severities=NOTICED,
          plant=lambda school, turn: set_key(school, school.disclosure("chuong-trinh-nuoc-ngoai", "2025-2026"),
                                             "declared_none_on", "2027-05-01")),
    Fault(name="sự kiện kết thúc trước khi bắt đầu", group=D,
          plant=lambda school, turn: add_key(school, EVENT, "ends_on: 2026-11-20", after="starts_on")),
    Fault(name="giờ kết thúc trước giờ bắt đầu", group=D, plant=_order(EVENT, "ends_at", '"06:00"')),
    Fault(name="tuyển sinh hết nhận trước khi nhận", group=D, plant=_order(ADMISSION, "closes_on", "2026-06-01")),
    Fault(name="góp ý đóng trước khi mở", group=D, plant=_order(OPINION, "closes_on", "2026-10-01")),
    Fault(name="thông báo hết hạn trước ngày đăng", group=D, plant=_order(NOTICE, "expires_on", "2026-11-01")),
    Fault(name="kỳ nghỉ kết thúc trước khi bắt đầu", group=D, plant=_order("truong.yml", "ends_on", "2026-01-02")),
    Fault(name="nhiệm kỳ kết thúc trước khi bắt đầu", group=D, turns=3,
          plant=lambda school, turn: (lambda one: one and Planted(changes=one.changes, expected=(at("can-bo.yml"),)))(
              swap(school, "can-bo.yml", "2028-08-14", "2020-08-14", nth=turn))),
    Fault(name="thẩm định học liệu sau ngày đăng", group=D, severities=NOTICED, plant=_order(LEARNING, "reviewed_on", "2026-11-20")),
    Fault(name="thay thế văn bản không có", group=D, turns=2, plant=_replaced("2019-99-kh-khong-co", "2025-31-qd-xx")),
    Fault(name="hai văn bản thay thế lẫn nhau", group=D, plant=_ring),
    Fault(name="văn bản thay thế chính nó", group=D, plant=_itself),
    Fault(name="hai văn bản cùng số", group=D, plant=_same_number, severities=NOTICED),
    Fault(name="ký hiệu không hợp loại văn bản", group=D, turns=2, severities=NOTED, plant=_symbol("136/QĐ-*", "136/BC-*")),
    Fault(name="số văn bản thiếu phần số hoặc gạch chéo", group=D, turns=3, severities=NOTED,
          plant=_symbol("KH-*", "136 KH *", "Không số")),
    Fault(name="văn bản không số mà không nói", group=D, turns=2, severities=NOTED, plant=_no_number),
    Fault(name="lãnh đạo không có quyết định bổ nhiệm", group=D, plant=_unappointed, turns=3, severities=NOTED),
    Fault(name="quyết định bổ nhiệm trỏ tới tệp không có", group=D, turns=2,
          plant=_leader("appointed_by: 2023-", "appointed_by: 2032-")),
    Fault(name="báo cáo thường niên không phải PDF", group=D, plant=_report_as_word),
    Fault(name="báo cáo thường niên không kèm tệp", group=D, plant=_report_without_file),
    Fault(name="tệp đính kèm không có", group=L, turns=2, plant=_attached("ke-hoach-thang-11.pdf", None)),
    Fault(name="tệp đính kèm trống", group=L, turns=2, plant=_attached("ke-hoach-thang-11.pdf", b"")),
    Fault(name="PDF chỉ có ảnh quét", group=L, turns=2, severities=NOTICED, plant=_attached("ban-quet.pdf", _scan())),
    Fault(name="đuôi PDF nhưng là tệp Word", group=L, plant=_attached("ke-hoach.pdf", b"PK\x03\x04" + b"\0" * 60)),
    Fault(name="đuôi DOCX nhưng là PDF", group=L, plant=_attached("ke-hoach.docx", _pdf("Kế hoạch tháng"))),
    Fault(name="tệp chạy được đội lốt PDF", group=L, plant=_attached("ke-hoach.pdf", b"MZ\x90\0" + b"\0" * 60)),
    Fault(name="tệp PDF bị cắt", group=L, severities=NOTICED, plant=_attached("cat.pdf", _pdf("Kế hoạch tháng 11")[:300])),
    Fault(name="ảnh không có tệp", group=L, turns=2, plant=_picture("none", file="khong-co.jpg")),
    Fault(name="ảnh không có mô tả", group=L, turns=2, plant=_picture("none", alt='""')),
    Fault(name="mô tả ảnh là tên tệp", group=L, severities=NOTICED, plant=_picture("none", alt="san-truong.jpg")),
    Fault(name="ảnh không nói có người hay không", group=L, turns=2, plant=_picture("")),
    Fault(name="ảnh học sinh không có phiếu đồng ý", group=L, turns=3, plant=_picture("pupils")),
    Fault(name="số phiếu đồng ý để trống", group=L, plant=_picture("pupils", '  consent_number: ""')),
    Fault(name="ảnh trong bài không có mô tả", group=L, turns=2, severities=NOTICED, plant=_body("![](../hinh/san-truong.jpg)")),
    Fault(name="ảnh trong bài không có tệp", group=L, turns=2, plant=_body("![Sân trường](../hinh/khong-co.jpg)")),
    Fault(name="liên kết tới trang không có", group=L, turns=3,
          plant=_body("Xem [kế hoạch](../van-ban/khong-co.md).", "Xem [tin cũ](2020-01-01-tin-cu.md).",
                      "Xem [lịch](../lich-cong-tac/2025-W01.yml).")),
    Fault(name="liên kết tới tệp trên máy người viết", group=L, turns=2,
          plant=_body("Xem [tệp](file:///C:/VanBan/ke-hoach.docx).", "Xem [tệp](<C:\\VanBan\\ke-hoach.docx>).")),
    Fault(name="liên kết tới tệp tải về không có", group=L, turns=2, plant=_body("Tải [mẫu](../tep/khong-co.docx) về điền.")),
    Fault(name="thư Gmail của trường", group=L, turns=3,
          plant=_mail("truong.yml", "hoaphuong@gmail.com", "hoaphuong@yahoo.com.vn", "hoaphuong@hcm.vnn.vn")),
    Fault(name="thư Gmail của lãnh đạo", group=L, turns=2, plant=_mail("can-bo.yml", "hanh.nguyen@gmail.com", "pht@outlook.com")),
    Fault(name="thư Gmail nhận góp ý", group=L, plant=_mail(OPINION, "gopy.truong@gmail.com")),
    Fault(name="thư Gmail trong bài", group=L, turns=2, severities=NOTICED,
          plant=_body("Mọi ý kiến xin gửi về truongem@gmail.com.", "Liên hệ: vanthu.truong@yahoo.com")),
    Fault(name="trang của trường không có HTTPS", group=L, severities=NOTICED, plant=_value("truong.yml", "website", "http://truong.hcm.edu.vn")),
    Fault(name="dấu «MẬT» trong bài", group=L, turns=2, severities=NOTICED, plant=_body("MẬT", "Độ mật: TUYỆT MẬT")),
    Fault(name="dấu «MẬT» trong tệp PDF", group=L, severities=NOTICED,
          plant=_attached("cong-van.pdf", _pdf("MẬT", "Công văn về công tác bảo vệ"))),
    Fault(name="chữ «mat» trong tên tệp", group=L, severities=NOTICED,
          plant=_attached("cong-van-MAT-2026.pdf", _pdf("Công văn về công tác bảo vệ"))),
    Fault(name="lời nói tới đoàn thể không có", group=L, turns=2, severities=NOTICED,
          plant=lambda school, turn: add_key(school, news(school, turn), "organisation: hoi-cuu-chien-binh")),
    Fault(name="thủ tục nói tới mẫu đơn không có", group=L,
          plant=lambda school, turn: set_key(school, "thu-tuc/xin-nghi-hoc.md", "form_templates", "[don-khong-co]")),
    Fault(name="tuyển sinh nói tới mẫu đơn không có", group=L,
          plant=lambda school, turn: set_key(school, ADMISSION, "form_templates", "[ho-so-khong-co]")),
)  # fmt: skip
