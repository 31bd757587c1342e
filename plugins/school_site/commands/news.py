"""news — take in the authorities' news, tell how the sources fare, or show what an address would give."""

from __future__ import annotations

import sys
from datetime import datetime

from ..calling import tell
from ..errors import ContentRefused, UsageError
from ..findings import ordered
from ..paths import CONTENT, SCHEMA, shown
from ..pipeline import sources_of
from ..report.text import text_report
from ..upstream_model import VIETNAM_TIME
from .options import Options


def run(options: Options) -> int:
    """Do what the switches say; without any, fetch every source once."""
    from ..upstream.inspection import inspect
    from ..upstream.news import run_news, status_lines

    now = moment_of_asking()
    if options.has("inspect"):
        form = options.text("format") or "text"
        if form not in ("text", "json"):
            raise UsageError(f"Dạng «{form}» không có; chọn text hoặc json.")
        return inspect(options.text("inspect") or "", now=now, allow=options.all("allow"), format=form, echo=print)
    content = options.folder("content", CONTENT)
    sources, findings = sources_of(content, SCHEMA)
    if findings:
        tell(text_report(ordered(findings), content=shown(content)), sys.stderr)
        raise ContentRefused("Sửa tệp nguon-tin.yml rồi chạy lại.")
    if options.has("status"):
        for line in status_lines(content, sources=sources, now=now):
            tell(line)
        return 0
    return run_news(
        content,
        now=now,
        allow=options.all("allow"),
        echo=tell,
        sources=sources,
        strict=options.has("strict"),
        commit=options.has("commit"),
    )


def moment_of_asking() -> datetime:
    """The clock, read in this one place."""
    return datetime.now(VIETNAM_TIME)
