"""How `check` grows: with 100, 1,000 and 10,000 articles; and a school of ten years, against its aims.

The last column is what one more file costs, against what it cost from 100 to 1,000: 1 is growth in a straight line.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import big_school
from cold_build import project_at
from measure import Run, environment, figure, program, tell

AIM_MB = 300


@dataclass(frozen=True, kw_only=True)
class Size:
    """One school: how many files it has, and what its checks cost."""

    files: int
    first: Sequence[Run]
    again: Sequence[Run]
    peak_mb: int


def main() -> None:
    """Measure and tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=3)
    runs = asked.parse_args().runs
    with tempfile.TemporaryDirectory() as room:
        project = project_at(Path(room))
        sizes = {count: _size(project, runs, articles=count, documents=0, schedules=0) for count in (100, 1000, 10000)}
        decade = _size(project, runs, articles=5000, documents=1000, schedules=400, archive=True)
    figures = []
    for count, size in sizes.items():
        figures.append(figure(f"{count:,} articles, {size.files:,} files: first", size.first))
    figures.append(figure(f"ten years, {decade.files:,} files: first (aim 4 s)", decade.first))
    figures.append(figure("ten years: when nothing has changed (aim 0.7 s)", decade.again))
    tell(figures, "growth")
    small, middle, large = (sizes[count] for count in (100, 1000, 10000))
    early = (_cpu(middle) - _cpu(small)) / (middle.files - small.files)
    late = (_cpu(large) - _cpu(middle)) / (large.files - middle.files)
    print(f"\nOne more file: {early * 1000:.2f} ms up to 1,000 articles, {late * 1000:.2f} ms up to 10,000;", end=" ")
    print(f"ratio {late / early:.2f} (1 is a straight line).")
    print(f"Memory at most, ten years: {decade.peak_mb} MB (aim {AIM_MB}).")


def _cpu(size: Size) -> float:
    return min(run.cpu for run in size.first)


def _size(project: Path, runs: int, *, articles: int, documents: int, schedules: int, archive: bool = False) -> Size:
    content = project / "content-of-many-years"
    shutil.rmtree(content, ignore_errors=True)
    files = big_school.make(
        project / "content", content, articles=articles, documents=documents, schedules=schedules, archive=archive
    )
    # Longer ago than a change that may still be going on.
    for path in [*content.rglob("*"), *(project / "plugins").rglob("*.py"), *(project / "schema").rglob("*")]:
        os.utime(path, (time.time() - 3600,) * 2)
    words = program("check", "--content", content)
    env = environment(project)
    first, peaks = [], []
    _once(words, env, project)
    for _ in range(runs):
        for name in ("attachments", "check", "schema"):
            shutil.rmtree(project / ".cache" / name, ignore_errors=True)
        run, peak = _once(words, env, project)
        first.append(run)
        peaks.append(peak)
    # The answer is kept only of files that have settled, which their true time of change decides.
    time.sleep(2.5)
    _once(words, env, project)
    again = [_once(words, env, project)[0] for _ in range(runs)]
    return Size(files=files, first=first, again=again, peak_mb=max(peaks))


def _once(words: Sequence[str], env: dict[str, str], cwd: Path) -> tuple[Run, int]:
    """One run to the end, and the most memory it had, in MB."""
    started = time.perf_counter()
    process = subprocess.Popen(words, cwd=cwd, env=env, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        sys.exit(f"{' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
    return Run(wall=wall, cpu=used.ru_utime + used.ru_stime), round(used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
