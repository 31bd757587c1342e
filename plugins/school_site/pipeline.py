"""The flow, written once: every stage takes values and returns values; this is the only place that joins them.

                           schema/                snapshot            theme/
                              │                      │                  │
content/ ─load─▶ records ─validate─▶ Site ─enrich─▶ Site ─render─▶ staging ─finish─▶ staging ─audit─▶ output/
                              └───────────────────────── findings ───────────────────────────┘

`check` runs the first two stages; a build runs them all, the rendering inside Pelican (`hooks/`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .enrich import enrich
from .findings import Finding, ordered
from .fitting import read_pupils
from .kinds import kind_named
from .kinds.upstream_sources import UpstreamSources
from .law import read_law
from .layouts import Layout, read_layout
from .load import faults as load_faults
from .load import load
from .markdown import Engine
from .model import Record, Where
from .upstream import snapshot
from .upstream_model import SourceHealth, UpstreamItem, UpstreamSource
from .validate import Verdict, read_entry, validate
from .validate.personal import discreet
from .validate.shapes import read_shapes
from .vocabulary import read_vocabulary
from .yearbook import read_yearbook

if TYPE_CHECKING:
    from .render.view import View

STAGES = ("load", "validate", "enrich", "render", "finish", "audit", "publish")


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What load and validate found: the verdict, all findings of both, and the register as it stands."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    file_count: int
    items: tuple[UpstreamItem, ...] = ()
    health: tuple[SourceHealth, ...] = ()


def judge(content: Path, schema: Path, *, today: date, as_of: date | None = None) -> Judgement:
    """Read and judge a content folder. `today` is the caller's clock; `as_of` overrides every other day."""
    loaded = load(content)
    items, health, damage = _news(content)
    verdict = validate(
        loaded.records, loaded.assets, loaded.unread,
        loaded.register,
        shapes=read_shapes(schema), law=read_law(schema), vocabulary=read_vocabulary(schema),
        layouts=_layouts(loaded.records, schema), pupils=read_pupils(schema), yearbook=read_yearbook(schema),
        today=today, as_of=as_of, upstream_items=items, source_health=None if damage else health,
    )  # fmt: skip
    findings = (discreet(finding, verdict.today) for finding in (*loaded.findings, *verdict.findings, *damage))
    return Judgement(
        verdict=verdict,
        findings=ordered(findings),
        file_count=len(loaded.records),
        items=items,
        health=health,
    )


def _layouts(records: tuple[Record, ...], schema: Path) -> dict[str, Layout]:
    """The layouts of the items whose tables name one; the others need not be read."""
    items = {
        item
        for record in records
        if record.kind == "disclosure" and isinstance(item := record.fields.get("item"), str)
        if isinstance(tables := record.fields.get("tables"), list)
        if any(isinstance(table, dict) and "id" in table for table in tables)
    }
    return {item: layout for item in sorted(items) if (layout := read_layout(schema, item)) is not None}


def _news(content: Path) -> tuple[tuple[UpstreamItem, ...], tuple[SourceHealth, ...], tuple[Finding, ...]]:
    """The news register, or what keeps it from being read."""
    try:
        items, health = snapshot.read(content)
    except snapshot.SnapshotError as fault:
        name = fault.path.relative_to(content).as_posix() if fault.path.is_relative_to(content) else fault.path.name
        reason = fault.message_vi.rstrip(".")
        return (), (), (load_faults.REGISTER_DAMAGED.finding(Where(path=name), reason=reason),)
    return items, health, ()


def view_of(judgement: Judgement, schema: Path, *, engine: Engine = "commonmark") -> View | None:
    """The site made ready to render, or None when there is no usable profile to render it with."""
    # Judging alone, which is what `check` does a hundred times a day, need not wait for the pages to be imported.
    from .render.view import View

    verdict = judgement.verdict
    if verdict.site is None:
        return None
    return View(
        site=enrich(verdict.site, items=judgement.items, health=judgement.health, as_of=verdict.today, engine=engine),
        ledger=verdict.ledger,
        law=read_law(schema),
        vocabulary=read_vocabulary(schema),
        as_of=verdict.today,
    )


def sources_of(content: Path, schema: Path) -> tuple[tuple[UpstreamSource, ...], tuple[Finding, ...]]:
    """The upstream sources alone: taking in news does not wait for the rest of the content to be right."""
    kind = kind_named("upstream_sources")
    assert kind is not None
    loaded = load(content)
    found = [finding for finding in loaded.findings if finding.where.path == kind.place]
    for record in loaded.records:
        if record.kind == kind.name:
            entry, faults = read_entry(record, kind, read_shapes(schema)[kind.name])
            if isinstance(entry, UpstreamSources):
                return entry.sources, ()
            found += faults
    return (), tuple(found)
