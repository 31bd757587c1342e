"""YAML as it is written: through the C parser, and with no scalar taken for a number, a date or a truth value.

A phone number keeps its zero, 13:30 does not become 810. Not asking what each scalar might be is also most of the
time that reading YAML takes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from .errors import SetupError
from .parsed import parsed

# The pure-Python loader reads the same, ten times slower, where a system has no compiled one.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The same without anything that makes values: events as they are parsed.
Parser: Any = getattr(yaml.cyaml, "CParser", yaml.SafeLoader) if hasattr(yaml, "cyaml") else yaml.SafeLoader

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


def read_plain(path: Path) -> dict[str, Any]:
    """One of our own data files as mappings, lists and text. Raises SetupError when it is missing or broken."""
    return read_tree(path, _parse)


def read_tree(path: Path, parse: Callable[[bytes], Any]) -> dict[str, Any]:
    """One of our own data files as `parse` reads it. Raises SetupError when it is missing or broken."""
    try:
        tree = parsed(path, parse)
    except (OSError, yaml.YAMLError) as fault:
        raise SetupError(f"Không đọc được «{path.name}» trong schema; hãy lấy lại bản gốc.") from fault
    if not isinstance(tree, dict):
        raise SetupError(f"Tệp «{path.name}» trong schema không đúng dạng; hãy lấy lại bản gốc.")
    return tree


def _parse(data: bytes) -> Any:
    return _plain(yaml.compose(data, Loader=PlainLoader))


def _plain(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value if node is not None else None
