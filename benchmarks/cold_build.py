"""How long a build of the sample takes: with nothing remembered, pictures apart, and a second time."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from measure import ROOT, Run, environment, figure, once, program, tell

# Everything that a build remembers, but its pictures.
REMEMBERED = ("attachments", "check", "forms", "open-data", "schema", "templates")
PARTS = ("pelicanconf.py", "publishconf.py", "plugins", "schema", "theme", "content")


def project_at(folder: Path) -> Path:
    """A copy of the project without caches, so that the real one keeps its own."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    return folder


def build(project: Path, *, forget: tuple[str, ...] = ()) -> Run:
    """One build into a new folder, after some of the caches were deleted."""
    for name in forget:
        shutil.rmtree(project / ".cache" / name, ignore_errors=True)
    shutil.rmtree(project / "output", ignore_errors=True)
    words = program("build", "--content", project / "content", "--output", project / "output")
    return once(words, environment(project), cwd=project)


def main() -> None:
    """Measure and tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=3)
    runs = asked.parse_args().runs
    with tempfile.TemporaryDirectory() as room:
        project = project_at(Path(room))
        build(project)  # compiles our own modules, as an installation does
        everything = (*REMEMBERED, "pictures")
        tell(
            [
                figure("cold: nothing remembered", [build(project, forget=everything) for _ in range(runs)]),
                figure("cold, pictures apart", [build(project, forget=REMEMBERED) for _ in range(runs)]),
                figure("again, all caches warm", [build(project) for _ in range(runs)]),
            ],
            "cold_build",
        )


if __name__ == "__main__":
    main()
