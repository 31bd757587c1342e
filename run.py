#!/usr/bin/env python3
"""Set up the environment once, then hand every word on to `python -m school_site`.

Standard library only. `.venv` is made from the hash-pinned requirements, by uv where it is present, by venv
and pip otherwise. A stamp, written last, tells a whole environment from a half-finished, outdated, moved or
damaged one. What this file says goes to stderr: `run.py check --format json > report.json` stays clean.

It is one file, and long for this house, because it has to work before anything else of the project does.
"""

import sys

OLDEST = (3, 11)


def is_too_old(version: "tuple[int, ...]") -> bool:
    """Tell whether this Python cannot run the project."""
    return version < OLDEST


if is_too_old(sys.version_info[:2]):  # before anything that an old Python does not have
    sys.stderr.write(
        "Cổng Trường cần Python 3.11 trở lên, máy này đang chạy Python %d.%d: "
        "hãy cài bản mới từ python.org rồi chạy lại.\n" % tuple(sys.version_info[:2])
    )
    sys.exit(2)

import contextlib
import difflib
import errno
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sysconfig
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parent
RUNTIME, DEVELOPER = "requirements.txt", "requirements-test.txt"  # the second holds all of the first and more
STAMP = "cong-truong.json"
ROOM = {RUNTIME: 300, DEVELOPER: 600}  # MiB that an environment takes, and some more
WRONG_USE, INTERRUPTED = 2, 130
CALLED_AS = "CONG_TRUONG_CALLED_AS"  # run.cmd says here that it is the one that was called


@dataclass(frozen=True, kw_only=True)
class Command:
    """A word people type, its Vietnamese twin, and the requirements it needs."""

    word: str
    alias: str
    help: str
    requirements: str = RUNTIME


COMMANDS = (
    Command(word="build", alias="dung", help="dựng trang vào thư mục output; thiếu mục bắt buộc thì từ chối"),
    Command(word="check", alias="kiem-tra", help="chỉ kiểm tra nội dung, không dựng trang"),
    Command(word="serve", alias="xem", help="xem thử trên máy này, tự dựng lại khi có thay đổi"),
    Command(word="news", alias="tin", help="lấy tin mới từ các nguồn đang theo dõi (cần mạng)"),
    Command(word="new", alias="tao", help="tạo một tệp nội dung mới có sẵn chú thích, ví dụ: new van-ban"),
    Command(
        word="import",
        alias="nhap",
        help="đưa bảng Excel của trường vào mục công khai: cho xem trước, thêm --yes thì mới ghi",
    ),
    Command(word="print", alias="in", help="in ra PDF khổ A4 để treo bảng, ví dụ: print lich-cong-tac"),
    Command(word="explain", alias="giai-thich", help="giải thích một mã của kết quả, ví dụ: explain CK-010"),
    Command(
        word="repair",
        alias="sua",
        help="sửa giúp lỗi gõ trong phần khai báo: cho xem trước, thêm --yes thì mới sửa",
    ),
    Command(word="ledger", alias="so-theo-doi", help="in sổ theo dõi: từng điều phải công khai và tình trạng của nó"),
    Command(
        word="diff-law",
        alias="so-luat",
        help="cho biết quy định thay đổi gì giữa hai ngày hoặc hai bộ quy định",
    ),
    Command(word="record", alias="ghi-so", help="ghi vào sổ những gì đang công bố: ngày đầu tiên thấy, địa chỉ trang"),
    Command(word="test", alias="thu", help="chạy toàn bộ các bài thử phần mềm", requirements=DEVELOPER),
    Command(word="lint", alias="soat", help="soát mã nguồn và kiểu dữ liệu", requirements=DEVELOPER),
)


class SetupError(Exception):
    """A fault of the set-up, said in one Vietnamese sentence."""


class Step(Enum):
    """What the environment needs before a command can run."""

    READY = "nothing"
    ADD = "the developers' tools on top of a whole environment"
    CREATE = "everything, from an empty folder"


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What stands in an environment, as written after the last package was in."""

    python: str
    folder: str
    installed: Mapping[str, str]  # requirements file -> its digest
    packages: Sequence[str]


# --- words --------------------------------------------------------------------------------------------------


def usage(program: str) -> str:
    """Tell what one can do."""
    lines = [f"    {command.word:<9} {command.alias:<11} {command.help}" for command in COMMANDS]
    return "\n".join(
        [
            "Cổng Trường: từ một thư mục nội dung thành trang thông tin điện tử của nhà trường.",
            "",
            f"Cách dùng:  {program} LỆNH …    (tên tiếng Anh hay tiếng Việt đều được)",
            "",
            *lines,
            "",
            f"Xem tùy chọn của một lệnh:  {program} build --help",
        ]
    )


def plain(word: str) -> str:
    """Fold a word for comparing: «Kiểm tra» and «kiem-tra» are one."""
    decomposed = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    letters = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return "-".join(letters.replace("_", " ").split())


def find_command(word: str) -> Command:
    """Find the command of a word; an unknown one is refused before anything is installed."""
    names = {name: command for command in COMMANDS for name in (command.word, command.alias)}
    if plain(word) in names:
        return names[plain(word)]
    near = difflib.get_close_matches(plain(word), names, n=1, cutoff=0.5)
    hint = f"có phải ý bạn là «{near[0]}»?" if near else "bỏ hẳn lệnh để xem danh sách các lệnh."
    raise SetupError(f"Không có lệnh «{word}»; {hint}")


# --- what the environment needs -----------------------------------------------------------------------------


def digest(file: Path) -> str:
    """Fingerprint a requirements file; line ends do not count, because Git may change them on Windows."""
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def folder_in(venv: Path, kind: str) -> Path:
    """Give the «scripts» or «purelib» folder of an environment on this system."""
    base = {"base": str(venv), "platbase": str(venv)}
    return Path(sysconfig.get_path(kind, "venv", vars=base))


def interpreter(venv: Path) -> Path:
    """Give the environment's own Python."""
    return folder_in(venv, "scripts") / ("python.exe" if os.name == "nt" else "python")


def packages_in(venv: Path) -> list[str]:
    """List the installed packages with their versions, by the names of their metadata folders."""
    names = sorted(path.name for path in folder_in(venv, "purelib").glob("*.*-info"))
    return [name for name in names if not name.startswith(("pip-", "setuptools-", "wheel-"))]


def running_python() -> str:
    """Name the running Python by what decides which packages fit it."""
    return f"{sys.implementation.cache_tag}-{sysconfig.get_platform()}"


def read_stamp(venv: Path) -> Stamp | None:
    """Read the stamp; one that is absent or damaged is no stamp."""
    try:
        return Stamp(**json.loads((venv / STAMP).read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return None


def write_stamp(venv: Path, installed: Mapping[str, str]) -> None:
    """Say that the environment is whole; in one step, so that a full disk leaves no half a stamp."""
    stamp = {
        "python": running_python(),
        "folder": str(venv),
        "installed": dict(installed),
        "packages": packages_in(venv),
    }
    fresh = venv / f"{STAMP}.new"
    fresh.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    fresh.replace(venv / STAMP)


def is_whole(venv: Path, stamp: Stamp) -> bool:
    """Tell whether the environment is still where and what the stamp says."""
    if stamp.python != running_python() or not interpreter(venv).exists():
        return False
    if not (os.path.exists(stamp.folder) and os.path.samefile(stamp.folder, venv)):
        return False  # moved or copied: its scripts point into the old place
    return set(stamp.packages) <= set(packages_in(venv))


def needed(venv: Path, wanted: str, digests: Mapping[str, str]) -> Step:
    """Decide what is to be done before a command that wants these requirements can run."""
    stamp = read_stamp(venv)
    if stamp is None or not is_whole(venv, stamp):
        return Step.CREATE
    if stamp.installed.get(wanted) == digests[wanted]:
        return Step.READY
    return Step.ADD if stamp.installed.get(RUNTIME) == digests[RUNTIME] else Step.CREATE


# --- doing it -----------------------------------------------------------------------------------------------

NO_ROOM = r"no space left|not enough space|disk quota"
NO_RIGHT = r"permission denied|read-only file system|access is denied"
NOT_THE_PINNED = r"do not match the hashes|hash mismatch"
NOT_TRUSTED = r"certificate_verify_failed|certificate verify failed|invalid peer certificate"
NO_NETWORK = (
    r"name resolution|name or service|nodename nor|getaddrinfo failed|dns error|failed to establish|proxy"
    r"|connection refused|connection aborted|network is unreachable|error sending request|could not connect"
    r"|timed out"
)
NO_BUILD = r"no matching distribution|no usable wheels|has no wheels|failed to build|failed building"

REASONS = (  # the first that fits: without a network, for one, no distribution matches either
    (NO_ROOM, "đĩa đã đầy, hãy dọn bớt rồi chạy lại"),
    (NO_RIGHT, "không được phép ghi vào thư mục này, hãy chép dự án sang thư mục của mình rồi chạy lại"),
    (NOT_THE_PINNED, "thư viện tải về không khớp mã ghi trong dự án, hãy thử lại bằng một mạng khác tin cậy"),
    (
        NOT_TRUSTED,
        "mạng này chen chứng thư riêng vào kết nối, hãy nhờ người quản trị mạng hoặc dùng mạng khác",
    ),
    (NO_NETWORK, "không nối được với kho thư viện Python, hãy kiểm tra mạng rồi chạy lại"),
    (NO_BUILD, "chưa có bản dựng sẵn cho Python và máy này, hãy dùng Python 64 bit từ 3.11 đến 3.14"),
)


def reason(output: str) -> str:
    """Say in Vietnamese why an installer failed; its own last line, when it is none of the known reasons."""
    for pattern, sentence in REASONS:
        if re.search(pattern, output, re.IGNORECASE):
            return sentence
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return f"chương trình cài đặt báo «{lines[-1]}»" if lines else "chương trình cài đặt dừng mà không báo gì"


def say(sentence: str) -> None:
    """Tell people what is going on."""
    print(sentence, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path]) -> None:
    """Run one step of the installation quietly; its output is shown only as the reason of a failure."""
    settings = {**os.environ, "PYTHONUTF8": "1", "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        list(map(str, command)), env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        raise SetupError(f"Chưa cài đặt được: {reason(done.stdout.decode('utf-8', 'replace'))}.")


def plan(step: Step, uv: str | None, venv: Path, requirements: Path) -> list[list[str | Path]]:
    """List the commands that bring the environment to what is wanted."""
    python = interpreter(venv)
    base = getattr(sys, "_base_executable", sys.executable)  # not the environment's own: it may be about to go
    if uv:
        create: list[str | Path] = [uv, "venv", "--quiet", "--python", base, venv]
        install: list[str | Path] = [uv, "pip", "install", "--quiet", "--python", python]
    else:
        create = [base, "-m", "venv", venv]
        install = [python, "-m", "pip", "install", "--quiet", "--no-input", "--retries", "2"]
    install += ["--require-hashes", "-r", requirements]
    return [install] if step is Step.ADD else [create, install]


def missing_tools() -> str | None:
    """Say what to install when this Python can make no environment by itself."""
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return None
    if shutil.which("apt-get"):
        return "Python trên máy này thiếu venv và pip: chạy «sudo apt install python3-venv» rồi chạy lại."
    return "Python trên máy này thiếu venv và pip: cài bản Python đầy đủ từ python.org rồi chạy lại."


def remove(venv: Path) -> None:
    """Clear the place for a new environment, whatever stands there."""
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    elif venv.exists():
        shutil.rmtree(venv)


def install(step: Step, uv: str | None, venv: Path, requirements: Path) -> None:
    """Bring the environment to what is wanted with one installer."""
    if step is Step.CREATE:
        remove(venv)
    else:
        (venv / STAMP).unlink()  # from here until the end it is not whole
    say(f"Cài thư viện theo {requirements.name} vào .venv bằng {'uv' if uv else 'pip'}, xin chờ một lát…")
    for command in plan(step, uv, venv, requirements):
        call(command)


def try_lock(file: BinaryIO) -> bool:
    """Take the lock if nobody has it; where the disk knows no locks, go on without."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let one installation run at a time; the system frees the lock when its holder dies."""
    with lock.open("ab") as file:
        if not try_lock(file):
            say("Một cửa sổ khác đang cài đặt, xin chờ…")
            while not try_lock(file):
                time.sleep(0.5)
        yield


def prepare(root: Path, wanted: str) -> None:
    """Make the environment ready, doing no more than is needed."""
    venv = root / ".venv"
    digests = {name: digest(root / name) for name in (RUNTIME, DEVELOPER)}
    if needed(venv, wanted, digests) is Step.READY:
        return
    with alone(root / ".venv.lock"):
        step = needed(venv, wanted, digests)
        if step is Step.READY:  # somebody else has just done it
            return
        started, uv, missing = time.monotonic(), shutil.which("uv"), missing_tools()
        if missing and not uv:
            raise SetupError(missing)
        if shutil.disk_usage(root).free < ROOM[wanted] * 2**20:
            raise SetupError(f"Đĩa còn chưa tới {ROOM[wanted]} MB để cài đặt; hãy dọn bớt rồi chạy lại.")
        if step is Step.ADD and not uv and not has_pip(venv):
            step = Step.CREATE  # it was made by a uv that is gone
        if step is Step.CREATE and os.path.lexists(venv):
            say("Môi trường .venv chưa trọn vẹn hoặc đã cũ, tạo lại từ đầu.")
        try:
            install(step, uv, venv, root / wanted)
        except SetupError as failure:
            if not uv or missing:
                raise
            say(f"{failure} Thử lại bằng pip.")
            install(Step.CREATE, None, venv, root / wanted)
        names = (RUNTIME,) if wanted == RUNTIME else (RUNTIME, DEVELOPER)
        write_stamp(venv, {name: digests[name] for name in names})
        say(f"Đã cài xong sau {time.monotonic() - started:.0f} giây; các lần sau dùng lại.")


def has_pip(venv: Path) -> bool:
    """Tell whether the environment can install by itself."""
    return any(folder_in(venv, "purelib").glob("pip-*.dist-info"))


# --- handing on ---------------------------------------------------------------------------------------------


def called_as(given: Mapping[str, str], system: str, script: str) -> str:
    """Tell how this was called, the way a person types it: messages show commands in this form."""
    if given.get(CALLED_AS):
        return given[CALLED_AS]
    typed = script if Path(script).name == "run.py" else "run.py"
    typed = f'"{typed}"' if " " in typed else typed
    return f"py {typed}" if system == "nt" else f"python3 {typed}"


def child_environment(given: Mapping[str, str], root: Path) -> dict[str, str]:
    """Give the environment variables of the command that runs inside."""
    path = [str(root / "plugins"), *filter(None, [given.get("PYTHONPATH")])]
    kept = {name: value for name, value in given.items() if name != "PYTHONHOME"}
    called = called_as(given, os.name, sys.argv[0])
    return {**kept, "PYTHONPATH": os.pathsep.join(path), "PYTHONUTF8": "1", CALLED_AS: called}


def hand_on(root: Path, words: Sequence[str]) -> int:
    """Let the package do what was asked, and pass its exit status through."""
    python = interpreter(root / ".venv")
    command = [str(python), "-m", "school_site", *words]
    environment = child_environment(os.environ, root)
    if os.name == "posix":
        os.execve(python, command, environment)  # becomes the command: signals and status are its own
    process = subprocess.Popen(command, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the command has heard it too and ends by itself


def explain_os_error(error: OSError) -> str:
    """Say a fault of the disk in one sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Đĩa đã đầy, hãy dọn bớt rồi chạy lại."
    where = f"«{error.filename}»" if error.filename else "thư mục dự án"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Không được phép ghi vào {where}; hãy đóng các cửa sổ đang dùng nó hoặc xin quyền ghi."
    if isinstance(error, FileNotFoundError):
        return f"Không có {where}; hãy chép lại đủ các tệp của dự án."
    return f"Máy không làm được với {where}: {error.strerror}."


def main(words: Sequence[str]) -> int:
    """Run one command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console of another encoding must not stop a sentence
            stream.reconfigure(encoding="utf-8", errors="replace")
    program = called_as(os.environ, os.name, sys.argv[0])
    if not words or words[0] in ("-h", "--help", "help"):
        print(usage(program))
        print("Lần chạy đầu tiên tự tạo môi trường trong thư mục .venv (cần mạng); các lần sau thì không.")
        return 0
    try:
        command = find_command(words[0])
        prepare(ROOT, command.requirements)
        return hand_on(ROOT, [command.word, *words[1:]])
    except SetupError as fault:
        say(str(fault))
    except OSError as fault:
        say(explain_os_error(fault))
    except KeyboardInterrupt:
        say("Đã dừng theo yêu cầu; việc cài đặt dở dang (nếu có) sẽ được làm lại ở lần chạy sau.")
        return INTERRUPTED
    return WRONG_USE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
