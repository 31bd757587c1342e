"""A table as lines of a content file's front matter, and such lines put in the place of others. Pure.

Everything else in the file stays as it was written, comments included.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from io import StringIO

from .model import Record, Table, Tree

# What may stand bare in a list between brackets.
_BARE = re.compile(r"^[^\W_][\w./()²–%+-]*(?: [\w./()²–%+-]+)*$")
_ITEM = re.compile(r"^(\s*)-\s")
_PASSED_OVER = re.compile(r"^\s*(?:#.*)?$")
# What a school said of a table besides its figures; the layout says the rest.
_KEPT = ("title", "unit", "note")


def table_lines(table: Table, *, columns: bool, file: str | None, kept: Mapping[str, str]) -> list[str]:
    """The item of `tables` that holds this table: its rows, or the name of the file that does."""
    lines = [f"id: {table.id}", *(f"{key}: {_quoted(value)}" for key, value in kept.items())]
    if file is not None:
        lines.append(f"file: {file}")
    else:
        if columns:
            lines.append(f"columns: {_row(table.columns)}")
        lines += ["rows:", *(f"  - {_row(row)}" for row in table.rows)]
        if table.total:
            lines.append(f"total: {_row(table.total)}")
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def table_tree(table: Table, *, columns: bool, file: str | None, kept: Mapping[str, str]) -> dict[str, Tree]:
    """The same as a reader of YAML sees it."""
    tree: dict[str, Tree] = {"id": table.id or "", **kept}
    if file is not None:
        return {**tree, "file": file}
    if columns:
        tree["columns"] = list(table.columns)
    tree["rows"] = [list(row) for row in table.rows]
    return {**tree, "total": list(table.total)} if table.total else tree


def kept_of(old: Tree | None) -> dict[str, str]:
    """What stays of the table that is replaced: its note; title and unit where they stood beside the layout's id."""
    if not isinstance(old, dict):
        return {}
    keys = _KEPT if "id" in old else ("note",)
    return {key: value for key in keys if isinstance(value := old.get(key), str)}


def with_table(text: str, record: Record, place: int | None, lines: Sequence[str]) -> str | None:
    """`text` with these lines as the table at `place`, or after the last; None where its tables are not on lines."""
    all_lines = text.split("\n")
    tables = record.fields.get("tables")
    if not isinstance(tables, list):
        return None if tables else _with_first(all_lines, record, lines)
    starts = [record.where(("tables", at)).line - 1 for at in range(len(tables))]
    ends = [*starts[1:], _end_of_block(all_lines, starts[-1], record)]
    matches = [_ITEM.match(all_lines[start]) for start in starts]
    if not all(matches) or len(set(starts)) < len(starts):
        return None
    first = matches[0]
    indented = [f"{first[1] if first else '  '}{line}" for line in lines]
    if place is None:
        end = _without_rest(all_lines, starts[-1], ends[-1])
        return "\n".join([*all_lines[:end], *indented, *all_lines[end:]])
    end = _without_rest(all_lines, starts[place], ends[place])
    return "\n".join([*all_lines[: starts[place]], *indented, *all_lines[end:]])


def csv_bytes(table: Table) -> bytes:
    """A data file: what Excel opens as a table wherever a comma separates decimals."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([table.columns, *table.rows, *([table.total] if table.total else [])])
    return out.getvalue().encode("utf-8-sig")


def _with_first(lines: list[str], record: Record, new: Sequence[str]) -> str:
    """The first table of a file goes to the end of its front matter."""
    at = next((line for (key, *rest), (line, _) in record.key_marks.items() if key == "tables" and not rest), None)
    if at is not None:
        return "\n".join([*lines[:at], *(f"  {line}" for line in new), *lines[at:]])
    end = record.body_line - 2
    return "\n".join([*lines[:end], "tables:", *(f"  {line}" for line in new), *lines[end:]])


def _end_of_block(lines: list[str], start: int, record: Record) -> int:
    """The line after the last table: where the next key of the file stands, or the end of its front matter."""
    below = [line - 1 for at, (line, _) in record.key_marks.items() if len(at) == 1 and line - 1 > start]
    return min([*below, record.body_line - 2])


def _without_rest(lines: list[str], start: int, end: int) -> int:
    """Blank lines and comments above the next thing belong to that."""
    while end > start + 1 and _PASSED_OVER.match(lines[end - 1]):
        end -= 1
    return end


def _row(cells: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, cells))}]"


def _quoted(text: str) -> str:
    if _BARE.match(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
