"""TN-020 — two upstream sources share one id, so that the news of one would overwrite the other's."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="TN-020",
    title="Hai nguồn tin trùng mã",
    message="Mã nguồn tin «{id}» đã dùng cho «{name}».",
    fix="Đặt mã khác (id) cho một trong hai nguồn.",
    why="Tin của mỗi nguồn được ghi vào sổ theo mã; trùng mã thì tin nguồn này đè tin nguồn kia.",
    bad="- id: so-gddt\n- id: so-gddt",
    good="- id: so-gddt\n- id: ubnd-phuong",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Compare the ids of all sources."""
    if site.upstream_sources is None:
        return
    seen: dict[str, str] = {}
    for index, source in enumerate(site.upstream_sources.sources):
        if source.id in seen:
            yield RULE.finding(site.upstream_sources.where("sources", index, "id"), id=source.id, name=seen[source.id])
        seen.setdefault(source.id, source.name)
