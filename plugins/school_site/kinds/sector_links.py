"""Links to the systems of the sector that the school uses or points parents to."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Entry
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Link:
    """One system and what it is for."""

    name: str
    address: str
    description: str | None = None


@dataclass(frozen=True, kw_only=True)
class LinkGroup:
    """Links that belong together."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class SectorLinks(Entry):
    """All groups of links."""

    groups: tuple[LinkGroup, ...]
    title: str = "Liên kết"


KIND = Kind(name="sector_links", label="Liên kết", area="TR", place="lien-ket.yml", suffix=".yml",
            plural="sector_links", entry=SectorLinks)  # fmt: skip
