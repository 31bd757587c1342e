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
# Kinds of content whose tables may lie in data files beside them, and how such files end.
KINDS_WITH_DATA = frozenset({"disclosure"})
DATA_SUFFIXES = (".csv", ".xlsx")
# Front matter opens on the first line with anything on it.
_OPENED = re.compile(r"(?:[^\S\n]*\n)*---[ \t]*\n")
_CLOSED = re.compile(r"^---[ \t]*(?:\n|\Z)", re.M)


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
    data = {file.name: file for file in files if _is_data(file)}
    unused = set(data)
    for file in files:
        if file.name in data:
            continue
        top = file.name.split("/", 1)[0]
        if top == REGISTER_FOLDER and "/" in file.name:
            continue
        if top in ASSET_FOLDERS and "/" in file.name:
            assets.append(file)
            continue
        record, faults_found = _read(file)
        findings += faults_found
        if record is not None and record.kind in KINDS_WITH_DATA and "file:" in record.head:
            # Imported only here: most schools keep their rows in the text.
            from .data_files import filled

            whole = filled(record, data)
            record = whole.record
            findings += whole.findings
            unused -= whole.used
        if record is not None:
            records.append(record)
        else:
            unread.add(file.name)
    findings += [faults.UNKNOWN_PLACE.finding(Where(path=name), hint=_data_hint(name)) for name in sorted(unused)]
    register, faults_found = _register(content)
    return Loaded(
        records=tuple(records),
        assets=read_assets(assets, cache or CACHE),
        findings=(*findings, *faults_found),
        unread=frozenset(unread),
        register=register,
    )


def _is_data(file: File) -> bool:
    kind = kind_at(file.name)
    return kind is not None and kind.name in KINDS_WITH_DATA and file.name.endswith(DATA_SUFFIXES)


def _data_hint(name: str) -> str:
    file = name.rsplit("/", 1)[-1]
    return f"Ghi  file: {file}  vào bảng lấy số liệu từ tệp này (trong tệp .md đặt cạnh), hoặc xóa tệp."


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
    opened = _OPENED.match(text)
    closed = _CLOSED.search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return None
    first_line = text.count("\n", 0, opened.end()) + 1
    head, body = text[opened.end() : closed.start()], text[closed.end() :]
    # The line break before the closing fence belongs to the fence.
    body_line = first_line + text.count("\n", opened.end(), closed.start()) + 1
    return head.removesuffix("\n"), first_line, body, body_line


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
