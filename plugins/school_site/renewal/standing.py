"""What comes back: the entries of a week that stood in each of the last weeks, and what of them stayed the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..vietnamese import fold

# As many weeks are looked at; one alone tells nothing about what comes back.
LOOKED_AT = 3
_HEAD = re.compile(r"\s*[;:(]")


def head(topic: str) -> str:
    """What an entry is called every week: «Chào cờ; tuyên dương …» is «Chào cờ»."""
    return _HEAD.split(topic, maxsplit=1)[0].strip() or topic


def same(first: str, second: str) -> bool:
    """Whether two entries are called the same."""
    return fold(head(first)) == fold(head(second))


def shared(values: Sequence[str | None]) -> str | None:
    """The value, or of a list of people or places those that were there every time; None where nothing was."""
    if len(set(values)) == 1:
        return values[0]
    if None in values:
        return None
    parts = [[part.strip() for part in (text or "").split(",")] for text in values]
    return ", ".join(part for part in parts[-1] if all(part in other for other in parts)) or None
