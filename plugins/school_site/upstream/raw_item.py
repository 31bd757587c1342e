"""One item as it stands in a feed, before cleaning: what the XML and the JSON reader hand over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RawItem:
    """Foreign text, not to be shown to anybody."""

    title: str
    links: tuple[str, ...]  # best first
    guid: str
    dates: tuple[str, ...]  # best first
    texts: tuple[str, ...]  # best first
