"""Tables of words: days, standards, improvements, books, lessons, services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from school_site.layouts import TableLayout

from ..tabling import Ask, Cell, Line

_STANDARDS = (
    ("Tổ chức và quản lý nhà trường", 10), ("Cán bộ quản lý, giáo viên, nhân viên", 4),
    ("Cơ sở vật chất và thiết bị dạy học", 6), ("Quan hệ giữa nhà trường, gia đình và xã hội", 2),
    ("Hoạt động và kết quả giáo dục", 6),
)  # fmt: skip
_SUBJECTS: dict[str, tuple[tuple[str, int], ...]] = {
    "primary": (("Tiếng Việt", 245), ("Toán", 175), ("Đạo đức", 35), ("Giáo dục thể chất", 70), ("Nghệ thuật", 70),
                ("Hoạt động trải nghiệm", 105)),
    "lower_secondary": (("Toán", 140), ("Ngữ văn", 140), ("Ngoại ngữ 1", 105), ("Khoa học tự nhiên", 140),
                        ("Lịch sử và Địa lí", 105), ("Giáo dục thể chất", 70)),
    "upper_secondary": (("Toán", 105), ("Ngữ văn", 105), ("Ngoại ngữ 1", 105), ("Vật lí", 70), ("Lịch sử", 52),
                        ("Giáo dục thể chất", 70), ("Hoạt động trải nghiệm, hướng nghiệp", 105)),
}  # fmt: skip
_LEVEL_OF = {
    **dict.fromkeys(("1", "2", "3", "4", "5"), "primary"),
    **dict.fromkeys(("6", "7", "8", "9"), "lower_secondary"),
    **dict.fromkeys(("10", "11", "12"), "upper_secondary"),
}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_SETS = ("Kết nối tri thức với cuộc sống", "Chân trời sáng tạo", "Cánh Diều")


def _subjects(ask: Ask) -> list[tuple[str, dict[str, int]]]:
    """The subjects of all levels, with the lessons of each grade that has them."""
    found: dict[str, dict[str, int]] = {}
    for grade, level in _LEVEL_OF.items():
        if level in ask.figures.profile.levels:
            for name, lessons in _SUBJECTS[level]:
                found.setdefault(name, {})[f"lop-{grade}"] = lessons
    return list(found.items())


def subjects_of(grade: str) -> tuple[str, ...]:
    """What is taught in a grade; a centre teaches what upper secondary schools do."""
    return tuple(name for name, _ in _SUBJECTS[_LEVEL_OF[grade]])


def _lessons(form: TableLayout, ask: Ask) -> list[Line]:
    grades = [column.id for column in form.columns[1:]]
    return [(name, {grade: lessons.get(grade, 0) for grade in grades}) for name, lessons in _subjects(ask)]


def _books(form: TableLayout, ask: Ask) -> list[Line]:
    grades = [column.id for column in form.columns[1:]]
    lines: list[Line] = []
    for at, (name, lessons) in enumerate(_subjects(ask)):
        used = _SETS[0] if ask.year >= 2026 else _SETS[at % 3]
        lines.append((name, {grade: used if grade in lessons else "–" for grade in grades}))
    return lines


def _library(form: TableLayout, ask: Ask) -> list[Line]:
    grown = ask.year - 2020
    return [
        (name, {"so-ten": titles, "hien-co": copies + 40 * grown, "toi-thieu": copies}) for name, titles, copies in
        (("Sách tham khảo theo môn học", 210, 840), ("Truyện, sách đọc thêm", 460, 1380), ("Báo, tạp chí", 12, 24))
    ]  # fmt: skip


def _standards(form: TableLayout, ask: Ask) -> list[Line]:
    grown = ask.year - 2024
    return [
        (f"Tiêu chuẩn {at}: {name}", {"muc-1": 0, "muc-2": max(1, count // 2 - grown),
                                      "muc-3": count - max(1, count // 2 - grown)})
        for at, (name, count) in enumerate(_STANDARDS, start=1)
    ]  # fmt: skip


def _recognised(form: TableLayout, ask: Ask) -> list[Line]:
    return [
        ("Tháng 4/2022", {"ket-qua": "Đoàn đánh giá ngoài làm việc tại trường"}),
        ("Tháng 6/2022", {"ket-qua": "Được công nhận đạt kiểm định chất lượng giáo dục cấp độ 2, có giá trị 5 năm"}),
    ]


def _improvements(form: TableLayout, ask: Ask) -> list[Line]:
    done = ("Đang làm, xong trước tháng 12", "Đã xong, bàn giao tháng 8", "Đã xong và đang dùng")[ask.year % 3]
    return [
        ("Thay bàn ghế dãy B", {"thoi-gian": f"Năm {ask.year}", "ket-qua": done}),
        ("Bồi dưỡng giáo viên dùng học liệu số", {"thoi-gian": f"{ask.year}–{ask.year + 1}",
                                                  "ket-qua": f"{60 + ask.year % 7 * 5}% giáo viên đã học"}),
    ]  # fmt: skip


def _days(form: TableLayout, ask: Ask) -> list[Line]:
    """The days of enrolment, or those of the school year."""
    year = ask.year
    if ask.item.endswith("tuyen-sinh"):
        told: Sequence[tuple[str, str]] = (
            ("Công bố kế hoạch", _spoken(date(year, 5, 6))),
            ("Mở đăng ký trực tuyến", _spoken(date(year, 6, 8))),
            ("Công bố kết quả", _spoken(date(year, 7, 1))),
            ("Hạn cuối xác nhận nhập học", _spoken(date(year, 7, 10))),
        )  # fmt: skip
    else:
        # The year begins on a Monday and its halves end on Saturdays.
        first_day = 31 - date(year, 8, 31).weekday() - 7
        half, end = (date(year + 1, month, day) for month, day in ((1, 19), (5, 31)))
        told = (("Tựu trường", f"{first_day}/8/{year}"), ("Khai giảng", f"5/9/{year}"),
                ("Kết thúc học kỳ I", f"{_saturday(half)}/1/{year + 1}"),
                ("Kết thúc năm học", f"{_saturday(end)}/5/{year + 1}"))  # fmt: skip
    return [(name, {form.columns[1].id: day}) for name, day in told]


def _spoken(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}, {day.day}/{day.month}/{day.year}"


def _saturday(latest: date) -> int:
    return latest.day - (latest.weekday() - 5) % 7


def _activities(form: TableLayout, ask: Ask) -> list[Line]:
    count = ask.figures.pupils.count(ask.year)
    return [
        (name, {"so-nhom": groups, "luot": count * share // 100}) for name, groups, share in
        (("Phụ đạo", 8, 12), ("Bồi dưỡng năng khiếu", 6, 9), ("Câu lạc bộ", 9, 30), ("Tư vấn học đường", 2, 7))
    ]  # fmt: skip


def _services(form: TableLayout, ask: Ask) -> list[Line]:
    told = (("Giữ trẻ ngoài giờ", ("Trẻ em của trường", 24, 12_000, "đồng/giờ")),
            ("Làm quen tiếng Anh", ("Trẻ 5-6 tuổi", 60, 120_000, "đồng/tháng")))  # fmt: skip
    names = ("doi-tuong", "so-tre", "muc-thu", "cach-tinh")
    return [(name, dict(zip(names, cells, strict=True))) for name, cells in told]


def _safety(form: TableLayout, ask: Ask) -> list[Line]:
    told = (
        ("Tổ chức, kế hoạch an toàn", 9, 0),
        ("Cơ sở vật chất an toàn", 22, ask.year % 2),
        ("Y tế, dinh dưỡng", 11, 0),
    )
    return [(name, {"dat": good - bad, "chua-dat": bad}) for name, good, bad in told]


def _accidents(form: TableLayout, ask: Ask) -> list[Line]:
    minor: Cell = 2 + ask.year % 3
    return [("Nhẹ, xử trí tại phòng y tế", {"so-ca": minor}), ("Chuyển cơ sở y tế", {"so-ca": 0})]


LINES = {
    **{f"ke-hoach-{kind}/moc-thoi-gian": _days for kind in ("tuyen-sinh", "giao-duc")},
    "ke-hoach-giao-duc/so-tiet": _lessons,
    "danh-muc-sach/sach-giao-khoa": _books,
    "danh-muc-sach/xuat-ban-pham": _library,
    "kiem-dinh-chat-luong/tu-danh-gia": _standards,
    "kiem-dinh-chat-luong/danh-gia-ngoai": _recognised,
    "kiem-dinh-chat-luong/cai-tien": _improvements,
    "hoat-dong-ho-tro/hoat-dong": _activities,
    "dich-vu-giao-duc/dich-vu": _services,
    "truong-hoc-an-toan/tieu-chi": _safety,
    "truong-hoc-an-toan/tai-nan": _accidents,
}
