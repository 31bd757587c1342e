"""Faults of the routine: weeks and menus, the register, waivers, and what the school says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from ..school import School
from ..writing import data_file
from .base import (
    NOTICED,
    Fault,
    Planted,
    add_key,
    disclosed,
    forget,
    line_told,
    menu,
    moved,
    news,
    schedule,
    set_key,
    swap,
)
from .base import Plant as Planting
from .places import Place, around, at

W, R, E, H = "tuần, thực đơn, thời khóa biểu", "sổ ghi", "miễn trừ", "hồ sơ trường"


def _moved_name(folder: str, name: str, *, loose: bool = False) -> Planting:
    """This week's file under another name: told at that file; that this week has none may be told as well."""

    def plant(school: School, turn: int) -> Planted | None:
        old = f"{folder}/2026-W46.yml"
        if old not in school.files:
            return None
        changes = {**forget(school, old), f"{folder}/{name}.yml": school.files[old]}
        return Planted(changes=changes, expected=(at(f"{folder}/{name}.yml"),))

    return plant


def _in_week(kind: str, key: str, *values: str) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = menu(school, turn) if kind == "menu" else schedule(school, turn)
        return moved(set_key(school, path, key, values[turn % len(values)]), at(path or ""))

    return plant


def _day_outside(kind: str) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        path = menu(school, turn) if kind == "menu" else schedule(school, turn)
        return set_key(school, path, "day", ("2026-12-25", "2025-11-17")[turn % 2])

    return plant


def _overlap(school: School, turn: int) -> Planted | None:
    """The same chair at two places at one time: told at either entry."""
    path = schedule(school, turn)
    lines = school.text(path).split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("  - day:")]
    end = starts[1]
    more = [
        line.replace("Chào cờ đầu tuần", "Họp với phường")
        .replace("Sân trường", "Phòng họp")
        .replace("07:30", "08:00")
        .replace("09:00", "10:00")
        for line in lines[starts[0] : end]
    ]
    text = "\n".join([*lines[:end], *more, *lines[end:]])
    numbers = range(starts[0] + 1, end + len(more) + 1)
    return Planted(changes={path: text.encode()}, expected=(at(path, *numbers),))


def _twice_a_day(school: School, turn: int) -> Planted | None:
    path = menu(school, turn)
    if path is None:
        return None
    lines = school.text(path).split("\n")
    days = [number for number, line in enumerate(lines) if line.startswith("  - day:")]
    lines[days[1]] = lines[days[0]]
    return Planted(changes={path: "\n".join(lines).encode()}, expected=(at(path),))


def _ends_before(school: School, turn: int) -> Planted | None:
    path = schedule(school, turn)
    return moved(set_key(school, path, "ends_at", '"06:30"'), at(path))


def _plan_name(school: School, turn: int) -> Planted | None:
    old = "ke-hoach/2026-12.md"
    if old not in school.files:
        return None
    new = ("ke-hoach/thang-12.md", "ke-hoach/2026-13.md")[turn % 2]
    changes = {**forget(school, old), new: school.files[old]}
    return Planted(changes=changes, expected=(at(new),), consequences=(around(old),))


def _class_twice(school: School, turn: int) -> Planted | None:
    path = "thoi-khoa-bieu/2026-2027-hk1.yml"
    if path not in school.files:
        return None
    text = school.text(path)
    group = text[text.index("  - name:") :]
    return Planted(changes={path: (text + group).encode()}, expected=(at(path),))


def _too_early(*years: str) -> Planting:
    """A disclosure younger than five years is taken down: the register knows it."""

    def plant(school: School, turn: int) -> Planted | None:
        year = years[turn % len(years)]
        # The old budget rules name no time for which their tables must stay on the site.
        paths = [
            path
            for path in school.under(f"cong-khai/{year}")
            if "declared_none_on" not in school.text(path) and "nsnn17" not in path
        ]
        if not paths:
            return None
        path = paths[turn % len(paths)]
        return Planted(changes={path: None}, expected=(around(path),), consequences=(around(path, "truong.yml"),))

    return plant


def _register(name: str, data: bytes) -> Planting:
    return lambda school, turn: Planted(changes={f"so-ghi/{name}": data}, expected=(at(f"so-ghi/{name}"),))


_WAIVER = {
    "demand": "*",
    "scope": "2025-2026",
    "reason": "Trường đang sửa chữa lớn nên số liệu chưa chốt được",
    "approver": "Ủy ban nhân dân phường",
    "document_number": "218/UBND-VHXH",
    "expires_on": "2027-03-31",
}


def waived(school: School, *, missing: bool = True, without: str = "", **changed: str) -> Planted | None:
    """A waiver for the facilities disclosure of last school year, which is really missing unless told otherwise."""
    path = school.disclosure("co-so-vat-chat", "2025-2026")
    if path is None:
        return None
    item = path.rsplit("/", 1)[-1][:-3]
    told = {**_WAIVER, "demand": item, **changed}
    told.pop(without, None)
    changes = forget(school, path) if missing else {}
    changes["mien-tru.yml"] = data_file({"waivers": [told]})
    # An invalid waiver waives nothing: the item may be missed as well.
    return Planted(
        changes=changes, expected=(at("mien-tru.yml"),), consequences=(around(path, "truong.yml"),) if missing else ()
    )


def _waiver(*keys: str, missing: bool = True, **changed: str) -> Planting:
    return lambda school, turn: waived(
        school, missing=missing, without=keys[turn % len(keys)] if keys else "", **changed
    )


def _profile(key: str, *values: str) -> Planting:
    return lambda school, turn: set_key(school, "truong.yml", key, values[turn % len(values)])


def _condition(*names: str) -> Planting:
    def plant(school: School, turn: int) -> Planted | None:
        value = school.text("truong.yml").split("conditions: [")[1].split("]")[0]
        return set_key(
            school, "truong.yml", "conditions", f"[{value + ', ' if value else ''}{names[turn % len(names)]}]"
        )

    return plant


def _declared(item: str) -> Planting:
    text = f"  - item: {item}\n    declared_none_on: 2026-06-15\n    reason: Trường không có."

    def plant(school: School, turn: int) -> Planted | None:
        planted = add_key(school, "truong.yml", text, after="declared_none")
        if planted is None:
            return None
        line = line_told(planted)
        return moved(planted, at("truong.yml", line, line + 1, line + 2))

    return plant


def _declared_twice(school: School, turn: int) -> Planted | None:
    lines = school.text("truong.yml").split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("  - item: ")]
    if not starts:
        return None
    entry = lines[starts[0] : starts[0] + 3]
    text = "\n".join([*lines[: starts[0]], *entry, *lines[starts[0] :]])
    return Planted(changes={"truong.yml": text.encode()}, expected=(at("truong.yml"),))


def _source(old: str, new: str) -> Planting:
    return lambda school, turn: swap(school, "nguon-tin.yml", old, new)


def _no_profile(school: School, turn: int) -> Planted | None:
    return Planted(changes={"truong.yml": None}, expected=(around("truong.yml", "", "."),))


def _two_homes(school: School, turn: int) -> Planted | None:
    """The same item twice in one year, and nobody knows which is true: told at either file, or at both."""
    path = disclosed(school, turn)
    if path is None:
        return None
    copy = path.replace(".md", "-ban-2.md")
    either = Place(paths=(path, copy))
    return Planted(changes={copy: school.files[path]}, expected=(either,))


def _picture_elsewhere(school: School, turn: int) -> Planted | None:
    path = news(school, turn)
    planted = add_key(school, path, "picture:\n  file: anh/x.jpg\n  alt: Sân trường\n  people: none")
    return planted and moved(planted, at(path or "", line_told(planted) + 1))


FAULTS: Sequence[Fault] = (
    Fault(
        name="ngày đầu tuần không phải thứ Hai của tuần",
        group=W,
        turns=3,
        plant=_in_week("lich", "starts_on", "2026-11-10", "2026-12-01", "2025-11-17"),
    ),
    Fault(name="ngày cuối tuần trước ngày đầu tuần", group=W, turns=2, plant=_in_week("lich", "ends_on", "2026-11-01")),
    Fault(name="tên tệp lịch không phải là tuần", group=W, plant=_moved_name("lich-cong-tac", "tuan-10")),
    Fault(name="tên tệp lịch là tuần không có", group=W, plant=_moved_name("lich-cong-tac", "2026-W60")),
    Fault(name="tên tệp lịch là tuần khác", group=W, plant=_moved_name("lich-cong-tac", "2026-W40")),
    Fault(name="việc nằm ngoài tuần", group=W, turns=2, plant=_day_outside("lich")),
    Fault(name="hai việc cùng giờ cùng người chủ trì", group=W, turns=3, plant=_overlap, severities=NOTICED),
    Fault(name="việc kết thúc trước khi bắt đầu", group=W, turns=2, plant=_ends_before),
    Fault(name="ngày ăn nằm ngoài tuần", group=W, turns=2, plant=_day_outside("menu")),
    Fault(name="thực đơn sai tuần", group=W, turns=2, plant=_in_week("menu", "starts_on", "2026-11-09", "2026-11-30")),
    Fault(name="một ngày hai thực đơn", group=W, plant=_twice_a_day, severities=NOTICED),
    Fault(name="tên tệp thực đơn là tuần khác", group=W, plant=_moved_name("thuc-don", "2026-W30")),
    Fault(name="tên tệp kế hoạch tháng không phải là tháng", group=W, plant=_plan_name, turns=2),
    Fault(name="một lớp ghi hai lần trong thời khóa biểu", group=W, plant=_class_twice, severities=NOTICED),
    Fault(name="gỡ bản công khai trước hạn lưu", group=R, turns=3, plant=_too_early("2024-2025", "2025-2026", "2024")),
    Fault(name="sổ ghi công khai hỏng", group=R, plant=_register("cong-khai.json", b'{"disclosures": [')),
    Fault(name="sổ ghi địa chỉ hỏng", group=R, plant=_register("dia-chi.json", b"[]")),
    Fault(name="miễn trừ đã hết hạn", group=E, plant=_waiver(expires_on="2026-10-01")),
    Fault(name="miễn trừ thừa, mục đã có", group=E, plant=_waiver(missing=False)),
    Fault(name="miễn trừ cho mã không có", group=E, plant=_waiver(demand="muc-khong-co")),
    Fault(
        name="miễn trừ thiếu mục bắt buộc",
        group=E,
        turns=5,
        plant=_waiver("reason", "approver", "document_number", "expires_on", "scope"),
    ),
    Fault(name="miễn trừ cho kỳ khác", group=E, plant=_waiver(scope="2019-2020")),
    Fault(name="miễn trừ lý do quá ngắn", group=E, plant=_waiver(reason="Bận")),
    Fault(name="miễn trừ sắp hết hạn", group=E, plant=_waiver(expires_on="2026-12-05"), severities=NOTICED),
    Fault(name="hoàn cảnh không có trong danh sách", group=H, turns=2, plant=_condition("co_noi_tru", "ban_tru")),
    Fault(name="khai «không có» mã không có trong quy định", group=H, plant=_declared("muc-khong-co")),
    Fault(name="khai «không có» điều đang có", group=H, plant=_declared("quy-che-dan-chu"), severities=NOTICED),
    Fault(name="khai «không có» hai lần một mã", group=H, plant=_declared_twice, severities=NOTICED),
    Fault(name="không có tệp hồ sơ trường", group=H, plant=_no_profile),
    Fault(
        name="năm học của hồ sơ đã cũ",
        group=H,
        plant=_profile("school_year", "2024-2025", "2023-2024"),
        turns=2,
        severities=NOTICED,
    ),
    Fault(
        name="biểu trưng không có tệp",
        group=H,
        plant=lambda school, turn: add_key(school, "truong.yml", "emblem: hinh/bieu-trung.svg"),
    ),
    Fault(name="ảnh đầu trang không có tệp", group=H, plant=_profile("file", "hinh/khong-co.jpg")),
    Fault(name="hai nguồn tin cùng tên ngắn", group=H, plant=_source("id: co-quan-quan-ly", "id: so-gddt")),
    Fault(name="vai trò nguồn tin ngoài danh sách", group=H, plant=_source("role: managing_authority", "role: phuong")),
    Fault(
        name="địa chỉ nguồn tin không phải http",
        group=H,
        plant=_source("https://hochiminhcity", "feed://hochiminhcity"),
    ),
    Fault(name="một mục công khai hai bản trong một năm", group=H, plant=_two_homes, turns=2, severities=NOTICED),
    Fault(
        name="người đăng ghi ngày thành lập sau hôm nay",
        group=H,
        plant=_profile("founded_on", "2027-08-20"),
        severities=NOTICED,
    ),
    Fault(name="ảnh đại diện của tin ở ngoài thư mục hinh", group=H, plant=_picture_elsewhere),
)
