"""A new content file that explains itself: every line has a Vietnamese comment, every value to fill in stands in «…».

Pure: schema, kind and day in, text out. A value left in «…» is a finding, so that no hint reaches the public.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Protocol

from .kinds import Kind
from .vietnamese import day, school_year_of, slug, week_days, week_of

_DATED = {"article", "announcement", "event"}


class Schema(Protocol):
    """The part of a kind's schema that a scaffold needs."""

    @property
    def node(self) -> Mapping[str, Any]:
        """The root of the schema."""

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """A node with its pointers followed."""


def default_name(kind: Kind, today: date, taken: set[str], word: str | None) -> str:
    """The file name without suffix: what the person asked for, in the form the kind wants, else the next free one."""
    if kind.name_pattern.startswith(r"^20\d\d-W"):
        return word or _next_week(today, taken)
    if kind.name == "plan":
        return word or f"{today:%Y-%m}"
    name = slug(word) if word else f"{slug(kind.label)}-moi"
    return f"{today.isoformat()}-{name}" if kind.name in _DATED and not name[:4].isdigit() else name


def scaffold(
    kind: Kind,
    schema: Schema,
    *,
    name: str,
    today: date,
    given: Mapping[str, str],
    blocks: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """The text of the new file; `given` are values that are already known, `blocks` the ready lines of a whole key."""
    known = _known(kind, name, today) | dict(given)
    node = schema.resolve(schema.node)
    required = set(node.get("required", ()))
    ways = [set(way["required"]) for way in node.get("anyOf", ())]
    if ways and not any(way <= required | known.keys() for way in ways):
        required |= ways[-1]
    lines = [f"# {node['title']}: {node.get('description', '')}".rstrip(": ")]
    lines.append("# Thay mọi chỗ trong dấu «…». Dòng bắt đầu bằng # là lời chú; muốn dùng mục nào thì bỏ dấu # ở đầu.")
    for key, child in node["properties"].items():
        child = schema.resolve(child)
        lines.append("")
        must = " (bắt buộc)" if key in required else ""
        lines.append(f"# {child.get('title', key)}{must}. {child.get('description', '')}".rstrip())
        if key in blocks:
            lines += blocks[key]
        elif key in required or key in known:
            lines += _lines(key, child, schema, known.get(key), "")
        else:
            lines += [f"# {line}" for line in _lines(key, child, schema, None, "", example=True)]
    head = "\n".join(lines)
    if kind.suffix == ".yml":
        return f"{head}\n"
    body = "«Viết nội dung ở đây. Để trống một dòng giữa hai đoạn; dòng bắt đầu bằng ## là tiêu đề nhỏ.»"
    return f"---\n{head}\n---\n\n{body}\n"


def _lines(
    key: str, node: Mapping[str, Any], schema: Schema, value: str | None, pad: str, *, example: bool = False
) -> Iterator[str]:
    kind = node.get("type")
    if value is not None:
        yield f"{pad}{key}: {_quoted(value)}"
    elif kind == "array":
        item = schema.resolve(node.get("items", {}))
        yield f"{pad}{key}:"
        if item.get("type") == "object":
            inner = list(_object(item, schema, f"{pad}    ", example))
            yield f"{pad}  - {inner[0].strip()}"
            yield from inner[1:]
        elif item.get("type") == "array":
            yield f'{pad}  - ["«ô 1»", "«ô 2»"]'
        else:
            yield f"{pad}  - {_hint(item if 'enum' in item else node, example)}"
    elif kind == "object":
        yield f"{pad}{key}:"
        yield from _object(node, schema, f"{pad}  ", example)
    else:
        yield f"{pad}{key}: {_hint(node, example)}"


def _object(node: Mapping[str, Any], schema: Schema, pad: str, example: bool) -> Iterator[str]:
    required = node.get("required", ())
    properties = node.get("properties", {})
    for key, child in properties.items():
        if key in required or not required:
            yield from _lines(key, schema.resolve(child), schema, None, pad, example=example)


def _hint(node: Mapping[str, Any], example: bool) -> str:
    examples = node.get("examples") or []
    first = examples[0] if examples else None
    if isinstance(first, list):
        first = first[0] if first else None
    if isinstance(first, list):
        first = first[0] if first else None
    if first is None and "enum" in node:
        first = node["enum"][0]
    if example and first is not None:
        return _quoted(str(first))
    what = str(node.get("title") or node.get("description") or "điền vào đây").rstrip(".")
    return f'"«{what}, ví dụ {first}»"' if first is not None else f'"«{what}»"'


def _known(kind: Kind, name: str, today: date) -> dict[str, str]:
    """What a new file of this kind can say by itself."""
    known: dict[str, str] = {}
    span = week_days(name)
    if span is not None and kind.suffix == ".yml":
        last = 4 if kind.name == "meal_menu" else 6
        known = {"starts_on": day(span[0]), "ends_on": day(span[0] + timedelta(days=last))}
    if kind.name == "plan":
        known["period"] = "week" if "W" in name else "month"
    if kind.name in ("timetable", "admission"):
        known["school_year"] = school_year_of(today)
    if kind.name not in ("school", "staff_directory", "sector_links", "upstream_sources"):
        known["published_on"] = day(today)
    return known


def _next_week(today: date, taken: set[str]) -> str:
    moment = today
    while week_of(moment) in taken:
        moment += timedelta(days=7)
    return week_of(moment)


def _quoted(text: str) -> str:
    needs = ": " in text or text[:1] in "#&*!|>%@`\"'{[«(-" or text.endswith(":")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if needs else text
