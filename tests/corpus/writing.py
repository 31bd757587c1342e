"""Write values as the content files a careful secretary would write: one mapping, one block, nothing folded."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

Scalar = str | int | bool
Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]
Files = Mapping[str, bytes]
"""A content folder in memory: path below the folder → bytes."""

_PLAIN = re.compile(r"[0-9A-Za-zÀ-ỹ(/][^:#\[\]{},&*!|>'\"%@`]*(?<!\s)")


def scalar(value: Scalar) -> str:
    """A scalar, quoted where YAML would read something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return text if _PLAIN.fullmatch(text) or text.startswith("https://") else json.dumps(text, ensure_ascii=False)


def _flow(values: Sequence[Value]) -> str:
    cells = [value for value in values if isinstance(value, str | int)]
    return (
        "["
        + ", ".join(scalar(cell) if "," not in str(cell) else json.dumps(cell, ensure_ascii=False) for cell in cells)
        + "]"
    )


def _is_scalars(value: Value) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str | int) for item in value)


def lines_of(value: Mapping[str, Value], indent: str = "") -> list[str]:
    """A mapping as YAML lines."""
    lines: list[str] = []
    for key, item in value.items():
        if isinstance(item, str | int):
            lines.append(f"{indent}{key}: {scalar(item)}")
        elif isinstance(item, Mapping):
            lines += [f"{indent}{key}:", *lines_of(item, indent + "  ")]
        elif _is_scalars(item):
            lines.append(f"{indent}{key}: {_flow(item)}")
        else:
            lines.append(f"{indent}{key}:")
            for part in item:
                if isinstance(part, Mapping):
                    first, *rest = lines_of(part, indent + "    ")
                    lines += [f"{indent}  - {first.strip()}", *rest]
                else:
                    assert isinstance(part, list | tuple)
                    lines.append(f"{indent}  - {_flow(part)}")
    return lines


def data_file(value: Mapping[str, Value]) -> bytes:
    """A .yml file."""
    return ("\n".join(lines_of(value)) + "\n").encode()


def markdown_file(head: Mapping[str, Value], body: str) -> bytes:
    """A .md file: what is known, then what is told."""
    return ("\n".join(["---", *lines_of(head), "---", "", body]) + "\n").encode()
