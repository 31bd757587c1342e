"""CK-046 — a total that a table writes like any other row or column is not the sum of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...figures import Grid, plain, weighed
from ...findings import Finding, Rule
from ...model import Where
from ...site import Site
from ...vietnamese import number
from ..basis import Basis

RULE = Rule(
    code="CK-046",
    title="Dòng hoặc cột cộng không khớp",
    message="{place}: ghi tổng là {declared}, các phần cộng lại là {computed}.",
    fix="Xem lại các số; với bảng công khai, ghi dòng cộng ở mục total và cột cộng ở sum_into để máy luôn cộng lại.",
    why="Số công khai không khớp nhau thì không ai tin được số nào.",
    bad="| Khối 6 | 351 |\n| Khối 7 | 345 |\n| Cộng | 700 |",
    good="| Khối 6 | 351 |\n| Khối 7 | 345 |\n| Cộng | 696 |",
    legal="disclosure-principles",
    is_weighed=True,
)
_NOT_ADDED = re.compile(
    r"%|ty le|ti le|binh quan|trung binh|doi sanh|so sanh|muc|nam hoc|thoi gian|ngay|stt|^tt$|gia\b"
)
_TOTAL = re.compile(r"^(?:tong|tong so|tong cong|cong|tong so hoc sinh|tong so nguoi)$")
_NESTED = re.compile(r"trong do|^\s*[-–+•]|^\s*[ivx]+\s*[.)]|^\s*[a-z]\s*[.)]|^\s*\d+\.\d")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Add up the tables that say nothing of how they add up, where a flat sum is plainly what they mean."""
    for grid in site.grids:
        if _NOT_ADDED.search(plain(grid.title)) or any(map(_NESTED.search, grid.names)):
            continue
        for where, place, declared, computed in (*_down(grid), *_across(grid)):
            finding = RULE.finding(
                where,
                place=place,
                declared=number(declared),
                computed=number(computed),
                legal=basis.law.citations(RULE.legal),
            )
            yield weighed(finding, grid.entry)


_Miss = tuple[Where, str, float, float]


def _down(grid: Grid) -> Iterator[_Miss]:
    """The last row against the rows above it. Two rows that might be «of which» prove nothing alone."""
    if not grid.total or grid.declares_total or len(grid.rows) < 2:
        return
    for column in range(1, len(grid.columns)):
        declared = grid.figures[-1][column]
        parts = [row[column] for row in grid.figures[:-1]]
        present = [part for part in parts if part is not None]
        if declared is None or _NOT_ADDED.search(grid.labels[column]) or len(present) < len(parts):
            continue
        if not _agree(sum(present), declared):
            yield grid.where(len(grid.rows), column), f"Cột «{grid.columns[column]}»", declared, sum(present)


def _across(grid: Grid) -> Iterator[_Miss]:
    """A column of totals against the others, where it fits most rows."""
    at = [column for column, label in enumerate(grid.labels) if _TOTAL.match(label)]
    parts_at = [
        column
        for column in range(1, len(grid.columns))
        if column not in at and not _NOT_ADDED.search(grid.labels[column])
    ]
    # Men and women have a rule of their own.
    if len(at) != 1 or grid.sum_into is not None or len(parts_at) < 2 or {"nam", "nu"} <= set(grid.labels):
        return
    fits, misses = 0, []
    for index, values in enumerate(grid.figures):
        declared = values[at[0]]
        parts = [value for column in parts_at if (value := values[column]) is not None]
        if declared is None or len(parts) < len(parts_at):
            continue
        if _agree(sum(parts), declared):
            fits += 1
        else:
            misses.append((grid.where(index, at[0]), f"Dòng «{grid.lines[index][0]}»", declared, sum(parts)))
    if fits > len(misses):
        yield from misses


def _agree(computed: float, declared: float) -> bool:
    return abs(computed - declared) <= 0.005 + 1e-9 * abs(declared)
