"""YAML as it is written: through the C parser, and with no scalar taken for a number, a date or a truth value.

A phone number keeps its zero, 13:30 does not become 810. Not asking what each scalar might be is also most of the
time that reading YAML takes.
"""

from __future__ import annotations

from typing import Any

import yaml

# The pure-Python loader reads the same, ten times slower, where a system has no compiled one.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TEXT, _MAPPING, _LIST = (f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))
# A node with another tag says more than its text: «!Quan trọng».
TAGS = frozenset({_TEXT, _MAPPING, _LIST})


class PlainLoader(Loader):  # type: ignore[misc]
    """A loader for which every scalar is text."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """The same tag for every node of a kind, whatever the value looks like."""
        if kind is yaml.ScalarNode:
            return _TEXT
        return _MAPPING if kind is yaml.MappingNode else _LIST

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Nothing to resolve, so no path to follow."""

    def ascend_resolver(self) -> None:
        """Nothing to resolve, so no path to follow."""
