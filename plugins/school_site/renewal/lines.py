"""YAML written for people: values quoted where they must be, hints in «…», what may be put back behind a #."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_NEEDS_QUOTES = re.compile(
    r"""^[\s#&*!|>%@`"'{\[«(?-]|: |:$| #|\s$|^$|^[\d.:]+$|^(?:true|false|null|yes|no|on|off)$""", re.I
)


def value(text: str) -> str:
    """A value as it stands after its key."""
    if not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def hint(text: str) -> str:
    """A place to fill in; guillemets inside it would end it early."""
    return value("«" + text.replace("«", "“").replace("»", "”") + "»")


def commented(lines: Iterable[str], pad: str) -> Iterator[str]:
    """Lines of a block behind a #: taking the # and the blank after it away puts them back."""
    for line in lines:
        yield f"{pad}# {line.removeprefix(pad)}".rstrip()
