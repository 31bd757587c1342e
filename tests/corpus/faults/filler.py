"""Faults of filler: what was to be written later and never was, in bodies, facts, cells and the profile.

Every such word below is planted on purpose: hurried people leave them, and the rules have to find them.
"""

from __future__ import annotations

from ..school import School
from .base import NOTICED, Fault, Planted, add_key, line_told, moved, news, set_body
from .places import at
from .planting import ABOUT, body, cell, fact, value

F = "chữ điền tạm"


def _empty_table(school: School, turn: int) -> Planted | None:
    path = school.disclosure("cac-khoan-thu-va-muc-thu", "2026-2027")
    planted = add_key(
        school,
        path,
        '  - title: Bảng bổ sung\n    columns: [Nội dung, Số tiền]\n    rows:\n      - ["", ""]\n      - ["", ""]',
        after="tables",
    )
    return planted and moved(planted, at(path or "", *range(line_told(planted), line_told(planted) + 5)))


FAULTS = (
    Fault(
        name="«đang cập nhật» trong bài",
        group=F,
        turns=4,
        plant=body("Nội dung đang cập nhật.", "Đang cập nhật…", "(Đang được cập nhật)", "**ĐANG CẬP NHẬT**"),
    ),
    Fault(
        name="TODO, lorem ipsum trong bài",
        group=F,
        turns=3,
        plant=body("TODO: viết thêm về buổi lễ", "Lorem ipsum dolor sit amet, consectetur.", "- TODO"),
    ),
    Fault(
        name="dấu chấm điền sau",
        group=F,
        turns=3,
        severities=NOTICED,
        plant=body("Số người tham dự: ………………", "Kinh phí: ............ đồng", "Người phụ trách: ________"),
    ),
    Fault(
        name="xxx, bổ sung sau",
        group=F,
        turns=3,
        severities=NOTICED,
        plant=body("Chi phí xxx đồng.", "(bổ sung sau)", "Sẽ bổ sung sau."),
    ),
    Fault(
        name="ngoặc «» còn gợi ý trong bài",
        group=F,
        turns=2,
        severities=NOTICED,
        plant=body("«Viết nội dung ở đây»", "«Số người dự»"),
    ),
    Fault(
        name="«đang cập nhật» trong thông tin",
        group=F,
        turns=3,
        plant=fact("Đang cập nhật", '"đang cập nhật..."', '"..."', label="Kết quả bồi dưỡng"),
    ),
    Fault(name="«đang cập nhật» trong ô bảng", group=F, turns=3, plant=cell("Đang cập nhật", '"…"', "TODO")),
    Fault(
        name="«đang cập nhật» ở tiêu đề, tóm tắt",
        group=F,
        turns=2,
        plant=value("tin", "summary", "Đang cập nhật", "Nội dung đang cập nhật"),
    ),
    Fault(
        name="«đang cập nhật» ở hồ sơ trường",
        group=F,
        turns=2,
        plant=value("truong.yml", "mission", "Nội dung đang cập nhật", "Đang cập nhật sứ mạng của trường"),
    ),
    Fault(name="bảng trống", group=F, plant=_empty_table),
    Fault(
        name="trang giới thiệu không có nội dung",
        group=F,
        severities=NOTICED,
        plant=lambda school, turn: set_body(school, ABOUT, ""),
    ),
    Fault(
        name="tin không có nội dung",
        group=F,
        severities=NOTICED,
        plant=lambda school, turn: set_body(school, news(school, turn), ""),
        turns=2,
    ),
)
