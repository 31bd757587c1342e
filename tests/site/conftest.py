"""The sample school, built by the real command: once as people build it, once elsewhere, once for the live site."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from built import Built
from odd_content import from_windows, shuffled
from pages import SeenPage, read_page
from sandbox import ended, environment, our_program

# Fixtures that build the whole sample: files that ask for one of them are run by the same process (see ../conftest.py).


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the builds are put."""
    return tmp_path_factory.mktemp("builds")


@pytest.fixture(scope="session")
def built(sample: Path, project: Path, room: Path) -> Built:
    """The sample as `invoke build` makes it."""
    words = our_program("build", "--content", sample, "--output", room / "output")
    return _built(words, room / "output", cwd=project, env=environment(project, PYTHONHASHSEED="1"))


@pytest.fixture(scope="session")
def rebuilt(sample: Path, project: Path, room: Path) -> Built:
    """The same content built elsewhere, into another folder, in another order, zone and language, by one core alone."""
    elsewhere = room / "một nơi khác"
    elsewhere.mkdir()
    content = shuffled(sample, elsewhere / "nội dung")
    words = our_program("build", "--content", content, "--output", elsewhere / "trang")
    other = {"PYTHONHASHSEED": "4242", "TZ": "America/Lima", "LC_ALL": "C"}
    return _built(words, elsewhere / "trang", cwd=elsewhere, env=environment(project, **other), cores=1)


@pytest.fixture(scope="session")
def live(sample: Path, project: Path, room: Path) -> Built:
    """The sample as it goes onto the web."""
    words = our_program("build", "--content", sample, "--output", room / "live", "--live")
    return _built(words, room / "live", cwd=project, env=environment(project))


@pytest.fixture(scope="session")
def plain(sample: Path, project: Path, room: Path) -> Built:
    """The sample built by Pelican's own command."""
    words = [sys.executable, "-m", "pelican", str(sample), "-s", "pelicanconf.py", "-o", str(room / "plain")]
    return _built(words, room / "plain", cwd=project, env=environment(project))


@pytest.fixture(scope="session")
def windows(sample: Path, project: Path, room: Path) -> Built:
    """The sample as it comes from a Windows desk."""
    content = from_windows(sample, room / "windows-content")
    words = our_program("build", "--content", content, "--output", room / "windows")
    return _built(words, room / "windows", cwd=project, env=environment(project))


def _built(words: list[str], output: Path, *, cwd: Path, env: dict[str, str], cores: int | None = None) -> Built:
    told = ended(words, cwd=cwd, env=env, cores=cores)
    assert told.status == 0, told.text
    return Built(folder=output, told=told)


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
