"""Consultations (góp ý): questions the school puts to people, or a standing box for theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Consultation(Entry):
    """One consultation; without `closes_on` it stays open."""

    title: str
    opens_on: date
    summary: str
    contact_email: str
    closes_on: date | None = None
    contact_phone: str | None = None
    outcome: str | None = None
    attachments: tuple[Attachment, ...] = ()

    def is_open(self, on: date) -> bool:
        """Whether answers are still taken on that day."""
        return self.opens_on <= on and (self.closes_on is None or on <= self.closes_on)


KIND = Kind(name="consultation", label="Góp ý", area="BV", place="gop-y", plural="consultations", entry=Consultation,
            name_example="lay-y-kien-quy-che-dan-chu")  # fmt: skip
