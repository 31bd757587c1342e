"""CK-055 — a figure that the form works out from others is not what they make."""

from __future__ import annotations

from collections.abc import Iterator

from ...completing import can_be_worked_out, worked_out
from ...figures import weighed
from ...findings import Finding, Rule
from ...kinds.disclosure import Disclosure
from ...layouts import ColumnLayout, TableLayout
from ...model import Table
from ...site import Site
from ...vietnamese import number, read_number
from ..basis import Basis

RULE = Rule(
    code="CK-055",
    title="Số tính ra không khớp với số ghi",
    message="Bảng «{table}», dòng «{row}», cột «{column}»: ghi {declared}, tính từ {sources} ra {computed}.",
    fix="Xem lại các số; hoặc để trống ô này, máy tính và hiện giúp.",
    why="Số công khai không khớp nhau thì không ai tin được số nào.",
    bad="columns: [Nội dung, Số học viên, Số lớp, Bình quân]\nrows: [[Khóa 12, 90, 2, 40]]",
    good="columns: [Nội dung, Số học viên, Số lớp, Bình quân]\nrows: [[Khóa 12, 90, 2, 45]]",
    legal="disclosure-principles",
    is_weighed=True,
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Shares, averages, second sums and rows that are sums of rows; first sums and totals have a rule of their own."""
    for disclosure in site.disclosures:
        for index, table in enumerate(disclosure.tables):
            form = site.form_of(disclosure, table)
            width = len(table.columns)
            if form is not None and all(len(row) == width for row in table.rows) and len(table.total) in (0, width):
                for finding in (*_across(disclosure, index, table, form), *_down(disclosure, index, table, form)):
                    yield weighed(finding, disclosure)


def _across(disclosure: Disclosure, index: int, table: Table, form: TableLayout) -> Iterator[Finding]:
    for place, name in enumerate(table.column_ids):
        column = form.column(name)
        if column is None or column.compares or table.columns[place] == table.sum_into:
            continue
        if not can_be_worked_out(column, table.column_ids, form):
            continue
        parts = [table.column_ids.index(source) for source in column.sources if source in table.column_ids]
        for at, row in enumerate((*table.rows, *((table.total,) if table.total else ()))):
            declared = read_number(row[place])
            if declared is None or (at, place) in table.computed or not _is_plain(row, parts, column):
                continue
            figures = {table.column_ids[part]: read_number(row[part]) for part in parts}
            computed = worked_out(column, figures)
            if computed is not None and not _agree(computed, declared, row[place]):
                sources = ", ".join(f"«{table.columns[part]}»" for part in parts)
                yield _finding(disclosure, index, table, (at, place), sources, computed)


def _is_plain(row: tuple[str, ...], parts: list[int], column: ColumnLayout) -> bool:
    """Whether every part is a number, or left empty where it only adds to others."""
    may_be_empty = bool(column.sum_of)
    return bool(parts) and all(read_number(row[at]) is not None or (may_be_empty and not row[at]) for at in parts)


def _down(disclosure: Disclosure, index: int, table: Table, form: TableLayout) -> Iterator[Finding]:
    for at, name in enumerate(table.row_ids):
        row = form.row(name)
        parts = [table.row_ids.index(part) for part in row.sum_of if part in table.row_ids] if row else []
        if row is None or not parts or len(parts) < len(row.sum_of):
            continue
        for place, column_id in enumerate(table.column_ids):
            column, declared = form.column(column_id), read_number(table.rows[at][place])
            if column is None or not column.adds_up or declared is None or (at, place) in table.computed:
                continue
            cells = [table.rows[part][place] for part in parts]
            values = [value for cell in cells if (value := read_number(cell)) is not None]
            if values and len(values) == sum(map(bool, cells)) and not _agree(sum(values), declared, "0,00"):
                sources = ", ".join(f"«{table.rows[part][0]}»" for part in parts)
                yield _finding(disclosure, index, table, (at, place), sources, sum(values))


def _agree(computed: float, declared: float, written: str) -> bool:
    """Equal as far as it was written: 43,9 stands for 43,875."""
    decimals = len(written.rstrip("% ").partition(",")[2])
    return bool(abs(computed - declared) <= 0.5 / 10**decimals + 1e-9 * abs(declared))


def _finding(
    disclosure: Disclosure, index: int, table: Table, at: tuple[int, int], sources: str, computed: float
) -> Finding:
    row, column = at
    cells = table.rows[row] if row < len(table.rows) else table.total
    place = ("rows", row, column) if row < len(table.rows) else ("total", column)
    sign = "%" if "%" in cells[column] else ""
    return RULE.finding(
        disclosure.where("tables", index, *place),
        table=table.title,
        row=cells[0],
        column=table.columns[column],
        declared=cells[column],
        sources=sources,
        computed=number(round(computed, 2)) + sign,
    )
