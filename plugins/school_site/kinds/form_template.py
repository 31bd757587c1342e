"""Form templates (biểu mẫu): what people fill in and hand over."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Attachment, Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class FormTemplate(Entry):
    """One form with its files."""

    title: str
    form_type: str
    summary: str
    attachments: tuple[Attachment, ...]
    order: int = 99

    @property
    def slug(self) -> str:
        """The file name, by which procedures point here."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


KIND = Kind(name="form_template", label="Biểu mẫu", area="BM", place="bieu-mau", plural="form_templates",
            entry=FormTemplate, name_example="don-xin-nghi-hoc")  # fmt: skip
