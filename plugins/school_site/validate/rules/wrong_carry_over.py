"""CK-044 — what a year begins with is not what the year before it ended with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...figures import Grid, plain, weighed
from ...findings import Finding, Rule
from ...kinds.disclosure import Disclosure
from ...site import Site
from ...vietnamese import number
from ..basis import Basis

RULE = Rule(
    code="CK-044",
    title="Số đầu năm khác số cuối năm trước",
    message="«{name}»: đầu năm {year} ghi {opening}, nhưng cuối năm {before} đã công khai {closing} ({path}).",
    fix="Đối chiếu sổ sách của hai năm và sửa bản ghi nhầm.",
    why="Tiền không tự thêm bớt qua đêm giao thừa; lệch số là một trong hai bản công khai chưa đúng.",
    bad="Số dư cuối năm 2025: 372.263.000; số dư đầu năm 2026: 372.000.000",
    good="Số dư cuối năm 2025: 372.263.000; số dư đầu năm 2026: 372.263.000",
    legal="disclosure-principles",
    is_weighed=True,
)
_OPENING = re.compile(r"^(?:so du|ton|ton quy) dau (?:nam|ky)|^nam truoc chuyen sang")
_CLOSING = re.compile(r"^(?:so du|ton|ton quy) cuoi (?:nam|ky)|^chuyen (?:sang )?nam sau")
_WHOLE = re.compile(r"nam \d{4}|20\d\d|nam hoc")
_Key = tuple[int, str, str]


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare fiscal years that follow each other, row by row, among tables of the same name."""
    closings: dict[_Key, tuple[float, str]] = {}
    openings: list[tuple[_Key, float, Disclosure, Grid, int, int]] = []
    for grid in site.grids:
        disclosure = grid.entry
        if not isinstance(disclosure, Disclosure) or disclosure.fiscal_year is None or disclosure.period != "year":
            continue
        for name, column, is_opening in _columns(grid):
            for at, row in enumerate(grid.figures):
                value = row[column]
                if value is None:
                    continue
                key = (disclosure.fiscal_year, name, grid.names[at])
                if is_opening:
                    openings.append((key, value, disclosure, grid, at, column))
                else:
                    closings.setdefault(key, (value, disclosure.path))
    for (year, table, row_name), opening, disclosure, grid, at, column in openings:
        before = closings.get((year - 1, table, row_name))
        if before is not None and abs(before[0] - opening) > 0.5:
            finding = RULE.finding(
                grid.where(at, column),
                name=grid.lines[at][0],
                year=year,
                before=year - 1,
                opening=number(opening),
                closing=number(before[0]),
                path=before[1],
                legal=basis.law.citations(RULE.legal),
            )
            yield weighed(finding, disclosure)


def _columns(grid: Grid) -> Iterator[tuple[str, int, bool]]:
    """The opening and the closing column, under a name that the table keeps from year to year."""
    name = " ".join(_WHOLE.sub("", plain(grid.title)).split())
    for column, label in enumerate(grid.labels):
        if _OPENING.match(label):
            yield name, column, True
        elif _CLOSING.match(label):
            yield name, column, False
