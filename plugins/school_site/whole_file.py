"""A file written whole or not at all: beside its place first, then moved there in one step."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, folders included; a file that was there keeps its rights, a link its target."""
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        half.write_bytes(data)
        if target.exists():
            shutil.copymode(target, half)
        os.replace(half, target)
    finally:
        half.unlink(missing_ok=True)
