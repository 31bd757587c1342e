"""What the packs ask of one school, read straight from the data: neither the ledger's code nor its opinion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .profiles import Profile

SCHEMA = Path(__file__).parents[2] / "schema"
CITY = "Thành phố Hồ Chí Minh"
_OWED = ("mandatory", "conditional", "local")


@dataclass(frozen=True, kw_only=True)
class Owed:
    """A demand of a pack, as far as somebody who fills a folder needs it."""

    id: str
    title: str
    obligation: str
    confidence: str
    period: str
    conditions: tuple[str, ...]
    evidence: tuple[Mapping[str, Any], ...]
    timing: Mapping[str, Any]
    fields: tuple[tuple[str, str], ...]
    """What it must tell: id and label."""
    terms: tuple[str, ...]
    years: tuple[str, ...]


@cache
def packs() -> tuple[Mapping[str, Any], ...]:
    """Every pack, in the order of the law's own list."""
    names = yaml.safe_load((SCHEMA / "legal.yml").read_text("utf-8"))["packs"]
    return tuple(yaml.safe_load((SCHEMA / f"packs/{name}.yml").read_text("utf-8")) for name in names)


def _years(pack: Mapping[str, Any], demand: Mapping[str, Any]) -> tuple[str, ...]:
    span = pack.get("periods", {}).get("school_year" if demand.get("period") == "school_year" else "fiscal_year", {})
    first = str(demand.get("first_period") or span.get("from", "2024"))[:4]
    last = str(demand.get("last_period") or span.get("to", "2026"))[:4]
    start = max(int(first), 2021)
    if demand.get("period") == "school_year":
        return tuple(f"{year}-{year + 1}" for year in range(start, int(last) + 1))
    return tuple(str(year) for year in range(start, int(last) + 1))


def owed_by(profile: Profile) -> Iterator[Owed]:
    """All that this school must show, say or declare, without what is only for looking up."""
    for pack in packs():
        defaults = pack.get("defaults", {})
        for demand in pack["demands"]:
            told = {**defaults, **demand}
            levels = told.get("school_levels")
            owners = told.get("ownership")
            if told["obligation"] not in _OWED or (levels and not set(levels) & set(profile.levels)):
                continue
            if (owners and profile.ownership not in owners) or told["evidence"][0]["kind"] in ("none", "technical"):
                continue
            yield Owed(
                id=told["id"],
                title=str(told.get("short_title") or told["title"]),
                obligation=told["obligation"],
                confidence=told.get("confidence", "verified"),
                period=told.get("period", "standing"),
                conditions=tuple(told.get("conditions", ())),
                evidence=tuple(told["evidence"]),
                timing=told.get("timing", {}),
                fields=tuple(
                    (field["id"], field["label"])
                    for field in told.get("fields", ())
                    if not field.get("school_levels") or set(field["school_levels"]) & set(profile.levels)
                ),
                terms=tuple(told.get("terms", ())),
                years=_years(pack, told),
            )
