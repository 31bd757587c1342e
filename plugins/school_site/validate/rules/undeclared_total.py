"""CK-046 — a total that a table writes like any other row or column is not the sum of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Where
from ...site import Site
from ...vietnamese import fold, number
from ..basis import Basis
from ..figures import Grid, grids, numbers, weighed

RULE = Rule(
    code="CK-046",
    title="Dòng hoặc cột cộng không khớp",
    message="{place}: ghi tổng là {declared}, các phần cộng lại là {computed}.",
    fix="Xem lại các số; với bảng công khai, ghi dòng cộng ở mục total và cột cộng ở sum_into để máy luôn cộng lại.",
    why="Số công khai không khớp nhau thì không ai tin được số nào.",
    bad="| Khối 6 | 351 |\n| Khối 7 | 345 |\n| Cộng | 700 |",
    good="| Khối 6 | 351 |\n| Khối 7 | 345 |\n| Cộng | 696 |",
    legal="disclosure-principles",
)
_NOT_ADDED = re.compile(r"%|ty le|ti le|binh quan|trung binh|doi sanh|so sanh|muc|nam hoc|thoi gian|ngay|stt|^tt$|gia\b")
_TOTAL = re.compile(r"^(?:tong|tong so|tong cong|cong|tong so hoc sinh|tong so nguoi)$")
_NESTED = re.compile(r"trong do|^\s*[-–+•]|^\s*[ivx]+\s*[.)]|^\s*[a-z]\s*[.)]|^\s*\d+\.\d")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Add up the tables that say nothing of how they add up, where a flat sum is plainly what they mean."""
    for entry in site.entries():
        for grid in grids(entry):
            if any(_NESTED.search(fold(row[0])) for row in grid.rows) or _NOT_ADDED.search(fold(grid.title)):
                continue
            for where, place, declared, computed in (*_down(grid), *_across(grid)):
                finding = RULE.finding(
                    where,
                    place=place,
                    declared=number(declared),
                    computed=number(computed),
                    legal=basis.law.citations(RULE.legal),
                )
                yield weighed(finding, entry)


_Miss = tuple[Where, str, float, float]


def _down(grid: Grid) -> Iterator[_Miss]:
    """The last row against the rows above it. Two rows that might be «of which» prove nothing alone."""
    if not grid.total or grid.declares_total or len(grid.rows) < 2:
        return
    rows, total = [numbers(row) for row in grid.rows], numbers(grid.total)
    for column in range(1, len(grid.columns)):
        declared = total[column]
        parts = [row[column] for row in rows]
        if declared is None or _NOT_ADDED.search(grid.labels[column]) or any("%" in row[column] for row in grid.lines):
            continue
        present = [part for part in parts if part is not None]
        if len(present) == len(parts) and abs(sum(present) - declared) > 0.005 + 1e-9 * abs(declared):
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
    for index, row in enumerate(grid.lines):
        values = numbers(row)
        declared = values[at[0]]
        parts = [value for column in parts_at if (value := values[column]) is not None]
        if declared is None or len(parts) < len(parts_at):
            continue
        if abs(sum(parts) - declared) <= 0.005 + 1e-9 * abs(declared):
            fits += 1
        else:
            misses.append((grid.where(index, at[0]), f"Dòng «{row[0]}»", declared, sum(parts)))
    if fits > len(misses):
        yield from misses
