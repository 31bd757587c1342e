"""Events: what happens, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry, Picture
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Event(Entry):
    """One event; without `ends_on` it lasts a day."""

    title: str
    starts_on: date
    summary: str
    ends_on: date | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    place: str | None = None
    audience: str = "everyone"
    picture: Picture | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def last_day(self) -> date:
        """The day after which it is past."""
        return self.ends_on or self.starts_on

    @property
    def calendar(self) -> str:
        """The event alone, to be put into one's own calendar."""
        return f"{self.address.removesuffix('.html')}.ics"


KIND = Kind(name="event", label="Sự kiện", area="LT", place="su-kien", plural="events", entry=Event,
            name_example="2026-11-28-hop-cha-me-hoc-sinh")  # fmt: skip
