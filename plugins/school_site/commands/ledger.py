"""ledger — every demand of the law and how it stands on the day: what is given, where, and what falls due when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ..completeness import Row, Status
from ..errors import UsageError
from ..paths import CONTENT, SCHEMA
from ..pipeline import judge
from ..vietnamese import day, fold, nearest
from .options import Options

_OPEN = (Status.missing, Status.late, Status.needs_person, Status.not_due)


def run(options: Options) -> int:
    """Print the table; it judges nothing, so it always ends well."""
    wanted = _status(options.text("status"))
    content = options.folder("content", CONTENT)
    verdict = judge(content, SCHEMA, today=date.today(), as_of=options.day("as-of")).verdict
    rows = [row for row in verdict.ledger if _is_shown(row, wanted, options)]
    print(f"Sổ theo dõi công khai, xét theo ngày {day(verdict.today)}")
    group = ""
    for row in rows:
        if row.demand.group != group:
            group = row.demand.group
            print(f"\n{group}")
        print(_line(row))
    if not rows:
        asked = f"ở tình trạng «{wanted.value}»" if wanted else "còn phải làm"
        print(f"\nKhông có mục nào {asked}. Cả sổ: {_counted(verdict.ledger)}.")
        return 0
    print("\n" + _counted(rows))
    return 0


def _counted(rows: Iterable[Row]) -> str:
    """How many rows stand how; the statuses that can be asked for, too."""
    counts = Counter(row.status for row in rows)
    return " · ".join(f"{counts[status]} {status.value}" for status in Status if counts[status])


def _line(row: Row) -> str:
    status = f"miễn trừ đến {day(row.waived_until)}" if row.waived_until else row.status.value
    due = f"hạn {day(row.due_on)}" if row.due_on else ""
    period = f" ({row.period.label})" if row.period.label else ""
    lines = [f"  {status:<16} {due:<15} {row.demand.name}{period}"]
    lines.append(f"  {'':<32} {row.citation}  [{row.demand.id}]")
    if row.evidence is not None:
        lines.append(f"  {'':<32} → content/{row.evidence.path}")
    return "\n".join(lines)


def _is_shown(row: Row, wanted: Status | None, options: Options) -> bool:
    if options.has("open") and row.status not in _OPEN:
        return False
    return wanted is None or row.status is wanted


def _status(text: str | None) -> Status | None:
    if text is None:
        return None
    for status in Status:
        if fold(text) == fold(status.value) or text == status.name:
            return status
    near = nearest(text, [status.value for status in Status])
    hint = f" Có phải ý bạn là «{near}»?" if near else ""
    raise UsageError(f"Không có tình trạng «{text}».{hint} Chọn: {', '.join(status.value for status in Status)}.")
