"""Official documents (văn bản) that the school issued, or received and publishes again.

Not to be confused with `legal_act`: the acts *we* cite live in `schema/legal.yml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..model import Attachment, Entry, Record
from ..vietnamese import slug
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class OfficialDocument(Entry):
    """One document with the parts that the decree on documents names."""

    document_type: str
    abstract: str
    issuer: str
    issued_on: date
    direction: str
    number: str | None = None
    issuer_short: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    subject_area: str = "other"
    school_year: str | None = None
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    replaced_by_note: str | None = None
    not_in_copy: tuple[str, ...] = ()
    satisfies: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    published_on: date | None = None
    answers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What a list shows: the abstract."""
        return self.abstract

    @property
    def slug(self) -> str:
        """The file name, by which other documents point here."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


def address(record: Record, values: Mapping[str, Any]) -> str:
    """The permanent address: year, issuer, number; the file name where the copy gives no number."""
    issuer = values.get("issuer_short") or slug(values["issuer"])
    number = slug(values["number"]) if values.get("number") else record.path.rsplit("/", 1)[-1].removesuffix(".md")
    return f"van-ban/{values['issued_on'][:4]}/{issuer}/{number}.html"


KIND = Kind(name="official_document", label="Văn bản", area="VB", place="van-ban", plural="official_documents",
            entry=OfficialDocument, address=address, name_example="2026-12-kh-thcshp")  # fmt: skip
