"""Text as feeds and calendars may carry it: one line, without characters that XML and RFC 5545 forbid. Pure."""

from __future__ import annotations

import re

# Control characters, lone halves of pairs, non-characters: YAML lets «"\x0b"» through, XML 1.0 cannot write it.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """`text` on one line."""
    return " ".join(_FORBIDDEN.sub("", text).split())
