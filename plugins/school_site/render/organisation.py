"""The organisation chart: who answers to whom, as a tree and as boxes and lines with their places. Pure.

The head of the school stands on top, each deputy over a column of units; units of nobody else are the head's own.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from ..kinds.staff_directory import Leader, StaffDirectory, Unit

# Measures of the drawing, in its own points; the page scales it to its width.
WIDTH = 1080
_GAP = 24
_LINE = 20
_PAD = 12
_RISE = 28
_TRUNK = 18
# The average width of a bold letter at the size that the theme draws with.
_LETTER = 8.4


@dataclass(frozen=True, kw_only=True)
class Branch:
    """A column: a deputy, or the head's own units where there is no deputy over them."""

    leader: Leader | None
    units: tuple[Unit, ...]


@dataclass(frozen=True, kw_only=True)
class Box:
    """A box with lines of text; the first `strong` of them are names. `tone` is leader or unit."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[tuple[int, str], ...]
    strong: int
    tone: str

    @property
    def middle(self) -> int:
        """Where its text is centred."""
        return self.x + self.width // 2


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """The tree, and its drawing."""

    head: Leader
    branches: tuple[Branch, ...]
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    height: int
    width: int = WIDTH


def organisation(directory: StaffDirectory | None) -> Organisation | None:
    """The chart of a directory; None where nobody leads or there is nothing to draw beside one person."""
    if directory is None or not directory.leadership:
        return None
    head, *deputies = directory.leadership
    names = {leader.name for leader in deputies}
    own = tuple(unit for unit in directory.units if unit.reports_to not in names)
    branches = [
        Branch(leader=leader, units=tuple(unit for unit in directory.units if unit.reports_to == leader.name))
        for leader in deputies
    ]
    branches += [Branch(leader=None, units=own)] if own else []
    return _drawn(head, tuple(branches)) if branches else None


def _drawn(head: Leader, branches: tuple[Branch, ...]) -> Organisation:
    wide = min(300, WIDTH)
    top = _box((WIDTH - wide) // 2, 1, wide, head.position, head.name, tone="leader")
    boxes, lines = [top], []
    width = (WIDTH - _GAP * (len(branches) - 1)) // len(branches)
    bus, start = top.y + top.height + _RISE, top.y + top.height + 2 * _RISE
    joints = []
    for at, branch in enumerate(branches):
        left, down = at * (width + _GAP), start
        trunk = left + _TRUNK // 2
        if branch.leader is not None:
            box = _box(left + 1, down, width - 2, branch.leader.position, branch.leader.name, tone="leader")
            boxes.append(box)
            joints.append(box.middle)
            lines.append(f"M{box.middle} {bus}V{box.y}")
            down = box.y + box.height
            stem = down
        else:
            joints.append(trunk)
            stem, down = bus, start - _GAP // 2
        for unit in branch.units:
            box = _box(left + _TRUNK + _GAP // 2, down + _GAP // 2, width - _TRUNK - _GAP // 2 - 1, unit.name,
                       _told(unit), tone="unit")  # fmt: skip
            boxes.append(box)
            down = box.y + box.height
            lines.append(f"M{trunk} {stem}V{box.y + box.height // 2}H{box.x}")
            stem = box.y + box.height // 2
    lines.append(f"M{top.middle} {top.y + top.height}V{bus}")
    lines.append(f"M{min(*joints, top.middle)} {bus}H{max(*joints, top.middle)}")
    height = max(box.y + box.height for box in boxes) + 2
    return Organisation(head=head, branches=branches, boxes=tuple(boxes), lines=tuple(lines), height=height)


def _told(unit: Unit) -> str:
    """«Lê Quang Vinh · 13 người»."""
    count = f"{unit.member_count} người" if unit.member_count else ""
    return " · ".join(filter(None, (unit.head or "đang khuyết người phụ trách", count)))


def _box(x: int, y: int, width: int, first: str, second: str, *, tone: str) -> Box:
    fits = max(8, int((width - 2 * _PAD) / _LETTER))
    strong, rest = textwrap.wrap(first, fits), textwrap.wrap(second, fits + 2)
    texts = [*strong, *rest]
    lines = tuple((y + _PAD + 15 + at * _LINE, text) for at, text in enumerate(texts))
    height = 2 * _PAD + _LINE * len(texts)
    return Box(x=x, y=y, width=width, height=height, lines=lines, strong=len(strong), tone=tone)
