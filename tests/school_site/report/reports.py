"""Reports to be shown in every form: one with all that may break a form, one of the sample school."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from school_site.catalogue import all_rules
from school_site.commands.check import report_of
from school_site.findings import Finding, Severity, ordered
from school_site.model import Where
from school_site.paths import SCHEMA
from school_site.pipeline import judge
from school_site.report import Report

DAY = date(2026, 11, 22)
# A control character, marks that XML, URLs and workflow commands give a meaning, and a new line.
HOSTILE = 'Mục «a, b: 100% <c> & "d"» ghi là\n«\x0b\x1b[31mđỏ\ufffe», ::error::chưa đúng dạng.'


def finding(
    code: str = "VB-003",
    *,
    severity: Severity = Severity.error,
    path: str = "van-ban/12-kh-thcs.md",
    line: int = 5,
    message: str = "Mục «Ngày ban hành» ghi là «31/09/2026», nhưng tháng 9 chỉ có 30 ngày.",
    fix: str = "Viết ngày trước tháng, ví dụ  issued_on: 5/9/2026",
    legal: tuple[str, ...] = (),
    is_late_only: bool = False,
    is_advisory: bool = False,
) -> Finding:
    """A finding with the given differences."""
    return Finding(
        code=code,
        severity=severity,
        where=Where(path=path, line=line, column=12),
        message=message,
        fix=fix,
        legal=legal,
        is_late_only=is_late_only,
        is_advisory=is_advisory,
    )


def report(*findings: Finding, content: str = "content") -> Report:
    """A report of findings alone, as when the school's profile cannot be read."""
    return Report(
        content=content,
        school=None,
        as_of=DAY,
        file_count=3,
        findings=ordered(findings),
        ledger=(),
        rules=all_rules(),
    )


def hostile_report() -> Report:
    """One finding of each weight, with everything in them that a form must not trip over."""
    return report(
        finding(),
        finding("CK-011", severity=Severity.warning, path="cong-khai/2026-2027", line=1, legal=("Điều 8, khoản 1",)),
        finding("RT-020", severity=Severity.person, path="tin-tuc/thư mục, 100%/ảnh: 1.md", message=HOSTILE),
        finding("LK-001", path="tin-tuc/\udcff.md", is_advisory=True),
        finding("ZZ-999", path="truong.yml", line=1),
    )


def judged(content: Path) -> Report:
    """What a check of this folder tells."""
    return report_of(judge(content, SCHEMA, today=DAY), content)
