"""Read content files as they are. Nothing is guessed here: a phone number stays text.

content/ → (records, assets, findings)
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from ..findings import Finding
from ..kinds import ASSET_FOLDERS, KINDS, REGISTER_FOLDER, Kind, kind_at
from ..model import Asset, Record, Where
from ..paths import ROOT
from ..register import Register, RegisterError, read_register
from ..vietnamese import file_size, nearest
from . import faults
from .attachments import read_assets
from .files import File, find_files, reason_of
from .text import read_text
from .yaml_text import read_yaml

__all__ = ["Loaded", "load"]

MAX_BYTES = 2_000_000
CACHE = ROOT / ".cache" / "attachments"
_FENCE = re.compile(r"^---[ \t]*$")


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What stands in the content folder. `unread` are the paths of content files that gave no record."""

    records: tuple[Record, ...]
    assets: tuple[Asset, ...]
    findings: tuple[Finding, ...]
    unread: frozenset[str]
    register: Register = field(default_factory=Register)


def load(content: Path, *, cache: Path | None = None) -> Loaded:
    """Read every content file under `content` once; what is inside attachments is remembered in `cache`."""
    files, findings = find_files(content)
    records: list[Record] = []
    assets: list[File] = []
    unread = {finding.where.path for finding in findings}
    for file in files:
        top = file.name.split("/", 1)[0]
        if top == REGISTER_FOLDER and "/" in file.name:
            continue
        if top in ASSET_FOLDERS and "/" in file.name:
            assets.append(file)
            continue
        record, faults_found = _read(file)
        findings += faults_found
        if record is not None:
            records.append(record)
        else:
            unread.add(file.name)
    register, faults_found = _register(content)
    return Loaded(
        records=tuple(records),
        assets=read_assets(assets, cache or CACHE),
        findings=(*findings, *faults_found),
        unread=frozenset(unread),
        register=register,
    )


def _register(content: Path) -> tuple[Register, list[Finding]]:
    try:
        return read_register(content), []
    except RegisterError as fault:
        return Register(), [faults.REGISTER_DAMAGED.finding(Where(path=fault.path), reason="nội dung không đúng dạng")]


def _read(file: File) -> tuple[Record | None, list[Finding]]:
    where = Where(path=file.name)
    kind = kind_at(file.name)
    if kind is None or not file.name.endswith(kind.suffix):
        return None, [faults.UNKNOWN_PLACE.finding(where, hint=_hint(file.name, kind))]
    if fault := _name_fault(file.name, kind):
        return None, [fault]
    if not file.path.is_file():
        return None, [faults.UNREADABLE.finding(where, reason="đó không phải là một tệp thường")]
    try:
        data = file.path.read_bytes()
    except OSError as problem:
        return None, [faults.UNREADABLE.finding(where, reason=reason_of(problem))]
    if len(data) > MAX_BYTES:
        return None, [faults.TOO_LARGE.finding(where, size=file_size(len(data)), limit=file_size(MAX_BYTES))]
    text, fault = read_text(data, file.name)
    if fault is not None:
        return None, [fault]
    if not text.strip():
        return None, [faults.EMPTY.finding(where)]
    # Of the text, not the bytes: a desk that writes CRLF must not look like a changed disclosure.
    return read_record(text, file.name, kind, digest=hashlib.sha256(text.encode()).hexdigest())


def read_record(text: str, path: str, kind: Kind, *, digest: str = "") -> tuple[Record | None, list[Finding]]:
    """The record in a file's text, or the findings that kept us from reading it."""
    head, head_line, body, body_line = text, 1, "", 1
    if kind.suffix == ".md":
        parts = _split(text)
        if parts is None:
            return None, [faults.NO_FRONT_MATTER.finding(Where(path=path))]
        head, head_line, body, body_line = parts
    yaml = read_yaml(head, path, first_line=head_line)
    if yaml.findings:
        return None, list(yaml.findings)
    record = Record(
        path=path, kind=kind.name, fields=yaml.tree, marks=yaml.marks, key_marks=yaml.key_marks,
        head=head, body=body, body_line=body_line, digest=digest,
    )  # fmt: skip
    return record, []


def _split(text: str) -> tuple[str, int, str, int] | None:
    """Front matter, its first line, the body and its first line; None without a closed front matter."""
    lines = text.split("\n")
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.match(lines[start]):
        return None
    for index in range(start + 1, len(lines)):
        if _FENCE.match(lines[index]):
            return "\n".join(lines[start + 1 : index]), start + 2, "\n".join(lines[index + 1 :]), index + 2
    return None


def _name_fault(path: str, kind: Kind) -> Finding | None:
    if kind.is_single:
        return None
    name = path.rsplit("/", 1)[-1].removesuffix(kind.suffix)
    if re.match(kind.name_pattern, name):
        return None
    return faults.BAD_NAME.finding(
        Where(path=path), name=name, expected=kind.name_hint, example=f"{kind.name_example}{kind.suffix}"
    )


def _hint(path: str, kind: Kind | None) -> str:
    if kind is not None:
        return f"Tệp ở «{kind.place}» phải có đuôi {kind.suffix}; tệp đính kèm để trong «tep», ảnh để trong «hinh»."
    top = path.split("/", 1)[0]
    near = nearest(top, [known.place for known in KINDS] + list(ASSET_FOLDERS))
    if near is not None:
        return f"Có phải ý bạn là «{near}»?"
    return "Chuyển tệp vào thư mục của mục tương ứng, ví dụ tin-tuc; tệp đính kèm để trong tep, ảnh để trong hinh."
