"""What a person reads at a desk: findings first, then one screen on the ledger, then the consequence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from school_site.completeness import Status
from school_site.findings import Severity
from school_site.report import formatted
from school_site.report.ledger import next_due
from school_site.report.text import summary

from .reports import finding, judged, report


def test_the_totals_and_the_consequence_stand_last() -> None:
    text = formatted(report(finding(), finding(severity=Severity.person, line=6)), "text")

    assert text.endswith("\n1 lỗi, 1 điều cần người xem — chưa xuất bản được.\n")


def test_nothing_found_is_said_in_one_sentence() -> None:
    assert summary(()) == "Không có điều gì phải sửa — xuất bản được."


def test_an_advisory_finding_does_not_refuse() -> None:
    assert summary((finding(is_advisory=True),)) == "1 lỗi — xuất bản được."


def test_the_ledger_is_told_on_one_screen(sample: Path) -> None:
    told = judged(sample)
    lines = formatted(told, "text").splitlines()

    counts = Counter(row.status for row in told.ledger)
    line = next(line for line in lines if line.startswith("Sổ theo dõi"))
    assert line.startswith(f"Sổ theo dõi {len(told.ledger)} mục: đủ {counts[Status.given]} · ")
    assert sum(int(word) for word in line.replace(".", "").split() if word.isdigit()) == 2 * len(told.ledger)
    assert len([line for line in lines if line.startswith("    Hạn ")]) <= 3


def test_what_falls_due_next_comes_in_order_and_not_from_the_past(sample: Path) -> None:
    told = judged(sample)
    days = [day for day, _ in next_due(told.ledger)]

    assert days == sorted(set(days)) and 1 <= len(days) <= 3
    assert all(day >= told.as_of for day in days)
    waiting = [row.due_on for row in told.ledger if row.status is Status.not_due and row.due_on]
    assert days[0] == min(waiting)
