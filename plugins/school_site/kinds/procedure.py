"""Administrative procedures (thủ tục hành chính) with the parts the public needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Procedure(Entry):
    """One procedure: who may apply, where, with what, how long it takes and what comes of it."""

    title: str
    summary: str
    applicants: str
    channels: tuple[str, ...]
    steps: tuple[str, ...]
    dossier: tuple[str, ...]
    time_limit_days: int
    responsible_body: str
    result: str
    conditions: str | None = None
    copies: int = 1
    fee_vnd: int = 0
    form_templates: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    legal_documents: tuple[str, ...] = ()
    online_service: str | None = None
    online_name: str | None = None
    prepare: tuple[str, ...] = ()
    order: int = 99
    published_on: date | None = None


KIND = Kind(name="procedure", label="Thủ tục", area="TT", place="thu-tuc", plural="procedures", entry=Procedure,
            name_example="xin-nghi-hoc")  # fmt: skip
