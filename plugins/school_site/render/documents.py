"""The register of official documents: a page each, the whole register, and the register seen from every side.

A side (`Facet`) is a year, a type, an issuer, a subject or whether a document is in force. Each of its values is a
page, so that one can filter with links alone; the script of the register page works on the same values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..kinds.official_document import OfficialDocument
from ..model import Attachment
from ..vietnamese import slug
from .page import Crumb, Page, paged
from .view import View

PER_PAGE = 50
DOCUMENTS: Crumb = ("Văn bản", "van-ban/index.html")


@dataclass(frozen=True, kw_only=True)
class Copy:
    """An attached file and its readable twin: `text` is what a machine reads in it, empty for a picture of paper."""

    attachment: Attachment
    text: str
    is_scan: bool


@dataclass(frozen=True, kw_only=True)
class Row:
    """A document as the register shows it. `sides` are its values by facet, `state` is empty where nothing is said."""

    document: OfficialDocument
    state: str
    sides: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value of a facet: its page, and how many documents have it."""

    value: str
    label: str
    address: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One side to see the register from."""

    name: str
    label: str
    every: str
    choices: tuple[Choice, ...]

    @property
    def links(self) -> tuple[tuple[str, str, int], ...]:
        """Label, page and count of every choice."""
        return tuple((choice.label, choice.address, choice.count) for choice in self.choices)


def pages(view: View) -> Iterator[Page]:
    """The page of every document, then the register and its facets."""
    ordered = sorted(view.site.official_documents, key=lambda item: item.path)
    ordered = sorted(ordered, key=lambda item: item.issued_on, reverse=True)
    replaced_by, amended_by = _pointing(ordered, "replaces"), _pointing(ordered, "amends")
    by_slug = {document.slug: document for document in ordered}
    # «Trường THCS hoa phượng» is the same issuer, typed in haste: the newest document's spelling stands for all.
    issuers = {slug(document.issuer): document.issuer for document in reversed(ordered)}
    rows = []
    for document in ordered:
        state = state_of(document, is_replaced=document.slug in replaced_by, on=view.as_of)
        rows.append(Row(document=document, state=state, sides=_sides(view, document, state, issuers)))
        yield Page(
            save_as=document.address, template="official_document.html", title=_title(document), section="van-ban",
            description=document.abstract, crumbs=(DOCUMENTS,),
            values={
                "document": document,
                "state": state,
                "copies": tuple(_copy(view, attachment) for attachment in document.attachments),
                "relations": tuple(
                    (label, documents)
                    for label, documents in (
                        ("Thay thế văn bản", _named(by_slug, document.replaces)),
                        ("Được thay thế bởi", replaced_by.get(document.slug, ())),
                        ("Sửa đổi, bổ sung văn bản", _named(by_slug, document.amends)),
                        ("Được sửa đổi, bổ sung bởi", amended_by.get(document.slug, ())),
                    )
                    if documents
                ),
                "replaced_by": replaced_by.get(document.slug, ()),
                "amended_by": amended_by.get(document.slug, ()),
            },
        )  # fmt: skip
    facets = tuple(_facets(rows))
    yield from _register(rows, DOCUMENTS[1], "Văn bản", facets)
    for facet in facets:
        for choice in facet.choices:
            chosen = [row for row in rows if row.sides.get(facet.name) == choice.value]
            yield from _register(chosen, choice.address, f"Văn bản: {choice.label}", facets, chosen=choice)


def state_of(document: OfficialDocument, *, is_replaced: bool, on: date) -> str:
    """Whether a document binds on that day; empty when nothing says so (a letter asks, it does not bind)."""
    if is_replaced or document.replaced_by_note:
        return "replaced"
    if document.expires_on and document.expires_on < on:
        return "expired"
    if document.effective_on is None:
        return ""
    return "in_force" if document.effective_on <= on else "not_yet"


def _pointing(documents: Sequence[OfficialDocument], field: str) -> dict[str, tuple[OfficialDocument, ...]]:
    """Who names a document in a field, by the name of the one named."""
    found: dict[str, list[OfficialDocument]] = {}
    for document in documents:
        for name in getattr(document, field):
            found.setdefault(name, []).append(document)
    return {name: tuple(those) for name, those in found.items()}


def _named(by_slug: dict[str, OfficialDocument], names: tuple[str, ...]) -> tuple[OfficialDocument, ...]:
    return tuple(by_slug[name] for name in names if name in by_slug)


def _copy(view: View, attachment: Attachment) -> Copy:
    asset = view.site.asset(attachment.file)
    text = "\n\n".join(page.strip() for page in asset.pages).strip() if asset else ""
    return Copy(attachment=attachment, text=text, is_scan=bool(asset and asset.has_pictures and not text))


def _title(document: OfficialDocument) -> str:
    """What tells one document from another in tabs and search results: its number, then what it is about."""
    return f"{document.number}: {document.abstract}" if document.number else document.abstract


def _sides(view: View, document: OfficialDocument, state: str, issuers: dict[str, str]) -> dict[str, str]:
    """The document's value on every side, as labels: what is read is also what is compared."""
    label = view.vocabulary.label
    return {
        "nam": str(document.issued_on.year),
        "loai": label(document.document_type, "document_type"),
        "co-quan": issuers[slug(document.issuer)],
        "linh-vuc": label(document.subject_area, "subject_area"),
        "hieu-luc": label(state, "document_state") if state else "",
    }


# Name (also the folder of its pages), label, and the word for all of it. Years have had their own folders from the
# beginning, and addresses stay.
_SIDES: tuple[tuple[str, str, str], ...] = (
    ("nam", "Theo năm ban hành", "Mọi năm"),
    ("loai", "Theo loại văn bản", "Mọi loại"),
    ("co-quan", "Theo cơ quan ban hành", "Mọi cơ quan"),
    ("linh-vuc", "Theo lĩnh vực", "Mọi lĩnh vực"),
    ("hieu-luc", "Theo hiệu lực", "Mọi tình trạng"),
)


def _facets(rows: Sequence[Row]) -> Iterator[Facet]:
    for name, label, every in _SIDES:
        counts: dict[str, int] = {}
        for row in rows:
            if value := row.sides[name]:
                counts[value] = counts.get(value, 0) + 1
        order: Callable[[str], str] = slug
        values = sorted(counts, key=order, reverse=name == "nam")
        yield Facet(
            name=name,
            label=label,
            every=every,
            choices=tuple(
                Choice(value=value, label=value, address=_address(name, value), count=counts[value]) for value in values
            ),
        )


def _address(name: str, value: str) -> str:
    return f"van-ban/{value}/index.html" if name == "nam" else f"van-ban/{name}/{slug(value)}/index.html"


def _register(
    rows: Sequence[Row], base: str, heading: str, facets: tuple[Facet, ...], *, chosen: Choice | None = None
) -> Iterator[Page]:
    for pager in paged(base, len(rows), PER_PAGE):
        own = pager.pages[pager.number - 1][1]
        yield Page(
            save_as=own, template="official_document_list.html", section="van-ban",
            title=heading if pager.number == 1 else f"{heading} – trang {pager.number}",
            description="Văn bản nhà trường ban hành và văn bản của cơ quan quản lý.",
            crumbs=(DOCUMENTS,) if base != DOCUMENTS[1] else (),
            values={
                "rows": tuple(rows[(pager.number - 1) * PER_PAGE : pager.number * PER_PAGE]),
                "heading": heading,
                "pager": pager,
                "facets": facets,
                "chosen": chosen.value if chosen else None,
                "other_pages": tuple(address for _, address in pager.pages if address != own),
                "total": len(rows),
            },
        )  # fmt: skip
