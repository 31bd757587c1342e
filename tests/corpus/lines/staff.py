"""Tables of the staff: by post and qualification, by the professional standard, by yearly training."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from school_site.layouts import TableLayout

from ..staff import Post, together
from ..tabling import Ask, Cell, Line


def _groups(ask: Ask) -> list[tuple[str, int]]:
    staff = ask.figures.staff
    return [
        ("#can-bo-quan-ly", staff.count(ask.year, "head", "deputy")),
        ("#giao-vien", staff.count(ask.year, "teacher")),
        ("#nhan-vien", staff.count(ask.year, "clerk")),
    ]


def _qualified(form: TableLayout, ask: Ask) -> list[Line]:
    staff = ask.figures.staff
    sorts = {"can-bo-quan-ly": ("head", "deputy"), "giao-vien": ("teacher",), "nhan-vien": ("clerk",),
             "hieu-truong": ("head",), "pho-hieu-truong": ("deputy",)}  # fmt: skip
    teams = staff.of(ask.year, "teacher")
    lines: list[Line] = []
    for row in form.rows:
        posts: tuple[Post, ...] = staff.of(ask.year, *sorts[row.id]) if row.id in sorts else ()
        if row.id.startswith("giao-vien-"):
            posts = teams[:1] if row.id.endswith("nha-tre") else teams[1:]
        lines.append((f"#{row.id}", together(posts)))
    return lines


def _standard(form: TableLayout, ask: Ask) -> list[Line]:
    lines: list[Line] = []
    for name, count in _groups(ask)[:2]:
        good = count * (55 + ask.year % 5) // 100
        fair = (count - good) * 3 // 4
        lines.append((name, {"tot": good, "kha": fair, "dat": count - good - fair, "chua-dat": 0}))
    return lines


def _trained(form: TableLayout, ask: Ask) -> list[Line]:
    lines: list[Line] = []
    for name, count in _groups(ask):
        absent = ask.year % 2 if name == "#giao-vien" else 0
        cells: Mapping[str, Cell] = {
            "hoan-thanh": count - absent, "chua-hoan-thanh": absent, "duoc-danh-gia": count - absent,
            "chua-danh-gia": absent,
        }  # fmt: skip
        lines.append((name, cells))
    return lines


def _posts(sort: str) -> Callable[[TableLayout, Ask], list[Line]]:
    def lines(form: TableLayout, ask: Ask) -> list[Line]:
        known = {column.id for column in form.columns}
        return [
            (post.name, {name: count for name, count in together([post]).items() if name in known})
            for post in ask.figures.staff.of(ask.year, sort)
        ]

    return lines


LINES = {
    "doi-ngu/trinh-do": _qualified,
    "doi-ngu/chuan-nghe-nghiep": _standard,
    "doi-ngu/boi-duong": _trained,
    "doi-ngu/danh-gia": _trained,
    "doi-ngu/to-chuyen-mon": _posts("teacher"),
    "doi-ngu/vi-tri-nhan-vien": _posts("clerk"),
}
