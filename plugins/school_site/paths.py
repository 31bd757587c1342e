"""Where the parts of this repository lie, how a path is shown to people, and what lies below a folder."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "schema"
THEME = ROOT / "theme"
CONTENT = ROOT / "content"
OUTPUT = ROOT / "output"


def shown(path: Path) -> str:
    """A path as the person at the desk would write it: from here when it lies below, whole when it does not."""
    here = Path.cwd()
    absolute = path if path.is_absolute() else here / path
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else str(path)


def names_below(folder: Path) -> list[str]:
    """Every file below a folder by its path from there, with `/`, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
