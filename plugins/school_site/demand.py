"""What an act wants to see: one demand, the evidence that satisfies it, when it is due.

A demand is data (`schema/packs/`, read by `law.py`); what it means for a school on a day is decided in `validate/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A place in an act: «Điều 8 khoản 1». Empty where the whole act is meant."""

    act: str
    citation: str = ""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One thing that satisfies a demand; `kind` says which options count (see `validate/evidence.py`)."""

    kind: str
    fields: tuple[str, ...] = ()
    topic: str | None = None
    item: str | None = None
    at_least: int = 1
    school_years: int = 0
    period: str | None = None
    role: str | None = None
    form_type: str | None = None
    organisation_type: str | None = None
    check: str | None = None
    by: str | None = None


@dataclass(frozen=True, kw_only=True)
class Timing:
    """When a demand falls due; `kind` says which options count (see `validate/timing.py`)."""

    kind: str = "standing"
    before: str | None = None
    latest: str | None = None
    presumed: str | None = None
    year_presumed: str | None = None
    year: str = "start"
    day: int = 0
    weekday: str | None = None
    of: str | None = None
    days: int = 0
    working_days: int = 0
    event: str | None = None


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing that the text wants to read inside the evidence."""

    id: str
    label: str
    need: str = "required"
    when: str | None = None
    school_levels: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Demand:
    """What an act wants to see. Empty levels, ownership or conditions mean: of every school."""

    id: str
    pack: str
    title: str
    citation: str
    act: str
    evidence: tuple[Evidence, ...]
    short_title: str | None = None
    also: tuple[Citation, ...] = ()
    school_levels: tuple[str, ...] = ()
    ownership: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    none_allowed: tuple[str, ...] | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    first_period: str | None = None
    last_period: str | None = None
    obligation: str = "mandatory"
    confidence: str = "unverified"
    area: str = "CK"
    group: str = ""
    period: str = "standing"
    terms: tuple[str, ...] = ()
    timing: Timing = Timing()
    retention_years: int = 0
    fields: tuple[Field, ...] = ()
    role: str = "van_thu"
    fix: str = ""
    note: str | None = None

    @property
    def name(self) -> str:
        """What messages and lists call it."""
        return self.short_title or self.title

    @property
    def is_judged(self) -> bool:
        """Whether a machine can look for it on the site; the rest is shown for reference only."""
        return self.obligation != "reference" and any(evidence.kind != "none" for evidence in self.evidence)

    @property
    def is_certain(self) -> bool:
        """Whether we have read the very article; only then may its absence be an error."""
        return self.confidence == "verified"

    def addresses(self, school_levels: tuple[str, ...]) -> bool:
        """Whether it speaks to a school of these levels; a school of several levels owes the union."""
        return not self.school_levels or bool(set(self.school_levels) & set(school_levels))

    def lets_declare_none(self, ownership: str) -> bool:
        """Whether «không có» is a full answer, or one that a person should look at."""
        if self.none_allowed is None:
            return self.obligation == "conditional"
        return ownership in self.none_allowed

    def is_in_force(self, on: date) -> bool:
        """Whether it binds on that day."""
        return is_between(self.valid_from, on, self.valid_to)


def is_between(first: date | None, on: date, last: date | None) -> bool:
    """Whether a day lies between two bounds, both included; a bound that nobody knows is open."""
    return (first is None or first <= on) and (last is None or on <= last)
