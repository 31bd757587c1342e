"""The whole judgement as JSON; its form is promised by `schema/report.schema.json`."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from .. import __version__
from ..findings import Finding, refuses
from .ledger import count_values, row_values
from .value import SEVERITY_IDS, Report, fingerprints


def render(report: Report) -> str:
    """The report with keys in a fixed order, ready to be compared."""
    tally = Counter(finding.severity for finding in report.findings)
    tree = {
        "format": "cong-truong/bao-cao",
        "version": 1,
        "template_version": __version__,
        "school": report.school,
        "content": report.content,
        "as_of": report.as_of.isoformat(),
        "file_count": report.file_count,
        "is_publishable": not refuses(report.findings),
        "totals": {name: tally[severity] for severity, name in SEVERITY_IDS.items()},
        "findings": [
            _finding(report, finding, name)
            for finding, name in zip(report.findings, fingerprints(report.findings), strict=True)
        ],
        "ledger": {
            "counts": count_values(report.ledger),
            "rows": [row_values(row, report.digests) for row in report.ledger],
        },
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _finding(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": SEVERITY_IDS[finding.severity],
        "severity_label": finding.severity.value,
        "file": report.path(finding),
        "line": finding.where.line,
        "column": finding.where.column,
        "message": finding.message,
        "fix": finding.fix,
        "legal": list(finding.legal),
        "is_late_only": finding.is_late_only,
        "is_advisory": finding.is_advisory,
        "fingerprint": fingerprint,
    }
