"""Pages that introduce the school: history, achievements, orientation, organisation. Native Pelican pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry, Picture
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Introduction(Entry):
    """One introduction page; `satisfies` names the demands of the law it answers."""

    title: str
    topic: str
    summary: str | None = None
    order: int = 99
    picture: Picture | None = None
    attachments: tuple[Attachment, ...] = ()
    last_reviewed_on: date | None = None
    satisfies: tuple[str, ...] = ()


KIND = Kind(name="introduction", label="Trang giới thiệu", area="BV", place="gioi-thieu", plural="introductions",
            entry=Introduction, name_example="lich-su")  # fmt: skip
