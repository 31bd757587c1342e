"""check — judge the content and tell every finding; write nothing."""

from __future__ import annotations

from datetime import date

from ..findings import refuses
from ..paths import CONTENT, SCHEMA, shown
from ..pipeline import judge
from ..report.text import text_report
from ..vietnamese import day
from .options import Options


def run(options: Options) -> int:
    """Print the findings and the totals."""
    content = options.folder("content", CONTENT)
    judgement = judge(content, SCHEMA, today=date.today(), as_of=options.day("as-of"))
    print(f"Đã đọc {judgement.file_count} tệp trong «{shown(content)}», xét theo ngày {day(judgement.verdict.today)}.")
    print(text_report(judgement.findings, content=shown(content)))
    return 1 if refuses(judgement.findings) else 0
