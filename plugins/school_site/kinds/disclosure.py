"""Disclosures (công khai): what the school publishes about one school year or one fiscal year.

What *must* be disclosed is a demand of the law (`schema/packs/`); this is what the school did disclose.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry, Table
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One labelled value."""

    label: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Disclosure(Entry):
    """One item of one year: figures, facts, files, or the statement that there is nothing to disclose."""

    title: str
    item: str
    published_on: date
    school_year: str | None = None
    fiscal_year: int | None = None
    period: str = "year"
    figures_as_of: date | None = None
    declared_none_on: date | None = None
    reviewed_unchanged_on: date | None = None
    decision_number: str | None = None
    summary: str | None = None
    facts: tuple[Fact, ...] = ()
    tables: tuple[Table, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    published_by_others: bool = False

    @property
    def year(self) -> str:
        """The year it is about: «2026-2027» or «2026»; also its folder."""
        return self.school_year or str(self.fiscal_year)


KIND = Kind(name="disclosure", label="Công khai", area="CK", place="cong-khai", plural="disclosures",
            entry=Disclosure, name_example="pt-doi-ngu")  # fmt: skip
