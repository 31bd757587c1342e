"""The structured part of a new disclosure: the tables and facts of its layout, with hints where figures belong. Pure.

Where last year's paper is at hand, its rows and columns are taken over and its figures become hints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .fitting import begins_group, column_named, rows_named
from .layouts import ColumnLayout, FactLayout, Layout, RowLayout, TableLayout
from .model import Tree

_YEAR = re.compile(r"\b20\d\d\b")
_FREE_ROW = "tên dòng"


@dataclass(frozen=True, kw_only=True)
class OldTable:
    """A table of last year's paper as it was written."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    id: str = ""
    unit: str = ""


def old_tables(tree: Tree) -> tuple[OldTable, ...]:
    """The tables in the front matter of last year's paper."""
    found = []
    for table in tree if isinstance(tree, list) else ():
        if isinstance(table, dict):
            rows = table.get("rows")
            texts = {key: value for key, value in table.items() if isinstance(value, str)}
            found.append(
                OldTable(
                    title=texts.get("title", ""),
                    columns=_texts(table.get("columns", [])),
                    rows=tuple(map(_texts, rows)) if isinstance(rows, list) else (),
                    id=texts.get("id", ""),
                    unit=texts.get("unit", ""),
                )
            )
    return tuple(found)


def _texts(tree: Tree) -> tuple[str, ...]:
    return tuple(cell for cell in tree if isinstance(cell, str)) if isinstance(tree, list) else ()


def form_lines(
    layout: Layout, school_levels: tuple[str, ...], period: str, old: Sequence[OldTable]
) -> Mapping[str, list[str]]:
    """The lines of `facts:` and `tables:` of a layout fitted to its school and year."""
    before = {table.id: table for table in old if table.id}
    tables = [table for table in layout.tables if table.addresses(school_levels, period)]
    # What the school may do without stands ready behind a #, unless it had it last year.
    given = [table for table in tables if not table.is_optional or table.id in before]
    optional = [table for table in tables if table not in given]
    lines = ["tables:"]
    if not layout.is_wholly_checked and layout.note:
        lines.append(f"  # Bố cục chưa đối chiếu: {layout.note}")
    for table in given:
        lines += _table(table, before.get(table.id))
    for own in (table for table in old if not table.id and table.columns):
        lines += _own_table(own)
    for table in optional:
        lines += [f"# {line}" for line in _table(table, None)]
    return {"tables": lines} | ({"facts": list(_facts(layout.facts))} if layout.facts else {})


def _facts(facts: Iterable[FactLayout]) -> Iterator[str]:
    is_any = any(not fact.is_optional for fact in facts)
    yield "facts:" if is_any else "# facts:"
    for fact in sorted(facts, key=lambda fact: fact.is_optional):
        mark = "# " if fact.is_optional else ""
        yield f"{mark}  - label: {quoted(fact.label)}"
        yield f'{mark}    value: "«{fact.hint or fact.label}»"'


def _table(table: TableLayout, old: OldTable | None) -> Iterator[str]:
    unit = f" ({table.unit})" if table.unit else ""
    yield f"  # {table.title}{unit}.{f' {table.hint}' if table.hint else ''}"
    columns = _columns(table, old)
    worked_out = [
        column.label
        for column in table.columns
        if column.is_computed and not column.is_optional and column not in columns
    ]
    if table.total:
        worked_out.append(f"dòng {table.total}")
    if worked_out:
        yield f"  # Máy tự tính: {', '.join(worked_out)}."
    yield f"  - id: {table.id}"
    yield f"    columns: {_flow(column.label for column in columns)}"
    yield "    rows:"
    for row in _rows(table, columns, old):
        yield f"      - {_flow(row)}"


def _columns(table: TableLayout, old: OldTable | None) -> list[ColumnLayout]:
    """Those to be filled in: not what the machine works out, not what may be left out unless it was used before."""
    used = {found.id for name in old.columns if (found := column_named(name, table.columns))} if old else set()
    by_hand = [column for column in table.columns if not column.is_computed]
    needed = [column for column in by_hand if not column.is_optional or column.id in used]
    # A sum whose parts may all be left out stands on nothing else.
    for column in table.columns:
        if column.sum_of and not column.is_optional and not any(part.id in column.sum_of for part in needed):
            needed += [part for part in by_hand if part.id in column.sum_of and part not in needed]
    chosen = [column for column in table.columns if column in needed]
    return chosen if len(chosen) > 1 else by_hand


def _rows(table: TableLayout, columns: list[ColumnLayout], old: OldTable | None) -> Iterator[list[str]]:
    """The names of the rows of last year, or those of the form, with the cells to fill in."""
    names = [row[0] for row in old.rows if row] if old else []
    names += [row.label for row in _missing(table, names)]
    known = rows_named(names, table.rows)
    words = _words(table, old)
    for at, (name, row) in enumerate(zip(names or [f"«{_FREE_ROW}»"], known or (None,), strict=True)):
        if row is not None and (row.sum_of or _is_empty_heading(row, words.get(name, {}))):
            yield [name, *[""] * (len(columns) - 1)]
            next_row = known[at + 1] if at + 1 < len(known) else None
            if row.is_heading and (at + 1 == len(known) or (next_row is not None and next_row.is_heading)):
                yield [f"«{_FREE_ROW}»", *(_cell(column, "") for column in columns[1:])]
        else:
            yield [name, *(_cell(column, words.get(name, {}).get(column.id, "")) for column in columns[1:])]


def _missing(table: TableLayout, names: list[str]) -> Iterator[RowLayout]:
    """The rows of the form that are not there yet; what may be left out is not asked for."""
    there = {row.id for row in rows_named(names, table.rows) if row}
    for row in table.rows:
        is_asked = not row.is_optional and not (names and (table.has_optional_rows or not row.is_checked))
        if is_asked and row.id not in there and not any(begins_group(name, row) for name in names if row.is_heading):
            yield row


def _words(table: TableLayout, old: OldTable | None) -> dict[str, dict[str, str]]:
    """What stood in each row last year, by the ids of the columns."""
    if old is None:
        return {}
    places = [(at, found.id) for at, name in enumerate(old.columns) if (found := column_named(name, table.columns))]
    return {row[0]: {name: row[at] for at, name in places if at < len(row)} for row in old.rows if row}


def _is_empty_heading(row: RowLayout, words: Mapping[str, str]) -> bool:
    """A group may be a line of its own; one with figures of its own is a row like any other."""
    return row.is_heading and not any(list(words.values())[1:])


def _cell(column: ColumnLayout, last: str) -> str:
    """A hint in place of a figure; words of last year stand as they were."""
    if last and not column.is_figure:
        return last
    if last:
        return f"«{column.label}, năm trước {last}»"
    return f"«{column.label}: {column.hint}»" if column.hint else f"«{column.label}»"


def _own_table(old: OldTable) -> Iterator[str]:
    """A table of the school's own, a year later and with its figures emptied."""
    yield f"  - title: {quoted(_next_year(old.title))}"
    if old.unit:
        yield f"    unit: {quoted(old.unit)}"
    columns = [_next_year(name) for name in old.columns]
    yield f"    columns: {_flow(columns)}"
    yield "    rows:"
    for row in old.rows:
        hints = (
            f"«{name}, năm trước {cell}»" if cell else "" for name, cell in zip(columns[1:], row[1:], strict=False)
        )
        yield f"      - {_flow([row[0], *hints])}"


def _next_year(text: str) -> str:
    return _YEAR.sub(lambda match: str(int(match[0]) + 1), text)


def _flow(cells: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, cells))}]"


def quoted(text: str) -> str:
    """A value as it may stand in a line of YAML."""
    if text and not re.search(r"""[,:#\[\]{}"«»]|^[\s&*!|>%@`'?-]|\s$""", text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
