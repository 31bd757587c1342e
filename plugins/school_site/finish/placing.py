"""How a file comes into the staging tree."""

from __future__ import annotations

import shutil
from pathlib import Path


def copy(source: Path, target: Path) -> None:
    """Copy a file of the content into the staging tree, its folder included."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write(path: Path, data: str | bytes) -> None:
    """Write a file of the staging tree, its folder included; line ends are the same on every machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
