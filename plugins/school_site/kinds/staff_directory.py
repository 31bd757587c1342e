"""The directory of people: leaders and units, with official addresses only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Leader:
    """A head or deputy head; the law asks for exactly these particulars."""

    name: str
    position: str
    phone: str
    email: str
    workplace: str
    duties: str
    appointed_by: str | None = None
    term_starts_on: date | None = None
    term_ends_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A subject team or an office of the school."""

    name: str
    head: str
    position: str | None = None
    email: str | None = None
    phone: str | None = None
    member_count: int | None = None
    duties: str | None = None
    reports_to: str | None = None


@dataclass(frozen=True, kw_only=True)
class FormerMember:
    """Someone who left: shown nowhere, but looked for wherever the site still names them."""

    name: str
    left_on: date
    position: str | None = None


@dataclass(frozen=True, kw_only=True)
class StaffDirectory(Entry):
    """Everyone the public may turn to."""

    leadership: tuple[Leader, ...]
    units: tuple[Unit, ...]
    former_members: tuple[FormerMember, ...] = ()
    title: str = "Danh bạ"

    def departed(self, on: date) -> dict[str, date]:
        """Who has left by a day, and when. A name that still serves beside it belongs to someone else."""
        gone = {leader.name: leader.left_on for leader in self.leadership if leader.left_on and leader.left_on <= on}
        gone |= {member.name: member.left_on for member in self.former_members if member.left_on <= on}
        serving = {leader.name for leader in self.leadership if leader.left_on is None or leader.left_on > on}
        return {name: left_on for name, left_on in gone.items() if name not in serving}


KIND = Kind(name="staff_directory", label="Danh bạ", area="TR", place="can-bo.yml", suffix=".yml",
            plural="staff_directory", entry=StaffDirectory)  # fmt: skip
