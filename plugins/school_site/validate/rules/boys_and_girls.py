"""CK-045 — men and women, or boys and girls, are not as many as all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...findings import Finding, Rule
from ...model import Entry, Where
from ...site import Site
from ...vietnamese import fold, number, read_number
from ..basis import Basis
from ..figures import Grid, grids, weighed

RULE = Rule(
    code="CK-045",
    title="Nam cộng nữ không bằng tổng số",
    message="{name}: nam {men}, nữ {women}, nhưng tổng số ghi {total}.",
    fix="Xem lại ba số này trong sổ đăng bộ và sửa số sai.",
    why="Ai cũng cộng được hai số; lệch là người đọc không tin các số còn lại.",
    bad="1.352 học sinh (691 nam, 662 nữ)",
    good="1.352 học sinh (691 nam, 661 nữ)",
    legal="disclosure-principles",
)
_MEN = re.compile(r"^(?:so |hoc sinh |trong do:? )*nam$")
_WOMEN = re.compile(r"^(?:so |hoc sinh |trong do:? )*nu$")
_ALL = re.compile(r"^(?:tong|tong so|tong cong|so hoc sinh|tong so hoc sinh|si so|so tre|tong so tre|cong|toan truong)$")
_SAID = re.compile(
    r"(\d[\d.]*)\s+(?:học sinh|em|trẻ|người|cháu)[^().;\n\d]{0,40}\(\s*(?:(\d[\d.]*)\s+nam\s*[,;và/]+\s*(\d[\d.]*)\s+nữ"
    r"|nam:?\s+(\d[\d.]*)\s*[,;và/]+\s*nữ:?\s+(\d[\d.]*))\s*\)",
    re.I,
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at tables, at facts and at sentences."""
    for entry, writing in zip(site.entries(), site.writings, strict=False):
        found: list[tuple[Where, str, float, float, float]] = []
        for grid in grids(entry):
            found += _in_table(grid)
        found += _in_facts(entry)
        for match in _SAID.finditer(writing.text):
            men, women = match[2] or match[4], match[3] or match[5]
            three = [read_number(value.rstrip(".")) for value in (match[1], men, women)]
            if None not in three:
                total, boys, girls = (value or 0.0 for value in three)
                found.append((writing.where(match.start()), "Trong câu này", boys, girls, total))
        for where, name, boys, girls, total in found:
            if abs(boys + girls - total) > 0.005:
                finding = RULE.finding(
                    where,
                    name=name,
                    men=number(boys),
                    women=number(girls),
                    total=number(total),
                    legal=basis.law.citations(RULE.legal),
                )
                yield weighed(finding, entry)


def _in_table(grid: Grid) -> Iterator[tuple[Where, str, float, float, float]]:
    """By columns where the table does not add them up itself, and by rows."""
    at = _three(grid.labels)
    if at and grid.sum_into is None:
        for row, cells in enumerate(grid.lines):
            if values := _values([cells[column] for column in at]):
                yield (grid.where(row, at[2]), cells[0], *values)
    at = _three([fold(row[0]) for row in grid.lines])
    if at and not grid.declares_total:
        for column in range(1, len(grid.columns)):
            if values := _values([grid.lines[row][column] for row in at]):
                yield (grid.where(at[2], column), grid.columns[column], *values)


def _in_facts(entry: Entry) -> Iterator[tuple[Where, str, float, float, float]]:
    facts = getattr(entry, "facts", ())
    at = _three([fold(fact.label) for fact in facts])
    values = _values([re.split(r"[^\d.,]", facts[index].value, maxsplit=1)[0] for index in at]) if at else None
    if at and values:
        yield (entry.where("facts", at[2], "value"), facts[at[2]].label, *values)


def _three(labels: Sequence[str]) -> tuple[int, int, int] | None:
    """Where men, women and all stand, if each stands there once."""
    found = [[at for at, label in enumerate(labels) if part.match(label)] for part in (_MEN, _WOMEN, _ALL)]
    return (found[0][0], found[1][0], found[2][0]) if all(len(part) == 1 for part in found) else None


def _values(cells: Sequence[str]) -> tuple[float, float, float] | None:
    men, women, total = (read_number(cell) for cell in cells)
    return (men, women, total) if men is not None and women is not None and total is not None else None
