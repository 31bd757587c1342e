"""Turn foreign text and links into what is safe to show: plain NFC text, absolute http(s) addresses.

Nothing that enters here leaves as markup; the theme escapes it once more.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

import nh3

TITLE_LENGTH = 300
SUMMARY_LENGTH = 600
LINK_LENGTH = 2000
MARKUP_LENGTH = 200_000  # of one description; what stands beyond would never be shown

_TAGS = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del
    details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame
    frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe image img input ins kbd label legend li
    link listing main map mark marquee math menu meta meter nav noembed noframes noscript o object
    ol optgroup option output p param picture plaintext pre progress q ruby rp rt s samp script
    section select slot small source span strike strong style sub summary sup svg table tbody td
    template textarea tfoot th thead time title tr track tt u ul var video wbr xmp xml
"""
_NAMES = "|".join(sorted(_TAGS.split(), key=len, reverse=True))
_MARKUP = rf"/?(?:{_NAMES})(?=[\s/>:])[^<>]{{0,3000}}>|!--|!doctype|\?xml"
_TAG = re.compile(rf"<(?:{_MARKUP})", re.I)
_NO_TAG = re.compile(rf"<(?!{_MARKUP})", re.I)  # the < of «< 5 triệu»
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_LIST_FIELD = re.compile(r"<div><b>([^<>:]{1,60}):</b>")
_BLOCKS = "p|div|br|li|tr|td|th|h[1-6]|ul|ol|table|hr|dd|dt|section|article|option"
_BREAK = re.compile(rf"(?=</?(?:{_BLOCKS})\b)", re.I)
_WITHOUT_TEXT = """
    script style title noscript iframe object embed template svg math textarea select noembed noframes xmp
    audio video canvas
"""
_STRIPPER = nh3.Cleaner(tags=set(), clean_content_tags=set(_WITHOUT_TEXT.split()), attributes={}, url_schemes=set())

# Control characters, direction overrides that could reorder a line, zero-width and private characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufffb\ufffe\uffff\ue000-\uf8ff\ud800-\udfff\U000e0000-\U0010ffff]"
)
_CODE_LINK = re.compile(r"(?:javascript|vbscript|livescript)\s*:|data\s*:\s*text/html", re.I)
_CODE_TEXT = re.compile(r"<\s*script\b|<[a-z][^<>]{0,500}[\s/]on[a-z]{3,20}\s*=", re.I)
_TRACKERS = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|zarsrc|_ga)\Z", re.I)


def plain_text(text: str, limit: int) -> str:
    """Strip markup and entities, however often they were escaped, and shorten at a word."""
    text = text[:MARKUP_LENGTH]
    for _ in range(3):  # portals escape once, twice, and now and then three times
        before = text
        if _TAG.search(text):
            text = _STRIPPER.clean(_BREAK.sub(" ", _NO_TAG.sub("&lt;", text)))
        text = _unescaped(text)
        if text == before:
            break
    else:
        if _TAG.search(text):
            text = _unescaped(_STRIPPER.clean(_NO_TAG.sub("&lt;", text)))
    return shorten(one_line(text), limit)


def _unescaped(text: str) -> str:
    """Resolve entities that end in a semicolon: «?a=1&copy=2» is no copyright sign."""
    return _ENTITY.sub(lambda match: html.unescape(match.group()), text)


def body_of_list(text: str) -> str:
    """Pick the body from a SharePoint list item, whose description strings all its fields together."""
    parts = _LIST_FIELD.split(text[:MARKUP_LENGTH])
    fields = dict(zip((name.strip().lower() for name in parts[1::2]), parts[2::2], strict=True))
    return next((fields[name] for name in ("body", "nội dung", "tóm tắt") if name in fields), text)


def one_line(text: str) -> str:
    """Compose the letters (NFC), drop what cannot be seen, and make every run of space one space."""
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text).split()))


def shorten(text: str, limit: int) -> str:
    """Cut at a word and say so with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head, space, _ = (cut, " ", "") if text[limit - 1] == " " else cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut).rstrip(" ,;:.-–") + "…"


def safe_link(address: str | None, base_url: str) -> str | None:
    """Give the absolute http(s) form of a link without trackers, or None when there is no such form."""
    if not address:
        return None
    written = re.sub(r"[\x00-\x1f\x7f]+", "", _unescaped(address)).strip()
    try:
        parts = urlsplit(urljoin(base_url, written.replace("\\", "/")))
        host, port = parts.hostname, parts.port
        if parts.scheme not in {"http", "https"} or not host or parts.username or parts.password:
            return None
        name = host.encode("idna").decode("ascii") if not host.isascii() else host
    except (ValueError, UnicodeError):
        return None
    if not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", name):
        return None
    name = f"[{name}]" if ":" in name else name
    usual = {"http": 80, "https": 443}[parts.scheme]
    link = urlunsplit(
        (
            parts.scheme,
            name if port in (None, usual) else f"{name}:{port}",
            quote(one_line(parts.path), safe="/%:@!$&'()*+,;=~") or "/",
            _without_trackers(parts.query),
            quote(parts.fragment, safe="/%:@!$&'()*+,;=~?"),
        )
    )
    return link if len(link) <= LINK_LENGTH else None


def _without_trackers(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, encoding="utf-8", errors="replace", max_num_fields=100)
    if any(_TRACKERS.match(name) for name, _ in pairs):
        return urlencode([(name, value) for name, value in pairs if not _TRACKERS.match(name)])
    return quote(query, safe="/%:@!$&'()*+,;=~?")


def carries_code(title: str, links: Iterable[str]) -> bool:
    """Tell whether a title or a link would run something: whoever wrote that was no editor of a school authority.

    Descriptions are not asked: portals put the scripts of their own players and pictures there in good faith.
    """
    text = title[:MARKUP_LENGTH]
    for _ in range(3):
        if _CODE_TEXT.search(text):
            return True
        text = _unescaped(text)
    return any(_CODE_LINK.match(re.sub(r"[\x00-\x20\x7f]+", "", _unescaped(link))) for link in links)
