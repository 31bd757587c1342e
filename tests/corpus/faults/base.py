"""What a fault is: how a hurried person makes it, where another person would look for it, how grave it is.

The catalogue knows schools, the law and the content files; it names none of the validator's codes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..school import School
from .places import Place, at

ERROR, WARNING, PERSON = "lỗi", "cảnh báo", "cần người xem"
REFUSED = (ERROR,)
NOTICED = (ERROR, WARNING, PERSON)
DOUBTED = (WARNING, PERSON)


@dataclass(frozen=True, kw_only=True)
class Planted:
    """A school with the fault in it: the changed files (None: gone), and what must and may be told about it."""

    changes: Mapping[str, bytes | None]
    expected: tuple[Place, ...] = ()
    consequences: tuple[Place, ...] = ()


Plant = Callable[[School, int], Planted | None]
"""A school and a turn (which position this time) → the planted fault; None where it makes no sense."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A kind of fault; with no expectation at all it is an innocent twin, which must stay unnoticed."""

    name: str
    group: str
    plant: Plant
    severities: tuple[str, ...] = REFUSED
    turns: int = 1


def pick(values: Sequence[str], turn: int) -> str | None:
    """The value for this turn, spread over the whole list."""
    return values[(turn * 7) % len(values)] if values else None


# --- changing one file -----------------------------------------------------------------------------------------


def line_number(text: str, needle: str, *, nth: int = 0) -> int | None:
    """The number of the line that holds `needle`."""
    found = [number for number, line in enumerate(text.split("\n"), start=1) if needle in line]
    return found[nth] if nth < len(found) else None


def with_lines(path: str, lines: Sequence[str], guilty: int | None) -> Planted:
    """The file with these lines, guilty at that one."""
    return Planted(changes={path: "\n".join(lines).encode()}, expected=(at(path, *([guilty] if guilty else [])),))


def set_key(school: School, path: str | None, key: str, value: str, *, line: bool = True) -> Planted | None:
    """Write `key: value` over the file's own line of that key; where it has none, over the first one further in."""
    if path is None:
        return None
    lines = school.text(path).split("\n")
    found = [number for number, old in enumerate(lines) if old.strip().removeprefix("- ").startswith(f"{key}:")]
    if not found:
        return None
    number = next((number for number in found if lines[number].startswith(key)), found[0])
    lines[number] = lines[number][: lines[number].index(key)] + f"{key}: {value}".rstrip()
    return with_lines(path, lines, number + 1 if line else None)


def swap(school: School, path: str | None, old: str, new: str, *, nth: int = 0, line: bool = True) -> Planted | None:
    """Write `new` for `old` in the nth line that has it."""
    if path is None:
        return None
    lines = school.text(path).split("\n")
    found = [number for number, text in enumerate(lines) if old in text]
    if nth >= len(found):
        return None
    lines[found[nth]] = lines[found[nth]].replace(old, new, 1)
    return with_lines(path, lines, found[nth] + 1 if line else None)


def add_key(school: School, path: str | None, text: str, *, after: str = "") -> Planted | None:
    """Add a line to the head of a file: after the key `after`, or as its last line."""
    if path is None:
        return None
    lines = school.text(path).split("\n")
    if after:
        here = next((number for number, line in enumerate(lines) if line.startswith(after + ":")), None)
    elif path.endswith(".md"):
        here = lines.index("---", 1) - 1
    else:
        here = len(lines) - 2
    if here is None:
        return None
    added = text.split("\n")
    return with_lines(path, [*lines[: here + 1], *added, *lines[here + 1 :]], here + 2)


def drop_key(school: School, path: str | None, key: str) -> Planted | None:
    """Take a top-level key and all below it out of a file. What is missing is reported at the file's first line."""
    if path is None:
        return None
    lines = school.text(path).split("\n")
    start = next((number for number, line in enumerate(lines) if line.startswith(key + ":")), None)
    if start is None:
        return None
    end = start + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    text = "\n".join([*lines[:start], *lines[end:]])
    return Planted(changes={path: text.encode()}, expected=(at(path, 1),))


def add_body(school: School, path: str | None, text: str, *, line: bool = True) -> Planted | None:
    """Write a further paragraph at the end of a page."""
    if path is None:
        return None
    lines = [*school.text(path).rstrip("\n").split("\n"), "", *text.split("\n"), ""]
    guilty = len(lines) - 1 - text.count("\n")
    return with_lines(path, lines, guilty if line else None)


def set_body(school: School, path: str | None, body: str) -> Planted | None:
    """Another body below the same head."""
    if path is None:
        return None
    lines = school.text(path).split("\n")
    end = lines.index("---", 1)
    return with_lines(path, [*lines[: end + 1], *body.split("\n")], None)


def new_file(path: str, data: bytes) -> Planted:
    """A file that was not there."""
    return Planted(changes={path: data}, expected=(at(path),))


def moved(planted: Planted | None, *places: Place, consequences: tuple[Place, ...] = ()) -> Planted | None:
    """The same change, looked for at these places instead."""
    return planted and Planted(changes=planted.changes, expected=places, consequences=consequences)


def line_told(planted: Planted) -> int:
    """The line at which the fault is expected."""
    return planted.expected[0].lines[0]


def attach(school: School, path: str | None, name: str, data: bytes | None) -> Planted | None:
    """Hang an attachment on a page that has none (data None: named, but not there).

    It is looked for at the line that names it or at the file itself, which has no lines.
    """
    if path is None or "attachments:" in school.text(path):
        return None
    file = f"tep/{name}"
    planted = add_key(school, path, f"attachments:\n  - file: {file}\n    title: Tài liệu kèm theo")
    assert planted is not None
    place = Place(paths=(path,), lines=(line_told(planted) + 1,), free=() if data is None else (file,))
    changes = dict(planted.changes) if data is None else {**planted.changes, file: data}
    return Planted(changes=changes, expected=(place,))


# --- the whole folder ------------------------------------------------------------------------------------------


def forget(school: School, *paths: str) -> dict[str, bytes | None]:
    """Take files away, and out of the register: as if they had never been."""
    changes: dict[str, bytes | None] = dict.fromkeys(paths)
    seen = json.loads(school.files["so-ghi/cong-khai.json"])
    seen["disclosures"] = [entry for entry in seen["disclosures"] if entry["path"] not in paths]
    known = json.loads(school.files["so-ghi/dia-chi.json"])
    gone = {path.rsplit(".", 1)[0] for path in paths}
    # A document's address is made of its number; its entry is known by its title.
    titles = {
        line.split(": ", 1)[1].strip('"')
        for path in paths
        if path in school.files
        for line in school.text(path).split("\n")
        if line.startswith(("title: ", "abstract: "))
    }
    feeds = ("tin-tu-",) if "nguon-tin.yml" in paths else ()
    known["addresses"] = {
        page: name
        for page, name in known["addresses"].items()
        if page.rsplit(".", 1)[0] not in gone
        and not page.startswith(feeds)
        and not (page.startswith("van-ban/") and name in titles)
    }
    for name, value in (("cong-khai", seen), ("dia-chi", known)):
        changes[f"so-ghi/{name}.json"] = (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
    return changes


def merged(*planted: Planted | None) -> Planted | None:
    """Several changes to different files as one fault, looked for where the last one says."""
    if any(one is None for one in planted):
        return None
    done = [one for one in planted if one is not None]
    changes: dict[str, bytes | None] = {}
    for one in done:
        changes.update(one.changes)
    return Planted(changes=changes, expected=done[-1].expected, consequences=done[-1].consequences)


def quiet(planted: Planted | None) -> Planted | None:
    """The same change, which nobody should be told about."""
    return None if planted is None else Planted(changes=planted.changes)


# --- where things lie in a school of the corpus ----------------------------------------------------------------


def news(school: School, turn: int) -> str | None:
    """An article that has no picture."""
    return pick([path for path in school.under("tin-tuc", ".md") if "picture:" not in school.text(path)], turn)


def own_document(school: School, turn: int) -> str | None:
    """A document the school has issued itself."""
    return pick([path for path in school.under("van-ban") if "direction: issued" in school.text(path)], turn)


def schedule(school: School, turn: int = 0) -> str:
    """This week's schedule, or the next one's."""
    return ("lich-cong-tac/2026-W47.yml", "lich-cong-tac/2026-W48.yml", "lich-cong-tac/2026-W46.yml")[turn % 3]


def menu(school: School, turn: int = 0) -> str | None:
    """This week's menu where the school cooks."""
    path = f"thuc-don/2026-W{47 + turn % 2}.yml"
    return path if path in school.files else None


def disclosed(school: School, turn: int) -> str | None:
    """Any given disclosure of the school year that was last due."""
    given = [path for path in school.under("cong-khai/2025-2026") if "declared_none_on" not in school.text(path)]
    return pick(given, turn)
