"""The sample school, built by the real command: once as people build it, once elsewhere, once for the live site."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from built import Built
from pages import SeenPage, read_page
from sandbox import environment, our_program
from told import Told


@dataclass
class _Running:
    """A build that has been started."""

    output: Path
    process: subprocess.Popen[str]
    ended: Built | None = None

    def result(self) -> Built:
        if self.ended is None:
            out, err = self.process.communicate(timeout=240)
            told = Told(status=self.process.returncode, out=out, err=err)
            self.ended = Built(folder=self.output, told=told)
        assert self.ended.told.status == 0, self.ended.told.text
        return self.ended


def _start(project: Path, content: Path, output: Path, *words: str, cwd: Path, **settings: str) -> _Running:
    process = subprocess.Popen(
        our_program("build", "--content", content, "--output", output, *words),
        cwd=cwd,
        env=environment(project, **settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    return _Running(output=output, process=process)


def _shuffled(source: Path, target: Path) -> Path:
    """The same content elsewhere: files made in another order, with other times."""
    files = sorted((path for path in source.rglob("*") if path.is_file()), reverse=True)
    for number, path in enumerate(files):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (1_000_000_000 + 7919 * number, 1_000_000_000 + 7919 * number))
    return target


@pytest.fixture(scope="session")
def _builds(project: Path, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, _Running]:
    """All three are started at once; a test waits for the one it asks about."""
    room = tmp_path_factory.mktemp("builds")
    elsewhere = room / "một nơi khác"
    elsewhere.mkdir()
    copy = _shuffled(sample, elsewhere / "nội dung")
    return {
        "built": _start(project, sample, room / "output", cwd=project, PYTHONHASHSEED="1"),
        "rebuilt": _start(
            project, copy, elsewhere / "trang", cwd=elsewhere, PYTHONHASHSEED="4242", TZ="America/Lima", LC_ALL="C"
        ),
        "live": _start(project, sample, room / "live", "--live", cwd=project, PYTHONHASHSEED="0"),
    }


@pytest.fixture(scope="session")
def built(_builds: dict[str, _Running]) -> Built:
    """The sample as `invoke build` makes it."""
    return _builds["built"].result()


@pytest.fixture(scope="session")
def rebuilt(_builds: dict[str, _Running]) -> Built:
    """The same content built from another folder, into another folder, in another order, zone and language."""
    return _builds["rebuilt"].result()


@pytest.fixture(scope="session")
def live(_builds: dict[str, _Running]) -> Built:
    """The sample as it goes onto the web."""
    return _builds["live"].result()


@pytest.fixture(scope="session")
def pages(built: Built) -> dict[str, SeenPage]:
    """Every page of the built sample, read by a parser of our own."""
    return pages_of(built.folder)


@pytest.fixture(scope="session")
def live_pages(live: Built) -> dict[str, SeenPage]:
    """Every page of the live site."""
    return pages_of(live.folder)


def pages_of(folder: Path) -> dict[str, SeenPage]:
    """Address → page."""
    return {path.relative_to(folder).as_posix(): read_page(path) for path in sorted(folder.rglob("*.html"))}
