"""People who left: pages that stand are searched for their names, news is left as it was."""

from __future__ import annotations

from datetime import date

import pytest

from school_site.departures import without_departed
from school_site.validate.rules import departed_person, unknown_superior

from .contents import SCHOOL, TODAY, codes, findings, site

NAME = "Trịnh Thị Loan"
LEADER = """leadership:
  - name: Nguyễn Thị Hạnh
    position: Hiệu trưởng
    phone: "028 3999 0102"
    email: hieutruong@hcm.edu.vn
    workplace: Phòng Hiệu trưởng
    duties: Phụ trách chung
"""
DIRECTORY = (
    LEADER
    + f"""units:
  - name: Tổ Văn phòng
    head: {NAME}
  - name: Tổ Toán
    head: Lê Quang Vinh
former_members:
  - name: {NAME}
    left_on: 2026-09-01
"""
)
TIMETABLE = f"""school_year: 2026-2027
term: 1
effective_on: 2026-10-05
class_groups:
  - name: 6A1
    grade: "6"
    homeroom_teacher: {NAME}
    morning:
      monday: ["Toán – {NAME}, Lê Quang Vinh", "Văn – {NAME}"]
"""


def page(folder: str, head: str, body: str) -> dict[str, str]:
    return {f"{folder}.md": f"---\n{head}---\n{body}\n"}


def test_a_standing_page_that_names_someone_who_left_is_found_on_its_line() -> None:
    procedure = page("gioi-thieu/bo-may", "title: Tổ chức bộ máy\ntopic: organisation\n", f"Một.\n\nGặp cô {NAME}.")
    found = findings(departed_person, {"can-bo.yml": DIRECTORY, **procedure})

    assert [(one.code, one.where.path, one.where.line) for one in found] == [
        ("TR-042", "can-bo.yml", 10),
        ("TR-042", "gioi-thieu/bo-may.md", 7),
    ]
    assert f"còn nhắc «{NAME}», người đã rời trường từ ngày 1/9/2026" in found[1].message


@pytest.mark.parametrize(
    "innocent",
    [
        page("tin-tuc/2026-05-20-tin", "title: Chia tay\npublished_on: 2026-05-20\nsummary: Tin.\n", f"Cô {NAME}."),
        page("gioi-thieu/lich-su", "title: Lịch sử nhà trường\ntopic: history\n", f"Cô {NAME} làm thủ quỹ."),
        page("gioi-thieu/bo-may", "title: Tổ chức\ntopic: organisation\n", f"Cô {NAME}h."),
    ],
)
def test_news_history_and_longer_names_are_left_alone(innocent: dict[str, str]) -> None:
    directory = DIRECTORY.replace(f"head: {NAME}", "head: Đặng Ngọc Lan")

    assert codes(departed_person, {"can-bo.yml": directory, **innocent}) == []


def test_nobody_has_left_before_the_day() -> None:
    body = page("gioi-thieu/bo-may", "title: Tổ chức\ntopic: organisation\n", f"Cô {NAME}.")

    assert codes(departed_person, {"can-bo.yml": DIRECTORY, **body}, today=date(2026, 8, 31)) == []


def test_someone_who_left_is_gone_from_everything_that_is_made_by_machine() -> None:
    board = f"editorial_board:\n  - name: {NAME}\n    duty: Thư ký\n  - name: Lê Quang Vinh\n    duty: Ủy viên\n"
    duties = "    duties: Phụ trách chung\n"
    leaving = DIRECTORY.replace(duties, f"{duties}    left_on: 2026-11-22\n")
    given = site({"truong.yml": SCHOOL + board, "can-bo.yml": leaving, "thoi-khoa-bieu/2026-2027-hk1.yml": TIMETABLE})

    shown = without_departed(given, TODAY)

    assert shown.staff_directory is not None
    assert shown.staff_directory.leadership == ()
    assert [unit.head for unit in shown.staff_directory.units] == ["", "Lê Quang Vinh"]
    assert [editor.name for editor in shown.school.editorial_board] == ["Lê Quang Vinh"]
    (group,) = shown.timetables[0].class_groups
    assert group.homeroom_teacher is None
    assert group.morning.monday == ("Toán – Lê Quang Vinh", "Văn")


def test_on_the_day_before_everything_is_as_it_was() -> None:
    given = site({"can-bo.yml": DIRECTORY})

    assert without_departed(given, date(2026, 8, 31)) is given


def test_a_unit_that_answers_to_nobody_known_is_found_with_the_nearest_name() -> None:
    wrong = DIRECTORY.replace("    head: Lê Quang Vinh\n", "    head: Lê Quang Vinh\n    reports_to: Nguyen Thi Hanh\n")
    right = wrong.replace("Nguyen Thi Hanh", "Nguyễn Thị Hạnh")

    (found,) = findings(unknown_superior, {"can-bo.yml": wrong})
    assert (found.code, found.fix) == ("TR-043", "Có phải ý bạn là «Nguyễn Thị Hạnh»?")
    assert codes(unknown_superior, {"can-bo.yml": right}) == []
