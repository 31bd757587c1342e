"""A sheet as one HTML text, and the files of the content that it shows. Pure but for reading the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import vietnamese
from .sheet import Sheet
from .source import Source

_PICTURE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"')


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A finished text. `pictures` maps the addresses of pictures to (path in the content, digest)."""

    name: str
    html: str = field(repr=False)
    pictures: Mapping[str, tuple[str, str]]


def paper(sheet: Sheet, source: Source, theme: Path) -> Paper:
    """The sheet as HTML. Raises UndefinedError when a template asks for what no fact gives."""
    html = _environment(theme).get_template(sheet.template).render(
        **sheet.facts(), sheet=sheet, school=source.school, is_sample=source.school.is_sample,
        is_draft=source.school.is_draft,
    )  # fmt: skip
    return Paper(name=sheet.name, html=html, pictures=dict(_pictures(html, source)))


def _pictures(html: str, source: Source) -> Iterator[tuple[str, tuple[str, str]]]:
    site = source.web_address("")
    for found in _PICTURE.finditer(html):
        address = unescape(found[1])
        asset = source.site.asset(address.removeprefix(site))
        if asset is not None:
            yield address, (asset.path, asset.digest)


@lru_cache(maxsize=2)
def _environment(theme: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader(theme / "print"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {
        "day": vietnamese.day,
        "long_day": vietnamese.long_day,
        "iso": lambda value: value.isoformat(),
        "number": vietnamese.number,
        "roman": _roman,
    }
    return made


def _roman(value: int) -> str:
    """The number of a section: 4 → IV."""
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for size, sign in signs:
        written += sign * (value // size)
        value %= size
    return written
