"""Month and week plans (kế hoạch tháng, tuần)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Plan(Entry):
    """One plan; its file name says the month or the week."""

    title: str
    period: str
    summary: str
    published_on: date | None = None
    theme: str | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def slug(self) -> str:
        """2026-11 or 2026-W47."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


KIND = Kind(name="plan", label="Kế hoạch tháng, tuần", area="LT", place="ke-hoach", plural="plans", entry=Plan,
            name_pattern=r"^20\d\d-(W[0-5]\d|[01]\d)$",
            name_hint="tên tệp là tháng (2026-11) hoặc tuần (2026-W47)", name_example="2026-11")  # fmt: skip
