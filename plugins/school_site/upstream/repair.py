"""Mend XML as portals emit it, so that the strict parser can read it; and bound what it may cost.

Works on text, in one pass over it each step: no document type (so no entity of its own), no character
that XML forbids, no bare ampersand, no unfinished last item, at most MOST_ITEMS items and DEEPEST levels.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

MOST_ITEMS = 2000
DEEPEST = 300  # levels of elements within one item and outside CDATA; real feeds have some ten
LONGEST_BROKEN = 400_000  # characters of a feed that no mending makes well-formed; its newest items come first
LONGEST_TEXT = 150_000  # characters of one element

_TEXT = re.compile(r"[^<]+")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = r"#\d{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{0,30};"
_BARE = re.compile(rf"&(?!{_REFERENCE})", re.I)
_FOREIGN = re.compile(rf"&(?!(?:amp|lt|gt|quot|apos);)({_REFERENCE})", re.I)
_ROOT = re.compile(r"<(?P<name>rss|channel|(?:[a-z_][\w.-]{0,30}:)?(?:feed|rdf))(?=[\s/>])", re.I)
_ROOT_WITHIN = 20_000  # characters; PHP warnings may come first
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z_][\w.:-]{0,80})(?P<rest>[^<>]{0,5000})>", re.I)
_ITEM = re.compile(r"<(?P<close>/?)(?:[a-z_][\w.-]{0,30}:)?(?:item|entry)(?=[\s/>])", re.I)
_VOID = "area base br col embed hr img input link meta param source wbr p li"
_PREFIX = re.compile(r"</?([a-z_][\w.-]{0,30}):[a-z_]", re.I)
_DECLARED = re.compile(r"xmlns:([a-z_][\w.-]{0,30})\s*=", re.I)
_USUAL = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
}


@dataclass(frozen=True, kw_only=True)
class Mended:
    """XML fit for parsing, or the fault that makes it unfit."""

    text: str = ""
    notes: tuple[str, ...] = ()
    fault: str | None = None


def mend(text: str) -> Mended:
    """Make the text as well-formed as can be without guessing at its content."""
    text = _FORBIDDEN.sub("", text)
    text = "".join(_without_excess(part, is_raw) for part, is_raw in _sections(text))
    root = _ROOT.search(text[:_ROOT_WITHIN])
    if root is None or looks_like_html(text[: root.start()]):
        return Mended(fault="html_page" if looks_like_html(text) else "not_a_feed")
    text = text[root.start() :]  # what stands before is a document type, with entities of its own, or noise
    if _depth(text) > DEEPEST:
        return Mended(fault="too_deep")
    text, notes = _finish(text, root.group("name"))
    text = _with_namespaces(text, root.end() - root.start())
    if len(text) > LONGEST_BROKEN and not _is_well_formed(text):
        text, notes = _finish(text[:LONGEST_BROKEN], root.group("name"))
    return Mended(text=f'<?xml version="1.0" encoding="utf-8"?>\n{text}', notes=notes)


def _with_namespaces(text: str, root_end: int) -> str:
    """Declare the prefixes that are used and never declared, which XML does not forgive."""
    used = {prefix for part, is_raw in _sections(text) if not is_raw for prefix in _PREFIX.findall(part)}
    missing = sorted(used - set(_DECLARED.findall(text)) - {"xml", "xmlns"})[:50]
    added = "".join(f' xmlns:{prefix}="{_USUAL.get(prefix.lower(), f"urn:x-{prefix}")}"' for prefix in missing)
    return text[:root_end] + added + text[root_end:]


def _is_well_formed(text: str) -> bool:
    """Tell whether the strict parser will do; the lenient one takes fifty times as long."""
    try:
        expat.ParserCreate().Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return False
    return True


def looks_like_html(text: str) -> bool:
    """Tell a web page from a broken feed."""
    return re.search(r"<(?:!doctype\s+html|html|head|body)[\s>]", text[:5000], re.I) is not None


def _sections(text: str) -> Iterator[tuple[str, bool]]:
    """Split into parts that are markup and parts to leave alone: CDATA sections and comments."""
    position = 0
    for match in re.finditer(r"<!\[CDATA\[|<!--", text):
        if match.start() < position:
            continue
        closing = "]]>" if match.group() == "<![CDATA[" else "-->"
        end = text.find(closing, match.end())
        yield text[position : match.start()], False
        if end < 0:  # never closed: the rest is not text we could trust the bounds of
            return
        position = end + 3
        if closing == "]]>":
            yield text[match.start() : position], True
    yield text[position:], False


def _without_excess(part: str, is_raw: bool) -> str:
    """Shorten endless texts, which nobody will be shown, and set the references right."""
    if is_raw:
        return part if len(part) <= LONGEST_TEXT else f"{part[:LONGEST_TEXT]}]]>"
    if len(part) > LONGEST_TEXT:
        part = _TEXT.sub(lambda text: text.group()[:LONGEST_TEXT], part)
    return _with_references(part)


def _with_references(text: str) -> str:
    """Escape an ampersand that is none, and spell out the references that XML does not know."""
    return _FOREIGN.sub(_spelled_out, _BARE.sub("&amp;", text))


def _spelled_out(match: re.Match[str]) -> str:
    reference = match.group(1)
    if reference[0] != "#":
        letter = html.unescape(f"&{reference}")
        return f"&amp;{reference}" if letter.startswith("&") else letter
    number = reference[1:-1]
    point = int(number[1:], 16) if number[0] in "xX" else int(number)
    return "" if point > 0x10FFFF or _FORBIDDEN.match(chr(point)) else match.group()


def _depth(text: str) -> int:
    """Measure how deeply elements are nested inside one item; HTML's unclosed ones do not count."""
    deepest = depth = 0
    voids = set(_VOID.split())
    for part, is_raw in _sections(text):
        for tag in () if is_raw else _TAG.finditer(part):
            name = tag.group("name").lower()
            if name in {"item", "entry"}:
                depth = 0
            elif name not in voids and not tag.group("rest").endswith("/"):
                depth = max(depth - 1, 0) if tag.group("close") else depth + 1
                deepest = max(deepest, depth)
    return deepest


def _finish(text: str, root: str) -> tuple[str, tuple[str, ...]]:
    """Cut off an unfinished end and whatever exceeds the limit of items, and close what was open."""
    ends = [match.end() for match in re.finditer(rf"</{re.escape(root)}\s*>", text, re.I)]
    is_whole = bool(ends)
    if is_whole:  # what stands after the end is noise of the server's
        text = text[: ends[-1]]
    opened = offset = 0
    last_end: int | None = None
    surplus_from: int | None = None
    parts = tuple(_sections(text))
    for part, is_raw in parts:
        for tag in () if is_raw or surplus_from is not None else _ITEM.finditer(part):
            opened += not tag.group("close")
            if opened > MOST_ITEMS:
                surplus_from = offset + tag.start()
                break
            last_end = offset + tag.start() if tag.group("close") else last_end
        offset += len(part)
    whole = "".join(part for part, _ in parts)
    notes = []
    if surplus_from is not None:
        whole = whole[:surplus_from]
        notes.append(f"Bản tin có hơn {MOST_ITEMS} mục, chỉ xem {MOST_ITEMS} mục đầu.")
    elif not is_whole:
        notes.append("Tệp bị cắt giữa chừng, đã bỏ phần cuối dở dang.")
        whole = whole[: (whole.find(">", last_end) + 1) or len(whole)] if last_end is not None else whole
    else:
        return text, ()
    if root.lower() == "rss" and re.search(r"<channel[\s>]", whole, re.I) and "</channel" not in whole.lower():
        whole += "</channel>"
    return f"{whole}</{root}>", tuple(notes)
