"""Where a person would look for a fault: a file, a line of it, one of several lines, or a folder where nothing is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """One of `paths`, at one of `lines` when any are named; a path of `free` is right at every line."""

    paths: tuple[str, ...]
    lines: tuple[int, ...] = ()
    free: tuple[str, ...] = ()

    def holds(self, path: str, line: int) -> bool:
        """Whether a finding points here."""
        name = path.rstrip("/")
        return name in self.free or (name in self.paths and (not self.lines or line in self.lines))

    def __str__(self) -> str:
        lines = "–".join(map(str, sorted({self.lines[0], self.lines[-1]}))) if self.lines else "*"
        return f"{self.paths[0]}:{lines}"


def at(path: str, *lines: int) -> Place:
    """This file, at this line or at one of these."""
    return Place(paths=(path,), lines=lines)


def around(path: str, *others: str) -> Place:
    """What is not there is looked for at its file, at a folder above it, or where the school speaks for itself."""
    parts = path.split("/")
    folders = ["/".join(parts[:size]) for size in range(1, len(parts))]
    return Place(paths=(path, *folders, *others))
