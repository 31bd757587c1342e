"""CK-020 — a declared total is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...findings import Finding, Rule, Severity
from ...kinds.disclosure import Disclosure
from ...model import Table
from ...site import Site
from ...vietnamese import number, read_number
from ..basis import Basis

RULE = Rule(
    code="CK-020",
    title="Tổng không bằng các phần cộng lại",
    message="Bảng «{table}», {place}: ghi tổng là {declared}, các phần cộng lại là {computed}.",
    fix="Tìm ô sai trong bảng (một phần, hoặc chính ô tổng) rồi sửa ô ấy; đừng sửa tổng chỉ để cho khớp.",
    why="Số công khai không khớp nhau thì không ai tin được số nào.",
    bad="rows:\n  - [Khối 6, 358]\n  - [Khối 7, 349]\ntotal: [Cộng, 717]",
    good="rows:\n  - [Khối 6, 358]\n  - [Khối 7, 349]\ntotal: [Cộng, 707]",
    is_weighed=True,
)
RAGGED = Rule(
    code="CK-021",
    title="Dòng thiếu hoặc thừa ô",
    message="Bảng «{table}» có {columns} cột, nhưng dòng này có {cells} ô.",
    fix='Thêm hoặc bớt ô cho đủ {columns}; ô trống ghi "-".',
    why="Lệch một ô là mọi số trong dòng đứng sai cột.",
    bad="columns: [Khối, Nam, Nữ]\nrows:\n  - [Khối 6, 184]",
    good="columns: [Khối, Nam, Nữ]\nrows:\n  - [Khối 6, 184, 174]",
)
_FIX_OF_OTHERS = "Đối chiếu với bản gốc; bản gốc ghi đúng như vậy thì để nguyên và nói rõ ở ghi chú của bảng."
# Shares and averages are not added up.
_NOT_ADDED = ("%", "tỷ lệ", "tỉ lệ", "bình quân", "đối sánh", "so sánh", "mức")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Add up every table that declares a total row or a total column."""
    for disclosure in site.disclosures:
        for index, table in enumerate(disclosure.tables):
            ragged = list(_ragged(disclosure, index, table))
            yield from ragged
            if not ragged:
                yield from _rows(disclosure, index, table)
                yield from _columns(disclosure, index, table)


def _ragged(disclosure: Disclosure, index: int, table: Table) -> Iterator[Finding]:
    # A table without columns names a form that nobody knows, which is told already.
    if not table.columns:
        return
    rows = [(("tables", index, "rows", at), row) for at, row in enumerate(table.rows)]
    if table.total:
        rows.append((("tables", index, "total", 0), table.total))
    for at, row in rows:
        if len(row) != len(table.columns):
            yield RAGGED.finding(disclosure.where(*at), table=table.title, columns=len(table.columns), cells=len(row))


def _rows(disclosure: Disclosure, index: int, table: Table) -> Iterator[Finding]:
    for column, name in enumerate(table.columns):
        if not table.total or any(word in name.lower() for word in _NOT_ADDED) or "%" in table.total[column]:
            continue
        declared = read_number(table.total[column])
        cells = [read_number(row[column]) for row in table.rows]
        parts = [cell for cell in cells if cell is not None]
        if declared is not None and parts and not _agree(sum(parts), declared):
            yield _finding(disclosure, ("tables", index, "total", column), table, f"cột «{name}»", declared, sum(parts))


def _columns(disclosure: Disclosure, index: int, table: Table) -> Iterator[Finding]:
    misses = list(_across(table))
    # Of a table of others a person judges once: the same question for every row would bury the rest.
    together = f"{len(misses)} dòng, như " if disclosure.published_by_others and len(misses) > 1 else ""
    for row_at, into, declared, computed in misses[:1] if together else misses:
        place = f"{together}dòng «{table.rows[row_at][0]}»"
        yield _finding(disclosure, ("tables", index, "rows", row_at, into), table, place, declared, computed)


def _across(table: Table) -> Iterator[tuple[int, int, float, float]]:
    """Every row whose total is not its parts: the row, the column of totals, what is declared and what they make."""
    if table.sum_into not in table.columns:
        return
    into = table.columns.index(table.sum_into)
    parts_at = [table.columns.index(name) for name in table.sum_columns if name in table.columns]
    for row_at, row in enumerate(table.rows):
        declared = read_number(row[into])
        parts = [value for at in parts_at if (value := read_number(row[at])) is not None]
        if declared is not None and parts and not _agree(sum(parts), declared):
            yield row_at, into, declared, sum(parts)


def _finding(
    disclosure: Disclosure,
    at: tuple[str | int, ...],
    table: Table,
    place: str,
    declared: float,
    computed: float,
) -> Finding:
    finding = RULE.finding(
        disclosure.where(*at),
        fix=_FIX_OF_OTHERS if disclosure.published_by_others else None,
        table=table.title,
        place=place,
        declared=number(declared),
        computed=number(computed),
    )
    # Figures of others are shown as they were published; whether they are wrong is for a person to say.
    return replace(finding, severity=Severity.person) if disclosure.published_by_others else finding


def _agree(computed: float, declared: float) -> bool:
    return abs(computed - declared) < 0.005 + 1e-9 * abs(declared)
