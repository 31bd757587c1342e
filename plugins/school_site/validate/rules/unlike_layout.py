"""CK-051 — a table lacks a column of its form; CK-052 — it has a strange one; CK-053 — it lacks a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...figures import weighed
from ...findings import Finding, Rule, Severity
from ...fitting import begins_group
from ...kinds.disclosure import Disclosure
from ...layouts import Layout, RowLayout, TableLayout
from ...model import Table
from ...site import Site
from ...vietnamese import nearest
from ..basis import Basis

COLUMN = Rule(
    code="CK-051",
    title="Bảng thiếu cột của mẫu",
    message="Bảng «{table}» thiếu cột «{column}» của mẫu.",
    fix="Thêm cột ấy vào columns, và một ô vào mỗi dòng:  columns: [{columns}]",
    why="Thiếu một cột là thiếu một phần điều luật đòi, và năm này không so được với năm khác.",
    bad="columns: [Nhóm, Đại học, Tổng số]",
    good="columns: [Nhóm, Thạc sĩ, Đại học, Cao đẳng, Trung cấp, Tổng số]",
    legal="disclosure-principles",
    is_weighed=True,
)
UNKNOWN = Rule(
    code="CK-052",
    title="Cột lạ trong bảng của mẫu",
    message="Bảng «{table}» có cột «{column}», mẫu không có cột này.",
    fix="{hint}",
    why="Cột lạ thì máy không biết nó là số gì, không cộng, không vẽ và không so giữa các năm được.",
    bad="columns: [Nhóm, Thạc sỹ khoa học, Đại học, …]",
    good="columns: [Nhóm, Thạc sĩ, Đại học, …]",
    is_weighed=True,
)
ROW = Rule(
    code="CK-053",
    title="Bảng thiếu dòng của mẫu",
    message="Bảng «{table}» thiếu dòng «{row}» của mẫu.",
    fix="Thêm dòng ấy vào rows rồi điền số, không có thì ghi 0:  {line}",
    why="Dòng bỏ trống thì người đọc không biết là bằng không hay là quên.",
    bad="rows:\n  - [Giáo viên, 12, 52, 0, 0, 64]",
    good="rows:\n  - [Cán bộ quản lý, 2, 1, 0, 0, 3]\n  - [Giáo viên, 12, 52, 0, 0, 64]",
    legal="disclosure-principles",
    is_weighed=True,
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Every table that names its form, column by column and row by row."""
    for disclosure in site.disclosures:
        layout = site.layouts.get(disclosure.path)
        for index, table in enumerate(disclosure.tables if layout else ()):
            form = layout.table(table.id) if layout and table.id else None
            if layout is None or form is None:
                continue
            for finding in (
                *_columns(disclosure, index, table, form, basis),
                *_rows(disclosure, index, table, form, basis),
            ):
                yield weighed(_by_form(finding, layout), disclosure)


def _by_form(finding: Finding, layout: Layout) -> Finding:
    """Where the official layout was not found, ours only advises."""
    return finding if layout.is_checked else replace(finding, severity=Severity.warning)


def _columns(disclosure: Disclosure, index: int, table: Table, form: TableLayout, basis: Basis) -> Iterator[Finding]:
    missing = [column.label for column in form.columns if not column.is_optional and column.id not in table.column_ids]
    for name in missing:
        yield COLUMN.finding(
            disclosure.where("tables", index, "columns"),
            table=table.title,
            column=name,
            columns=", ".join(map(_quoted, (*_written(table), *missing))),
            legal=basis.law.citations(COLUMN.legal),
        )
    left = [column.label for column in form.columns if column.id not in table.column_ids]
    for at, (name, known) in enumerate(zip(table.columns, table.column_ids, strict=True)):
        if not known:
            near = nearest(name, left)
            first = f"Ghi «{near}» nếu ý bạn là cột ấy; nếu" if near else "Nếu"
            hint = f"{first} là số liệu riêng của trường thì để ở một bảng khác, không ghi id."
            yield UNKNOWN.finding(
                disclosure.where("tables", index, "columns", at), table=table.title, column=name, hint=hint
            )


def _rows(disclosure: Disclosure, index: int, table: Table, form: TableLayout, basis: Basis) -> Iterator[Finding]:
    if form.has_optional_rows:
        return
    for row in form.rows:
        if row.is_required and row.id not in table.row_ids and not _is_written_in(row, table):
            cells = [_quoted(row.label), *('""' if row.is_heading else '"«số»"' for _ in _written(table)[1:])]
            yield ROW.finding(
                disclosure.where("tables", index, "rows"),
                table=table.title,
                row=row.label,
                line=f"- [{', '.join(cells)}]",
                legal=basis.law.citations(ROW.legal),
            )


def _written(table: Table) -> list[str]:
    """The columns that stand in the file: those the machine added hold nothing else than what it worked out."""
    lines = range(len(table.rows))
    return [name for at, name in enumerate(table.columns) if any((line, at) not in table.computed for line in lines)]


def _is_written_in(row: RowLayout, table: Table) -> bool:
    """Whether a group is named in front of its rows instead of on a line of its own."""
    return row.is_heading and any(begins_group(cells[0], row) for cells in table.rows if cells)


def _quoted(text: str) -> str:
    return f'"{text}"' if any(sign in text for sign in ",:[]{}#") else text
