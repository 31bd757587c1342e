"""What a data file of ours says, parsed once and kept as plain values while the file is as it was.

The law, the schemas and the layouts are read by every command and change once a year. What is kept holds text, numbers,
lists and mappings only (`marshal` can hold nothing that runs); the folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .paths import ROOT
from .whole_file import write_whole

FOLDER = ROOT / ".cache" / "schema"
# A file changed this lately may change once more without its time moving on.
_SETTLED_NS = 2_000_000_000


def parsed(path: Path, parse: Callable[[bytes], Any]) -> Any:
    """`parse` of the bytes of a file, or what it gave when the file was as it is now. Raises OSError without it."""
    seen = path.stat()
    state = (sys.version, parse.__qualname__, os.fspath(path), seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
    # One file for each file of ours, so that what is kept does not pile up.
    name = hashlib.blake2b(repr(state[1:3]).encode(), digest_size=16).hexdigest()
    kept = FOLDER / f"{name}.marshal"
    try:
        of_state, tree = marshal.loads(kept.read_bytes())
        if of_state == state:
            return tree
    except (OSError, EOFError, ValueError, TypeError):
        pass
    tree = parse(path.read_bytes())
    if max(seen.st_mtime_ns, seen.st_ctime_ns) < time.time_ns() - _SETTLED_NS:
        _keep(kept, (state, tree))
    return tree


def _keep(kept: Path, tree: Any) -> None:
    try:
        write_whole(kept, marshal.dumps(tree))
    except (OSError, ValueError):
        # No place to keep it, or a value that is not plain: it is parsed again the next time.
        return
