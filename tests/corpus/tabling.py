"""A table of a layout from lines of figures: columns, sums, shares and the closing row as a careful secretary has them.

It works everything out anew and asks the product only what its layouts say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from school_site.layouts import ColumnLayout, RowLayout, TableLayout

from .figures import Figures, decimal, percent, vnd
from .writing import Value

Cell = int | float | str
Line = tuple[str, Mapping[str, Cell]]
"""The name of a row («#id» for one of the form) and its cells by the ids of the columns."""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What a table is wanted for."""

    item: str
    year: int
    """The fiscal year, or the one in which the school year begins."""
    period: str
    figures: Figures

    def dice(self, what: str) -> Random:
        """Chance for this item and year."""
        return self.figures.dice(f"{self.item}/{self.year}/{self.period}/{what}")


def tabled(form: TableLayout, lines: Sequence[Line], ask: Ask) -> dict[str, Value]:
    """The table as it stands in a file: everything written out, sums and all."""
    given = {name for _, cells in lines for name in cells}
    columns = [
        column for at, column in enumerate(form.columns)
        if at == 0 or not column.is_optional or column.id in given
    ]  # fmt: skip
    rows = _in_form(form, lines)
    dice = ask.dice(form.id)
    cells = [
        {} if row is not None and (row.is_heading or row.sum_of) and not values
        else {column.id: _own(column, values, dice) for column in columns[1:] if not column.is_computed}
        for _, values, row in rows
    ]  # fmt: skip
    for at in reversed(range(len(rows))):
        row = rows[at][2]
        if row is not None and row.sum_of:
            below = [cells[other] for other, (_, _, part) in enumerate(rows) if part and part.id in row.sum_of]
            cells[at] = _summed(columns[1:], below)
    written = [cells[at] for at, (_, _, row) in enumerate(rows) if row is None or not row.is_heading]
    total = _summed(columns[1:], written) if form.total and len(written) > 1 else {}
    for values in (*cells, total):
        _work_out(columns, values)
    table: dict[str, Value] = {"id": form.id, "columns": [column.label for column in columns]}
    table["rows"] = [[label, *_shown(columns, values)] for (label, _, _), values in zip(rows, cells, strict=True)]
    if any(values != "" for values in total.values()):
        assert form.total is not None
        table["total"] = [form.total, *_shown(columns, total)]
    return table


def _in_form(form: TableLayout, lines: Sequence[Line]) -> list[tuple[str, Mapping[str, Cell], RowLayout | None]]:
    """The lines with their rows of the form; rows of the form that nobody filled stand where the form has them."""
    by_mark = {row.label: row for row in form.rows} | {f"#{row.id}": row for row in form.rows}
    told: list[tuple[str, Mapping[str, Cell], RowLayout | None]] = []
    for name, cells in lines:
        row = by_mark.get(name)
        if row is not None or not name.startswith("#"):
            told.append((row.label if row else name, cells, row))
    there = {row.id for _, _, row in told if row}
    for number, row in enumerate(form.rows):
        if row.id in there or row.is_optional or form.has_optional_rows:
            continue
        before = {other.id for other in form.rows[:number]}
        at = max((place for place, (_, _, known) in enumerate(told) if known and known.id in before), default=-1) + 1
        told.insert(at, (row.label, {}, row))
    return told


def _own(column: ColumnLayout, values: Mapping[str, Cell], dice: Random) -> Cell:
    """What was given, or something of its kind for a column nobody has thought of yet."""
    if column.id in values:
        return values[column.id]
    if column.kind in ("text", "link", "date"):
        return "Theo kế hoạch của trường"
    return dice.randint(2, 40) * (1_000_000 if column.kind == "money" else 1)


def _summed(columns: Iterable[ColumnLayout], parts: Sequence[Mapping[str, Cell]]) -> dict[str, Cell]:
    made: dict[str, Cell] = {}
    for column in columns:
        values = [part[column.id] for part in parts if part.get(column.id, "") != ""]
        numbers = [value for value in values if isinstance(value, int | float)]
        if column.adds_up and not column.compares and numbers and len(numbers) == len(values):
            made[column.id] = round(sum(numbers), 2)
        elif not column.is_computed:
            made[column.id] = ""
    return made


def _work_out(columns: Sequence[ColumnLayout], values: dict[str, Cell]) -> None:
    """Sums first, for shares may stand on them."""
    for column in sorted(columns, key=lambda one: not one.sum_of) if values else ():
        found = [values.get(name, 0 if column.sum_of else "") for name in column.sources]
        numbers = [value for value in found if isinstance(value, int | float)]
        if column.id in values or not column.is_computed or len(numbers) < len(found):
            continue
        if column.sum_of:
            values[column.id] = round(sum(numbers), 2)
        elif column.compares:
            values[column.id] = "Đạt" if numbers[0] >= numbers[1] else "Chưa đạt"
        elif numbers[1]:
            above, below = (round(number * 100) for number in numbers)
            values[column.id] = percent(above, below) if column.share_of else decimal(above, below)


def _shown(columns: Sequence[ColumnLayout], values: Mapping[str, Cell]) -> list[Value]:
    return [_text(values.get(column.id, "")) for column in columns[1:]]


def _text(value: Cell) -> str | int:
    if isinstance(value, float):
        return vnd(int(value)) if value == int(value) else decimal(round(value * 100), 100, 2)
    return vnd(value) if isinstance(value, int) and value > 999 else value
