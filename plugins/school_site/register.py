"""The register (sổ ghi): what the machine remembers between builds and people do not write.

`so-ghi/cong-khai.json` is the witness for deadlines and retention: when each disclosure was first seen, and what it
was. `so-ghi/dia-chi.json` holds every address ever published, so that a renamed page can still be found.
`so-ghi/dang-muon.json` holds the reason for which something was published late, `so-ghi/chi-dao.json` since when each
directive of the authorities is on the site. All are committed with the content, sorted and readable: a clone on
another machine gives the same verdict.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from .whole_file import write_whole

FOLDER = "so-ghi"
DISCLOSURES = "cong-khai.json"
ADDRESSES = "dia-chi.json"
LATE = "dang-muon.json"
DIRECTIVES = "chi-dao.json"
LATE_DAYS = 7


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
class LatePublication:
    """A stated reason to publish although something is late or missing; it holds for seven days and is shown."""

    reason: str
    granted_on: date

    @property
    def expires_on(self) -> date:
        """The last day on which it holds."""
        return self.granted_on + timedelta(days=LATE_DAYS)

    def is_valid(self, on: date) -> bool:
        """Whether it holds on that day."""
        return self.granted_on <= on <= self.expires_on


@dataclass(frozen=True, kw_only=True)
class Register:
    """Everything remembered. `addresses` maps an address to the title its page had.

    `directives` maps the id of an upstream item to the day it was first on the site.
    """

    disclosures: tuple[SeenDisclosure, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    directives: Mapping[str, date] = field(default_factory=dict)
    late: LatePublication | None = None


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
    late = _read(content, LATE, "late", {})
    try:
        granted = (
            LatePublication(reason=str(late["reason"]), granted_on=date.fromisoformat(late["granted_on"]))
            if late
            else None
        )
    except (TypeError, ValueError, KeyError) as fault:
        raise RegisterError(f"{FOLDER}/{LATE}") from fault
    try:
        directives = {
            name: date.fromisoformat(day) for name, day in _read(content, DIRECTIVES, "on_site_since", {}).items()
        }
    except (TypeError, ValueError) as fault:
        raise RegisterError(f"{FOLDER}/{DIRECTIVES}") from fault
    return Register(disclosures=disclosures, addresses=addresses, directives=directives, late=granted)


def remember(
    old: Register,
    disclosures: tuple[SeenDisclosure, ...],
    addresses: Mapping[str, str],
    on: date,
    directives: Iterable[str] = (),
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
        directives=dict(sorted({**dict.fromkeys(directives, on), **old.directives}.items())),
        late=old.late,
    )


def write_register(content: Path, register: Register) -> None:
    """Write what `record` remembers, each file whole or not at all."""
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
    if register.directives:
        days = {name: day.isoformat() for name, day in register.directives.items()}
        _write(content, DIRECTIVES, {"on_site_since": days})


def late_as_written(content: Path) -> bytes | None:
    """The file of the stated reason as it stands, to be put back when a build is refused after all."""
    path = content / FOLDER / LATE
    return path.read_bytes() if path.is_file() else None


def take_back_late(content: Path, before: bytes | None) -> None:
    """Put the file of the stated reason back as it was."""
    path = content / FOLDER / LATE
    if before is None:
        path.unlink(missing_ok=True)
    else:
        write_whole(path, before)


def grant_late(content: Path, reason: str, on: date) -> LatePublication:
    """Write down that the school publishes late, and why."""
    late = LatePublication(reason=reason, granted_on=on)
    _write(content, LATE, {"late": {"reason": reason, "granted_on": on.isoformat()}})
    return late


def _seen(entry: Any) -> SeenDisclosure:
    if not isinstance(entry, dict):
        raise TypeError
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
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as fault:
        raise RegisterError(f"{FOLDER}/{name}") from fault
    if not isinstance(found, type(empty)):
        raise RegisterError(f"{FOLDER}/{name}")
    return found


def _write(content: Path, name: str, tree: Mapping[str, Any]) -> None:
    text = json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
    write_whole(content / FOLDER / name, text.encode())
