"""Findings as a person reads them: file, sentence, what to do, why; then the totals and the consequence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..findings import Finding, Severity, refuses


def text_report(findings: Sequence[Finding], *, content: str, verdict: bool = True) -> str:
    """All `findings`, sorted as given; `content` is the folder's name as the person typed it."""
    parts = [_one(finding, content) for finding in findings]
    if verdict:
        parts.append(summary(findings))
    return "\n".join(parts)


def summary(findings: Sequence[Finding]) -> str:
    """«3 lỗi, 1 cảnh báo, 2 điều cần người xem — chưa xuất bản được.»"""
    counts = Counter(finding.severity for finding in findings)
    told = [
        f"{counts[severity]} {word}"
        for severity, word in (
            (Severity.error, "lỗi"),
            (Severity.warning, "cảnh báo"),
            (Severity.person, "điều cần người xem"),
        )
        if counts[severity]
    ]
    consequence = "chưa xuất bản được." if refuses(findings) else "xuất bản được."
    if not told:
        return "Không có điều gì phải sửa — xuất bản được."
    return f"{', '.join(told)} — {consequence}"


def _one(finding: Finding, content: str) -> str:
    where = finding.where
    lines = [
        f"{content}/{where.path}:{where.line}:{where.column}: {finding.severity} {finding.code}: {finding.message}"
    ]
    lines.append(f"    Cách sửa:  {finding.fix}")
    for citation in finding.legal:
        lines.append(f"    Căn cứ:    {citation} (hiểu thêm: invoke explain {finding.code})")
    return "\n".join(lines)
