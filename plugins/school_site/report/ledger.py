"""The completeness ledger for machines and summaries: counts, what falls due next, every row as plain values.

The statement on the site, the JSON report and the slip for the head all take their figures from here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ..completeness import Period, Row, Status


def counts(rows: Iterable[Row]) -> dict[Status, int]:
    """How many rows stand how, in the order of the statuses; what does not occur is left out."""
    found = Counter(row.status for row in rows)
    return {status: found[status] for status in Status if found[status]}


def next_due(rows: Iterable[Row], *, limit: int = 3) -> tuple[tuple[date, tuple[Row, ...]], ...]:
    """The next days on which something falls due, with what it is; a thing that several acts ask for once."""
    days: dict[date, dict[tuple[str, str], Row]] = {}
    for row in rows:
        if row.status is Status.not_due and row.due_on is not None:
            days.setdefault(row.due_on, {}).setdefault((row.demand.name, row.period.label), row)
    return tuple((day, tuple(days[day].values())) for day in sorted(days)[:limit])


def row_values(row: Row, digests: Mapping[str, str]) -> dict[str, Any]:
    """One row; `digests` gives the SHA-256 of the file that is its evidence."""
    found = row.evidence
    return {
        "demand": row.demand.id,
        "pack": row.demand.pack,
        "title": row.demand.title,
        "short_title": row.demand.name,
        "citation": row.citation,
        "act": row.act.key,
        "obligation": row.demand.obligation,
        "confidence": row.demand.confidence if row.act.confidence != "unverified" else "unverified",
        "period": _period(row.period),
        "status": row.status.name,
        "status_label": row.status.value,
        "due_on": _iso(row.due_on),
        "declared_none_on": _iso(row.declared_none_on),
        "waived_until": _iso(row.waived_until),
        "is_archive": row.is_archive,
        "evidence": {
            "title": found.title,
            "address": found.address,
            "file": found.path,
            "sha256": digests.get(found.path),
            "published_on": _iso(found.published_on),
        }
        if found
        else None,
        "note": row.note,
    }


def count_values(rows: Iterable[Row]) -> dict[str, int]:
    """The counts by the statuses' English names, every status present."""
    found = counts(rows)
    return {status.name: found.get(status, 0) for status in Status}


def _period(period: Period) -> dict[str, str | None]:
    return {
        "kind": period.kind,
        "key": period.key,
        "label": period.label,
        "term": period.term,
        "starts_on": _iso(period.starts_on if period.starts_on > date.min else None),
        "ends_on": _iso(period.ends_on if period.ends_on < date.max else None),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
