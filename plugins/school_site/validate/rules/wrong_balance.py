"""CK-043 — a balance does not follow from what was there, what came in and what went out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...findings import Finding, Rule
from ...model import Where
from ...site import Site
from ...vietnamese import fold, number, read_number
from ..basis import Basis
from ..figures import Grid, grids, weighed

RULE = Rule(
    code="CK-043",
    title="Số còn lại không khớp với thu và chi",
    message="«{name}»: ghi «{label}» là {declared}, tính từ các số bên cạnh là {computed}.",
    fix="Xem lại số đầu kỳ, số tăng, số giảm; sửa số sai, không sửa số còn lại cho khớp.",
    why="Đầu kỳ cộng tăng trừ giảm phải bằng cuối kỳ; lệch là có khoản chưa kể.",
    bad="Số dư đầu năm 10, thu 5, chi 3, số dư cuối năm 15",
    good="Số dư đầu năm 10, thu 5, chi 3, số dư cuối năm 12",
    legal="disclosure-principles",
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
    r"^(?:tong (?:so )?chi\b(?! tieu)|so chi\b|chi$|chi trong|da chi|su dung trong|da su dung|giam trong|chuyen di|bo hoc"
    r"|thoi hoc|duoc duyet quyet toan|huy\b|nop tra)"
)
# «Tổng được sử dụng» and the like add up parts that are there themselves.
_SUBTOTAL = re.compile(r"^tong (?:duoc su dung|cong nguon|so duoc su dung)")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Try every table by its columns, then by its rows."""
    for entry in site.entries():
        for grid in grids(entry):
            found = [*_by_columns(grid), *_by_rows(grid)]
            for where, name, label, declared, computed in found:
                finding = RULE.finding(
                    where,
                    name=name,
                    label=label,
                    declared=number(declared),
                    computed=number(computed),
                    legal=basis.law.citations(RULE.legal),
                )
                yield weighed(finding, entry)


_Miss = tuple[Where, str, str, float, float]


def _by_columns(grid: Grid) -> Iterator[_Miss]:
    parts = _parts([label for label in grid.labels[1:]], grid, by_column=True)
    if parts is None:
        return
    closing, signs = parts
    for at, row in enumerate(grid.lines):
        declared, computed = _computed(row[1:], closing, signs)
        if declared is not None and computed is not None and abs(declared - computed) > 0.5:
            yield grid.where(at, closing + 1), row[0], grid.columns[closing + 1], declared, computed


def _by_rows(grid: Grid) -> Iterator[_Miss]:
    labels = [fold(row[0]) for row in grid.lines]
    parts = _parts(labels, grid, by_column=False)
    if parts is None:
        return
    closing, signs = parts
    for column in range(1, len(grid.columns)):
        if "%" in grid.columns[column] or "ty le" in grid.labels[column]:
            continue
        cells = [row[column] for row in grid.lines]
        declared, computed = _computed(cells, closing, signs)
        if declared is not None and computed is not None and abs(declared - computed) > 0.5:
            yield grid.where(closing, column), grid.columns[column], grid.lines[closing][0], declared, computed


def _parts(labels: Sequence[str], grid: Grid, *, by_column: bool) -> tuple[int, dict[int, int]] | None:
    """Which label is the balance, and with what sign the others go into it; None where it is not that sort of table."""
    closing = [at for at, label in enumerate(labels) if _CLOSING.match(label)]
    opening = [at for at, label in enumerate(labels) if _OPENING.match(label)]
    coming = [at for at, label in enumerate(labels) if _IN.match(label)]
    going = [at for at, label in enumerate(labels) if _OUT.match(label)]
    if len(closing) != 1 or len(opening) > 1 or not (opening or coming) or not going:
        return None
    known = {*closing, *opening, *coming, *going}
    others = [at for at in range(len(labels)) if at not in known and not _SUBTOTAL.match(labels[at])]
    if any(_has_figures(grid, at, by_column=by_column) for at in others):
        return None
    return closing[0], {**dict.fromkeys((*opening, *coming), 1), **dict.fromkeys(going, -1)}


def _has_figures(grid: Grid, at: int, *, by_column: bool) -> bool:
    cells = [row[at + 1] for row in grid.lines] if by_column else grid.lines[at][1:]
    return any(read_number(cell) is not None for cell in cells)


def _computed(cells: Sequence[str], closing: int, signs: dict[int, int]) -> tuple[float | None, float | None]:
    declared = read_number(cells[closing])
    if declared is None or any("%" in cells[at] for at in (closing, *signs)):
        return None, None
    values = [(sign, read_number(cells[at])) for at, sign in signs.items()]
    if all(value is None for _, value in values):
        return None, None
    return declared, sum(sign * value for sign, value in values if value is not None)
