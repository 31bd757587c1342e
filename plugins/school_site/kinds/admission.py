"""Admissions (tuyển sinh): one round, its dates and what to prepare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """A day of the round and what happens on it."""

    day: date
    what: str


@dataclass(frozen=True, kw_only=True)
class Admission(Entry):
    """One round of admission."""

    title: str
    school_year: str
    published_on: date
    summary: str
    opens_on: date | None = None
    closes_on: date | None = None
    quota: int | None = None
    target: str | None = None
    method: str | None = None
    milestones: tuple[Milestone, ...] = ()
    online_service: str | None = None
    form_templates: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


KIND = Kind(name="admission", label="Tuyển sinh", area="BV", place="tuyen-sinh", plural="admissions",
            entry=Admission, name_example="lop-6-nam-hoc-2026-2027")  # fmt: skip
