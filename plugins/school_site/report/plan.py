"""The ledger as a to-do list: who does what, in the order that brings most soonest.

A task is one thing to make; it may answer several demands, and then stands before one that answers a single one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..completeness import Row, Status
from ..findings import Severity
from ..vietnamese import day

_TO_DO = (Status.missing, Status.late, Status.not_due)


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to make; `rows` are the demands it answers."""

    role: str
    fix: str
    rows: tuple[Row, ...]

    @property
    def due_on(self) -> date | None:
        """The earliest day on which one of its demands falls due; None when it is simply owed."""
        return min((row.due_on for row in self.rows if row.due_on), default=None)

    @property
    def is_owed(self) -> bool:
        """Whether its absence refuses publishing today."""
        return any(row.status is not Status.not_due and row.severity is Severity.error for row in self.rows)

    @property
    def rank(self) -> tuple[bool, int, date, str]:
        """What is owed first, then what answers most, then what falls due first."""
        return (not self.is_owed, -len(self.rows), self.due_on or date.min, self.fix)


def tasks(rows: Iterable[Row]) -> tuple[Task, ...]:
    """The things still to make, each once, first things first."""
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.status in _TO_DO and not row.is_archive:
            fix = row.demand.fix.format_map(_Blanks(row))
            grouped.setdefault((row.demand.role, fix), []).append(row)
    made = (Task(role=role, fix=fix, rows=tuple(found)) for (role, fix), found in grouped.items())
    return tuple(sorted(made, key=lambda task: task.rank))


class _Blanks(dict[str, str]):
    """The blanks of a demand's fix, filled from its row; an unknown one stays as it is."""

    def __init__(self, row: Row) -> None:
        term = row.period.term or "year"
        super().__init__(period=row.period.key, year=row.period.key, term=term, school_year=row.period.key)

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def plan_text(rows: Iterable[Row], roles: Mapping[str, str]) -> str:
    """The to-do list, a part for each role, roles with the most urgent task first."""
    todo = tasks(rows)
    if not todo:
        return "Không còn việc nào phải làm."
    lines: list[str] = []
    for role in dict.fromkeys(task.role for task in todo):
        mine = [task for task in todo if task.role == role]
        lines.append(f"{roles.get(role, role)} ({len(mine)} việc)")
        for task in mine:
            lines.append(f"  [ ] {_when(task):<18} {'; '.join(dict.fromkeys(row.demand.name for row in task.rows))}")
            lines.append(f"      {task.fix}")
        lines.append("")
    owed = sum(task.is_owed for task in todo)
    lines.append(f"{len(todo)} việc, trong đó {owed} việc phải xong mới xuất bản được.")
    return "\n".join(lines)


def _when(task: Task) -> str:
    if task.is_owed:
        return f"quá hạn {day(task.due_on)}" if task.due_on else "cần ngay"
    return f"hạn {day(task.due_on)}" if task.due_on else "nên có"
