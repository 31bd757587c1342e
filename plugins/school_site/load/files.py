"""The files of a content folder, in one order on every machine; what Windows leaves lying about is passed over."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import SetupError
from ..findings import Finding
from ..model import Where
from ..vietnamese import nfc
from . import faults

_JUNK = {"thumbs.db", "desktop.ini", ".ds_store"}


@dataclass(frozen=True, kw_only=True)
class File:
    """A file found: `name` is its path under the content folder, normalised; `path` opens it."""

    name: str
    path: Path


def is_junk(name: str) -> bool:
    """Whether a program, not a person, left this file: lock files, thumbnails, backups, hidden files."""
    lower = name.lower()
    return lower in _JUNK or lower.startswith((".", "~$", ".~")) or lower.endswith(("~", ".tmp", ".swp"))


def find_files(content: Path) -> tuple[list[File], list[Finding]]:
    """All files under `content`, sorted by name, and findings for links that lead astray.

    Raises SetupError when the folder itself is not there.
    """
    if not content.is_dir():
        raise SetupError(f"Không có thư mục nội dung «{content}»; kiểm tra lại sau chữ --content.")
    found: list[File] = []
    findings: list[Finding] = []
    root = content.resolve()
    for item in _walk(content, "", root, findings):
        found.append(item)
    found.sort(key=lambda file: file.name)
    return found, findings


def _walk(folder: Path, prefix: str, root: Path, findings: list[Finding]) -> Iterator[File]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        findings.append(faults.UNREADABLE.finding(Where(path=prefix or "."), reason=reason_of(problem)))
        return
    for entry in entries:
        if is_junk(entry.name):
            continue
        name = nfc(f"{prefix}{entry.name}")
        if entry.is_symlink() and (fault := _link_fault(Path(entry.path), name, root)):
            findings.append(fault)
        elif entry.is_dir():
            yield from _walk(Path(entry.path), f"{name}/", root, findings)
        else:
            yield File(name=name, path=Path(entry.path))


def _link_fault(link: Path, name: str, root: Path) -> Finding | None:
    where = Where(path=name)
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError) as problem:
        # Python before 3.13 reports a ring as RuntimeError, later ones as ELOOP.
        is_loop = isinstance(problem, RuntimeError) or problem.errno == errno.ELOOP
        return (faults.LINK_CYCLE if is_loop else faults.LINK_OUTSIDE).finding(where)
    if not target.is_relative_to(root):
        return faults.LINK_OUTSIDE.finding(where)
    if target.is_dir() and link.parent.resolve().is_relative_to(target):
        return faults.LINK_CYCLE.finding(where)
    return None


def reason_of(fault: OSError) -> str:
    """A file system's complaint in words of the house."""
    if isinstance(fault, PermissionError):
        return "không có quyền đọc"
    if isinstance(fault, FileNotFoundError):
        return "tệp không còn ở đó"
    if isinstance(fault, IsADirectoryError):
        return "đó là một thư mục"
    return fault.strerror or "máy không cho biết vì sao"
