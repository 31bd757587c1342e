"""A finished build, and how to compare two of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from told import Told


@dataclass(frozen=True, kw_only=True)
class Built:
    """Its folder and what the command told."""

    folder: Path
    told: Told


def fingerprints(folder: Path) -> dict[str, str]:
    """Name → SHA-256 of every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
