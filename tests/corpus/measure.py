"""Plant every fault into every school it fits, judge, and count: what was found, what was missed, what was made up.

python -m corpus.measure [--write] [--only WORDS] [--schools WORDS] [--stride N]
(in tests/, with plugins/ on the path)
"""

from __future__ import annotations

import argparse
import functools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from school_site.findings import Finding
from school_site.pipeline import judge

from .faults import CATALOGUE, TWINS, Fault
from .faults.base import Planted
from .law import SCHEMA
from .profiles import PROFILES
from .school import AS_OF, School, make, write

MEMORY = Path("/dev/shm")
BATCH = 60
BY_NAME: Mapping[str, Fault] = {fault.name: fault for fault in (*CATALOGUE, *TWINS)}
Task = tuple[str, str, int]
"""School, fault, turn."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One finding, as far as the measuring needs it."""

    code: str
    severity: str
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity} {self.code}: {self.message}"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One fault in one school, and what was told about it."""

    fault: str
    group: str
    school: str
    turn: int
    is_twin: bool
    missed: tuple[str, ...]
    right: tuple[Told, ...]
    wrong: tuple[Told, ...]
    seconds: float

    @property
    def is_found(self) -> bool:
        return not self.missed


def _told(findings: Iterable[Finding]) -> list[Told]:
    return [
        Told(code=one.code, severity=str(one.severity), path=one.where.path, line=one.where.line, message=one.message)
        for one in findings
    ]


def _marks(told: Iterable[Told]) -> Counter[tuple[str, str, str]]:
    # Lines move when a line is added above, so what was told before is known by its words.
    return Counter((one.code, one.path, one.message) for one in told)


def _judged(folder: Path) -> list[Told]:
    return _told(judge(folder, SCHEMA, today=AS_OF).findings)


def _change(folder: Path, changes: Mapping[str, bytes | None]) -> list[Path]:
    """Write the changed files; the folders made for them are given back."""
    made: list[Path] = []
    for path, data in changes.items():
        target = folder / path
        if data is None:
            target.unlink(missing_ok=True)
            continue
        for parent in reversed(target.relative_to(folder).parents):
            if not (folder / parent).exists():
                (folder / parent).mkdir()
                made.append(folder / parent)
        target.write_bytes(data)
    return made


def _restore(folder: Path, school: School, changes: Iterable[str], made: Sequence[Path]) -> None:
    for path in changes:
        if path in school.files:
            (folder / path).write_bytes(school.files[path])
        else:
            (folder / path).unlink(missing_ok=True)
    for parent in reversed(made):
        parent.rmdir()


def score(fault: Fault, planted: Planted, school: School, turn: int, new: Sequence[Told], seconds: float) -> Case:
    """Compare what was told with what the catalogue knows."""
    missed = []
    for place in planted.expected:
        here = [one for one in new if place.holds(one.path, one.line)]
        if not any(one.severity in fault.severities for one in here):
            shown = str(place)
            missed.append(shown + (f" (chỉ có {here[0].severity})" if here else ""))
    known = (*planted.expected, *planted.consequences)
    right = [one for one in new if any(place.holds(one.path, one.line) for place in known)]
    return Case(
        fault=fault.name,
        group=fault.group,
        school=school.profile.key,
        turn=turn,
        is_twin=not planted.expected,
        missed=tuple(missed),
        right=tuple(right),
        wrong=tuple(one for one in new if one not in right),
        seconds=seconds,
    )


def _planted(key: str, seed: int, fault: Fault, turn: int) -> Planted | None:
    return fault.plant(school_of(key, seed), turn)


def school_of(key: str, seed: int = 0) -> School:
    """The complete school of that name."""
    return make(next(profile for profile in PROFILES if profile.key == key), seed)


def plan(faults: Sequence[Fault], keys: Sequence[str], *, seed: int = 0, stride: int = 1) -> list[Task]:
    """Which fault goes into which school: every turn of every fault, in each `stride`-th school it fits."""
    tasks = []
    for number, fault in enumerate(faults):
        for turn in range(fault.turns):
            fitting = [key for key in keys if _planted(key, seed, fault, turn) is not None]
            tasks += [
                (key, fault.name, turn) for key in fitting[(number + turn) % stride % (len(fitting) or 1) :: stride]
            ]
    return tasks


def run(tasks: Sequence[Task], seed: int = 0) -> list[Case]:
    """Cases of one school, one after another in one folder that is put right again each time."""
    school = school_of(tasks[0][0], seed)
    cases = []
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        folder = write(school.files, Path(name))
        before = _marks(_judged(folder))
        for _, fault_name, turn in tasks:
            fault = BY_NAME[fault_name]
            planted = fault.plant(school, turn)
            assert planted is not None
            made = _change(folder, planted.changes)
            start = time.perf_counter()
            told = _judged(folder)
            seconds = time.perf_counter() - start
            fresh = _marks(told) - before
            new = [one for one in told if fresh[(one.code, one.path, one.message)] > 0]
            cases.append(score(fault, planted, school, turn, new, seconds))
            _restore(folder, school, planted.changes, made)
        if _marks(_judged(folder)) != before:
            raise AssertionError(f"{school.profile.key}: the folder was not put right again")
    return cases


def measure(tasks: Sequence[Task], *, seed: int = 0, workers: int = 2) -> list[Case]:
    """All these cases, in the order of the catalogue."""
    order = {name: number for number, name in enumerate(BY_NAME)}
    batches = []
    for key in dict.fromkeys(task[0] for task in tasks):
        own = [task for task in tasks if task[0] == key]
        batches += [own[at : at + BATCH] for at in range(0, len(own), BATCH)]
    if workers == 1:
        cases = [case for batch in batches for case in run(batch, seed)]
    else:
        # Forked, so that the schools made while planning need not be made again.
        with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
            cases = [case for part in pool.map(functools.partial(run, seed=seed), batches) for case in part]
    return sorted(cases, key=lambda case: (order[case.fault], case.turn, case.school))


def main(words: Sequence[str]) -> int:
    """Measure, print, and write the published page when asked."""
    from .published import page, table

    parser = argparse.ArgumentParser(prog="corpus.measure")
    parser.add_argument("--write", action="store_true", help="write docs/do-chinh-xac.md")
    parser.add_argument("--only", default="", help="faults whose name or group holds these words")
    parser.add_argument("--schools", default="", help="schools whose key holds these words")
    parser.add_argument("--stride", type=int, default=3, help="each n-th school a fault fits; 1 is all of them")
    parser.add_argument("--wrong", type=int, default=40, help="how many misses to print")
    asked = parser.parse_args(words)
    faults = [one for one in BY_NAME.values() if asked.only in one.name or asked.only in one.group]
    start = time.perf_counter()
    tasks = plan(faults, [one.key for one in PROFILES if asked.schools in one.key], stride=asked.stride)
    cases = measure(tasks)
    print(table(cases))
    shown: Counter[str] = Counter()
    for case in cases:
        if (case.missed or case.wrong) and not shown[case.fault]:
            shown[case.fault] += 1
            if len(shown) > asked.wrong:
                continue
            print(f"\n[{case.group}] {case.fault} — {case.school}, lượt {case.turn}")
            for place in case.missed:
                print(f"    sót:   {place}")
            for one in case.right[:2] if case.missed else ():
                print(f"    có:    {one}")
            for one in case.wrong[:3]:
                print(f"    thừa:  {one}")
    print(
        f"\n{len(cases)} trường hợp, {time.perf_counter() - start:.0f} giây,"
        f" lâu nhất {max((case.seconds for case in cases), default=0):.2f} giây"
    )
    if asked.write:
        target = Path(__file__).parents[2] / "docs/do-chinh-xac.md"
        target.parent.mkdir(exist_ok=True)
        target.write_text(page(cases), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
