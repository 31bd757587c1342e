"""TR-043 — a unit is said to answer to someone who is not among the leaders."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ...vietnamese import nearest
from ..basis import Basis

RULE = Rule(
    code="TR-043",
    title="Lãnh đạo phụ trách không có trong danh bạ",
    message="«{unit}» ghi do «{name}» phụ trách, nhưng mục lãnh đạo không có người này.",
    fix="{hint}",
    why="Sơ đồ tổ chức vẽ theo danh bạ; không rõ ai phụ trách thì tổ ấy không có chỗ trên sơ đồ.",
    bad="reports_to: Le Thu Ha",
    good="reports_to: Lê Thu Hà",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look every superior up among the leaders who serve today."""
    directory = site.staff_directory
    if directory is None:
        return
    serving = [one.name for one in directory.leadership if one.left_on is None or one.left_on > basis.today]
    for at, unit in enumerate(directory.units):
        if unit.reports_to is not None and unit.reports_to not in serving:
            near = nearest(unit.reports_to, serving)
            hint = f"Có phải ý bạn là «{near}»?" if near else f"Ghi một trong: {', '.join(serving)}."
            where = directory.where("units", at, "reports_to")
            yield RULE.finding(where, unit=unit.name, name=unit.reports_to, hint=hint)
