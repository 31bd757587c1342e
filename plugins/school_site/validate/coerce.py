"""Text to typed values, as the schema says: «1.234» is a number only where a number is wanted."""

from __future__ import annotations

import re
from typing import Any

from ..model import Tree
from ..vietnamese import read_day
from .shapes import Node, Shape

_WHOLE = re.compile(r"^[+-]?(\d{1,3}(\.\d{3})+|\d+)$")
# Longer ones are no counts; Python refuses to read numbers of thousands of digits.
_LONGEST = 24
_YES = {"true", "có", "đúng", "yes"}
_NO = {"false", "không", "no"}


def coerce(shape: Shape, tree: Tree, node: Node | None = None) -> Any:
    """`tree` with every scalar that reads as its schema's type turned into it; the rest stays text.

    Dates become ISO text. A key with nothing behind it counts as not written.
    """
    node = shape.resolve(shape.node if node is None else node)
    if isinstance(tree, dict):
        return {key: coerce(shape, value, shape.child(node, key)) for key, value in tree.items() if value != ""}
    if isinstance(tree, list):
        items = shape.child(node, 0)
        return [coerce(shape, value, items) for value in tree]
    return _scalar(tree, node)


def _scalar(text: str, node: Node) -> Any:
    wanted = node.get("type")
    if wanted == "string":
        found = read_day(text) if node.get("format") == "date" else None
        return found.isoformat() if found is not None else text
    if wanted == "integer" and len(text) <= _LONGEST and _WHOLE.match(text):
        return int(text.replace(".", ""))
    if wanted == "boolean" and text.strip().lower() in _YES | _NO:
        return text.strip().lower() in _YES
    return text
