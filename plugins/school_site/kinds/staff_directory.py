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


@dataclass(frozen=True, kw_only=True)
class StaffDirectory(Entry):
    """Everyone the public may turn to."""

    leadership: tuple[Leader, ...]
    units: tuple[Unit, ...]
    title: str = "Danh bạ"


KIND = Kind(name="staff_directory", label="Danh bạ", area="TR", place="can-bo.yml", suffix=".yml",
            plural="staff_directory", entry=StaffDirectory)  # fmt: skip
