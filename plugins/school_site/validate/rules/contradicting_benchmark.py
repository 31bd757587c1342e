"""CK-056 — «đạt» although there is less than the minimum beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...figures import Grid, plain, weighed
from ...findings import Finding, Rule
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="CK-056",
    title="Đối sánh ghi «đạt» mà số hiện có thấp hơn mức tối thiểu",
    message="Dòng «{row}»: ghi «{said}», nhưng hiện có {there}, thấp hơn mức tối thiểu {least}.",
    fix='Xem lại hai số; nếu đúng thì ghi "Chưa đạt", hoặc ghi cách bù, ví dụ "Được tính thay bằng diện tích sàn".',
    why="Đối sánh là để gia đình thấy trường đủ hay thiếu; ghi đạt khi số liệu nói thiếu là công khai sai.",
    bad="- [Phòng Tin học, phòng, 1, 2, Đạt]",
    good="- [Phòng Tin học, phòng, 1, 2, Chưa đạt]",
    legal="disclosure-principles",
    is_weighed=True,
)
_REACHED = re.compile(r"^(?:dat|du|dap ung|vuot)\b")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Every table with the three columns, whoever wrote it."""
    for grid in site.grids:
        places = _places(grid)
        if places is None:
            continue
        there, least, said = places
        for at, row in enumerate(grid.rows):
            have, need = grid.figures[at][there], grid.figures[at][least]
            if have is not None and need is not None and have < need and _REACHED.match(plain(row[said])):
                finding = RULE.finding(
                    grid.where(at, said),
                    row=row[0],
                    said=row[said],
                    there=row[there],
                    least=row[least],
                    legal=basis.law.citations(RULE.legal),
                )
                yield weighed(finding, grid.entry)


def _places(grid: Grid) -> tuple[int, int, int] | None:
    """Where «hiện có», «tối thiểu» and «đối sánh» stand."""
    there, least, said = (
        next((at for at, label in enumerate(grid.labels) if word in label), None)
        for word in ("hien co", "toi thieu", "doi sanh")
    )
    return None if there is None or least is None or said is None else (there, least, said)
