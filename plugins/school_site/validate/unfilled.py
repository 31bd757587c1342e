"""Hints of a scaffold that nobody has replaced: which value, which cell, which paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..findings import Finding
from ..kinds import Kind
from ..model import Record, Tree, TreePath, Where
from . import faults
from .shapes import Shape

_FILL = "Thay cả phần trong dấu «…» bằng nội dung thật"


def unfilled(record: Record, kind: Kind, shape: Shape) -> list[Finding]:
    """Every hint that is left in a file."""
    found = [*_values(record, kind, shape, record.fields, ())] if "«" in record.head else []
    if "«" in record.body:
        found += _paragraphs(record, kind)
    return found


def label_of(shape: Shape, at: TreePath) -> str:
    """What the value at `at` is called: its own title, or that of what holds it."""
    for end in range(len(at), 0, -1):
        if isinstance(at[end - 1], str):
            return str(shape.at(at[:end]).get("title", at[end - 1]))
    return str(shape.node.get("title", ""))


def _values(record: Record, kind: Kind, shape: Shape, tree: Tree, at: TreePath) -> Iterator[Finding]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _values(record, kind, shape, value, (*at, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _values(record, kind, shape, value, (*at, index))
    elif tree.startswith("«") and tree.endswith("»"):
        label = _cell(record, at) or label_of(shape, at)
        remedy = f"{_FILL}, hoặc xóa dòng này nếu không cần." if _may_go(shape, at) else f"{_FILL}."
        yield faults.NOT_FILLED.finding(
            record.where(at), area=kind.area, fix=remedy, label=label, value=tree.strip("«»")
        )


def _may_go(shape: Shape, at: TreePath) -> bool:
    """Whether the file is whole without this line: a required value or a cell of a row must stay."""
    return isinstance(at[-1], str) and at[-1] not in shape.at(at[:-1]).get("required", ())


def _cell(record: Record, at: TreePath) -> str:
    """Which cell of which table, by the names of its row and column; the number of a column without a name."""
    if len(at) != 5 or at[0] != "tables" or at[2] != "rows" or not isinstance(at[4], int):
        return ""
    table: Any = record.fields["tables"][at[1]]  # type: ignore[index]
    columns, row = table.get("columns", ()), table["rows"][at[3]]
    title = table.get("title") or table.get("id") or f"thứ {int(at[1]) + 1}"
    column = columns[at[4]] if at[4] < len(columns) else f"thứ {at[4] + 1}"
    name = f"“{row[0]}”" if at[4] and isinstance(row[0], str) else f"thứ {int(at[3]) + 1}"
    return f"bảng “{title}”, dòng {name}, cột “{column}”"


def _paragraphs(record: Record, kind: Kind) -> Iterator[Finding]:
    for index, line in enumerate(record.body.split("\n")):
        text = line.strip()
        if text.startswith("«") and text.endswith("»") and "»" not in text[:-1]:
            where = Where(path=record.path, line=record.body_line + index)
            yield faults.NOT_FILLED.finding(where, area=kind.area, label="Nội dung", value=text.strip("«»"))
