"""The last answer of `check`, kept while nothing it depends on has changed: a desk that asks again gets it at once.

What an answer depends on: every file of the content, the schemas and our own code (name, size, time of the last
change), the day, and the Python that runs. The folder may be deleted at any time; it belongs to this machine
alone, and must not be restored from anybody else's.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from ..paths import ROOT
from ..whole_file import write_whole

Answer = TypeVar("Answer")

FOLDER = ROOT / ".cache" / "check"
# A file changed this lately may change once more without its time moving on.
_SETTLED_NS = 2_000_000_000
_KEPT = 20


def remembered(folders: Iterable[Path], words: Iterable[str], answer: Callable[[], Answer]) -> Answer:
    """`answer()`, or what it gave when everything was as it is now."""
    key, newest_ns = _fingerprint([*folders, ROOT / "plugins" / "school_site"], words)
    path = FOLDER / f"{key}.pickle"
    try:
        kept: Answer = pickle.loads(path.read_bytes())
        return kept
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError):
        pass
    found = answer()
    if newest_ns < time.time_ns() - _SETTLED_NS:
        _keep(path, found)
    return found


def _fingerprint(folders: Iterable[Path], words: Iterable[str]) -> tuple[str, int]:
    """A digest of everything the answer depends on, and the time of the newest change."""
    digest = hashlib.blake2b(digest_size=16)
    newest = 0
    for word in (sys.version, *words):
        digest.update(word.encode())
    for folder in folders:
        digest.update(str(folder.resolve()).encode())
        for name, size, changed in sorted(_files(str(folder))):
            digest.update(f"{name}\0{size}\0{changed}\n".encode(errors="surrogateescape"))
            newest = max(newest, changed)
    return digest.hexdigest(), newest


def _files(folder: str) -> Iterable[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        yield folder, -1, 0
        return
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        else:
            # Of the file a link leads to; a link that leads nowhere counts as itself.
            try:
                seen = entry.stat()
            except OSError:
                seen = entry.stat(follow_symlinks=False)
            # The time of the last change to the file or its name, which no program sets back.
            yield entry.path, seen.st_size, max(seen.st_mtime_ns, seen.st_ctime_ns)


def _keep(path: Path, found: object) -> None:
    try:
        write_whole(path, pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL))
        for old in sorted(path.parent.glob("*.pickle"), key=lambda item: item.stat().st_mtime_ns)[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        # Without a place to remember, every answer is worked out anew.
        return
