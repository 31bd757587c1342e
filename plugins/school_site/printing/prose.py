"""Bodies as they stand on paper: links say where they lead from anywhere, headings sit below the paper's own. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from ..markdown import with_addresses
from .source import Source

_ID = re.compile(r'(<h[1-6])\s+id="[^"]*"')
_HEADING = re.compile(r"(</?h)([2-6])\b")
# On a screen a table scrolls; on paper the frame around it would only be announced.
_FRAME = re.compile(r'<div class="table-scroll"[^>]*>(.*?)</div>', re.S)


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A heading of a body and the HTML below it; no heading for what stands before the first."""

    heading: str
    html: str


def printed(source: Source, html: str, *, deeper: int = 0) -> Markup:
    """HTML of a body (ours, already safe) for paper, its headings `deeper` levels down."""
    whole = with_addresses(html, lambda link: source.web_address(link) if _is_rooted(link) else link)
    whole = _FRAME.sub(r"\1", _ID.sub(r"\1", whole))
    return Markup(_HEADING.sub(lambda found: f"{found[1]}{min(6, int(found[2]) + deeper)}", whole))


def chapters(html: str) -> tuple[Chapter, ...]:
    """A body taken apart at its own headings of the second level."""
    if not html.strip():
        return ()
    body = LexborHTMLParser(html).body
    assert body is not None
    found: list[tuple[str, list[str]]] = [("", [])]
    for node in body.iter(include_text=False):
        if node.tag == "h2":
            found.append((node.text(strip=True), []))
        else:
            found[-1][1].append(node.html or "")
    return tuple(
        Chapter(heading=heading, html="\n".join(pieces)) for heading, pieces in found if heading or any(pieces)
    )


def _is_rooted(link: str) -> bool:
    return link.startswith("/") and not link.startswith("//")
