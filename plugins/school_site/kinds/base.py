"""What a kind of content is, and how values that passed the schema become a typed entry."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from ..model import Entry, Record


def file_address(record: Record, values: Mapping[str, Any]) -> str:
    """The usual address: folder and file name, never the title, so that a better title breaks no link."""
    return record.path.rsplit(".", 1)[0] + ".html"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of content: its English name (also its schema's and template's), its place and its type.

    `place` is a folder (``tin-tuc``) or a single file (``truong.yml``). `plural` is the attribute of `Site`.
    `name_pattern` binds file names that carry meaning (weeks, months); `name_hint` says it in Vietnamese.
    """

    name: str
    label: str
    area: str
    place: str
    plural: str
    entry: type[Entry]
    suffix: str = ".md"
    address: Callable[[Record, Mapping[str, Any]], str] = file_address
    name_pattern: str = r"^[a-z0-9][a-z0-9.-]*$"
    name_hint: str = "chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối"
    name_example: str = "ten-bai-viet"

    @property
    def is_single(self) -> bool:
        """Whether the whole kind is one file."""
        return "." in self.place


def build(kind: Kind, record: Record, values: Mapping[str, Any]) -> Entry:
    """The typed entry of a record whose `values` passed the schema (dates as ISO text, numbers as numbers)."""
    address = kind.address(record, values)
    return typing.cast(Entry, _value(kind.entry, {**values, "record": record, "address": address}))


def _value(kind: Any, value: Any) -> Any:
    if value is None or isinstance(value, Record):
        return value
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _value(next(part for part in typing.get_args(kind) if part is not type(None)), value)
    if origin is tuple:
        item = typing.get_args(kind)[0]
        return tuple(_value(item, part) for part in value)
    if kind is date:
        return date.fromisoformat(value)
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _value(hint, value[name]) for name, hint in _fields(kind) if name in value})
    return value


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((item.name, hints[item.name]) for item in fields(kind) if item.init)


def required_fields(kind: type) -> tuple[str, ...]:
    """Names of the fields a dataclass cannot do without."""
    return tuple(
        item.name for item in fields(kind) if item.default is MISSING and item.default_factory is MISSING
    )
