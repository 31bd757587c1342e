"""«Phiếu kiểm tra»: what the head of the school reads; on paper one page, on a screen with the whole ledger below."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from ..completeness import Row, Status
from ..findings import Finding, refuses
from ..vietnamese import day
from .ledger import counts, next_due
from .text import names, summary
from .value import Report

# What has room on one sheet of A4 beside the rest; the screen shows all.
_ROWS_PRINTED, _FINDINGS_PRINTED = 8, 6
_OPEN = (Status.late, Status.missing, Status.needs_person)


def render(report: Report) -> str:
    """A page that needs nothing beside itself."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = FileSystemLoader(Path(__file__).parent)
    page = Environment(loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True).get_template(
        "slip.html"
    )
    return page.render(**_facts(report))


def _facts(report: Report) -> dict[str, Any]:
    # What the ledger says stands in its own table; the rest of the findings is about files.
    faults = [finding for finding in report.findings if not finding.is_late_only]
    open_rows = sorted((row for row in report.ledger if row.status in _OPEN), key=lambda row: _urgency(report, row))
    return {
        "school": report.school or "Chưa đọc được tên trường",
        "as_of": day(report.as_of),
        "file_count": report.file_count,
        "is_publishable": not refuses(report.findings),
        "verdict": summary(report.findings),
        "counts": [(status.value, status.name, count) for status, count in counts(report.ledger).items()],
        "roles": _by_role(report, open_rows),
        "open_rows": [_row(report, row) for row in open_rows],
        "rows_printed": _ROWS_PRINTED,
        "findings": [_finding(finding) for finding in faults],
        "findings_printed": _FINDINGS_PRINTED,
        "due": [(day(on), names(rows)) for on, rows in next_due(report.ledger)],
        "rows": [_row(report, row) for row in report.ledger],
    }


def _urgency(report: Report, row: Row) -> tuple[int, bool, str, str]:
    return (_OPEN.index(row.status), row.is_archive, _role(report, row), row.due_on.isoformat() if row.due_on else "")


def _by_role(report: Report, rows: list[Row]) -> str:
    tally = Counter(_role(report, row) for row in rows)
    return " · ".join(f"{role} {count}" for role, count in tally.most_common())


def _role(report: Report, row: Row) -> str:
    return report.roles.get(row.demand.role, row.demand.role)


def _row(report: Report, row: Row) -> dict[str, Any]:
    return {
        "role": _role(report, row),
        "title": row.demand.name,
        "period": row.period.label,
        "status": row.status.name,
        "status_label": row.status.value,
        "due_on": day(row.due_on) if row.due_on else "",
        "citation": row.citation,
        "evidence": f"{row.evidence.title} ({row.evidence.path})" if row.evidence else row.note or "",
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "place": f"{finding.where.path}:{finding.where.line}",
        "message": finding.message,
        "fix": finding.fix,
    }
