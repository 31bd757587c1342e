"""GitLab's code quality report: a list of findings, shown in the merge request."""

from __future__ import annotations

import json

from ..findings import Severity
from .value import Report, fingerprints

_SEVERITIES = {Severity.error: "critical", Severity.warning: "minor", Severity.person: "info"}


def render(report: Report) -> str:
    """A JSON array; GitLab tells findings apart by their fingerprints."""
    entries = [
        {
            "description": f"{finding.message} Cách sửa: {finding.fix}",
            "check_name": finding.code,
            "fingerprint": name,
            "severity": "minor" if finding.is_advisory else _SEVERITIES[finding.severity],
            "location": {"path": report.path(finding), "lines": {"begin": finding.where.line}},
        }
        for finding, name in zip(report.findings, fingerprints(report.findings), strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
