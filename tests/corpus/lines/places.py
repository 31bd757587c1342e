"""Tables of the premises: what there is, what there must be at least, and what follows from the number of classes."""

from __future__ import annotations

from collections.abc import Sequence

from school_site.layouts import TableLayout

from ..figures import decimal
from ..tabling import Ask, Line

_LEAST_GROUND = {"preschool": 12, "primary": 10, "lower_secondary": 10, "upper_secondary": 10, "continuing": 8}
Rooms = Sequence[tuple[str, str, int, int]]
_HEAD: Rooms = (
    ("Phòng Hiệu trưởng", "phòng", 1, 1),
    ("Phòng Phó Hiệu trưởng", "phòng", 2, 1),
    ("Văn phòng", "phòng", 1, 1),
)
_ROOMS: dict[str, Rooms] = {
    "hanh-chinh": _HEAD,
    "ho-tro-hoc-tap": (("Thư viện", "phòng", 1, 1), ("Phòng thiết bị giáo dục", "phòng", 1, 1),
                       ("Phòng tư vấn học đường", "phòng", 1, 1)),
    "to-chuc-an": (("Nhà bếp", "nhà", 1, 1), ("Kho bếp", "phòng", 2, 2)),
    "san-choi": (("Sân trường", "m²", 2400, 1800), ("Sân thể dục thể thao", "m²", 900, 750)),
    "phuc-vu-sinh-hoat": (("Nhà bếp, nhà ăn", "nhà", 1, 1), ("Khu vệ sinh học sinh", "khu", 6, 6)),
    "ha-tang": (("Hệ thống nước sạch", "hệ thống", 1, 1), ("Hệ thống phòng cháy, chữa cháy", "hệ thống", 1, 1),
                ("Đường truyền internet", "đường", 2, 1)),
}  # fmt: skip
_SUBJECTS = ("Toán", "Tiếng Việt, Ngữ văn", "Ngoại ngữ", "Khoa học tự nhiên", "Giáo dục thể chất")


def ground(ask: Ask) -> int:
    """The area of the ground in m²: the same in every year and every item."""
    figures = ask.figures
    least = max(_LEAST_GROUND[level] for level in figures.profile.levels)
    most = max(figures.pupils.count(year) for year in range(2021, 2027))
    return (most * (least + 1) // 100 + 1) * 100


def _area(form: TableLayout, ask: Ask) -> list[Line]:
    count, area = ask.figures.pupils.count(ask.year), ground(ask)
    least = max(_LEAST_GROUND[level] for level in ask.figures.profile.levels)
    return [
        ("#khu-dat", {"don-vi": "m²", "hien-co": area, "toi-thieu": count * least}),
        ("#binh-quan", {"don-vi": "m²/người", "hien-co": area * 10 // count / 10, "toi-thieu": least}),
    ]


def _rooms(form: TableLayout, ask: Ask) -> list[Line]:
    """Each block of rooms with its rooms below it."""
    classes, staff = ask.figures.pupils.classes(ask.year), ask.figures.staff.count(ask.year)
    counted: dict[str, Rooms] = {
        "hoc-tap": (("Phòng học", "phòng", classes + 1, classes), ("Phòng học bộ môn", "phòng", 6, 5)),
        "nuoi-duong": (("Phòng nuôi dưỡng, chăm sóc và giáo dục", "phòng", classes, classes),
                       ("Phòng giáo dục thể chất, nghệ thuật", "phòng", 1, 1)),
        "phu-tro": (("Phòng họp", "phòng", 1, 1), ("Phòng y tế", "phòng", 1, 1),
                    ("Chỗ để xe của nhân viên", "chỗ", staff + 10, staff)),
    }  # fmt: skip
    lines: list[Line] = []
    for row in form.rows:
        lines.append((f"#{row.id}", {}))
        for name, unit, there, least in {**_ROOMS, **counted}.get(row.id, ()):
            lines.append((name, {"don-vi": unit, "hien-co": there, "toi-thieu": least}))
    return lines


def _plain_rooms(form: TableLayout, ask: Ask) -> list[Line]:
    classes = ask.figures.pupils.classes(ask.year)
    known = {"phong-hoc": (classes + 1, classes), "phong-hoc-bo-mon": (3, 3), "phong-chuc-nang": (4, 3)}
    return [
        (f"#{row.id}", {"don-vi": "phòng", "hien-co": there, "toi-thieu": least})
        for row in form.rows for there, least in [known.get(row.id, (4, 4))]
    ]  # fmt: skip


def _equipment(form: TableLayout, ask: Ask) -> list[Line]:
    groups = ask.figures.pupils.of(ask.year)
    if ask.figures.profile.levels == ("preschool",):
        return [
            (f"{'Nhóm trẻ' if 'tháng' in group.label else 'Lớp'} {group.label}",
             {"hien-co": group.classes + ask.year % 2, "toi-thieu": group.classes})
            for group in groups
        ]  # fmt: skip
    classes = ask.figures.pupils.classes(ask.year)
    return [
        (name, {"hien-co": least + ask.dice(name).randint(0, 4), "toi-thieu": least})
        for at, name in enumerate(_SUBJECTS) for least in [max(1, classes // (at + 1))]
    ]  # fmt: skip


def _outdoors(form: TableLayout, ask: Ask) -> list[Line]:
    kinds = (("Đồ chơi ngoài trời", "loại", 9, 5), ("Sân chơi", "m²", 1200, 900), ("Camera an ninh", "chiếc", 16, 8))
    return [
        (name, {"don-vi": unit, "hien-co": there + ask.year % 3, "toi-thieu": least})
        for name, unit, there, least in kinds
    ]


def _subject_rooms(form: TableLayout, ask: Ask) -> list[Line]:
    rooms = (("Tin học", 2, 130), ("Khoa học tự nhiên", 2, 120), ("Ngoại ngữ", 1, 60), ("Nghệ thuật", 1, 65))
    return [(name, {"so-phong": number, "dien-tich": area}) for name, number, area in rooms]


def _floors(form: TableLayout, ask: Ask) -> list[Line]:
    area = ground(ask)
    return [(name, {"dien-tich": area * share // 100}) for name, share in
            (("Dãy A, ba tầng", 35), ("Dãy B, ba tầng", 30), ("Nhà đa năng", 8))]  # fmt: skip


def _shared(form: TableLayout, ask: Ask) -> list[Line]:
    classes = ask.figures.pupils.classes(ask.year)
    return [
        ("Màn hình tương tác", {"hien-co": classes, "binh-quan": "1 chiếc/lớp"}),
        ("Máy vi tính cho người học", {"hien-co": 2 * classes, "binh-quan": "2 bộ/lớp"}),
        ("Máy in", {"hien-co": 6, "binh-quan": f"{decimal(6, classes)} chiếc/lớp"}),
    ]


LINES = {
    "co-so-vat-chat/dien-tich": _area,
    "co-so-vat-chat/khoi-phong": _rooms,
    "co-so-vat-chat/phong": _plain_rooms,
    "co-so-vat-chat/thiet-bi": _equipment,
    "co-so-vat-chat/do-choi-ngoai-troi": _outdoors,
    "co-so-vat-chat/phong-bo-mon": _subject_rooms,
    "co-so-vat-chat/dien-tich-san": _floors,
    "co-so-vat-chat/thiet-bi-dung-chung": _shared,
}
