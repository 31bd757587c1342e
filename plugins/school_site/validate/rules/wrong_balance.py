"""CK-043 — a balance does not follow from what was there, what came in and what went out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...figures import Grid, weighed
from ...findings import Finding, Rule
from ...model import Where
from ...site import Site
from ...vietnamese import number
from ..basis import Basis

RULE = Rule(
    code="CK-043",
    title="Số còn lại không khớp với thu và chi",
    message="«{name}»: ghi «{label}» là {declared}, tính từ các số bên cạnh là {computed}.",
    fix="Xem lại số đầu kỳ, số tăng, số giảm; sửa ô sai; đừng sửa số còn lại chỉ để cho khớp.",
    why="Đầu kỳ cộng tăng trừ giảm phải bằng cuối kỳ; lệch là có khoản chưa kể.",
    bad="Số dư đầu năm 10, thu 5, chi 3, số dư cuối năm 15",
    good="Số dư đầu năm 10, thu 5, chi 3, số dư cuối năm 12",
    legal="disclosure-principles",
    is_weighed=True,
)
# Folded labels by the part they play; what matches none of them makes the table none of this rule's business.
_OPENING = re.compile(r"^(?:so du|ton|ton quy|so)? ?(?:dau (?:nam|ky|quy)|nam truoc chuyen sang|ky truoc chuyen sang)")
_CLOSING = re.compile(
    r"^(?:(?:so du|ton|ton quy|so)? ?cuoi (?:nam|ky|quy)|chuyen (?:sang )?(?:nam|ky) sau|con lai|so con lai|chenh lech"
    r"|ket du|can doi|ton quy$)"
)
_IN = re.compile(
    r"^(?:tong (?:so )?thu\b|so thu\b|thu$|thu trong|da thu|da tiep nhan|tiep nhan|trich lap|giao trong nam|tang trong"
    r"|chuyen den|nhap hoc|tong nguon thu)"
)
_OUT = re.compile(
    r"^(?:tong (?:so )?chi\b(?! tieu)|so chi\b|chi$|chi trong|da chi|su dung trong|da su dung|giam trong|chuyen di"
    r"|bo hoc|thoi hoc|duoc duyet quyet toan|huy\b|nop tra)"
)
# «Tổng được sử dụng» and the like add up parts that are there themselves.
_SUBTOTAL = re.compile(r"^tong (?:duoc su dung|cong nguon|so duoc su dung)")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Try every table by its columns, then by its rows."""
    for grid in site.grids:
        for where, name, label, declared, computed in (*_by_columns(grid), *_by_rows(grid)):
            finding = RULE.finding(
                where,
                name=name,
                label=label,
                declared=number(declared),
                computed=number(computed),
                legal=basis.law.citations(RULE.legal),
            )
            yield weighed(finding, grid.entry)


_Miss = tuple[Where, str, str, float, float]
_Parts = tuple[int, dict[int, int]]


def _by_columns(grid: Grid) -> Iterator[_Miss]:
    columns = list(zip(*grid.figures, strict=True))
    parts = _parts(("", *grid.labels[1:]), columns)
    if parts is None:
        return
    closing = parts[0]
    for at, row in enumerate(grid.figures):
        if (told := _computed(row, parts)) is not None:
            yield grid.where(at, closing), grid.lines[at][0], grid.columns[closing], *told


def _by_rows(grid: Grid) -> Iterator[_Miss]:
    parts = _parts(grid.names, grid.figures)
    if parts is None:
        return
    closing = parts[0]
    for column in range(1, len(grid.columns)):
        if "ty le" in grid.labels[column]:
            continue
        if (told := _computed([row[column] for row in grid.figures], parts)) is not None:
            yield grid.where(closing, column), grid.columns[column], grid.lines[closing][0], *told


def _parts(labels: Sequence[str], figures: Sequence[Sequence[float | None]]) -> _Parts | None:
    """Which label is the balance, and with what sign the others go into it; None where it is not that sort of table."""
    closing = [at for at, label in enumerate(labels) if _CLOSING.match(label)]
    if len(closing) != 1:
        return None
    opening = [at for at, label in enumerate(labels) if _OPENING.match(label)]
    coming = [at for at, label in enumerate(labels) if _IN.match(label)]
    going = [at for at, label in enumerate(labels) if _OUT.match(label)]
    if len(opening) > 1 or not (opening or coming) or not going:
        return None
    known = {*closing, *opening, *coming, *going}
    for at, label in enumerate(labels):
        has_figures = any(figure is not None for figure in figures[at])
        if at not in known and label and has_figures and not _SUBTOTAL.match(label):
            return None
    return closing[0], {**dict.fromkeys((*opening, *coming), 1), **dict.fromkeys(going, -1)}


def _computed(figures: Sequence[float | None], parts: _Parts) -> tuple[float, float] | None:
    """What is declared and what follows from the rest, where they differ."""
    closing, signs = parts
    declared = figures[closing]
    values = [sign * value for at, sign in signs.items() if (value := figures[at]) is not None]
    if declared is None or not values or abs(declared - sum(values)) <= 0.5:
        return None
    return declared, sum(values)
