"""Read and write the news register, content/so-ghi/nguon-tin/: one file of items a source, one of health.

Files are sorted, readable and written whole: to a temporary neighbour, forced to disk, then renamed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from ..upstream_model import VIETNAM_TIME, SourceHealth, UpstreamItem, newest_first

FOLDER = Path("so-ghi", "nguon-tin")
HEALTH = "suc-khoe"
LOCK = ".dang-lay-tin"


class SnapshotError(Exception):
    """A file of the register cannot be read; ``message_vi`` says so to a person."""

    def __init__(self, path: Path, message_vi: str) -> None:
        super().__init__(f"{path}: {message_vi}")
        self.path = path
        self.message_vi = message_vi


class LockedError(Exception):
    """Another run is taking in news at this moment."""


def read(content: Path) -> tuple[tuple[UpstreamItem, ...], tuple[SourceHealth, ...]]:
    """Read the whole register (none yet is empty); raise SnapshotError for a damaged file."""
    names = sorted(path.stem for path in (content / FOLDER).glob("*.json") if path.stem != HEALTH)
    items = [item for name in names for item in read_items(content, name)]
    return newest_first(items), tuple(read_health(content).values())


def items_path(content: Path, source_id: str) -> Path:
    """Name the file of one source."""
    return content / FOLDER / f"{source_id}.json"


def read_items(content: Path, source_id: str) -> tuple[UpstreamItem, ...]:
    """Read the items of one source."""
    path = items_path(content, source_id)
    entries = _load(path, "items")
    try:
        return tuple(_checked(UpstreamItem(**_moments(entry), source_id=source_id)) for entry in entries)
    except (TypeError, ValueError, AttributeError) as error:
        raise _damaged(path) from error


def read_health(content: Path) -> dict[str, SourceHealth]:
    """Read how every source fares, by source."""
    path = items_path(content, HEALTH)
    entries = _load(path, "sources")
    try:
        found = [SourceHealth(**_moments(entry) | {"let_go": tuple(entry.get("let_go", ()))}) for entry in entries]
    except (TypeError, ValueError, AttributeError) as error:
        raise _damaged(path) from error
    return {health.source_id: health for health in found}


def write_items(content: Path, source_id: str, items: Iterable[UpstreamItem]) -> bool:
    """Write the items of one source, if it ever gave any; tell whether anything changed."""
    items = newest_first(items)
    if not items and not items_path(content, source_id).exists():
        return False
    entries = [_plain(item, without="source_id") for item in items]
    return _write(items_path(content, source_id), {"source_id": source_id, "items": entries})


def write_health(content: Path, healths: Iterable[SourceHealth]) -> bool:
    """Write how every source fares; tell whether anything changed."""
    entries = [_plain(health) for health in sorted(healths, key=lambda health: health.source_id)]
    return _write(items_path(content, HEALTH), {"sources": entries})


@contextmanager
def locked(content: Path) -> Iterator[None]:
    """Hold the register for one run; the system lets go of the lock even when the run is killed."""
    folder = content / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / LOCK
    with path.open("a+b") as handle:
        _take(handle.fileno())
        try:
            for left in folder.glob(".*.tmp"):  # of a run that was interrupted
                left.unlink(missing_ok=True)
            yield
        finally:
            with suppress(OSError):  # Windows refuses to remove an open file; an empty lock file does no harm
                path.unlink()


def _take(descriptor: int) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise LockedError from error
    if os.fstat(descriptor).st_nlink == 0:  # the run that held it has just removed the file
        raise LockedError


def _load(path: Path, key: str) -> list[dict[str, Any]]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError) as error:
        raise _damaged(path) from error
    entries = document.get(key) if isinstance(document, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _damaged(path)
    return entries


def _damaged(path: Path) -> SnapshotError:
    return SnapshotError(path, f"Tệp ghi tin «{path.name}» bị hỏng, không đọc được.")


def _checked(item: UpstreamItem) -> UpstreamItem:
    """Refuse what parse.py would never have written: the register may have been edited by hand."""
    if not all(isinstance(text, str) for text in (item.id, item.title, item.summary, item.link)):
        raise TypeError(item)
    if not item.link.startswith(("http://", "https://")):
        raise ValueError(item.link)
    return item


def _moments(entry: dict[str, Any]) -> dict[str, Any]:
    """Turn the moments back into values; anything else in their place is damage."""
    return {key: _moment(value) if _is_moment(key) else value for key, value in entry.items()}


def _is_moment(key: str) -> bool:
    return key.endswith("_at") or key == "retry_not_before"


def _moment(value: object) -> datetime | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(value)
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment.astimezone(VIETNAM_TIME)


def _plain(value: UpstreamItem | SourceHealth, without: str = "") -> dict[str, Any]:
    """Spell a value for JSON, in the order of its fields, leaving out what is not known."""
    spelled = vars(value).items()
    return {key: _spelled(field) for key, field in spelled if key != without and field not in (None, (), "", 0)}


def _spelled(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(VIETNAM_TIME).isoformat(timespec="seconds")
    return value


def _write(path: Path, document: dict[str, Any]) -> bool:
    data = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    with suppress(OSError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)  # a temporary file is private; the register is read by the web job too
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True
