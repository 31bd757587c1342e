"""A judged site made ready to show: bodies become HTML with settled links, upstream news is added. Pure."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from . import markdown
from .departures import without_departed
from .links import resolve
from .markdown import Engine
from .model import Entry
from .site import Site
from .site_map import addresses
from .upstream_model import SourceHealth, UpstreamItem, shown_items


def enrich(
    site: Site,
    *,
    items: tuple[UpstreamItem, ...],
    health: tuple[SourceHealth, ...],
    as_of: date,
    engine: Engine = "commonmark",
) -> Site:
    """`site` with the HTML of every body and the upstream news to show on that day."""
    site = without_departed(site, as_of)
    known = addresses(site)
    parts: dict[str, Any] = {}
    for item in fields(site):
        value = getattr(site, item.name)
        if isinstance(value, tuple) and value and isinstance(value[0], Entry):
            parts[item.name] = tuple(_with_html(entry, known, engine) for entry in value)
    sources = site.upstream_sources.sources if site.upstream_sources else ()
    return replace(site, upstream_items=shown_items(sources, items, as_of), source_health=health, **parts)


def _with_html(entry: Entry, known: dict[str, str], engine: Engine) -> Entry:
    if not entry.record.body.strip():
        return entry
    html = markdown.to_html(entry.record.body, engine)

    def settle(link: str) -> str:
        # A broken link was already refused; while serving, it stays as written.
        return resolve(link, entry.path, known) or link

    return replace(entry, html=markdown.with_addresses(html, settle))
