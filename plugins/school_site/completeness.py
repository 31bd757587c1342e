"""The completeness ledger as a value: how each demand of the law stands, for each period, on one day.

`validate/ledger.py` makes it; the report, the public page and the machine-readable statement show it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .findings import Severity
from .law import Demand, LegalAct
from .model import Where


class Status(StrEnum):
    """How a demand stands for a period."""

    given = "đủ"
    missing = "thiếu"
    late = "quá hạn"
    not_due = "chưa đến hạn"
    not_applicable = "không áp dụng"
    declared_none = "khai «không có»"
    waived = "miễn trừ"
    needs_person = "cần người xem"


@dataclass(frozen=True, kw_only=True)
class Period:
    """A stretch of time that a demand speaks of; `key` is how content writes it."""

    kind: str
    key: str = ""
    label: str = ""
    term: str | None = None
    starts_on: date = date.min
    ends_on: date = date.max


@dataclass(frozen=True, kw_only=True)
class Found:
    """What satisfies a demand: its title, its page and its file. `declared_none_on`: it says «không có»."""

    title: str
    address: str
    path: str
    published_on: date | None = None
    declared_none_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """`is_silent`: a conditional demand that the school has not answered at all.

    `is_unseen`: no machine can look, or a refused file stands where the evidence would be.
    `where`: the very value whose change would help, where there is one.
    `may_declare_none`: «không có» is a full answer for this school; elsewhere a person should look at it.
    """

    demand: Demand
    act: LegalAct
    citation: str
    period: Period
    status: Status
    as_of: date
    due_on: date | None = None
    evidence: Found | None = None
    declared_none_on: date | None = None
    is_archive: bool = False
    is_silent: bool = False
    is_unseen: bool = False
    may_declare_none: bool = False
    waived_until: date | None = None
    note: str | None = None
    where: Where | None = None

    @property
    def days_late(self) -> int:
        """Days past the last lawful day; zero when nothing is overdue or the day is not known."""
        return max(0, (self.as_of - self.due_on).days) if self.due_on else 0

    @property
    def severity(self) -> Severity:
        """What its absence means: the archive and what is only encouraged never refuse."""
        if not self.demand.is_certain or self.act.confidence == "unverified":
            return Severity.person
        if self.is_archive or self.demand.obligation == "recommended":
            return Severity.warning
        return Severity.error
