"""CK-045 — men and women, or boys and girls, are not as many as all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...figures import Grid, figure, plain, weighed
from ...findings import Finding, Rule
from ...model import Entry, Where
from ...site import Site
from ...vietnamese import number
from ...writing import Writing
from ..basis import Basis

RULE = Rule(
    code="CK-045",
    title="Nam cộng nữ không bằng tổng số",
    message="{name}: nam {men}, nữ {women}, nhưng tổng số ghi {total}.",
    fix="Xem lại ba số này trong sổ đăng bộ và sửa số sai.",
    why="Ai cũng cộng được hai số; lệch là người đọc không tin các số còn lại.",
    bad="1.352 học sinh (691 nam, 662 nữ)",
    good="1.352 học sinh (691 nam, 661 nữ)",
    legal="disclosure-principles",
    is_weighed=True,
)
_MEN = re.compile(r"^(?:so |hoc sinh |trong do:? )*nam$")
_WOMEN = re.compile(r"^(?:so |hoc sinh |trong do:? )*nu$")
_ALL = re.compile(r"^(?:(?:tong )?so hoc sinh|(?:tong )?so tre|tong|tong so|tong cong|si so|cong|toan truong)$")
_SAID = re.compile(
    r"\(\s*(?:(\d[\d.]*)\s+nam\s*[,;và/]+\s*(\d[\d.]*)\s+nữ|nam:?\s+(\d[\d.]*)\s*[,;và/]+\s*nữ:?\s+(\d[\d.]*))\s*\)"
)
# What is counted is named, unless the number stands by itself: «6 (3 nam, 4 nữ)» may be a class.
_OF_ALL = re.compile(
    r"(?<![\d.,])(\d[\d.]*)\s+(?:học sinh|em|trẻ|người|cháu)\b[^().;\n\d]{0,40}$"
    r"|(?:^|[:\n\t]|tổng số )[ ]*(\d[\d.]*)\s*$"
)
_Three = tuple[Where, str, float, float, float]


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at tables, at facts and at sentences."""
    found = [(grid.entry, three) for grid in site.grids for three in _in_table(grid)]
    for entry, writing in zip(site.entries(), site.writings, strict=False):
        found += [(entry, three) for three in (*_in_facts(entry), *_in_words(writing))]
    for entry, (where, name, boys, girls, total) in found:
        finding = RULE.finding(
            where,
            name=name,
            men=number(boys),
            women=number(girls),
            total=number(total),
            legal=basis.law.citations(RULE.legal),
        )
        yield weighed(finding, entry)


def _in_words(writing: Writing) -> Iterator[_Three]:
    """«1.352 học sinh (691 nam, 661 nữ)»."""
    for match in _SAID.finditer(writing.lower):
        said = _OF_ALL.search(writing.lower, max(0, match.start() - 80), match.start())
        values = _at_odds([match[1] or match[3], match[2] or match[4], said[1] or said[2]]) if said else None
        if said and values:
            yield (writing.where(said.start()), "Trong câu này", *values)


def _in_table(grid: Grid) -> Iterator[_Three]:
    """By columns where the table does not add them up itself, and by rows."""
    at = _three(grid.labels)
    if at and grid.sum_into is None:
        for row, cells in enumerate(grid.lines):
            if values := _at_odds([cells[column] for column in at]):
                yield (grid.where(row, at[2]), cells[0], *values)
    at = _three(grid.names)
    if at and not grid.declares_total:
        for column in range(1, len(grid.columns)):
            if values := _at_odds([grid.lines[row][column] for row in at]):
                yield (grid.where(at[2], column), grid.columns[column], *values)


def _in_facts(entry: Entry) -> Iterator[_Three]:
    facts = getattr(entry, "facts", ())
    at = _three([plain(fact.label) for fact in facts])
    values = _at_odds([re.split(r"[^\d.,]", facts[index].value, maxsplit=1)[0] for index in at]) if at else None
    if at and values:
        yield (entry.where("facts", at[2], "value"), facts[at[2]].label, *values)


def _three(labels: Sequence[str]) -> tuple[int, int, int] | None:
    """Where men, women and all stand, if each stands there once."""
    found = [[at for at, label in enumerate(labels) if part.match(label)] for part in (_MEN, _WOMEN, _ALL)]
    return (found[0][0], found[1][0], found[2][0]) if all(len(part) == 1 for part in found) else None


def _at_odds(cells: Sequence[str]) -> tuple[float, float, float] | None:
    """The three figures, where all are figures and the parts are not the whole."""
    men, women, total = (figure(cell.rstrip(".")) for cell in cells)
    if men is None or women is None or total is None or abs(men + women - total) <= 0.005:
        return None
    return men, women, total
