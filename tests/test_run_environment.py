"""What the environment needs is decided from facts, and done by uv or by venv and pip."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import run
from run import DEVELOPER, RUNTIME, SetupError, Step

UV = "/bin/uv"
DIGESTS = {RUNTIME: "r1", DEVELOPER: "d1"}


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """An environment as it stands after `check`: an interpreter, one package, a stamp."""
    folder = tmp_path / ".venv"
    python = run.interpreter(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (run.folder_in(folder, "purelib") / "pelican-4.12.0.dist-info").mkdir(parents=True)
    run.write_stamp(folder, {RUNTIME: "r1"})
    return folder


# --- what the environment needs -----------------------------------------------------------------------------


def test_a_whole_environment_needs_nothing(whole: Path) -> None:
    assert run.needed(whole, RUNTIME, DIGESTS) is Step.READY


def test_tests_add_their_tools_to_a_whole_environment(whole: Path) -> None:
    assert run.needed(whole, DEVELOPER, DIGESTS) is Step.ADD


def test_the_developers_environment_serves_every_command(whole: Path) -> None:
    run.write_stamp(whole, DIGESTS)

    assert [run.needed(whole, wanted, DIGESTS) for wanted in (RUNTIME, DEVELOPER)] == [Step.READY, Step.READY]


def test_changed_requirements_make_the_environment_anew(whole: Path) -> None:
    assert run.needed(whole, RUNTIME, {**DIGESTS, RUNTIME: "r2"}) is Step.CREATE
    assert run.needed(whole, DEVELOPER, {**DIGESTS, RUNTIME: "r2"}) is Step.CREATE


def lose_the_stamp(folder: Path) -> Path:
    (folder / run.STAMP).unlink()
    return folder


def lose_the_interpreter(folder: Path) -> Path:
    run.interpreter(folder).unlink()
    return folder


def lose_a_package(folder: Path) -> Path:
    (run.folder_in(folder, "purelib") / "pelican-4.12.0.dist-info").rmdir()
    return folder


def change_a_package(folder: Path) -> Path:
    package = run.folder_in(folder, "purelib") / "pelican-4.12.0.dist-info"
    package.rename(package.with_name("pelican-4.11.0.dist-info"))
    return folder


def move(folder: Path) -> Path:
    return folder.rename(folder.with_name(".venv-moved"))


def copy(folder: Path) -> Path:
    return Path(shutil.copytree(folder, folder.with_name(".venv-copied")))


def change_the_python(folder: Path) -> Path:
    stamp = json.loads((folder / run.STAMP).read_text(encoding="utf-8"))
    (folder / run.STAMP).write_text(json.dumps({**stamp, "python": "cpython-310-other"}), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "harm",
    [lose_the_stamp, lose_the_interpreter, lose_a_package, change_a_package, move, copy, change_the_python],
)
def test_a_harmed_environment_is_made_anew(whole: Path, harm: Callable[[Path], Path]) -> None:
    assert run.needed(harm(whole), RUNTIME, DIGESTS) is Step.CREATE


@pytest.mark.parametrize("text", ["", "{", "[]", '{"python": "x"}', "\x00"])
def test_a_damaged_stamp_is_no_stamp(whole: Path, text: str) -> None:
    (whole / run.STAMP).write_text(text, encoding="utf-8")

    assert run.read_stamp(whole) is None
    assert run.needed(whole, RUNTIME, DIGESTS) is Step.CREATE


def test_a_package_that_people_add_does_not_disturb(whole: Path) -> None:
    (run.folder_in(whole, "purelib") / "ipython-9.0.dist-info").mkdir()

    assert run.needed(whole, RUNTIME, DIGESTS) is Step.READY


def test_line_ends_do_not_change_the_digest(tmp_path: Path) -> None:
    unix, windows = tmp_path / "unix", tmp_path / "windows"
    unix.write_bytes(b"pelican==4.12.0\n")
    windows.write_bytes(b"pelican==4.12.0\r\n")

    assert run.digest(unix) == run.digest(windows)


# --- installing ---------------------------------------------------------------------------------------------


def test_with_uv_uv_does_it_all(tmp_path: Path) -> None:
    create, install = run.plan(Step.CREATE, UV, tmp_path / ".venv", tmp_path / RUNTIME)

    python = run.interpreter(tmp_path / ".venv")
    assert create[:2] == [UV, "venv"] and create[-1] == tmp_path / ".venv"
    assert install[:3] == [UV, "pip", "install"] and install[install.index("--python") + 1] == python
    assert install[-3:] == ["--require-hashes", "-r", tmp_path / RUNTIME]


def test_without_uv_venv_and_pip_do_it(tmp_path: Path) -> None:
    create, install = run.plan(Step.CREATE, None, tmp_path / ".venv", tmp_path / RUNTIME)

    assert create[1:] == ["-m", "venv", tmp_path / ".venv"]
    assert install[:4] == [run.interpreter(tmp_path / ".venv"), "-m", "pip", "install"]
    assert install[-3:] == ["--require-hashes", "-r", tmp_path / RUNTIME]


def test_adding_makes_no_new_environment(tmp_path: Path) -> None:
    whole_plan = run.plan(Step.CREATE, None, tmp_path / ".venv", tmp_path / DEVELOPER)

    assert run.plan(Step.ADD, None, tmp_path / ".venv", tmp_path / DEVELOPER) == whole_plan[1:]


class Installer:
    """Stand in for uv and pip: makes what they would make, and fails when told to."""

    def __init__(self, root: Path) -> None:
        self.venv = root / ".venv"
        self.tools: list[str] = []
        self.broken: set[str] = set()

    def __call__(self, command: Sequence[str | Path]) -> None:
        tool = "uv" if command[0] == UV else "pip"
        if "venv" in command:
            run.interpreter(self.venv).parent.mkdir(parents=True)
            run.interpreter(self.venv).touch()
            return
        self.tools.append(tool)
        if tool in self.broken:
            raise SetupError("Chưa cài đặt được: mất mạng.")
        metadata = run.folder_in(self.venv, "purelib") / "pelican-4.12.0.dist-info"
        metadata.mkdir(parents=True, exist_ok=True)


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    """A project folder whose installers are stood in for; no uv unless a test brings it."""
    fake = Installer(tmp_path)
    for name in (RUNTIME, DEVELOPER):
        (tmp_path / name).write_text(f"# {name}\n", encoding="utf-8")
    monkeypatch.setattr(run, "call", fake)
    monkeypatch.setattr(run, "missing_tools", lambda: None)
    monkeypatch.setattr(run.shutil, "which", lambda _: None)
    return fake


def test_a_second_run_does_not_install_again(installer: Installer, tmp_path: Path) -> None:
    run.prepare(tmp_path, RUNTIME)
    run.prepare(tmp_path, RUNTIME)

    assert installer.tools == ["pip"]


def test_an_installation_that_stops_half_way_is_done_again(installer: Installer, tmp_path: Path) -> None:
    installer.broken = {"pip"}
    with pytest.raises(SetupError):
        run.prepare(tmp_path, RUNTIME)
    assert not (tmp_path / ".venv" / run.STAMP).exists()

    installer.broken = set()
    run.prepare(tmp_path, RUNTIME)

    assert installer.tools == ["pip", "pip"]
    assert run.read_stamp(tmp_path / ".venv") is not None


def test_an_addition_that_stops_half_way_leaves_no_stamp(installer: Installer, tmp_path: Path) -> None:
    run.prepare(tmp_path, RUNTIME)
    (run.folder_in(tmp_path / ".venv", "purelib") / "pip-26.0.dist-info").mkdir()
    installer.broken = {"pip"}

    with pytest.raises(SetupError):
        run.prepare(tmp_path, DEVELOPER)

    assert not (tmp_path / ".venv" / run.STAMP).exists()


def test_where_uv_fails_pip_is_tried(installer: Installer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda name: UV if name == "uv" else None)
    installer.broken = {"uv"}

    run.prepare(tmp_path, RUNTIME)

    assert installer.tools == ["uv", "pip"]
    assert run.needed(tmp_path / ".venv", RUNTIME, {RUNTIME: run.digest(tmp_path / RUNTIME)}) is Step.READY


def test_an_environment_of_a_uv_that_is_gone_is_made_anew(
    installer: Installer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """uv puts no pip into an environment, so pip cannot add to it."""
    run.prepare(tmp_path, RUNTIME)
    steps: list[Step] = []
    real = run.install
    monkeypatch.setattr(run, "install", lambda step, *rest: (steps.append(step), real(step, *rest)))

    run.prepare(tmp_path, DEVELOPER)

    assert steps == [Step.CREATE]


def test_a_file_in_the_place_of_the_environment_gives_way(installer: Installer, tmp_path: Path) -> None:
    (tmp_path / ".venv").write_text("not a folder", encoding="utf-8")

    run.prepare(tmp_path, RUNTIME)

    assert (tmp_path / ".venv" / run.STAMP).is_file()


def test_a_nearly_full_disk_is_told_before_anything_is_removed(
    installer: Installer, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=10 * 2**20)
    monkeypatch.setattr(run.shutil, "disk_usage", lambda _: usage)

    with pytest.raises(SetupError, match="Đĩa còn chưa tới 300 MB"):
        run.prepare(tmp_path, RUNTIME)

    assert run.interpreter(whole).exists()


def test_missing_venv_and_pip_are_named_with_the_command_that_brings_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = run.importlib.util.find_spec
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else real(name))
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")

    assert run.missing_tools() == (
        "Python trên máy này thiếu venv và pip: chạy «sudo apt install python3-venv» rồi chạy lại."
    )


def test_nothing_is_missing_from_a_python_that_has_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda _: object())

    assert run.missing_tools() is None


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "đĩa đã đầy",
        ),
        ("error: failed to create file: Permission denied (os error 13)", "không được phép ghi"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "không khớp mã"),
        ("  × Failed to download `blinker==1.9.0`\n  Hash mismatch for `blinker==1.9.0`", "không khớp mã"),
        (
            "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate",
            "chen chứng thư",
        ),
        (
            "WARNING: Retrying … NewConnectionError('Failed to establish a new connection: [Errno -2] Name "
            "or service not known')\nERROR: No matching distribution found for anyio==4.16.0",
            "không nối được",
        ),
        ("error: error sending request for url\n  dns error: failed to lookup address", "không nối được"),
        ("ERROR: No matching distribution found for lxml==6.1.3", "chưa có bản dựng sẵn"),
        ("something\n\n  a reason nobody knows  \n", "báo «a reason nobody knows»"),
        ("", "không báo gì"),
    ],
)
def test_the_reason_of_a_failure_is_said_in_vietnamese(output: str, said: str) -> None:
    assert said in run.reason(output)
