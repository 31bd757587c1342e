"""The schemas of all kinds: read once, kept as data, and ready to validate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

from ..plain_yaml import Loader, read_tree

_COMMON = "common.schema.yml"
Node = Mapping[str, Any]


@dataclass(frozen=True)
class Shape:
    """The schema of one kind: `node` is its root, `common` the shared definitions it may point to."""

    node: Node
    common: Node
    # The Vietnamese labels of the closed lists, by field or «kind.field», and the kind that this is the schema of.
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False, compare=False)
    kind: str = ""
    # By identity: the nodes live as long as the schema they are part of.
    _resolved: dict[int, Node] = field(default_factory=dict, repr=False, compare=False)
    # What `coerce` does to the values of each node.
    converters: dict[int, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        """The compiled JSON Schema."""
        registry = jsonschema_rs.Registry(resources=[(f"json-schema:///{_COMMON}", dict(self.common))])
        return jsonschema_rs.Draft202012Validator(dict(self.node), registry=registry, validate_formats=True)

    def labels_of(self, key: str) -> Mapping[str, str]:
        """What the values of a closed list are called in Vietnamese."""
        return self.labels.get(f"{self.kind}.{key}", self.labels.get(key, {}))

    def resolve(self, node: Node) -> Node:
        """`node` with the definition it points to filled in; what stands beside the pointer wins."""
        if "$ref" not in node:
            return node
        if (known := self._resolved.get(id(node))) is not None:
            return known
        file, _, pointer = str(node["$ref"]).partition("#/")
        target: Any = self.common if file else self.node
        for step in pointer.split("/"):
            target = target[step]
        resolved = {**self.resolve(target), **{key: value for key, value in node.items() if key != "$ref"}}
        self._resolved[id(node)] = resolved
        return resolved

    def child(self, node: Node, step: str | int) -> Node:
        """The schema of a property or of a list's items; empty when the schema does not know it."""
        node = self.resolve(node)
        child = node.get("items", {}) if isinstance(step, int) else node.get("properties", {}).get(step, {})
        return self.resolve(child)

    def at(self, path: tuple[str | int, ...]) -> Node:
        """The schema of the value at `path`."""
        node = self.resolve(self.node)
        for step in path:
            node = self.child(node, step)
        return node


@lru_cache(maxsize=4)
def read_shapes(schema: Path) -> dict[str, Shape]:
    """The shapes of all kinds under `schema`, by kind name. Raises SetupError when a schema is missing or broken."""
    common, labels = _read(schema / _COMMON), _read(schema / "vocabulary" / "labels.yml")
    shapes = {}
    for path in sorted(schema.glob("*.schema.yml")):
        name = path.name.removesuffix(".schema.yml")
        if path.name != _COMMON:
            shapes[name] = Shape(_read(path), common, labels, name)
    return shapes


def _read(path: Path) -> Node:
    return read_tree(path, _parse)


def _parse(data: bytes) -> Any:
    return yaml.load(data, Loader=Loader)
