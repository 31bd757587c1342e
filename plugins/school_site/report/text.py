"""Findings as a person reads them: file, sentence, what to do, why; then the totals and the consequence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..completeness import Row
from ..findings import Finding, Severity, refuses
from ..vietnamese import day
from .ledger import counts, next_due
from .value import Report

ADVISORY = "Để người phụ trách biết, không ảnh hưởng đến việc xuất bản:"
_NAMES_SHOWN = 3


def render(report: Report) -> str:
    """All there is to say on one judgement; the totals and the consequence stand last."""
    lines = [f"Đã đọc {report.file_count} tệp trong «{report.content}», xét theo ngày {day(report.as_of)}."]
    if report.findings:
        lines.append(text_report(report.findings, content=report.content, verdict=False))
    if report.ledger:
        lines += ["", *ledger_lines(report.ledger), ""]
    return "\n".join([*lines, summary(report.findings), ""])


def text_report(findings: Sequence[Finding], *, content: str, verdict: bool = True) -> str:
    """All `findings`, sorted as given, advisory ones apart; `content` is the folder's name as the person typed it."""
    parts = [_one(finding, content) for finding in findings if not finding.is_advisory]
    if advisory := [_one(finding, content) for finding in findings if finding.is_advisory]:
        parts += [*([""] if parts else []), ADVISORY, *advisory]
    if verdict:
        parts.append(summary(findings))
    return "\n".join(parts)


def summary(findings: Sequence[Finding]) -> str:
    """«3 lỗi, 1 cảnh báo, 2 điều cần người xem — chưa xuất bản được.»"""
    tally = Counter(finding.severity for finding in findings)
    told = [
        f"{tally[severity]} {word}"
        for severity, word in (
            (Severity.error, "lỗi"),
            (Severity.warning, "cảnh báo"),
            (Severity.person, "điều cần người xem"),
        )
        if tally[severity]
    ]
    consequence = "chưa xuất bản được." if refuses(findings) else "xuất bản được."
    if not told:
        return "Không có điều gì phải sửa — xuất bản được."
    return f"{', '.join(told)} — {consequence}"


def ledger_lines(rows: Sequence[Row]) -> list[str]:
    """The ledger on one screen: how many items stand how, and what falls due next."""
    told = " · ".join(f"{status} {count}" for status, count in counts(rows).items())
    lines = [f"Sổ theo dõi {len(rows)} mục: {told}."]
    lines += [f"    Hạn {day(on)}:  {names(due)}" for on, due in next_due(rows)]
    return lines


def names(rows: Sequence[Row]) -> str:
    """A few names and the count of the others."""
    told = [f"{row.demand.name} ({row.period.label})" if row.period.label else row.demand.name for row in rows]
    more = len(told) - _NAMES_SHOWN
    return "; ".join(told[:_NAMES_SHOWN]) + (f"; và {more} mục nữa" if more > 0 else "")


def _one(finding: Finding, content: str) -> str:
    where = finding.where
    lines = [
        f"{content}/{where.path}:{where.line}:{where.column}: {finding.severity} {finding.code}: {finding.message}"
    ]
    lines.append(f"    Cách sửa:  {finding.fix}")
    for citation in finding.legal:
        lines.append(f"    Căn cứ:    {citation} (hiểu thêm: invoke explain {finding.code})")
    return "\n".join(lines)
