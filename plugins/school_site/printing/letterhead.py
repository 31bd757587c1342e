"""The head and the foot of a paper, worked out from the school's profile: place, number, who signs. Pure."""

from __future__ import annotations

import re
from datetime import date

from ..kinds.school import School
from ..site import Site
from ..vietnamese import fold
from ..vocabulary import Vocabulary
from .sheet import Companion, Heading, Signature

# How the lowest tier of government is called, by which the place of a paper is named.
_COMMUNE = re.compile(r"^(phuong|xa|thi tran|dac khu)\b")
_DEPUTY = "phó "


def heading(school: School, issued_on: date | None, *, number: str | None = None, type_symbol: str = "") -> Heading:
    """The head of a paper issued on that day; with a `type_symbol` («TB») an unknown number is left to fill in.

    Above the school stands its present superior; on a paper from before its time, a blank.
    """
    since = school.managing_authority.since
    is_of_today = issued_on is None or since is None or issued_on >= since
    symbol = f"/{type_symbol}" + (f"-{school.document_symbol}" if school.document_symbol else "-")
    return Heading(
        agency=_unbroken(school.name),
        superior=_unbroken(school.managing_authority.name) if is_of_today else None,
        place=issuing_place(school) if is_of_today else None,
        issued_on=issued_on,
        number=number,
        symbol=symbol if type_symbol and number is None else None,
    )


def _unbroken(name: str) -> str:
    """A name whose commune or town stays on one line: «Ủy ban nhân dân / phường Hoa Phượng»."""
    found = re.search(r"\s((?:phường|xã|đặc khu|thị trấn|thành phố|tỉnh)\s.{1,24})$", name, re.I)
    return name if found is None else name[: found.start(1)] + found[1].replace(" ", "\N{NO-BREAK SPACE}")


def issuing_place(school: School) -> str:
    """The place that stands before the date: the commune of the address, else its last part."""
    parts = [part.strip() for part in school.street_address.split(",")]
    place = next((part for part in parts if _COMMUNE.match(fold(part))), parts[-1])
    return place[:1].upper() + place[1:]


def head_signature(site: Site, on: date | None) -> Signature:
    """The head of the school signs. On a paper from before the term began the name stays open."""
    leaders = site.staff_directory.leadership if site.staff_directory else ()
    head = next((leader for leader in leaders if not leader.position.lower().startswith(_DEPUTY)), None)
    if head is None:
        person = site.school.representative
        return signature(person.name, person.position)
    was_there = on is None or head.term_starts_on is None or on >= head.term_starts_on
    return signature(head.name if was_there else None, head.position)


def signature(name: str | None, position: str) -> Signature:
    """A deputy signs «KT.» for the head."""
    if position.lower().startswith(_DEPUTY):
        return Signature(lines=(f"KT. {position[len(_DEPUTY) :]}", position), name=name)
    return Signature(lines=(position,), name=name)


def companion(site: Site, vocabulary: Vocabulary, number: str) -> Companion:
    """The paper of that number; its day is known when the school has published the paper itself."""
    paper = next((item for item in site.official_documents if item.number == number), None)
    kind = type_of(vocabulary, number)
    return Companion(
        type_label=vocabulary.label(kind, "document_type") if kind else "văn bản",
        number=number,
        issued_on=paper.issued_on if paper else None,
    )


def type_of(vocabulary: Vocabulary, number: str) -> str | None:
    """The type of document that a number speaks of: «03/QĐ-THCSHP» → decision."""
    written = re.match(r"[^/]*/([^-/]+)-", number)
    if written is None:
        return None
    return next((kind for kind, short in vocabulary.abbreviations.items() if short == written[1]), None)
