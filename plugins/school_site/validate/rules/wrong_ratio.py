"""CK-042 — a percentage does not follow from the figures that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...figures import Grid, percentages, weighed
from ...findings import Finding, Rule
from ...kinds.disclosure import Disclosure
from ...model import Entry, Where
from ...site import Site
from ...vietnamese import number, read_number
from ...writing import Writing
from ..basis import Basis

RULE = Rule(
    code="CK-042",
    title="Tỷ lệ không khớp với số liệu bên cạnh",
    message="{part} trên {whole} là {computed}%, nhưng ghi là {declared}%.",
    fix="Tính lại tỷ lệ; nếu số đếm sai thì sửa số đếm.",
    why="Người đọc chia lại là thấy; một tỷ lệ sai làm nghi ngờ cả bảng.",
    bad="75/76 người, đạt 99,8%",
    good="75/76 người, đạt 98,7%",
    legal="disclosure-principles",
    is_weighed=True,
)
_FRACTION = re.compile(r"(?<![\d/])(\d[\d.]*)\s*/\s*(\d[\d.]*)(?![\d/])([^%\d\n;/]{0,40}?)(\d+(?:,\d+)?)\s*%$")
_SHARE = re.compile(r"(?<![\d,])(\d+(?:,\d+)?)\s*%$")
_THEN_FRACTION = re.compile(r"\s*\(\s*(\d[\d.]*)\s*/\s*(\d[\d.]*)(?![\d/])")
_COUNTED = re.compile(
    r"\s*(?:học sinh|giáo viên|cán bộ|nhân viên|viên chức|người|em|trẻ|cháu|phiếu|hộ|phòng|tiêu chí|tiêu chuẩn)\b"
)
_WIDEST = 12
_Miss = tuple[int, float, float]
_NONE: list[_Miss] = []


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Divide again: fractions written out in words, then columns of tables."""
    for entry, writing in zip(site.entries(), site.writings, strict=False):
        if "%" in writing.text and "/" in writing.text:
            yield from _in_words(entry, writing, basis)
    for grid in site.grids:
        yield from _columns(grid, basis, _shares_of_form(site, grid))


def _in_words(entry: Entry, writing: Writing, basis: Basis) -> Iterator[Finding]:
    """«75/76 người, đạt 98,7%» and «98,7% (75/76 người)»."""
    text = writing.text
    at = text.find("%")
    while at >= 0:
        before = text[max(0, at - 80) : at + 1]
        if (match := _FRACTION.search(before)) and _counts(match[1], match[2], match[3]):
            yield from _judge(basis, entry, writing.where(at), match[1], match[2], match[4])
        elif (share := _SHARE.search(before)) and (match := _THEN_FRACTION.match(text, at + 1)):
            yield from _judge(basis, entry, writing.where(at), match[1], match[2], share[1])
        at = text.find("%", at + 1)


def _counts(part: str, whole: str, between: str) -> bool:
    """Whether «a/b» counts something: a day of a month, a class 6/1 and a month of a year look just like it."""
    above, below = part.replace(".", ""), whole.replace(".", "")
    is_year = len(whole) == 4 and whole[:2] in ("19", "20")
    is_day = len(above) < 3 and int(below or 0) <= 12
    return not (is_year or is_day) or bool(_COUNTED.match(between))


def _judge(basis: Basis, entry: Entry, where: Where, part: str, whole: str, share: str) -> Iterator[Finding]:
    above, below = read_number(part.rstrip(".")), read_number(whole.rstrip("."))
    declared, decimals, _ = next(percentages(f"{share}%"))
    if above is not None and below and not _agree(above / below * 100, declared, decimals):
        yield weighed(_finding(basis, where, above, below, declared), entry)


def _shares_of_form(site: Site, grid: Grid) -> frozenset[int]:
    """The columns whose shares follow from the table's form: another rule works those out."""
    if grid.index is None or not isinstance(grid.entry, Disclosure):
        return frozenset()
    table = grid.entry.tables[grid.index]
    form = site.form_of(grid.entry, table)
    shares = {column.id for column in form.columns if column.share_of} if form else set()
    return frozenset(at for at, name in enumerate(table.column_ids) if name in shares)


def _columns(grid: Grid, basis: Basis, told: frozenset[int]) -> Iterator[Finding]:
    """A column of percentages, tried against every pair of columns, and every column with its total.

    What fits at least half of the rows, and two, is what was meant; the rows that do not fit it are wrong.
    """
    for column in range(1, len(grid.columns) if len(grid.columns) <= _WIDEST else 0):
        if column in told:
            continue
        shares = {
            at: shown[0]
            for at, row in enumerate(grid.lines)
            if "%" in row[column] and (shown := list(percentages(row[column])))
        }
        if len(shares) < 2:
            continue
        most, wrong = 1, _NONE
        for above in range(1, len(grid.columns)):
            for below in (*(other for other in range(1, len(grid.columns)) if other != above), -1):
                fits, misses = _tried(grid, shares, above, below)
                if fits > most and fits >= len(misses):
                    most, wrong = fits, misses
        for at, part, whole in wrong:
            found = _finding(basis, grid.where(at, column), part, whole, shares[at][0])
            yield weighed(found, grid.entry)


def _tried(grid: Grid, shares: dict[int, tuple[float, int, int]], above: int, below: int) -> tuple[int, list[_Miss]]:
    """How many rows fit «this column over that one» (or over its own total, below = -1), and those that do not."""
    fits, misses = 0, list(_NONE)
    for at, (declared, decimals, _) in shares.items():
        part = grid.figures[at][above]
        whole = grid.figures[at][below] if below >= 0 else grid.figures[-1][above] if grid.total else None
        if part is None or not whole or (below < 0 and at == len(grid.rows)):
            continue
        if not _agree(part / whole * 100, declared, decimals):
            misses.append((at, part, whole))
        elif part:
            # Nothing of anything is 0 %: that speaks for no pair of columns.
            fits += 1
    return fits, misses


def _agree(computed: float, declared: float, decimals: int) -> bool:
    """Equal when rounded, up or down, to as many decimals as were given."""
    return abs(computed - declared) < 10.0**-decimals + 1e-9


def _finding(basis: Basis, where: Where, part: float, whole: float, declared: float) -> Finding:
    return RULE.finding(
        where,
        part=number(part),
        whole=number(whole),
        computed=number(round(part / whole * 100, 2)),
        declared=number(declared),
        legal=basis.law.citations(RULE.legal),
    )
