"""Read content files as they are. Nothing is guessed here: a phone number stays text.

content/ → (records, assets, findings)
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..cores import Errand
from ..findings import Finding
from ..kinds import ASSET_FOLDERS, KINDS, REGISTER_FOLDER, Kind, kind_at
from ..model import Asset, Record, Where
from ..paths import ROOT
from ..register import Register, RegisterError, read_register
from ..vietnamese import file_size, nearest
from . import faults
from .attachments import all_remembered, read_assets
from .fences import forgotten, repeated, split
from .files import File, find_files, reason_of
from .names import name_fault
from .text import read_text
from .yaml_text import read_yaml

__all__ = ["Loaded", "load"]

MAX_BYTES = 2_000_000
CACHE = ROOT / ".cache" / "attachments"
# Kinds of content whose tables may lie in data files beside them, and how such files end.
KINDS_WITH_DATA = frozenset({"disclosure"})
DATA_SUFFIXES = (".csv", ".xlsx")
_ASSET_PLACES = tuple(f"{folder}/" for folder in ASSET_FOLDERS)


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
    assets = [file for file in files if file.name.startswith(_ASSET_PLACES)]
    looking = Errand(partial(read_assets, assets, cache or CACHE))
    if not all_remembered(assets, cache or CACHE):
        # Another core does it while we read texts.
        looking.start()
    unread = {finding.where.path for finding in findings}
    data = {file.name: file for file in files if _is_data(file)}
    unused = set(data)
    names = {file.name for file in files}
    for file in files:
        if file.name in data:
            continue
        top = file.name.split("/", 1)[0]
        if top == REGISTER_FOLDER and "/" in file.name:
            continue
        if file.name.startswith(_ASSET_PLACES):
            continue
        record, faults_found = _read(file, names)
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
    seen = looking.answer()
    return Loaded(
        records=tuple(records),
        assets=read_assets(assets, cache or CACHE) if seen is None else seen,
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


def _read(file: File, names: Collection[str]) -> tuple[Record | None, list[Finding]]:
    where = Where(path=file.name)
    kind = kind_at(file.name)
    if kind is None or not file.name.endswith(kind.suffix):
        return None, [faults.UNKNOWN_PLACE.finding(where, hint=_hint(file.name, kind))]
    if not file.path.is_file():
        return None, [faults.UNREADABLE.finding(where, reason="đó không phải là một tệp thường")]
    try:
        data = file.path.read_bytes()
    except OSError as problem:
        return None, [faults.UNREADABLE.finding(where, reason=reason_of(problem))]
    if len(data) > MAX_BYTES:
        return None, [faults.TOO_LARGE.finding(where, size=file_size(len(data)), limit=file_size(MAX_BYTES))]
    text, fault = read_text(data, file.name)
    if misnamed := name_fault(file.name, kind, text, names):
        return None, [misnamed]
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
        parts = split(text)
        if parts is None:
            return None, [_without_front_matter(text, path)]
        if (again := repeated(parts.body)) is not None:
            return None, [faults.SECOND_FRONT_MATTER.finding(Where(path=path, line=parts.body_line + again))]
        head, head_line, body, body_line = parts.head, parts.head_line, parts.body, parts.body_line
    yaml = read_yaml(head, path, first_line=head_line)
    if yaml.findings:
        return None, list(yaml.findings)
    record = Record(
        path=path, kind=kind.name, fields=yaml.tree, marks=yaml.marks, key_marks=yaml.key_marks,
        head=head, body=body, body_line=body_line, digest=digest,
    )  # fmt: skip
    return record, []


def _without_front_matter(text: str, path: str) -> Finding:
    gap = forgotten(text)
    if gap is None:
        return faults.NO_FRONT_MATTER.finding(Where(path=path))
    if gap.after == 0:
        return faults.FORGOTTEN_FENCE.finding(
            Where(path=path), which="mở", place="vào đầu tệp, hoặc chạy  invoke repair --yes"
        )
    place = f"sau dòng {gap.after}" + (", hoặc chạy  invoke repair --yes" if gap.is_certain else "")
    return faults.FORGOTTEN_FENCE.finding(Where(path=path, line=gap.after), which="đóng", place=place)


def _hint(path: str, kind: Kind | None) -> str:
    if kind is not None:
        name, _, rest = path.rpartition("/")[2].partition(f"{kind.suffix}.")
        if rest:
            return f"Đổi tên tệp thành  {name}{kind.suffix} ; nếu đã có tệp tên ấy thì xóa tệp này."
        return f"Tệp ở «{kind.place}» phải có đuôi {kind.suffix}; tệp đính kèm để trong «tep», ảnh để trong «hinh»."
    top = path.split("/", 1)[0]
    near = nearest(top, [known.place for known in KINDS] + list(ASSET_FOLDERS))
    if near is not None:
        return f"Có phải ý bạn là «{near}»?"
    return "Chuyển tệp vào thư mục của mục tương ứng, ví dụ tin-tuc; tệp đính kèm để trong tep, ảnh để trong hinh."
