"""Copies to work in, and processes of ours to run: nothing here writes into the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from told import Told

ROOT = Path(__file__).parents[1]
OFFLINE = Path(__file__).with_name("offline")
# What a build needs beside its content.
PROJECT = ("pelicanconf.py", "publishconf.py", "plugins", "schema", "theme")
# Nobody writes into these in place, so copies may share them.
SHARED = ("hinh", "tep")
# Deleted when the tests end.
_compiled = tempfile.TemporaryDirectory(prefix="cong-truong-")


def copied(source: Path, target: Path) -> Path:
    """A writable copy of a content folder: texts are copied, pictures and attachments shared."""

    def take(old: str, new: str) -> None:
        if Path(old).relative_to(source).parts[0] in SHARED:
            try:
                os.link(old, new)
                return
            except OSError:
                pass
        shutil.copyfile(old, new)

    shutil.copytree(source, target, copy_function=take)
    return target


def project_at(folder: Path) -> Path:
    """A copy of everything a build needs but content, so that its cache is the tests' own."""
    folder.mkdir(parents=True)
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)
    return folder


def environment(project: Path, **settings: str) -> dict[str, str]:
    """What a process of ours needs to know: where the package lies, and that there is no network.

    What Python compiles is kept for the processes after it, also on machines that forbid that in general.
    """
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = os.pathsep.join([str(OFFLINE), str(project / "plugins")])
    return {**known, "PYTHONPATH": path, "PYTHONPYCACHEPREFIX": _compiled.name, "PYTHONUTF8": "1", **settings}


def ended(words: list[str], *, cwd: Path, env: dict[str, str], cores: int | None = None) -> Told:
    """Run a program to its end; on so many of the machine's cores, where the system lets us say so."""
    if cores is not None and (taskset := shutil.which("taskset")):
        words = [taskset, "--cpu-list", f"0-{cores - 1}", *words]
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=240)
    return Told(status=done.returncode, out=done.stdout, err=done.stderr)


def our_program(*words: object) -> list[str]:
    """The words that start a command of ours in a process of its own."""
    return [sys.executable, "-m", "school_site", *map(str, words)]
