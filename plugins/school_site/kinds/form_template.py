"""Form templates (biểu mẫu): what people fill in and hand over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Attachment, Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class FormBlock:
    """One part of a form as its author wrote it; which keys matter depends on `kind`."""

    kind: str
    label: str = ""
    text: str = ""
    hint: str | None = None
    is_required: bool = False
    width: str = "full"
    autocomplete: str | None = None
    line_count: int = 2
    options: tuple[str, ...] = ()
    other: str | None = None
    takes_many: bool = False
    columns: tuple[str, ...] = ()
    row_titles: tuple[str, ...] = ()
    row_count: int = 3
    signers: tuple[str, ...] = ()
    is_for_office: bool = False


@dataclass(frozen=True, kw_only=True)
class FormTemplate(Entry):
    """One form: its parts, from which page, Word file and print are made, or ready files, or both."""

    title: str
    form_type: str
    summary: str
    attachments: tuple[Attachment, ...] = ()
    order: int = 99
    published_on: date | None = None
    symbol: str | None = None
    sheet_title: str | None = None
    sheet_subtitle: str | None = None
    addressed_to: tuple[str, ...] = ()
    blocks: tuple[FormBlock, ...] = ()

    @property
    def slug(self) -> str:
        """The file name, by which procedures point here."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    @property
    def files(self) -> tuple[Attachment, ...]:
        """What a reader may take along: the Word file made from the parts, then the ready ones."""
        made = self.docx_address
        word = (Attachment(file=made, title=f"{self.title} (bản Word)"),) if made else ()
        return (*word, *self.attachments)

    @property
    def docx_address(self) -> str | None:
        """Where the Word file lies that is made from the parts; None for a form of ready files only."""
        return f"{self.address.removesuffix('.html')}.docx" if self.blocks else None


KIND = Kind(name="form_template", label="Biểu mẫu", area="BM", place="bieu-mau", plural="form_templates",
            entry=FormTemplate, name_example="don-xin-nghi-hoc")  # fmt: skip
