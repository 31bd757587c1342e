"""Learning resources (học liệu): lectures, revision outlines, question banks, links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class LearningResource(Entry):
    """One resource; a subject team looks at it before pupils do."""

    title: str
    subject: str
    grade: str
    resource_type: str
    summary: str
    published_on: date
    author: str | None = None
    reviewed_by: str | None = None
    reviewed_on: date | None = None
    link: str | None = None
    attachments: tuple[Attachment, ...] = ()


KIND = Kind(name="learning_resource", label="Học liệu", area="BV", place="hoc-lieu", plural="learning_resources",
            entry=LearningResource, name_example="toan-9-on-tap-hoc-ky-1")  # fmt: skip
