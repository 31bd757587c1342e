"""One build for `serve`: renders whatever can be rendered, with the findings on the page. Not a command of its own.

A process of its own, because Pelican keeps too much of one build for the next. Its output is never published:
it lies in the cache and carries the findings.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

from ..calling import tell
from ..errors import SchoolSiteError
from ..paths import ROOT, SCHEMA, shown
from ..pipeline import judge
from ..report.text import text_report
from .build import build


def preview(content: Path, output: Path, as_of: date | None) -> int:
    """Build for looking at; when nothing can be rendered, one page that says why."""
    settings: dict[str, object] = {"ALWAYS_RENDER": True}
    if as_of is not None:
        settings["AS_OF"] = as_of.isoformat()
    try:
        build(content, output, ROOT / "pelicanconf.py", settings)
    except SchoolSiteError as fault:
        tell(str(fault), sys.stderr)
        output.mkdir(parents=True, exist_ok=True)
        (output / "index.html").write_text(_page(fault, content, as_of), encoding="utf-8")
        return fault.exitcode
    return 0


def _page(fault: SchoolSiteError, content: Path, as_of: date | None) -> str:
    try:
        report = text_report(judge(content, SCHEMA, today=date.today(), as_of=as_of).findings, content=shown(content))
    except SchoolSiteError:
        report = ""
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Chưa dựng được trang</title></head>'
        f"<body><main><h1>Chưa dựng được trang</h1><p>{escape(str(fault))}</p>"
        f"<pre>{escape(report)}</pre></main></body></html>"
    )


def main(argv: Sequence[str]) -> int:
    """``CONTENT OUTPUT [DAY]``, as `serve` calls it."""
    day = date.fromisoformat(argv[2]) if len(argv) > 2 else None
    return preview(Path(argv[0]), Path(argv[1]), day)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
