"""LK-005 — a link leads to a file on the writer's own machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Where
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="LK-005",
    title="Liên kết tới tệp trên máy người viết",
    message="Liên kết «{link}» trỏ tới tệp trên máy của người viết.",
    fix="Chép tệp vào content/tep rồi liên kết tới  ../tep/tên-tệp",
    why="Máy của người đọc không có tệp đó; đường dẫn còn để lộ tên máy, tên người.",
    bad="[Kế hoạch](file:///C:/VanBan/ke-hoach.docx)",
    good="[Kế hoạch](../tep/ke-hoach.docx)",
)
_LOCAL = re.compile(r"(?:\]\(|<|\]:\s*)\s*<?((?:file:|[A-Za-z]:[\\/])[^)>\s]*)", re.I)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at the text as written: an engine may already have emptied such a link."""
    for entry in site.entries():
        if (
            "file:" not in entry.record.body.lower()
            and ":\\" not in entry.record.body
            and ":/" not in entry.record.body
        ):
            continue
        for number, line in enumerate(entry.record.body.split("\n")):
            for match in _LOCAL.finditer(line):
                where = Where(path=entry.path, line=entry.record.body_line + number, column=match.start(1) + 1)
                yield RULE.finding(where, link=match[1])
