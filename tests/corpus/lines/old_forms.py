"""The numbered forms of the older disclosure rules, filled from the same pupils, staff and rooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from school_site.layouts import TableLayout

from ..figures import decimal, vnd
from ..pupils import Group
from ..staff import Post
from ..tabling import Ask, Cell, Line
from .places import ground

PRIMARY = ("1", "2", "3", "4", "5")
SECONDARY = ("6", "7", "8", "9", "10", "11", "12")
_CLERKS = {"văn thư": "Văn thư", "kế toán": "Kế toán", "thủ quỹ": "Thủ quỹ", "y tế": "Y tế", "thư viện": "Thư viện",
           "thiết bị": "Thiết bị, thí nghiệm", "khác": "Bảo vệ, phục vụ"}  # fmt: skip
_QUALIFIED = {"ths": "thac-si", "dh": "dai-hoc", "cd": "cao-dang", "tc": "trung-cap", "dtc": "duoi-trung-cap"}
_PROMISES = {
    "i": "Đủ điều kiện theo quy chế tuyển sinh hoặc được lên lớp",
    "ii": "Chương trình do Bộ Giáo dục và Đào tạo ban hành",
    "iii": "Gia đình nhận thông tin qua sổ liên lạc điện tử; học sinh chuyên cần, lễ phép",
    "iv": "Khám sức khỏe hai lần một năm; câu lạc bộ, tham quan, tư vấn tâm lý",
    "v": "Trên {}% hoàn thành chương trình lớp học; sức khỏe được theo dõi cả năm",
    "vi": "Đủ khả năng học tiếp lớp trên, cấp trên",
}
_CARE = ("Trên {}% trẻ tăng cân đều", "Chương trình giáo dục mầm non của Bộ", "Đạt mục tiêu của độ tuổi",
         "Khám sức khỏe hai lần một năm, theo dõi biểu đồ hằng quý")  # fmt: skip


def _promises(form: TableLayout, ask: Ask) -> list[Line]:
    is_preschool = ask.figures.profile.levels == ("preschool",)
    lines: list[Line] = []
    for at, row in enumerate(form.rows):
        text = (_CARE[at % 4] if is_preschool else _PROMISES[row.id]).format(ask.year % 5 + 95)
        lines.append((f"#{row.id}", {column.id: text for column in form.columns[1:]}))
    return lines


def _per_grade(
    form: TableLayout, ask: Ask, tell: Mapping[str, Callable[[Group], int]], grades: Sequence[str] = ()
) -> list[Line]:
    """A line for each row, a column for each grade (lop-6); a form for some grades counts nobody in the others."""
    groups = {f"lop-{group.id}": group for group in ask.figures.pupils.of(ask.year) if group.id in grades}
    ages = [column.id for column in form.columns if column.id.startswith(("nt-", "mg-"))]
    if ages:
        groups = dict(zip(ages[2:], ask.figures.pupils.of(ask.year), strict=True))
    held = {column.id: groups.get(column.id) for column in form.columns[1:] if not column.is_computed}
    lines: list[Line] = []
    for row in form.rows:
        if row.is_heading or row.sum_of:
            lines.append((f"#{row.id}", {}))
            continue
        count = tell.get(row.id, lambda group: 0)
        lines.append((f"#{row.id}", {name: count(group) if group else 0 for name, group in held.items()}))
    return lines


def _preschool(form: TableLayout, ask: Ask) -> list[Line]:
    whole = {name: (lambda group: group.count) for name in ("i", "i-3", "ii", "iii", "iv", "vi")}
    grown: dict[str, Callable[[Group], int]] = {
        "i-4": lambda group: group.share(1), "v-1": lambda group: group.count - group.share(2) - group.share(6),
        "v-2": lambda group: group.share(2), "v-3": lambda group: group.count - group.share(2),
        "v-4": lambda group: group.share(2), "v-5": lambda group: group.share(6),
    }  # fmt: skip
    return _per_grade(form, ask, {**whole, **grown})


def _primary(form: TableLayout, ask: Ask) -> list[Line]:
    tell: dict[str, Callable[[Group], int]] = {
        "i": lambda group: group.count, "ii": lambda group: group.count,
        "iii-1": lambda group: group.study[0] + group.study[1], "iii-2": lambda group: group.study[2],
        "iii-3": lambda group: group.study[3], "iv-1": lambda group: group.study[0] + group.study[1],
        "iv-2": lambda group: group.study[2], "iv-3": lambda group: group.study[3],
        "v-1": lambda group: group.count - group.repeating, "v-1-a": lambda group: group.study[0],
        "v-1-b": lambda group: group.study[0] // 8, "v-2": lambda group: group.repeating,
    }  # fmt: skip
    return _per_grade(form, ask, tell, PRIMARY)


def _secondary(form: TableLayout, ask: Ask) -> list[Line]:
    tell: dict[str, Callable[[Group], int]] = {
        **{f"i-{at + 1}": (lambda group, at=at: group.conduct[at]) for at in range(4)},
        **{f"ii-{at + 1}": (lambda group, at=at: group.study[at]) for at in range(4)},
        "iii-1": lambda group: group.count - group.repeating, "iii-1-a": lambda group: group.study[0],
        "iii-1-b": lambda group: group.study[1], "iii-2": lambda group: group.study[3] - group.repeating,
        "iii-3": lambda group: group.repeating, "iii-4": lambda group: group.came, "iii-5": lambda group: group.left,
        "iv": lambda group: group.study[0] // 12, "v": lambda group: group.count if group.is_last else 0,
        "vi": lambda group: group.count if group.is_last else 0,
        "vii": lambda group: group.share(70) if group.id == "12" else 0,
        "viii-1": lambda group: group.boys, "viii-2": lambda group: group.girls, "ix": lambda group: group.share(3),
    }  # fmt: skip
    return _per_grade(form, ask, tell, SECONDARY)


def _staff(form: TableLayout, ask: Ask) -> list[Line]:
    lines: list[Line] = []
    for row in form.rows:
        posts = _posts(row.id, row.label, ask)
        if row.sum_of:
            lines.append((f"#{row.id}", {}))
            continue
        cells: dict[str, Cell] = {column.id: 0 for column in form.columns[1:] if not column.is_computed}
        for name, kind in _QUALIFIED.items():
            cells[name] = sum(post.held.get(kind, 0) for post in posts)
        count = sum(post.count for post in posts)
        if not row.id.startswith("iii"):
            good = count * 6 // 10
            cells |= {"xuat-sac": good, "kha": count - good, "hang-2": count // 5, "hang-3": count - count // 5}
        lines.append((f"#{row.id}", cells))
    return lines


def _posts(name: str, label: str, ask: Ask) -> tuple[Post, ...]:
    staff = ask.figures.staff
    if name.startswith("iii"):
        here = [post for word, post in _CLERKS.items() if word in label.lower()]
        posts = staff.of(ask.year, "clerk")
        if "khác" in label:
            # The form of the preschools has no line of its own for a library.
            here += ["Thư viện"] * (ask.figures.profile.levels == ("preschool",))
        return tuple(post for post in posts if post.name in here)
    if name.startswith("ii"):
        return staff.of(ask.year, "head" if "Phó" not in label else "deputy")
    teams = staff.of(ask.year, "teacher")
    return teams if name == "i" else teams[:1] if name == "i-1" else teams[1:]


def _premises(form: TableLayout, ask: Ask) -> list[Line]:
    """What a row counts is told by its words."""
    count, classes = ask.figures.pupils.count(ask.year), ask.figures.pupils.classes(ask.year)
    area = ground(ask)
    told: tuple[tuple[str, int | float, str], ...] = (
        ("kiên cố", classes, ""), ("bình quân lớp/phòng", 1, ""), ("học sinh/lớp", round(count / classes, 1), ""),
        ("tổng số phòng", classes + 9, ""), ("số phòng học", classes, "1 phòng/lớp"), ("điểm trường", 0, ""),
        ("đất", area, f"{decimal(area, count)} m²/người"),
        ("sân chơi", area // 3, f"{decimal(area // 3, count)} m²/người"),
        ("phòng học (m2)", classes * 52, ""), ("phòng sinh hoạt chung", classes * 50, ""),
        ("phòng ngủ", classes * 40, ""), ("thư viện", 90, ""), ("bếp", 120, ""), ("vệ sinh", 120, ""),
        ("hiện có", classes, ""), ("khối lớp", 0, ""), ("còn thiếu", 0, ""), ("thiết bị", classes, "1 bộ/lớp"),
        ("máy vi tính", 2 * classes, "2 bộ/lớp"), ("bộ môn", 6, ""), ("đa chức năng", 1, ""),
        ("nguồn", 1, "Có"), ("internet", 1, "Có"), ("website", 1, "Có"), ("tường rào", 1, "Có"),
        ("diện tích", 60, ""), ("đồ chơi", 12, ""), ("nhà", 1, "Có"), ("phòng nghỉ", 4, ""),
    )  # fmt: skip
    groups = {f"vii-1-{group.id}": group.classes for group in ask.figures.pupils.of(ask.year)}
    lines: list[Line] = []
    for row in form.rows:
        if row.is_heading or row.sum_of:
            lines.append((f"#{row.id}", {}))
            continue
        name = row.label.lower()
        number, mean = next(((value, text) for word, value, text in told if word in name), (0, ""))
        if "bán kiên cố" in name or "còn thiếu" in name or "nội trú" in name:
            number, mean = 0, ""
        lines.append((f"#{row.id}", {"so-luong": groups.get(row.id, number), "binh-quan": mean}))
    return lines


def _centre(form: TableLayout, ask: Ask) -> list[Line]:
    """The four forms whose columns nobody has found: words and numbers beside each other."""
    figures = ask.figures
    count, classes, staff = figures.pupils.count(ask.year), figures.pupils.classes(ask.year), figures.staff
    women = sum(group.girls for group in figures.pupils.of(ask.year))
    told = {
        "bm13": (("Điều kiện tuyển sinh", "Đã tốt nghiệp trung học cơ sở"), ("Chương trình", "GDTX cấp THPT"),
                 ("Kết quả dự kiến", "Trên 95% được công nhận hoàn thành chương trình")),
        "bm14": (("Tổng số học viên", vnd(count)), ("Trong đó nữ", vnd(women)),
                 ("Số lớp", str(classes))),
        "bm15": (("Phòng học", f"{classes} phòng"), ("Phòng máy vi tính", "2 phòng"),
                 ("Diện tích đất", f"{vnd(ground(ask))} m²")),
        "bm16": (("Tổng số", f"{staff.count(ask.year)} người"),
                 ("Giáo viên", f"{staff.count(ask.year, 'teacher')} người"),
                 ("Nhân viên", f"{staff.count(ask.year, 'clerk')} người")),
    }  # fmt: skip
    return [(name, {"so-lieu": text}) for name, text in told[ask.item[:4]]]


LINES = {
    **{f"{item}/cam-ket": _promises for item in
       ("bm01-cam-ket-mam-non", "bm05-cam-ket-tieu-hoc", "bm09-cam-ket-trung-hoc")},
    "bm02-chat-luong-thuc-te-mam-non/chat-luong": _preschool,
    "bm06-chat-luong-thuc-te-tieu-hoc/chat-luong": _primary,
    "bm10-chat-luong-thuc-te-trung-hoc/chat-luong": _secondary,
    **{f"{item}/co-so-vat-chat": _premises for item in
       ("bm03-co-so-vat-chat-mam-non", "bm07-co-so-vat-chat-tieu-hoc", "bm11-co-so-vat-chat-trung-hoc")},
    **{f"{item}/doi-ngu": _staff for item in
       ("bm04-doi-ngu-mam-non", "bm08-doi-ngu-tieu-hoc", "bm12-doi-ngu-trung-hoc")},
    **{f"bm{number}-gdtx/so-lieu": _centre for number in (13, 14, 15, 16)},
}  # fmt: skip
