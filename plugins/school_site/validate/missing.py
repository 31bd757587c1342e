"""What to write where a value is missing, and where: a line that can be typed as it stands in the remedy."""

from __future__ import annotations

from ..model import Record, TreePath
from .shapes import Node, Shape

# A longer list of values is no help in one line.
_MOST_CHOICES = 12


def example(node: Node, key: str) -> str:
    """A line for `key` with a value that its schema gives as an example."""
    examples = node.get("examples") or [""]
    first = examples[0]
    if isinstance(first, list):
        return f"{key}: [{', '.join(str(part) for part in first)}]"
    if first == "" and (description := node.get("description")):
        return f'{key}: "«{description}»"'
    text = str(first)
    return f'{key}: "{text}"' if ": " in text or text.startswith(("«", "(", "#")) else f"{key}: {text}"


def fix(record: Record, shape: Shape, at: TreePath, key: str) -> str:
    """What to do about `key`, which the value at `at` must have and has not."""
    line = _line(shape, at, key)
    if (*at, key) in record.marks:
        return f"Điền vào dòng này, {line}"
    return f"{_place(record, at)}, {line}"


def _line(shape: Shape, at: TreePath, key: str) -> str:
    """The line itself; of a closed list every value with its meaning, for no value is right for all."""
    node = shape.at((*at, key))
    labels = shape.labels_of(key)
    options = [str(option) for option in node.get("enum", ())]
    if 1 < len(options) <= _MOST_CHOICES and all(option in labels for option in options):
        told = "; ".join(f"{option} ({labels[option]})" for option in options)
        return f"chọn một giá trị cho  {key}: …  trong: {told}"
    return f"ví dụ  {example(node, key)}"


def _place(record: Record, at: TreePath) -> str:
    """Where the line goes: inside a group it must stand under the others of the group, as far in as they do."""
    general = "Thêm một dòng"
    children = sorted(mark for path, mark in record.key_marks.items() if path[:-1] == at)
    if not at or not children or record.where(at).path != record.path:
        return general
    (line, column), start = children[0], record.marks.get(at)
    in_list = isinstance(at[-1], int)
    if start is None or (start != children[0] if in_list else start[0] == line):
        return f"Ghi thêm vào trong ngoặc ở dòng {line}, sau một dấu phẩy"
    if not in_list:
        above = start[0]
    elif len(children) > 1:
        above = children[1][0] - 1
    else:
        above = line
    return f"Dưới dòng {above} thêm một dòng, thụt vào {column - 1} dấu cách"
