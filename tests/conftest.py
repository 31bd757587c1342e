"""What all tests share: the sample to write in, our commands, no network, and groups that may be missing."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import browser
import pytest
from offline.sitecustomize import forbid
from sandbox import ROOT, copied, ended, environment, our_program, project_at
from told import Told

from school_site import calling, cli, load
from school_site.commands import remembered

REQUIRE_ALL = "CONG_TRUONG_REQUIRE_ALL"
LEFT_OUT = "left out"

forbid()
# However the tests were started: what they expect is what is said inside the environment.
os.environ.pop(calling.VARIABLE, None)


# --- which process runs what -----------------------------------------------------------------------------------

# What these fixtures build is dear: the files that ask for one of a group are run by the same process.
DEAR = {"built": "the sample", "live": "the sample", "whole_school": "upstream"}
# They take longest, so they are begun first.
LONG = ("test_corpus.py", "test_samples.py", "test_mandatory_parts.py", "test_broken_set_ups.py", "test_print.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file's tests stay together, for they share what its fixtures make; those that take long come first."""
    dear = {item.path: DEAR[name] for item in items for name in DEAR if name in getattr(item, "fixturenames", ())}
    for item in items:
        item.add_marker(pytest.mark.xdist_group(dear.get(item.path, str(item.path))))
    ranks = dict.fromkeys(dear, 0) | {item.path: 1 for item in items if item.path.name in LONG}
    items.sort(key=lambda item: ranks.get(item.path, 2))


# --- groups that need more than Python -----------------------------------------------------------------------


def _browser_lacks() -> str | None:
    if browser.find() is None:
        return "máy chưa có trình duyệt Chromium (Debian, Ubuntu: apt install chromium)"
    if importlib.util.find_spec("playwright") is None:
        return "chưa cài gói playwright (chạy «python3 run.py test» để cài)"
    return None


def _pdf_lacks() -> str | None:
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return "máy chưa có thư viện Pango (Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0)"
    except ImportError:
        return "chưa cài gói weasyprint (chạy «python3 run.py test» để cài)"
    return None


GROUPS: dict[str, tuple[str, Callable[[], str | None]]] = {
    "browser": ("Thử bằng trình duyệt", _browser_lacks),
    "pdf": ("In ra PDF", _pdf_lacks),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a group that this machine cannot run; where all are required, fail instead."""
    for marker, (_, lacks) in GROUPS.items():
        if item.get_closest_marker(marker) is None:
            continue
        reason = lacks()
        if reason is None:
            continue
        if os.environ.get(REQUIRE_ALL) == "1":
            pytest.fail(f"Nhóm bắt buộc không chạy được: {reason}.", pytrace=False)
        item.user_properties.append((LEFT_OUT, marker))
        pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the groups that were left out, so that a green run does not claim more than it did."""
    skipped = terminalreporter.stats.get("skipped", [])
    # Told by the reports, which come back from every process that ran tests.
    left_out = Counter(value for report in skipped for name, value in report.user_properties if name == LEFT_OUT)
    if not left_out:
        return
    terminalreporter.section("Nhóm thử chưa chạy được trên máy này")
    for marker, count in sorted(left_out.items()):
        label, lacks = GROUPS[marker]
        terminalreporter.write_line(f"{label} ({count} bài): {lacks()}.")


# --- content -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def today() -> date:
    """The day the sample is judged by, and the only «today» a test knows."""
    return date(2026, 11, 22)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample school's content as it was when the tests began. Nobody writes here."""
    folder = tmp_path_factory.mktemp("sample") / "content"
    shutil.copytree(ROOT / "content", folder)
    return folder


@pytest.fixture
def content(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample to write in; replace files of `hinh` and `tep`, do not write into them."""
    return copied(sample, tmp_path / "content")


# --- commands ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def attachments_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was found inside attachments: copies of the sample share them, so each is looked into once."""
    return tmp_path_factory.mktemp("attachments")


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    attachments_cache: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[..., Told]:
    """`run("check", "--content", folder)`: a command, in this process; no answer of another test is remembered."""
    monkeypatch.setattr(load, "CACHE", attachments_cache)
    monkeypatch.setattr(remembered, "FOLDER", tmp_path_factory.mktemp("remembered"))

    def command(*words: object) -> Told:
        capsys.readouterr()
        status = cli.main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Told(status=status, out=out, err=err)

    return command


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project without content, apart from the real one. Nobody writes here but builds, into its cache.

    The pictures of that cache take longest to make: all processes of one run of the tests have them in common.
    """
    folder = project_at(tmp_path_factory.mktemp("project") / "du-an")
    ours = tmp_path_factory.getbasetemp()
    pictures = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "pictures"
    pictures.mkdir(exist_ok=True)
    (folder / ".cache").mkdir()
    with contextlib.suppress(OSError):  # a system that does not let us link makes them once more
        (folder / ".cache" / "pictures").symlink_to(pictures, target_is_directory=True)
    return folder


@pytest.fixture
def build(project: Path) -> Callable[..., Told]:
    """`build("--content", folder, …)`, in a process of its own: Pelican keeps much of one build for the next."""

    def command(*words: object, at: Path = project, **settings: str) -> Told:
        return ended(our_program("build", *words), cwd=at, env=environment(at, **settings))

    return command
