"""Whom the school follows: the feeds of the authorities, `nguon-tin.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Entry
from ..upstream_model import UpstreamSource
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class UpstreamSources(Entry):
    """All sources, by role rather than by tier of government: tiers change, roles stay."""

    sources: tuple[UpstreamSource, ...]
    title: str = "Nguồn tin"


KIND = Kind(name="upstream_sources", label="Nguồn tin", area="TN", place="nguon-tin.yml", suffix=".yml",
            plural="upstream_sources", entry=UpstreamSources,
            address=lambda record, values: "tin-tu-so.html")  # fmt: skip
