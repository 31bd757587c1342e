"""The sample school, built by the real command: once as people build it, once elsewhere, once for the live site."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from built import Built
from odd_content import from_windows, shuffled
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


def _started(words: list[str], output: Path, *, project: Path, cwd: Path, **settings: str) -> _Running:
    process = subprocess.Popen(
        words,
        cwd=cwd,
        env=environment(project, **settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    return _Running(output=output, process=process)


@pytest.fixture(scope="session")
def _builds(project: Path, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, _Running]:
    """All are started at once; a test waits for the one it asks about."""
    room = tmp_path_factory.mktemp("builds")
    elsewhere = room / "một nơi khác"
    elsewhere.mkdir()

    def start(content: Path, output: Path, *words: str, cwd: Path = project, **settings: str) -> _Running:
        ours = our_program("build", "--content", content, "--output", output, *words)
        return _started(ours, output, project=project, cwd=cwd, **settings)

    pelican = [sys.executable, "-m", "pelican", str(sample), "-s", "pelicanconf.py", "-o", str(room / "plain")]
    other = {"PYTHONHASHSEED": "4242", "TZ": "America/Lima", "LC_ALL": "C"}
    return {
        "built": start(sample, room / "output", PYTHONHASHSEED="1"),
        "rebuilt": start(shuffled(sample, elsewhere / "nội dung"), elsewhere / "trang", cwd=elsewhere, **other),
        "live": start(sample, room / "live", "--live"),
        "plain": _started(pelican, room / "plain", project=project, cwd=project),
        "windows": start(from_windows(sample, room / "windows-content"), room / "windows"),
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
def plain(_builds: dict[str, _Running]) -> Built:
    """The sample built by Pelican's own command."""
    return _builds["plain"].result()


@pytest.fixture(scope="session")
def windows(_builds: dict[str, _Running]) -> Built:
    """The sample as it comes from a Windows desk."""
    return _builds["windows"].result()


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
