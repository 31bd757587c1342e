"""A person reads commands the way they have just called them; files and machines read `invoke`, always the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sandbox import ROOT
from told import Told

import run as starter
from school_site.calling import VARIABLE, as_called

CALLED = "python3 run.py"


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> str:
    """The person has typed `python3 run.py …`."""
    monkeypatch.setenv(VARIABLE, CALLED)
    return CALLED


def test_a_remedy_can_be_typed_the_way_the_command_was_called(called: str) -> None:
    assert as_called("Chạy  invoke check  rồi sửa.") == "Chạy  python3 run.py check  rồi sửa."
    assert as_called(r"invoke new truong") != "invoke new truong"


def test_a_backslash_of_windows_is_no_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, ".\\run.cmd")

    assert as_called("Chạy  invoke check") == "Chạy  .\\run.cmd check"


def test_inside_the_environment_commands_stand_as_they_are() -> None:
    assert as_called("Chạy  invoke check") == "Chạy  invoke check"


def test_a_word_that_only_looks_alike_is_left_alone(called: str) -> None:
    assert as_called("content/tep/invoke.pdf reinvoke x") == "content/tep/invoke.pdf reinvoke x"


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["check", "--help"],
        ["xyzzy"],
        ["explain"],
        ["explain", "TP-018"],
        ["new", "cong-khai", "pt-doi-ngu", "--year", "2031-2032"],
        ["check", "--plan"],
        ["check"],
        ["print"],
    ],
    ids=" ".join,
)
def test_nothing_printed_for_a_person_says_invoke(
    words: list[str], called: str, run: Callable[..., Told], content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "cong-khai" / "2026-2027" / "pt-doi-ngu.md").unlink(missing_ok=True)
    monkeypatch.chdir(content.parent)
    folder = ["--content", str(content)] if words[0] in ("check", "new", "print") and "--help" not in words else []

    told = run(*words, *folder)

    assert called in told.out + told.err
    assert "invoke " not in told.out + told.err


@pytest.mark.parametrize("form", ["json", "sarif", "html", "junit", "github", "gitlab"])
def test_what_a_machine_reads_is_the_same_however_it_was_called(
    form: str, run: Callable[..., Told], content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "truong.yml").unlink()
    plain = run("check", "--content", content, "--format", form).out
    monkeypatch.setenv(VARIABLE, CALLED)

    assert run("check", "--content", content, "--format", form).out == plain


def test_a_report_that_is_written_is_the_same_however_it_was_called(
    called: str, run: Callable[..., Told], content: Path, tmp_path: Path
) -> None:
    (content / "truong.yml").unlink()

    run("check", "--content", content, "--report", tmp_path / "ket-qua.txt")

    written = (tmp_path / "ket-qua.txt").read_text(encoding="utf-8")
    assert "invoke new truong" in written and called not in written


@pytest.mark.parametrize(
    ("system", "script", "form"),
    [
        ("posix", "run.py", "python3 run.py"),
        ("posix", "../trang/run.py", "python3 ../trang/run.py"),
        ("posix", "/nhà trường/run.py", 'python3 "/nhà trường/run.py"'),
        ("posix", "-c", "python3 run.py"),
        ("nt", "run.py", "py run.py"),
    ],
)
def test_run_py_says_how_it_was_called(system: str, script: str, form: str) -> None:
    assert starter.called_as({}, system, script) == form
    assert starter.child_environment({}, Path("project"))[VARIABLE].endswith("run.py")


def test_run_cmd_says_that_it_was_the_one_that_was_called() -> None:
    line = next(line for line in (ROOT / "run.cmd").read_text(encoding="utf-8").split("\n") if VARIABLE in line)
    form = line.strip().removeprefix(f'set "{VARIABLE}=').removesuffix('"')

    assert form == ".\\run.cmd"
    assert starter.called_as({VARIABLE: form}, "nt", "run.py") == form
