"""A form as it stands on paper: the school's heading, the title, the parts in rows. Pure.

The page, the Word file and the printed sheet are all made from this one value, so that they cannot differ.
`version` is a short mark of everything on the sheet. It is printed at the foot: a clerk sees whether a sheet handed
in is today's, and a rule finds a print that is older than its source.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

from .kinds.form_template import FormBlock, FormTemplate
from .kinds.school import School

MOTTO = ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc")
_VERSION = re.compile(r"bản mẫu ([0-9a-f]{8})")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A block with the name by which labels and scripts know it, and whether it bears the place and day of signing."""

    id: str
    block: FormBlock
    is_dated: bool = False


@dataclass(frozen=True, kw_only=True)
class FormSheet:
    """One sheet, ready to be set. `rows` hold one part, or two of half width."""

    authority: str
    school: str
    place: str
    title: str
    subtitle: str | None
    symbol: str | None
    addressed_to: tuple[str, ...]
    rows: tuple[tuple[Part, ...], ...]
    published_on: date | None
    version: str

    @property
    def footer(self) -> str:
        """What stands at the foot of every version of the form."""
        return f"{self.school} – {self.title} – bản mẫu {self.version}"


def sheet_of(form: FormTemplate, school: School) -> FormSheet | None:
    """The sheet of a form; None where its author gave ready files only."""
    if not form.blocks:
        return None
    title = form.sheet_title or form.title
    place = school.street_address.rpartition(",")[2].strip()
    heading = (school.managing_authority.name, school.name, place, title, form.sheet_subtitle, form.symbol)
    told = json.dumps([heading, form.addressed_to, [asdict(block) for block in form.blocks]], ensure_ascii=False)
    return FormSheet(
        authority=school.managing_authority.name,
        school=school.name,
        place=place,
        title=title,
        subtitle=form.sheet_subtitle,
        symbol=form.symbol,
        addressed_to=form.addressed_to,
        rows=tuple(_rows(_parts(form.blocks))),
        published_on=form.published_on,
        version=hashlib.sha256(told.encode()).hexdigest()[:8],
    )


def version_in(text: str) -> str | None:
    """The version printed on a sheet with this text; None where it is not one of ours."""
    found = _VERSION.search(" ".join(text.split()))
    return found[1] if found else None


def _parts(blocks: tuple[FormBlock, ...]) -> Iterator[Part]:
    is_dated = False
    for at, block in enumerate(blocks, 1):
        first = block.kind == "signature" and not is_dated
        is_dated = is_dated or first
        yield Part(id=f"phan-{at}", block=block, is_dated=first)


def _rows(parts: Iterator[Part]) -> Iterator[tuple[Part, ...]]:
    waiting: Part | None = None
    for part in parts:
        is_half = part.block.width == "half" and part.block.kind in ("line", "date")
        if waiting is not None and is_half:
            yield (waiting, part)
            waiting = None
        else:
            if waiting is not None:
                yield (waiting,)
            waiting = part if is_half else None
            if not is_half:
                yield (part,)
    if waiting is not None:
        yield (waiting,)
