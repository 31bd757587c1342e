"""The organisation chart: everyone is in it once, nothing lies over anything else, nothing leaves the drawing."""

from __future__ import annotations

from typing import Any

import pytest
from validate.schools import entry

from school_site.kinds.staff_directory import Leader, StaffDirectory, Unit
from school_site.render.organisation import Organisation, organisation


def leader(name: str, position: str = "Phó Hiệu trưởng") -> Leader:
    return Leader(name=name, position=position, phone="028", email="a@hcm.edu.vn", workplace="P1", duties="Việc")


HEAD, FIRST, SECOND = leader("Hạnh", "Hiệu trưởng"), leader("Hà"), leader("Tuấn")


def chart(leadership: tuple[Leader, ...], *units: Unit) -> Organisation:
    found = organisation(entry(StaffDirectory, "can-bo.yml", leadership=leadership, units=units))
    assert found is not None
    return found


def unit(name: str, reports_to: str | None = None, **values: Any) -> Unit:
    return Unit(name=name, head="Người phụ trách", reports_to=reports_to, **values)


def test_units_stand_under_whom_they_answer_to_and_the_rest_under_the_head() -> None:
    found = chart((HEAD, FIRST, SECOND), unit("Tổ Toán", "Hà"), unit("Văn phòng"), unit("Tổ Văn", "Hà"))

    told = [(branch.leader and branch.leader.name, [one.name for one in branch.units]) for branch in found.branches]
    assert told == [("Hà", ["Tổ Toán", "Tổ Văn"]), ("Tuấn", []), (None, ["Văn phòng"])]


LONG = "Tổ Lịch sử và Địa lí, Giáo dục công dân, Giáo dục kinh tế và pháp luật, Nội dung giáo dục của địa phương"


@pytest.mark.parametrize(
    ("leadership", "units"),
    [
        ((HEAD, FIRST, SECOND), (unit("Tổ Toán", "Hà"), unit(LONG, "Tuấn", member_count=9), unit("Văn phòng"))),
        ((HEAD,), (unit("Tổ Lá"), unit("Tổ Chồi"), unit(LONG))),
        ((HEAD, *(leader(f"Phó {at}") for at in range(5))), (unit(LONG, "Phó 3"), unit("Văn phòng"))),
    ],
    ids=["usual", "one leader", "five deputies"],
)
def test_no_box_lies_over_another_or_outside(leadership: tuple[Leader, ...], units: tuple[Unit, ...]) -> None:
    found = chart(leadership, *units)

    assert len(found.boxes) == len(leadership) + len(units)
    for at, box in enumerate(found.boxes):
        assert box.x >= 0 and box.x + box.width <= found.width
        assert box.y >= 0 and box.y + box.height <= found.height
        assert all(box.y < y <= box.y + box.height for y, _ in box.lines)
        for other in found.boxes[at + 1 :]:
            apart = (
                box.x + box.width <= other.x or other.x + other.width <= box.x
                or box.y + box.height <= other.y or other.y + other.height <= box.y
            )  # fmt: skip
            assert apart, (box, other)


def test_a_unit_without_a_head_says_so() -> None:
    found = chart((HEAD, FIRST), Unit(name="Tổ Toán", head="", reports_to="Hà"))

    assert "đang khuyết người phụ trách" in " ".join(text for box in found.boxes for _, text in box.lines)


def test_where_nobody_leads_there_is_no_chart() -> None:
    assert organisation(None) is None
    assert organisation(entry(StaffDirectory, "can-bo.yml", leadership=(), units=(unit("Tổ"),))) is None
