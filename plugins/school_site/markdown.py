"""Markdown to HTML through a compiled CommonMark engine, or Python-Markdown where a site needs its extensions.

Both engines end in the same allow-list: raw HTML and `javascript:` links never reach a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape, unescape
from typing import Literal, TypeAlias

from .vietnamese import slug

Engine: TypeAlias = Literal["commonmark", "python-markdown"]
ENGINES: tuple[Engine, ...] = ("commonmark", "python-markdown")

# Attributes are matched in HTML that our engines wrote: quotes and angle brackets in text are escaped there.
_ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")([^"]*)(")')
_HEADING = re.compile(r"<(h[1-6])>(.*?)</\1>", re.S)
_TAG = re.compile(r"<[^>]+>")
_TABLE = re.compile(r"<table>(.*?)</table>", re.S)

_TAGS = frozenset(
    "a abbr b blockquote br caption code dd del dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins li ol p pre "  # noqa: SIM905
    "q s small strong sub sup table tbody td tfoot th thead tr ul".split()
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "scope", "align"},
    "ol": {"start"},
    "abbr": {"title"},
    "*": {"id"},
}


def to_html(text: str, engine: Engine = "commonmark") -> str:
    """The HTML of a Markdown text: headings start at h2 and carry ids, tables can be scrolled."""
    if not text.strip():
        return ""
    html = _python_markdown(text) if engine == "python-markdown" else _commonmark(text)
    return _TABLE.sub(
        r'<div class="table-scroll" role="region" aria-label="Bảng" tabindex="0"><table>\1</table></div>',
        _with_ids(html),
    )


def addresses(html: str) -> Iterator[str]:
    """Every link and picture address in `html`, as the author wrote it."""
    for match in _ADDRESS.finditer(html):
        yield unescape(match[2])


def with_addresses(html: str, change: Callable[[str], str]) -> str:
    """`html` with every link and picture address passed through `change`."""
    return _ADDRESS.sub(lambda match: f"{match[1]}{escape(change(unescape(match[2])))}{match[3]}", html)


def _commonmark(text: str) -> str:
    import cmarkgfm
    from cmarkgfm.cmark import Options

    # Safe by default: raw HTML is left out, dangerous link schemes are emptied.
    html: str = cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_DEFAULT)
    html = html.replace("<!-- raw HTML omitted -->", "")
    return html.replace("<h1>", "<h2>").replace("</h1>", "</h2>")


def _python_markdown(text: str) -> str:
    import nh3

    html = _python_markdown_engine()(text).replace("<h1", "<h2").replace("</h1>", "</h2>")
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


@cache
def _python_markdown_engine() -> Callable[[str], str]:
    from markdown import Markdown

    engine = Markdown(extensions=["tables", "sane_lists", "footnotes", "attr_list", "def_list", "abbr"])
    return lambda text: engine.reset().convert(text)


def _with_ids(html: str) -> str:
    """Headings get an id from their text, so that a part of a page has an address of its own."""
    seen: dict[str, int] = {}

    def add_id(match: re.Match[str]) -> str:
        name = slug(unescape(_TAG.sub("", match[2]))) or "muc"
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name}-{seen[name]}"
        return f'<{match[1]} id="{unique}">{match[2]}</{match[1]}>'

    return _HEADING.sub(add_id, html)
