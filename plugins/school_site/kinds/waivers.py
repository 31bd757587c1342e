"""Waivers (miễn trừ): what an authority lets the school leave undone, why, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Entry
from .base import Kind

EVERY_PERIOD = "tất cả"


@dataclass(frozen=True, kw_only=True)
class Waiver:
    """One waiver; `scope` is a period's key («2026-2027») or «tất cả»."""

    demand: str
    scope: str
    reason: str
    approver: str
    document_number: str
    expires_on: date

    def covers(self, demand: str, period: str, on: date) -> bool:
        """Whether it excuses the demand for the period on that day."""
        return self.demand == demand and self.scope in (period, EVERY_PERIOD) and on <= self.expires_on


@dataclass(frozen=True, kw_only=True)
class Waivers(Entry):
    """All waivers, `mien-tru.yml`."""

    waivers: tuple[Waiver, ...]
    title: str = "Miễn trừ"


KIND = Kind(name="waivers", label="Miễn trừ", area="CK", place="mien-tru.yml", suffix=".yml", plural="waivers",
            entry=Waivers, address=lambda record, values: "tinh-trang-cong-khai.html")  # fmt: skip
