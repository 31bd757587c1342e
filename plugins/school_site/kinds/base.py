"""What a kind of content is, and how values that passed the schema become a typed entry."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache, partial
from typing import Any, TypeAlias

from ..model import Entry, Record

Convert: TypeAlias = Callable[[Any], Any]


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
    given = {**values, "record": record, "address": kind.address(record, values)}
    entry: Entry = _part(kind.entry, given)
    return entry


@cache
def _converters(kind: Any) -> tuple[tuple[str, Convert | None], ...]:
    """The fields of a dataclass, each with what makes its value from plain data; None where nothing need be done."""
    hints = typing.get_type_hints(kind)
    return tuple((item.name, _converter(hints[item.name])) for item in fields(kind) if item.init)


def _converter(hint: Any) -> Convert | None:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return _converter(next(part for part in typing.get_args(hint) if part is not type(None)))
    if origin is tuple:
        convert = _converter(typing.get_args(hint)[0])
        return (lambda items: tuple(map(convert, items))) if convert else tuple
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and is_dataclass(hint) and not issubclass(hint, Record):
        return partial(_part, hint)
    return None


def _part(kind: Any, values: Mapping[str, Any]) -> Any:
    """A dataclass from plain data."""
    return kind(**{
        name: (convert(values[name]) if convert else values[name])
        for name, convert in _converters(kind)
        if name in values
    })  # fmt: skip
