"""News. Native Pelican articles, so that plugins of the ecosystem keep working."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry, Picture
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Article(Entry):
    """One piece of news."""

    title: str
    published_on: date
    summary: str
    topic: str = "school_life"
    organisation: str | None = None
    author: str | None = None
    picture: Picture | None = None
    attachments: tuple[Attachment, ...] = ()
    answers: tuple[str, ...] = ()
    is_featured: bool = False


KIND = Kind(name="article", label="Tin tức", area="BV", place="tin-tuc", plural="articles", entry=Article,
            name_example="2026-11-20-ngay-nha-giao")  # fmt: skip
