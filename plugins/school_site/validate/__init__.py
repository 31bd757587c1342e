"""Judge what was read: its shape by schema, its completeness by law, its truth by rules. Touches nothing.

records → Site + findings + ledger
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from ..findings import Finding, Severity, ordered
from ..fitting import Pupils
from ..kinds import KINDS, Kind, build
from ..law import Law
from ..layouts import Layout
from ..model import Asset, Entry, Record, Where
from ..register import Register
from ..site import Site
from ..upstream_model import SourceHealth, UpstreamItem
from ..vocabulary import Vocabulary
from ..yearbook import SectionLayout, drawn
from .basis import Basis
from .ledger import Row, ledger
from .ledger import findings as ledger_findings
from .rules import RULES, profile
from .schema import check_record
from .shapes import Shape
from .structure import structured

__all__ = ["Verdict", "read_entry", "validate"]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The judgement of one day. `site` is None only when the school's profile itself cannot be used."""

    site: Site | None
    findings: tuple[Finding, ...]
    ledger: tuple[Row, ...]
    today: date


def validate(
    records: tuple[Record, ...],
    assets: tuple[Asset, ...],
    unread: frozenset[str],
    register: Register,
    *,
    shapes: Mapping[str, Shape],
    law: Law,
    vocabulary: Vocabulary,
    layouts: Mapping[str, Layout] = MappingProxyType({}),
    pupils: Mapping[str, Pupils] = MappingProxyType({}),
    yearbook: tuple[SectionLayout, ...] = (),
    today: date,
    as_of: date | None,
    upstream_items: tuple[UpstreamItem, ...] = (),
    source_health: tuple[SourceHealth, ...] | None = None,
) -> Verdict:
    """Judge by `as_of` where it is given, by the sample's pinned day where it has one, else by `today`."""
    entries, findings, refused = _entries(records, shapes)
    site = _site(entries, assets, unread | refused, register)
    if site is None:
        if "truong.yml" not in unread | refused:
            findings.append(profile.NO_PROFILE.finding(Where(path="truong.yml")))
        return Verdict(site=None, findings=ordered(findings), ledger=(), today=as_of or today)
    site = structured(site, layouts, pupils)
    site = replace(site, yearbook=drawn(yearbook, site.disclosures))
    pinned = site.school.as_of if site.school.is_sample else None
    day = as_of or pinned or today
    rows = ledger(site, law, day)
    basis = Basis(
        today=day, law=law, vocabulary=vocabulary, ledger=rows,
        upstream_items=upstream_items, source_health=source_health,
    )  # fmt: skip
    findings += ledger_findings(rows)
    for rule in RULES:
        findings += rule.check(site, basis)
    return Verdict(site=site, findings=ordered(_let_pass(findings, site, day)), ledger=rows, today=day)


def _let_pass(findings: list[Finding], site: Site, on: date) -> list[Finding]:
    """What is only late or missing does not hold back a draft, nor a site published late with a stated reason.

    What is untrue or unsafe is never let pass.
    """
    if not site.lets_late_pass(on):
        return findings
    return [
        replace(finding, severity=Severity.warning)
        if finding.is_late_only and finding.severity is Severity.error
        else finding
        for finding in findings
    ]


def _entries(
    records: tuple[Record, ...], shapes: Mapping[str, Shape]
) -> tuple[dict[str, list[Entry]], list[Finding], frozenset[str]]:
    """Typed entries by kind, what is wrong with the rest, and the paths of the rest."""
    kinds = {kind.name: kind for kind in KINDS}
    entries: dict[str, list[Entry]] = {}
    findings: list[Finding] = []
    refused: set[str] = set()
    for record in records:
        kind = kinds[record.kind]
        entry, faults = read_entry(record, kind, shapes[kind.name])
        findings += faults
        if entry is None:
            refused.add(record.path)
        else:
            entries.setdefault(kind.plural, []).append(entry)
    return entries, findings, frozenset(refused)


def read_entry(record: Record, kind: Kind, shape: Shape) -> tuple[Entry | None, list[Finding]]:
    """The typed entry of one record, or what keeps it from being one."""
    values, faults = check_record(record, kind, shape)
    return (None, faults) if faults else (build(kind, record, values), [])


def _site(
    entries: Mapping[str, list[Entry]], assets: tuple[Asset, ...], unread: frozenset[str], register: Register
) -> Site | None:
    if "school" not in entries:
        return None
    parts: dict[str, Any] = {}
    for kind in KINDS:
        found = entries.get(kind.plural, [])
        parts[kind.plural] = (found[0] if found else None) if kind.is_single else tuple(found)
    return Site(assets=assets, unread=unread, register=register, **parts)
