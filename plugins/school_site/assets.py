"""The stylesheet of the site: the files that `theme/css/index.css` names, in order, as one bundle."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from .errors import SetupError

_IMPORT = re.compile(r"""@import\s+(?:url\()?["']([^"']+)["']\)?\s*(?:layer\(([\w.-]+)\))?\s*;""")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_BLANK = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,])\s*|(?<=:)\s+")
_STRING = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


@dataclass(frozen=True, kw_only=True)
class Stylesheet:
    """The bundle and its address; the address changes when the bundle does, so that browsers may keep it for long."""

    text: str
    address: str


def bundle(theme: Path, *, brand_colour: str | None) -> Stylesheet:
    """Bundle the theme's CSS; the school's colour goes into the tokens layer, where everything else derives from it.

    Raises SetupError when a file that the index names is missing.
    """
    index = theme / "css" / "index.css"
    text = _inlined(index)
    if brand_colour:
        text += f"\n@layer tokens{{:root{{--brand:{brand_colour}}}}}\n"
    text = _smaller(text)
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return Stylesheet(text=text, address=f"theme/site.{digest}.css")


def _smaller(css: str) -> str:
    """The same rules without comments and needless white space; quoted strings are left alone.

    A space before a colon is kept: there it means «inside».
    """
    pieces = _STRING.split(_COMMENT.sub("", css))
    return "".join(piece if at % 2 else _AROUND.sub(r"\1", _BLANK.sub(" ", piece)) for at, piece in enumerate(pieces))


def _inlined(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as fault:
        raise SetupError(
            f"Giao diện thiếu tệp «{path.name}» (thư mục {path.parent.name}); hãy lấy lại bản gốc."
        ) from fault

    def put_in(match: re.Match[str]) -> str:
        inner = _inlined(path.parent / match[1])
        return f"@layer {match[2]} {{\n{inner}\n}}" if match[2] else inner

    return _IMPORT.sub(put_in, _COMMENT.sub("", text))
