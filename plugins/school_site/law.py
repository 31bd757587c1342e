"""The law as dated data: the acts we cite (`schema/legal.yml`) and what each demands (`schema/packs/`).

Code here knows kinds of evidence and kinds of timing; which act asks for what stands in the data alone.
A test validates the data against its schemas, so reading may trust its shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from .demand import Citation, Demand, Evidence, Field, Timing, is_between
from .plain_yaml import read_plain
from .vietnamese import fold

__all__ = ["Citation", "Demand", "Evidence", "Field", "Law", "LegalAct", "Pack", "Timing", "read_law"]


@dataclass(frozen=True, kw_only=True)
class LegalAct:
    """A legal act that we cite, and how far our reading of it went."""

    key: str
    type: str
    number: str
    title: str
    issuer: str
    confidence: str
    verified_on: date
    name: str = ""
    issued_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: str | None = None
    note: str | None = None

    @property
    def label(self) -> str:
        """How it is named in a citation: its type and number, unless people call it otherwise."""
        return self.name or f"{self.type} {self.number}"

    def is_in_force(self, on: date) -> bool:
        """Whether it binds on that day; a bound that we do not know is taken as open."""
        return is_between(self.valid_from, on, self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Pack:
    """The demands of one act, or of acts that belong together, in the order of the text."""

    id: str
    title: str
    act: str
    demands: tuple[Demand, ...]
    departments: tuple[str, ...] = ()

    def addresses(self, department: str | None) -> bool:
        """Whether it binds schools under this department; one that names none is not let off by that."""
        return not self.departments or department is None or fold(department) in map(fold, self.departments)


@dataclass(frozen=True, kw_only=True)
class Law:
    """All acts, all packs in the order of the report, and the neutral keys that rules cite."""

    acts: Mapping[str, LegalAct]
    packs: tuple[Pack, ...]
    keys: Mapping[str, tuple[Citation, ...]]

    @cached_property
    def demands(self) -> Mapping[str, Demand]:
        """Every demand by its id."""
        return {demand.id: demand for pack in self.packs for demand in pack.demands}

    def demands_for(self, school_levels: tuple[str, ...], department: str | None = None) -> Iterator[Demand]:
        """The demands that speak to a school of these levels, pack after pack."""
        for pack in self.packs:
            if pack.addresses(department):
                yield from (demand for demand in pack.demands if demand.addresses(school_levels))

    def citation(self, demand: Demand) -> str:
        """«Thông tư …, Điều 8 khoản 1», further bases after a semicolon."""
        places = (Citation(act=demand.act, citation=demand.citation), *demand.also)
        return "; ".join(self._text(place) for place in places)

    def citations(self, key: str | None, on: date | None = None) -> tuple[str, ...]:
        """What a rule's neutral key stands for on a day; without a day, in the acts still in force."""
        if key is None:
            return ()
        places = self.keys[key]
        valid = [
            place
            for place in places
            if (self.acts[place.act].is_in_force(on) if on else self.acts[place.act].valid_to is None)
        ]
        return tuple(self._text(place) for place in valid)

    def _text(self, place: Citation) -> str:
        label = self.acts[place.act].label
        return f"{label}, {place.citation}" if place.citation else label


@lru_cache(maxsize=4)
def read_law(schema: Path) -> Law:
    """The law under `schema`. Raises SetupError when a file is missing or broken."""
    legal = read_plain(schema / "legal.yml")
    acts = {key: _made(LegalAct, {**values, "key": key}) for key, values in legal["acts"].items()}
    packs = tuple(_pack(read_plain(schema / "packs" / f"{name}.yml"), acts) for name in legal["packs"])
    keys = {key: tuple(_made(Citation, place) for place in places) for key, places in legal["keys"].items()}
    return Law(acts=acts, packs=packs, keys=keys)


def _pack(tree: dict[str, Any], acts: Mapping[str, LegalAct]) -> Pack:
    defaults, periods = tree.get("defaults", {}), tree.get("periods", {})
    demands = []
    for values in tree["demands"]:
        values = {"act": tree["act"], **defaults, **values}
        act = acts[values["act"]]
        # The terms of a year are governed with their year.
        span = periods.get({"quarter": "fiscal_year"}.get(values["period"], values["period"]), {})
        demand = _made(
            Demand,
            {
                **({"valid_from": act.valid_from} if act.valid_from else {}),
                **({"valid_to": act.valid_to} if act.valid_to else {}),
                **({"first_period": span["from"]} if "from" in span else {}),
                **({"last_period": span["to"]} if "to" in span else {}),
                **values,
                "pack": tree["id"],
            },
        )
        demands.append(demand)
    return Pack(
        id=tree["id"],
        title=tree["title"],
        act=tree["act"],
        demands=tuple(demands),
        departments=tuple(tree.get("departments", ())),
    )


_NUMBERS = frozenset({"at_least", "school_years", "day", "days", "working_days", "retention_years"})
_DAYS = frozenset({"issued_on", "valid_from", "valid_to", "verified_on"})
_PARTS = {"evidence": Evidence, "also": Citation, "fields": Field}


def _made(kind: type[Any], values: Mapping[str, Any]) -> Any:
    """A dataclass of `kind` from text values; every key must be one of its fields."""
    return kind(**{key: _typed(kind, key, value) for key, value in values.items()})


def _typed(kind: type[Any], key: str, value: Any) -> Any:
    if key in _NUMBERS:
        return int(value)
    if key in _DAYS and isinstance(value, str):
        return date.fromisoformat(value)
    if key == "timing":
        return _made(Timing, value)
    if isinstance(value, list):
        part = _PARTS.get(key) if kind is Demand else None
        return tuple(_made(part, item) if part else item for item in value)
    return value
