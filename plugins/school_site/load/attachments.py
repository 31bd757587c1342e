"""Pictures and attachments: each file is looked into once, and remembered by its digest in `.cache/attachments/`.

What was found inside (type, text, pages) travels on `Asset`, so that the rules need no disk. The cache only saves
time: without it, or where it cannot be written, the files are read again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Asset
from ..packed import Broken, Overpacked
from ..vietnamese import nfc
from . import sniff
from .files import File

MAX_BYTES = 20_000_000
MAX_LETTERS = 2_000_000
# Raised when what is found in the same bytes changes: what older versions remembered is then read anew.
VERSION = 1
_OFFICE = frozenset(f"application/{name}" for name in ("docx", "xlsx", "pptx", "odt", "ods"))
_TEXTS = frozenset({"text/plain", "text/html", "image/svg+xml"})

_Inside = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """A file that is there, with what the file system says of it."""

    file: File
    size: int
    changed: int


def read_assets(files: Iterable[File], cache: Path) -> tuple[Asset, ...]:
    """Every file as an asset, in the order given; a file that cannot be read is an asset with a fault."""
    seen = [_look(file) for file in files]
    memory = _Memory(cache)
    digests = [_digest(item, memory) for item in seen]
    known: dict[str, _Inside] = {}
    for digest in filter(None, digests):
        if digest not in known and (inside := memory.recall(digest)) is not None:
            known[digest] = inside
    missed = {digest: item for digest, item in zip(digests, seen, strict=True) if digest and digest not in known}
    for digest, inside in _read(missed):
        known[digest] = inside
        memory.keep(digest, inside)
    memory.save()
    return tuple(_asset(item, digest, known.get(digest, {})) for digest, item in zip(digests, seen, strict=True))


def all_remembered(files: Iterable[File], cache: Path) -> bool:
    """Whether every file is as it was when it was last looked into: then reading them takes next to no time."""
    memory = _Memory(cache)
    return all(memory.digest(_look(file)) is not None for file in files)


def _look(file: File) -> _Seen:
    try:
        state = file.path.stat()
    except OSError:
        return _Seen(file=file, size=0, changed=-1)
    return _Seen(file=file, size=state.st_size, changed=state.st_mtime_ns)


def _digest(item: _Seen, memory: _Memory) -> str:
    """The digest of a file's bytes; empty for a file that is too large to be looked into, or cannot be read."""
    if item.size > MAX_BYTES or item.changed < 0:
        return ""
    digest = memory.digest(item)
    if digest is None:
        try:
            digest = hashlib.sha256(item.file.path.read_bytes()).hexdigest()
        except OSError:
            return ""
        memory.note(item, digest)
    return digest


def _asset(item: _Seen, digest: str, inside: _Inside) -> Asset:
    fault = str(inside.get("fault", ""))
    if not digest and item.size <= MAX_BYTES:
        fault = "broken"
    return Asset(
        path=item.file.name,
        size=item.size,
        digest=digest,
        media_type=str(inside.get("media_type", "")),
        pages=tuple(inside.get("pages", ())),
        has_pictures=bool(inside.get("has_pictures")),
        has_code=bool(inside.get("has_code")),
        fault=fault,
    )


def _read(missed: dict[str, _Seen]) -> Iterator[tuple[str, _Inside]]:
    """Look into files: PDF files all at once, in a process of their own."""
    if not missed:
        return
    # Imported only now, like the readers below: most checks find every attachment remembered.
    from .read_pdf import read_pdfs

    papers: dict[str, Path] = {}
    for digest, item in missed.items():
        path = item.file.path
        try:
            with path.open("rb") as opened:
                kind = sniff.media_type(path, opened.read(sniff.HEAD))
        except OSError:
            yield digest, {"fault": "broken"}
            continue
        if kind == "application/pdf":
            papers[digest] = path
        else:
            yield digest, {"media_type": kind, **_inside(path, kind)}
    for digest, inside in zip(papers, read_pdfs(list(papers.values())), strict=True):
        yield digest, {"media_type": "application/pdf", **inside}


def _inside(path: Path, kind: str) -> _Inside:
    if kind in _OFFICE:
        from . import office

        try:
            return {"pages": [nfc(page) for page in office.pages_of(path, kind)], "has_code": office.has_code(path)}
        except Overpacked:
            return {"fault": "overpacked"}
        except Broken:
            return {"fault": "broken"}
    data = path.read_bytes()
    if kind in _TEXTS:
        return {"pages": [nfc(data[: 4 * MAX_LETTERS].decode("utf-8", "replace"))[:MAX_LETTERS]]}
    if kind == sniff.OLE:
        # Word, Excel and PowerPoint lock a file by wrapping it; the name of the wrapped part is UTF-16.
        is_locked = "EncryptedPackage".encode("utf-16-le") in data
        return {"fault": "locked"} if is_locked else {"has_code": "_VBA_PROJECT".encode("utf-16-le") in data}
    return {}


class _Memory:
    """The cache: which bytes a file had when it was last looked at, and what was found in those bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / f"v{VERSION}"
        self.index: dict[str, list[Any]] = _json(self.folder / "index.json") or {}
        self.is_changed = False

    def digest(self, item: _Seen) -> str | None:
        entry = self.index.get(_key(item))
        is_same = isinstance(entry, list) and len(entry) == 3 and entry[:2] == [item.size, item.changed]
        return entry[2] if entry and is_same and isinstance(entry[2], str) else None

    def note(self, item: _Seen, digest: str) -> None:
        self.index[_key(item)] = [item.size, item.changed, digest]
        self.is_changed = True

    def recall(self, digest: str) -> _Inside | None:
        return _json(self.folder / f"{digest}.json")

    def keep(self, digest: str, inside: _Inside) -> None:
        self._write(f"{digest}.json", inside)

    def save(self) -> None:
        if self.is_changed:
            self._write("index.json", self.index)

    def _write(self, name: str, tree: dict[str, Any]) -> None:
        half = self.folder / f"{name}.{os.getpid()}.tmp"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            half.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
            os.replace(half, self.folder / name)
        except OSError:
            return


def _key(item: _Seen) -> str:
    return str(item.file.path.absolute())


def _json(path: Path) -> dict[str, Any] | None:
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return tree if isinstance(tree, dict) else None
