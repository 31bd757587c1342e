"""Ready-made forms: complete texts for each school level in `schema/forms/`, with the school's name filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..kinds import kind_named
from ..load import read_record
from ..load.text import read_text
from ..paths import SCHEMA
from ..plain_yaml import read_plain
from ..vietnamese import slug

FOLDER = SCHEMA / "forms"
_SCHOOL = "{school}"
_TITLE = re.compile(r"^(title: .*)$", re.M)


@dataclass(frozen=True, kw_only=True)
class ReadyForm:
    """The text of a form that is ready, and what to call the level it is made for."""

    text: str
    level_label: str
    other_names: tuple[str, ...]

    @property
    def told(self) -> str:
        """What to say of the file besides its name."""
        others = "".join(f" Trường còn cấp khác:  invoke new bieu-mau {name}  ." for name in self.other_names)
        return f" từ mẫu soạn sẵn cấp {self.level_label}, dùng được ngay; đọc lại một lượt.{others}"


def ready_form(content: Path, word: str | None) -> ReadyForm | None:
    """The ready form that a word names, for the school's level or the one named at the word's end; None for no such.

    `don-xin-nghi-hoc` is the form for the first level of the school that has one, `don-xin-nghi-hoc-th` that of
    primary schools.
    """
    levels = read_plain(SCHEMA / "vocabulary" / "school_levels.yml")
    name, own, school = slug(word or ""), *_school(content)
    endings = {slug(str(level["code"])): key for key, level in levels.items()}
    stem, _, ending = name.rpartition("-")
    chosen: Sequence[str] = own
    if ending in endings and _path(stem, endings[ending]).is_file():
        name, chosen = stem, (endings[ending],)
    is_named = name != slug(word or "")
    level = next((level for level in chosen if _path(name, level).is_file()), None)
    if level is None:
        return None
    others = (one for one in own if one != level and _path(name, one).is_file())
    label = str(levels[level]["label"])
    text = _path(name, level).read_text(encoding="utf-8").replace(_SCHOOL, school)
    return ReadyForm(
        # Two levels of one school must not have two forms of one name.
        text=_TITLE.sub(rf"\1 – {label}", text, count=1) if is_named else text,
        level_label=label,
        other_names=tuple(f"{name}-{slug(str(levels[one]['code']))}" for one in others),
    )


def _path(name: str, level: str) -> Path:
    return FOLDER / level / f"{name}.md"


def _school(content: Path) -> tuple[tuple[str, ...], str]:
    """Levels and short name as `truong.yml` has them; a school that has not written it yet is simply «nhà trường»."""
    kind, path = kind_named("school"), content / "truong.yml"
    text, fault = read_text(path.read_bytes(), path.name) if path.is_file() else ("", None)
    record = read_record(text, path.name, kind)[0] if kind and text and fault is None else None
    fields = record.fields if record else {}
    levels, name = fields.get("school_levels"), fields.get("short_name")
    known = tuple(str(level) for level in levels) if isinstance(levels, list) else ()
    return known, f"Trường {name}" if isinstance(name, str) and name else "nhà trường"
