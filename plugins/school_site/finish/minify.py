"""Smaller HTML without a changed letter: white space between blocks and comments go, everything a reader gets stays.

`htmlmin` may be chosen instead; it corrupts some attributes (see the README), so it is never the default.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ..errors import SetupError

MINIFIERS = ("off", "conservative", "htmlmin")

# Bytes between these tags are the author's: they are kept as they are.
_KEPT = re.compile(r"(<(script|style|pre|textarea|svg|math|template|noscript)\b.*?</\2>)", re.S | re.I)
_BLOCKS = (
    "html|head|body|title|meta|link|header|footer|main|nav|aside|section|article|div|p|ul|ol|li|dl|dt|dd|h[1-6]|"
    "table|thead|tbody|tfoot|tr|td|th|caption|figure|figcaption|blockquote|form|fieldset|details|summary|hr|script"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b", re.I)
# Not \s: a no-break space is a letter to the reader.
_SPACE = re.compile(r"[ \t\n\r\f]+")
_MARKUP = re.compile(r"""(<!--.*?-->|<[a-zA-Z/!](?:[^>"']|"[^"]*"|'[^']*')*>)""", re.S)


def minifier(name: str) -> Callable[[str], str]:
    """The engine of that name. Raises SetupError for a name we do not know or an engine that is not installed."""
    if name == "off":
        return str
    if name == "conservative":
        return conservative
    if name == "htmlmin":
        try:
            import htmlmin
        except ImportError as fault:
            raise SetupError(
                "HTML_MINIFIER chọn «htmlmin» nhưng chưa cài gói htmlmin2 (pip install htmlmin2)."
            ) from fault
        return lambda html: str(htmlmin.minify(html, remove_comments=True))
    raise SetupError(f"HTML_MINIFIER ghi là «{name}»; chọn một trong: {', '.join(MINIFIERS)}.")


def minify_tree(folder: Path, name: str) -> None:
    """Minify every HTML file under `folder`."""
    engine = minifier(name)
    if name == "off":
        return
    for path in sorted(folder.rglob("*.html")):
        path.write_bytes(engine(path.read_text(encoding="utf-8")).encode())


def conservative(html: str) -> str:
    """HTML that renders the same and says the same, with less white space."""
    pieces = _KEPT.split(html)
    # split() gives: text, kept, tag name, text, kept, tag name, …
    return "".join(piece if at % 3 == 1 else _smaller(piece) for at, piece in enumerate(pieces) if at % 3 != 2)


def _smaller(html: str) -> str:
    """Tags stay as they are, attribute values too; comments go, text between tags is folded."""
    tokens = [""]
    for at, part in enumerate(_MARKUP.split(html)):
        if at % 2 == 0:
            tokens[-1] += part
        elif not part.startswith("<!--") or part.startswith("<!--[if"):
            tokens += [part, ""]
    for at in range(0, len(tokens), 2):
        text = _SPACE.sub(" ", tokens[at])
        if at and _BLOCK.match(tokens[at - 1]):
            text = text.removeprefix(" ")
        if at + 1 < len(tokens) and _BLOCK.match(tokens[at + 1]):
            text = text.removesuffix(" ")
        tokens[at] = text
    return "".join(tokens)
