"""Text to typed values, as the schema says: «1.234» is a number only where a number is wanted.

What has to be done to a value is worked out once for each place of a schema; most places want text, and cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from ..model import Tree
from ..vietnamese import read_day
from .shapes import Node, Shape

# What makes a typed value of text, lists and mappings; None where they stay as they are.
Convert: TypeAlias = Callable[[Tree], Any] | None

_WHOLE = re.compile(r"^[+-]?(\d{1,3}(\.\d{3})+|\d+)$")
# Longer ones are no counts; Python refuses to read numbers of thousands of digits.
_LONGEST = 24
_YES = {"true", "có", "đúng", "yes"}
_NO = {"false", "không", "no"}


def coerce(shape: Shape, tree: Tree) -> Any:
    """`tree` with every scalar that reads as its schema's type turned into it; the rest stays text.

    Dates become ISO text. A key with nothing behind it counts as not written.
    """
    convert = _convert(shape, shape.node)
    return convert(tree) if convert else tree


def _convert(shape: Shape, node: Node) -> Convert:
    node = shape.resolve(node)
    key = id(node)
    if key not in shape.converters:
        # Set before its parts are looked at, which may lead back here.
        shape.converters[key] = _loose
        shape.converters[key] = _made(shape, node)
    convert: Convert = shape.converters[key]
    return convert


def _made(shape: Shape, node: Node) -> Convert:
    match node.get("type"):
        case "string":
            return _day if node.get("format") == "date" else None
        case "integer":
            return _whole
        case "boolean":
            return _truth
        case "array":
            items = _convert(shape, shape.child(node, 0))
            return partial(_list, items) if items else None
        case "object":
            parts = {key: _convert(shape, shape.child(node, key)) for key in node.get("properties", {})}
            return partial(_object, {key: convert for key, convert in parts.items() if convert})
    return _loose


def _object(parts: dict[str, Callable[[Tree], Any]], tree: Tree) -> Any:
    if not isinstance(tree, dict):
        return tree
    return {key: convert(value) if (convert := parts.get(key)) else value for key, value in tree.items() if value != ""}


def _list(convert: Callable[[Tree], Any], tree: Tree) -> Any:
    return [convert(value) for value in tree] if isinstance(tree, list) else tree


def _loose(tree: Tree) -> Any:
    """What no schema describes keeps its text, but for keys with nothing behind them."""
    if isinstance(tree, dict):
        return {key: _loose(value) for key, value in tree.items() if value != ""}
    return [_loose(value) for value in tree] if isinstance(tree, list) else tree


def _day(tree: Tree) -> Any:
    found = read_day(tree) if isinstance(tree, str) else None
    return tree if found is None else found.isoformat()


def _whole(tree: Tree) -> Any:
    if isinstance(tree, str) and len(tree) <= _LONGEST and _WHOLE.match(tree):
        return int(tree.replace(".", ""))
    return tree


def _truth(tree: Tree) -> Any:
    word = tree.strip().lower() if isinstance(tree, str) else ""
    return word in _YES if word in _YES | _NO else tree
