"""Tables of what pupils reached at the end of a school year: every one of them is counted once in each."""

from __future__ import annotations

from collections.abc import Sequence

from school_site.layouts import TableLayout

from ..pupils import Group
from ..tabling import Ask, Cell, Line
from .old_forms import PRIMARY

_FOUR = ("tot", "kha", "dat", "chua-dat")


def _graded(ask: Ask, is_primary: bool) -> list[Group]:
    return [group for group in ask.figures.pupils.of(ask.year) if (group.id in PRIMARY) is is_primary]


def _conduct(form: TableLayout, ask: Ask) -> list[Line]:
    return [(group.label, dict(zip(_FOUR, group.conduct, strict=True))) for group in _graded(ask, False)]


def _study(form: TableLayout, ask: Ask) -> list[Line]:
    return [(group.label, dict(zip(_FOUR, group.study, strict=True))) for group in _graded(ask, False)]


def _primary_study(form: TableLayout, ask: Ask) -> list[Line]:
    names = ("xuat-sac", "tot", "hoan-thanh", "chua")
    return [(group.label, dict(zip(names, group.study, strict=True))) for group in _graded(ask, True)]


def _qualities(form: TableLayout, ask: Ask) -> list[Line]:
    lines: list[Line] = []
    for group in _graded(ask, True):
        good, fair, _, behind = group.study
        lines.append((group.label, {"tot": good + fair - behind, "can-co-gang": behind,
                                    "dat": group.count - good - fair}))  # fmt: skip
    return lines


def _moved_up(form: TableLayout, ask: Ask) -> list[Line]:
    lines: list[Line] = []
    for group in ask.figures.pupils.of(ask.year):
        if not group.is_last:
            later = group.study[3] - group.repeating
            lines.append((group.label, {"len-lop": group.count - later - group.repeating, "sau-kiem-tra": later,
                                        "khong": group.repeating}))  # fmt: skip
    return lines


def _finishing(ask: Ask) -> Sequence[Group]:
    return [group for group in ask.figures.pupils.of(ask.year) if group.is_last]


def _halves(groups: Sequence[Group]) -> dict[str, Cell]:
    return {"nam": sum(group.boys for group in groups), "nu": sum(group.girls for group in groups)}


def _finished(form: TableLayout, ask: Ask) -> list[Line]:
    return [("#hoan-thanh", _halves(_finishing(ask))), ("#chua", {"nam": 0, "nu": 0})]


def _graduated(form: TableLayout, ask: Ask) -> list[Line]:
    """One line for a centre; two for a school that gives certificates."""
    if form.column("cong-nhan"):
        count = sum(group.count for group in _finishing(ask))
        passed = count - ask.dice("passed").randint(1, 4)
        return [("Trung học phổ thông", {"du-thi": count, "cong-nhan": passed})]
    upper = [group for group in _finishing(ask) if group.id == "12"]
    return [("#du-thi", _halves(upper)), ("#cap-bang", _halves(upper))] if upper else []


def _onward(form: TableLayout, ask: Ask) -> list[Line]:
    """Where those went who finished grade 9 or 12; a centre only counts some of them."""
    count = {group.id: group.count for group in _finishing(ask)}
    lines: list[Line] = []
    trade = 0
    if nine := count.get("9", 0):
        state, private = nine * 76 // 100, nine * 12 // 100
        trade += nine - state - private
        lines += [
            ("Trúng tuyển lớp 10 công lập", {"so-hoc-sinh": state}),
            ("Lớp 10 tư thục, giáo dục thường xuyên", {"so-hoc-sinh": private}),
        ]
    if twelve := count.get("12", 0):
        college, work = twelve * 68 // 100, twelve * 8 // 100
        trade += twelve - college - work
        lines += [("#dai-hoc", {"so-hoc-sinh": college}), ("Đi làm, du học, nghĩa vụ quân sự", {"so-hoc-sinh": work})]
    if not lines:
        whole = sum(count.values())
        return [("#giai-hsg", {"so-hoc-vien": 2}), ("#gdnn", {"so-hoc-vien": whole * 40 // 100}),
                ("#dai-hoc", {"so-hoc-vien": whole * 30 // 100})]  # fmt: skip
    return [*lines, ("#gdnn", {"so-hoc-sinh": trade})]


def _honours(form: TableLayout, ask: Ask) -> list[Line]:
    return [
        (group.label, {"xuat-sac": group.study[0] // 4, "gioi": group.study[0] - group.study[0] // 4})
        for group in ask.figures.pupils.of(ask.year)
    ]


def _prizes(form: TableLayout, ask: Ask) -> list[Line]:
    dice = ask.dice("prizes")
    return [
        (name, {"so-giai": dice.randint(1, 3 + at)}) for at, name in enumerate(("Giải nhất", "Giải nhì", "Giải ba"))
    ]


def _at_work(form: TableLayout, ask: Ask) -> list[Line]:
    before = [group for group in ask.figures.pupils.of(ask.year - 1) if group.is_last]
    return [
        (f"{group.label}, khóa trước", {"tot-nghiep": group.count, "co-viec-lam": group.share(83)}) for group in before
    ]


LINES = {
    "ket-qua-nam-hoc-truoc/ren-luyen": _conduct,
    "ket-qua-nam-hoc-truoc/hoc-tap": _study,
    "ket-qua-nam-hoc-truoc/hoc-tap-tieu-hoc": _primary_study,
    "ket-qua-nam-hoc-truoc/nang-luc-pham-chat": _qualities,
    "ket-qua-nam-hoc-truoc/len-lop": _moved_up,
    "ket-qua-nam-hoc-truoc/hoan-thanh": _finished,
    "ket-qua-nam-hoc-truoc/tot-nghiep": _graduated,
    "ket-qua-nam-hoc-truoc/huong-di": _onward,
    "ket-qua-nam-hoc-truoc/danh-hieu": _honours,
    "ket-qua-nam-hoc-truoc/giai": _prizes,
    "ket-qua-nam-hoc-truoc/viec-lam": _at_work,
}
