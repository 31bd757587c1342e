"""`run.py` says what is wrong in one sentence, and hands every word on."""

import ast
import errno
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import run
from run import DEVELOPER, RUNTIME, SetupError

# --- an old Python ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "refused"),
    [((2, 7), True), ((3, 10), True), ((3, 11), False), ((3, 14), False), ((4, 0), False)],
)
def test_only_a_python_before_3_11_is_too_old(version: tuple[int, int], refused: bool) -> None:
    assert run.is_too_old(version) is refused


def test_an_old_python_can_read_the_file_that_sends_it_away() -> None:
    ast.parse((run.ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_gets_one_sentence_and_status_2() -> None:
    pretend = (
        "import sys; sys.version_info = (3, 8, 2, 'final', 0)\n"
        "for name in ('dataclasses', 'enum', 'typing'): sys.modules[name] = None  # not to be reached\n"
        "exec(compile(open(sys.argv[1], encoding='utf-8').read(), 'run.py', 'exec'))"
    )

    ended = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", pretend, str(run.ROOT / "run.py")],
        capture_output=True,
        text=True,
    )

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "Cổng Trường cần Python 3.11 trở lên, máy này đang chạy Python 3.8: "
        "hãy cài bản mới từ python.org rồi chạy lại.\n"
    )


# --- words --------------------------------------------------------------------------------------------------


def test_no_word_shows_every_command_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    status = run.main([])

    shown = capsys.readouterr().out
    assert status == 0
    for command in run.COMMANDS:
        assert f"{command.word} " in shown and f"{command.alias} " in shown and command.help in shown


@pytest.mark.parametrize("word", ["check", "kiem-tra", "Kiểm tra", "kiem_tra", "CHECK"])
def test_a_command_is_found_by_either_name_with_or_without_marks(word: str) -> None:
    assert run.find_command(word).word == "check"


@pytest.mark.parametrize(
    ("slip", "meant"), [("biuld", "build"), ("chek", "check"), ("kiêmtra", "kiem-tra"), ("sever", "serve")]
)
def test_a_slip_is_answered_with_the_nearest_word(slip: str, meant: str) -> None:
    with pytest.raises(SetupError, match=f"Không có lệnh «{slip}»; có phải ý bạn là «{meant}»"):
        run.find_command(slip)


def test_a_word_that_is_like_none_is_answered_without_a_guess() -> None:
    with pytest.raises(SetupError, match="Không có lệnh «xyzzy»; bỏ hẳn lệnh"):
        run.find_command("xyzzy")


def test_a_slip_installs_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(run, "ROOT", tmp_path)

    assert run.main(["biuld"]) == 2
    assert list(tmp_path.iterdir()) == []


# --- faults of the disk -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x"), "Đĩa đã đầy"),
        (PermissionError(errno.EACCES, "Permission denied", ".venv"), "Không được phép ghi vào «.venv»"),
        (OSError(errno.EROFS, "Read-only file system", ".venv"), "Không được phép ghi vào «.venv»"),
        (FileNotFoundError(errno.ENOENT, "No such file", RUNTIME), f"Không có «{RUNTIME}»"),
        (OSError(errno.EIO, "Input/output error"), "Máy không làm được với thư mục dự án"),
    ],
)
def test_a_fault_of_the_disk_is_one_sentence(error: OSError, said: str) -> None:
    sentence = run.explain_os_error(error)

    assert sentence.startswith(said) and sentence.endswith(".")


@pytest.mark.parametrize(
    ("fault", "status"),
    [(SetupError("Thiếu."), 2), (PermissionError(errno.EACCES, "no", "x"), 2), (KeyboardInterrupt(), 130)],
)
def test_no_fault_reaches_people_as_a_traceback(
    fault: BaseException, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(run, "prepare", fail)

    assert run.main(["check"]) == status
    assert len(capsys.readouterr().err.splitlines()) == 1


# --- handing on ---------------------------------------------------------------------------------------------


def test_the_package_is_found_before_what_people_have_set() -> None:
    given = {"PYTHONPATH": "theirs", "PYTHONHOME": "elsewhere", "HOME": "h"}

    inside = run.child_environment(given, Path("project"))

    path = f"{Path('project') / 'plugins'}{os.pathsep}theirs"
    called = inside.pop(run.CALLED_AS)
    assert inside == {"PYTHONPATH": path, "PYTHONUTF8": "1", "HOME": "h"}
    assert called == run.called_as({}, os.name, "run.py")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of run.py in a folder with a Vietnamese name, and a package that tells how it was called."""
    root = tmp_path / "Trường THCS Hoa Sữa"
    package = root / "plugins" / "school_site"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "import json, sys\nprint(json.dumps([sys.argv[1:], sys.prefix, sys.flags.utf8_mode]))\nsys.exit(7)\n",
        encoding="utf-8",
    )
    for name in ("run.py", RUNTIME, DEVELOPER):
        shutil.copy(run.ROOT / name, root)
    return root


def run_in(root: Path, *words: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(root / "run.py"), *words],
        cwd=root.parent,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
    )


def test_every_word_and_the_exit_status_pass_through(project: Path) -> None:
    folder = project / ".venv"
    venv.create(folder, symlinks=os.name != "nt")
    run.write_stamp(folder, {name: run.digest(project / name) for name in (RUNTIME, DEVELOPER)})

    ended = run_in(project, "kiem-tra", "--as-of", "30/9/2026", "hai chữ")

    words, prefix, utf8 = json.loads(ended.stdout)
    assert words == ["check", "--as-of", "30/9/2026", "hai chữ"]
    assert (Path(prefix), utf8) == (folder, 1)
    assert (ended.returncode, ended.stderr) == (7, "")


@pytest.mark.slow
def test_a_bare_machine_gets_a_working_environment_once(project: Path, tiny_wheel: str) -> None:
    """The real thing: venv, pip and hashes, with one hand-made package and no network."""
    bare = {"PATH": str(project / "no-uv-here"), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project.parent)}
    for name in (RUNTIME, DEVELOPER):
        (project / name).write_text(tiny_wheel, encoding="utf-8")

    first, second = run_in(project, "check", **bare), run_in(project, "check", **bare)

    assert (first.returncode, second.returncode) == (7, 7)
    assert "Đã cài xong" in first.stderr and second.stderr == ""
    assert "tiny-1.0.dist-info" in run.packages_in(project / ".venv")


@pytest.fixture
def tiny_wheel(project: Path) -> str:
    """Write the smallest package there is; give its line for a requirements file."""
    from hashlib import sha256
    from zipfile import ZipFile

    wheel = project.parent / "tiny-1.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", "")
        archive.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        archive.writestr(
            "tiny-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr("tiny-1.0.dist-info/RECORD", "")
    return f"tiny==1.0 --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}\n"
