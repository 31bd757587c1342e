"""The next week's or month's file for `new`: reads the ones before it and lets `renewal` write it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ..calling import tell
from ..kinds import Kind, kind_named
from ..kinds.school import Break, School
from ..load import read_record
from ..load.text import read_text
from ..model import Entry
from ..paths import SCHEMA, shown
from ..renewal import RENEWED, next_period
from ..validate import read_entry
from ..validate.shapes import read_shapes
from ..vietnamese import fold, week_of


def next_name(content: Path, kind: Kind, word: str | None, today: date) -> str:
    """The name asked for; else the next free week, or for plans the next free month («tuan» asks for a week)."""
    asked = fold(word or "")
    if word and asked not in ("tuan", "thang"):
        return word
    is_month = kind.name == "plan" and asked != "tuan"
    taken = {found.stem for found in (content / kind.place).glob(f"*{kind.suffix}")}
    return next_period(f"{today:%Y-%m}" if is_month else week_of(today), taken, breaks_of(content))


def renewed(content: Path, kind: Kind, name: str, today: date) -> str | None:
    """The text of the file called `name`, made from those before it; None where there is none to go by."""
    before = entries_before(content, kind, name)
    return RENEWED[kind.name](name, before, today, breaks_of(content)) if before else None


def entries_before(content: Path, kind: Kind, name: str) -> list[Any]:
    """The entries of a kind whose names come before `name`; weeks before a week, months before a month."""
    paths = sorted(path for path in (content / kind.place).glob(f"*{kind.suffix}") if path.stem < name)
    if kind.name == "plan":
        paths = [path for path in paths if ("W" in path.stem) == ("W" in name)]
    return [entry for path in paths if (entry := _read(content, kind, path))]


def breaks_of(content: Path) -> tuple[Break, ...]:
    """The days off that the school's profile names."""
    kind = kind_named("school")
    assert kind is not None
    school = _read(content, kind, content / kind.place) if (content / kind.place).is_file() else None
    return school.breaks if isinstance(school, School) else ()


def _read(content: Path, kind: Kind, path: Path) -> Entry | None:
    """The entry of one file; one that is not right yet is said and passed over."""
    name = path.relative_to(content).as_posix()
    text, fault = read_text(path.read_bytes(), name)
    record = None if fault else read_record(text, name, kind)[0]
    entry = read_entry(record, kind, read_shapes(SCHEMA)[kind.name])[0] if record else None
    if entry is None:
        tell(f"Chưa dùng được «{shown(path)}» vì tệp còn lỗi; chạy  invoke check  để xem.")
    return entry
