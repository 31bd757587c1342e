"""Run a program some times on a cold and a warm start, and tell wall and processor time; shared by the benchmarks."""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).with_name("results")


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of a program. `cpu` counts its children, too."""

    wall: float
    cpu: float


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What is told of several runs: the quickest, because everything slower is somebody else's work."""

    name: str
    wall: float
    wall_median: float
    cpu: float
    runs: int


def environment(project: Path = ROOT) -> dict[str, str]:
    """What a process of ours needs to know: where the package lies. Compiled modules are kept, as they usually are."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = str(project / ".cache" / "bytecode")
    return {**known, "PYTHONPATH": str(project / "plugins"), "PYTHONPYCACHEPREFIX": compiled, "PYTHONUTF8": "1"}


def program(*words: object) -> list[str]:
    """The words that start a command of ours."""
    return [sys.executable, "-m", "school_site", *map(str, words)]


def once(words: Sequence[str], env: Mapping[str, str] | None = None, *, cwd: Path = ROOT) -> Run:
    """Run to the end; a run that fails is no measurement."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(words, cwd=cwd, env=env or environment(), capture_output=True, text=True)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return Run(wall=wall, cpu=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def figure(name: str, runs: Sequence[Run]) -> Figure:
    """The runs as one line of the table."""
    return Figure(
        name=name,
        wall=round(min(run.wall for run in runs), 3),
        wall_median=round(statistics.median(run.wall for run in runs), 3),
        cpu=round(min(run.cpu for run in runs), 3),
        runs=len(runs),
    )


def tell(figures: Sequence[Figure], file: str) -> None:
    """Print a table; the ratio is to a bare start of Python, so that two machines can be compared. Keep a record."""
    bare = figure("a bare start of Python", [once([sys.executable, "-c", "pass"]) for _ in range(5)])
    print(f"{'':<44}{'wall':>9}{'median':>9}{'cpu':>9}{'× bare':>9}{'runs':>6}")
    for line in (bare, *figures):
        ratio = line.wall / bare.wall
        print(f"{line.name:<44}{line.wall:>8.2f}s{line.wall_median:>8.2f}s{line.cpu:>8.2f}s{ratio:>9.0f}{line.runs:>6}")
    RESULTS.mkdir(exist_ok=True)
    record = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "figures": [asdict(line) for line in (bare, *figures)],
    }
    with (RESULTS / f"{file}.jsonl").open("a", encoding="utf-8") as kept:
        kept.write(json.dumps(record, ensure_ascii=False) + "\n")
    print(f"\nKept in benchmarks/results/{file}.jsonl")
