"""Where a link in content leads: between content files, to attachments, or away. Pure.

Authors write a path from their own file (``../van-ban/x.md``), a path from the content folder (``/tep/x.pdf``),
or Pelican's ``{filename}``, ``{static}`` and ``{attach}``; all of them work in every kind of content.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from .vietnamese import nfc

_BRACES = re.compile(r"^[{|](filename|static|attach)[}|]/?(.*)$")


def is_internal(link: str) -> bool:
    """Whether a link means something in this site's content (not another site, a mailbox or this page)."""
    parts = urlsplit(link)
    return not parts.scheme and not parts.netloc and bool(parts.path)


def target_of(link: str, path: str) -> str:
    """The content path that an internal `link`, written in the file at `path`, points to."""
    link = unquote(urlsplit(link).path)
    braces = _BRACES.match(link)
    rooted = link.startswith("/") or (braces is not None and link[len(braces[1]) + 2 : len(braces[1]) + 3] == "/")
    target = braces[2] if braces else link.lstrip("/")
    return nfc(posixpath.normpath(target if rooted else posixpath.join(posixpath.dirname(path), target)))


def resolve(link: str, path: str, addresses: Mapping[str, str]) -> str | None:
    """`link` as an address from the site's root (``/van-ban/x.html``), itself when it leads away, None when broken.

    `addresses` maps content paths to addresses.
    """
    if not is_internal(link):
        return link
    target = target_of(link, path)
    address = addresses.get(target) or addresses.get(target.rstrip("/"))
    if address is None:
        return None
    fragment = urlsplit(link).fragment
    return f"/{address}" + (f"#{fragment}" if fragment else "")


def written(target: str, path: str, like: str = "") -> str:
    """How a link to the content path `target` is written in the file at `path`: from the root if `like` was so."""
    shown = f"/{target}" if like.startswith("/") else posixpath.relpath(target, posixpath.dirname(path) or ".")
    fragment = urlsplit(like).fragment
    return shown.replace("%", "%25").replace(" ", "%20") + (f"#{fragment}" if fragment else "")
