"""A table as JSON: what it is, who published it and when, its columns, and its rows with numbers as numbers."""

from __future__ import annotations

import json
from decimal import Decimal

from ...datasets import Dataset
from ...render.view import View
from .cells import is_empty, plain_number

Cell = str | int | float | None


def written(dataset: Dataset, view: View, site_url: str) -> bytes:
    """The file."""
    table = dataset.table
    tree = {
        "title": table.title,
        "group": dataset.group,
        "year": dataset.year,
        "unit": table.unit,
        "school": view.site.school.name,
        "published_on": dataset.issued_on.isoformat() if dataset.issued_on else None,
        "published_by_others": dataset.published_by_others,
        "page": f"{site_url}/{dataset.page}",
        "columns": [{"label": label, "type": dataset.kind_of(at)} for at, label in enumerate(table.columns)],
        "rows": [_line(row) for row in table.rows],
        "total": _line(table.total) if table.total else None,
        "note": table.note,
    }
    return (json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _line(row: tuple[str, ...]) -> list[Cell]:
    return [cell if at == 0 else _cell(cell) for at, cell in enumerate(row)]


def _cell(cell: str) -> Cell:
    number = plain_number(cell)
    if number is None:
        return None if is_empty(cell) else cell
    return int(number) if number == number.to_integral_value() else _short(number)


def _short(number: Decimal) -> float:
    """A float prints as the shortest text that means it, which is the text we read."""
    return float(number)
