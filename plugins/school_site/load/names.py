"""What a content file should be called, when its name has not the form that its kind wants."""

from __future__ import annotations

import re
from collections.abc import Collection

from ..findings import Finding
from ..kinds import Kind
from ..mistyping import original
from ..model import Where
from ..vietnamese import nfc, read_day, slug, week_of
from . import faults

_DATED = re.compile(r"20\d\d-\d\d-\d\d-")
_STARTS, _PUBLISHED = (re.compile(rf"^{key}:[ \t]*[\"']?([\d/.-]+)", re.M) for key in ("starts_on", "published_on"))


def name_fault(path: str, kind: Kind, text: str, names: Collection[str]) -> Finding | None:
    """The finding about a file's name, with the name it could have; `names` are the paths that are taken.

    `text` is what the file says: its day gives the week of a schedule, and the front of a piece of news.
    """
    if kind.is_single:
        return None
    folder, _, file = path.rpartition("/")
    name = file.removesuffix(kind.suffix)
    if re.match(kind.name_pattern, name):
        return None
    source = original(name)
    if source is not None and f"{folder}/{source}{kind.suffix}" in names:
        fix = f"Đây là bản sao của «{source}{kind.suffix}»: xóa đi nếu không dùng."
    elif (proper := _proper(source or name, kind, text)) is None:
        fix = f"Đổi tên tệp, ví dụ  {kind.name_example}{kind.suffix}"
    elif f"{folder}/{proper}{kind.suffix}" in names:
        fix = f"Đã có tệp «{proper}{kind.suffix}»: xóa tệp này nếu là bản cũ, hoặc đặt một tên khác."
    else:
        fix = f"Đổi tên tệp thành  {proper}{kind.suffix}"
    return faults.BAD_NAME.finding(Where(path=path), name=name, expected=kind.name_hint, fix=fix)


def _proper(name: str, kind: Kind, text: str) -> str | None:
    """The name as `new` would write it, or None where nothing tells it."""
    if re.match(kind.name_pattern, name):
        return name
    said = _STARTS.search(text) or _PUBLISHED.search(text)
    on = read_day(nfc(said[1])) if said else None
    made = slug(name)
    if on is not None and _DATED.match(kind.name_example) and not made[:4].isdecimal():
        made = f"{on.isoformat()}-{made}".rstrip("-")
    if re.match(kind.name_pattern, made):
        return made
    in_week = week_of(on) if on is not None else ""
    return in_week if re.match(kind.name_pattern, in_week) and kind.suffix == ".yml" else None
