"""Announcements: what parents and pupils need to know, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Announcement(Entry):
    """One announcement; after `expires_on` it leaves the home page for the archive."""

    title: str
    published_on: date
    summary: str
    expires_on: date | None = None
    is_pinned: bool = False
    is_urgent: bool = False
    audience: str = "everyone"
    attachments: tuple[Attachment, ...] = ()

    def is_current(self, on: date) -> bool:
        """Whether it still concerns anyone on that day."""
        return self.expires_on is None or on <= self.expires_on


KIND = Kind(name="announcement", label="Thông báo", area="BV", place="thong-bao", plural="announcements",
            entry=Announcement, name_example="2026-11-18-nghi-hoc")  # fmt: skip
