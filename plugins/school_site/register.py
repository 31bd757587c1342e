"""The register (sổ ghi): what the machine remembers between builds and people do not write.

`so-ghi/cong-khai.json` is the witness for deadlines and retention: when each disclosure was first seen, and what it
was. `so-ghi/dia-chi.json` holds every address ever published, so that a renamed page can still be found. Both are
committed with the content, sorted and readable: a clone on another machine gives the same verdict.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = "so-ghi"
DISCLOSURES = "cong-khai.json"
ADDRESSES = "dia-chi.json"


@dataclass(frozen=True, kw_only=True)
class SeenDisclosure:
    """A disclosure as it was first seen; `digest` is of the file as last recorded, `changed_on` when that differed."""

    path: str
    item: str
    year: str
    title: str
    digest: str
    first_seen_on: date
    changed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Register:
    """Everything remembered. `addresses` maps an address to the title its page had."""

    disclosures: tuple[SeenDisclosure, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)


class RegisterError(Exception):
    """A file of the register cannot be read; `path` is relative to the content folder."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def read_register(content: Path) -> Register:
    """The register under `content`; empty where there is none yet. Raises RegisterError for a damaged file."""
    seen = _read(content, DISCLOSURES, "disclosures", [])
    addresses = _read(content, ADDRESSES, "addresses", {})
    try:
        disclosures = tuple(_seen(entry) for entry in seen)
    except (TypeError, ValueError, KeyError) as fault:
        raise RegisterError(f"{FOLDER}/{DISCLOSURES}") from fault
    if not all(isinstance(title, str) for title in addresses.values()):
        raise RegisterError(f"{FOLDER}/{ADDRESSES}")
    return Register(disclosures=disclosures, addresses=addresses)


def remember(
    old: Register, disclosures: tuple[SeenDisclosure, ...], addresses: Mapping[str, str], on: date
) -> Register:
    """`old` with what is there today: first days are kept, a changed file says since when it has changed."""
    known = {seen.path: seen for seen in old.disclosures}
    for now in disclosures:
        before = known.get(now.path)
        if before is None:
            known[now.path] = now
        elif before.digest != now.digest:
            known[now.path] = replace(now, first_seen_on=before.first_seen_on, changed_on=on)
    return Register(
        disclosures=tuple(known[path] for path in sorted(known)),
        addresses=dict(sorted({**old.addresses, **addresses}.items())),
    )


def write_register(content: Path, register: Register) -> None:
    """Write both files, each whole or not at all."""
    entries = [
        {
            "path": seen.path,
            "item": seen.item,
            "year": seen.year,
            "title": seen.title,
            "digest": seen.digest,
            "first_seen_on": seen.first_seen_on.isoformat(),
            **({"changed_on": seen.changed_on.isoformat()} if seen.changed_on else {}),
        }
        for seen in register.disclosures
    ]
    _write(content, DISCLOSURES, {"disclosures": entries})
    _write(content, ADDRESSES, {"addresses": dict(register.addresses)})


def _seen(entry: Mapping[str, Any]) -> SeenDisclosure:
    changed = entry.get("changed_on")
    return SeenDisclosure(
        **{name: str(entry[name]) for name in ("path", "item", "year", "title", "digest")},
        first_seen_on=date.fromisoformat(entry["first_seen_on"]),
        changed_on=date.fromisoformat(changed) if changed else None,
    )


def _read(content: Path, name: str, key: str, empty: Any) -> Any:
    path = content / FOLDER / name
    if not path.exists():
        return empty
    try:
        found = json.loads(path.read_text(encoding="utf-8"))[key]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise RegisterError(f"{FOLDER}/{name}") from fault
    if not isinstance(found, type(empty)):
        raise RegisterError(f"{FOLDER}/{name}")
    return found


def _write(content: Path, name: str, tree: Mapping[str, Any]) -> None:
    path = content / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{name}.{os.getpid()}.tmp")
    text = json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
    half.write_text(text, encoding="utf-8", newline="\n")
    os.replace(half, path)
