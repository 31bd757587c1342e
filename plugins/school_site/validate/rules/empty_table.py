"""CK-040 — a table has headings and nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="CK-040",
    title="Bảng trống",
    message="Bảng «{name}» chưa có số liệu nào: mọi ô đều trống hoặc chỉ có gạch.",
    fix="Điền số liệu; nếu trường không có nội dung này thì bỏ bảng và ghi declared_none_on.",
    why="Bảng trống trông như đã công khai mà không cho ai biết điều gì.",
    bad='rows:\n  - [Khối 6, "-", "-"]\n  - [Khối 7, "-", "-"]',
    good="rows:\n  - [Khối 6, 8, 358]\n  - [Khối 7, 8, 349]",
    legal="disclosure-principles",
)
_NOTHING = re.compile(r"^[\s\-–—_.…?/x×]*$", re.I)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every cell but the names of the rows."""
    for grid in site.grids:
        if len(grid.columns) > 1 and all(_NOTHING.match(cell) for row in grid.lines for cell in row[1:]):
            name = grid.title or ", ".join(grid.columns)
            yield RULE.finding(grid.where(0, 0), name=name, legal=basis.law.citations(RULE.legal))
