"""Tables of pupils: how many, how they came and went, who is looked after, and how the youngest grow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from school_site.layouts import TableLayout

from ..pupils import Group
from ..tabling import Ask, Cell, Line
from ..writing import Value


def by_group(cells: Callable[[Group], Mapping[str, Cell]]) -> Callable[[TableLayout, Ask], Sequence[Line]]:
    """A line for each grade, age group or course."""

    def lines(form: TableLayout, ask: Ask) -> list[Line]:
        return [(group.label, cells(group)) for group in ask.figures.pupils.of(ask.year)]

    return lines


def _size(group: Group) -> Mapping[str, Cell]:
    return {
        "so-lop": group.classes, "so-nhom-lop": group.classes, "nam": group.boys, "nu": group.girls,
        "so-hoc-sinh": group.count, "so-tre": group.count,
    }  # fmt: skip


def _moves(group: Group) -> Mapping[str, Cell]:
    return {
        "dau-nam": group.began, "chuyen-den": group.came, "chuyen-di": group.left, "bo-hoc": 0, "cuoi-nam": group.count,
    }  # fmt: skip


def _cared_for(group: Group) -> Mapping[str, Cell]:
    return {
        "hai-buoi": group.count, "ban-tru": group.share(100), "suc-khoe": group.count,
        "dan-toc": group.share(3), "khuyet-tat": group.share(1),
    }  # fmt: skip


def _attending(form: TableLayout, ask: Ask) -> list[Line]:
    """Only schools that cook say how many eat; upper grades study one half of the day."""
    profile = ask.figures.profile
    lines: list[Line] = []
    for group in ask.figures.pupils.of(ask.year):
        cells = dict(_cared_for(group))
        if profile.levels != ("preschool",):
            cells["ban-tru"] = group.share(45)
        if not profile.has_meals:
            cells |= {"hai-buoi": group.share(60)}
            del cells["ban-tru"]
        lines.append((group.label, cells))
    return lines


def _growth(form: TableLayout, ask: Ask) -> list[Line]:
    count = ask.figures.pupils.count(ask.year)
    dice = ask.dice("growth")
    thin, short, heavy = (count * dice.randint(*span) // 1000 for span in ((15, 30), (10, 25), (50, 80)))
    found = {
        "can-nang": count - thin - heavy, "nhe-can": thin, "chieu-cao": count - short, "thap-coi": short,
        "beo-phi": heavy,
    }  # fmt: skip
    return [(f"#{name}", {"so-tre": number, "duoc-do": count}) for name, number in found.items()]


def _admitted(form: TableLayout, ask: Ask) -> list[Line]:
    entry = ask.figures.pupils.entry(ask.year)
    came = sum(group.began for group in entry)
    return [
        ("#chi-tieu", {"so-hoc-sinh": came + ask.dice("quota").randint(0, 9)}),
        ("#nhap-hoc", {"so-hoc-sinh": came}),
        ("#nu", {"so-hoc-sinh": came * 48 // 100}),
    ]


def _courses_admitted(form: TableLayout, ask: Ask) -> list[Line]:
    lines: list[Line] = []
    entry = ask.figures.pupils.entry(ask.year)
    for group in ask.figures.pupils.of(ask.year):
        is_new = group in entry
        came = group.began if is_new else group.came
        lines.append(
            (f"{group.label}, tuyển {'mới' if is_new else 'bổ sung'}", {"chi-tieu": came + 3, "nhap-hoc": came})
        )
    return lines


def _quota(form: TableLayout, ask: Ask) -> list[Line]:
    return [
        (group.label, {"so-lop": group.classes, "so-nhom-lop": group.classes, "chi-tieu": group.began})
        for group in ask.figures.pupils.entry(ask.year)
    ]


def _programmes(form: TableLayout, ask: Ask) -> list[Line]:
    return [
        (f"Chương trình giáo dục thường xuyên cấp trung học phổ thông, {group.label[:6].lower()}",
         {"doi-tuong": "Người học đã tốt nghiệp trung học cơ sở" if at == 0 else "Học viên đã học xong lớp dưới",
          "thoi-gian": "Một năm học, 35 tuần", "so-lop": group.classes, "so-hoc-vien": group.count})
        for at, group in enumerate(ask.figures.pupils.of(ask.year))
    ]  # fmt: skip


LINES = {
    "ket-qua-nam-hoc-truoc/quy-mo": by_group(_size),
    "ket-qua-nam-hoc-truoc/binh-quan": by_group(_size),
    "ket-qua-nam-hoc-truoc/bien-dong": by_group(_moves),
    "ket-qua-nam-hoc-truoc/hai-buoi": _attending,
    "ket-qua-nam-hoc-truoc/cham-soc": _attending,
    "ket-qua-nam-hoc-truoc/doi-tuong": by_group(_cared_for),
    "ket-qua-nam-hoc-truoc/tang-truong": _growth,
    "co-so-vat-chat/si-so": by_group(_size),
    "ke-hoach-tuyen-sinh/chi-tieu": _quota,
    "chuong-trinh/thuong-xuyen": _programmes,
}


def _intake(form: TableLayout, ask: Ask) -> list[Line]:
    return _courses_admitted(form, ask) if form.column("chi-tieu") else _admitted(form, ask)


LINES["ket-qua-nam-hoc-truoc/tuyen-sinh"] = _intake


def own_tables(ask: Ask) -> list[Value]:
    """Two tables that a preschool adds of its own: boys and girls, and how far the children have come."""
    groups = ask.figures.pupils.of(ask.year)
    halves = [(group.label, group.classes, group.boys, group.girls, group.count) for group in groups]
    grown = [(group.label, group.count - group.share(2), group.share(2), group.count) for group in groups]
    return [
        _own("Số trẻ em theo khối", ("Khối", "Số lớp", "Nam", "Nữ", "Tổng số"), halves, ["Nam", "Nữ"]),
        _own("Kết quả cuối năm", ("Khối", "Đạt mục tiêu", "Cần hỗ trợ thêm", "Tổng số"), grown,
             ["Đạt mục tiêu", "Cần hỗ trợ thêm"]),
    ]  # fmt: skip


def _own(title: str, columns: Sequence[str], rows: Sequence[tuple[str | int, ...]], parts: list[str]) -> Value:
    sums = [sum(int(row[at]) for row in rows) for at in range(1, len(columns))]
    return {"title": title, "unit": "trẻ em", "columns": list(columns), "rows": [list(row) for row in rows],
            "total": ["Toàn trường", *sums], "sum_columns": parts, "sum_into": "Tổng số"}  # fmt: skip
