"""Workflow commands of GitHub Actions: each finding stands beside its line in the pull request."""

from __future__ import annotations

from ..findings import Finding, Severity
from .text import summary
from .value import Report

_COMMANDS = {Severity.error: "error", Severity.warning: "warning", Severity.person: "notice"}


def render(report: Report) -> str:
    """One command a line, then the totals."""
    lines = [_command(report, finding) for finding in report.findings]
    return "\n".join([*lines, summary(report.findings), ""])


def _command(report: Report, finding: Finding) -> str:
    word = "warning" if finding.is_advisory and finding.severity is Severity.error else _COMMANDS[finding.severity]
    place = {
        "file": report.path(finding),
        "line": str(finding.where.line),
        "col": str(finding.where.column),
        "title": f"{finding.code} ({finding.severity})",
    }
    told = [finding.message, f"Cách sửa: {finding.fix}", *(f"Căn cứ: {citation}" for citation in finding.legal)]
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{word} {properties}::{_data(chr(10).join(told))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
