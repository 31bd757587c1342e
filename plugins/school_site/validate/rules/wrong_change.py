"""LT-044, LT-045, LT-046 — a change to the timetable that fits nowhere, is told twice, or changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...findings import Finding, Rule, Severity
from ...kinds.timetable import HALVES, Change, Timetable
from ...site import Site
from ...timetabling import last_day, usual
from ...vietnamese import day, long_day, nearest
from ..basis import Basis

RULE = Rule(
    code="LT-044",
    title="Thay đổi không khớp thời khóa biểu",
    message="Thay đổi ngày {day}, lớp {group}, tiết {period} buổi {half} không khớp: {reason}.",
    fix="{hint}",
    why="Thay đổi không khớp thì không hiện ở trang nào, và lớp vẫn học như thường ngày.",
    bad="changes:\n  - day: 22/11/2026   # Chủ nhật, lớp không học",
    good="changes:\n  - day: 23/11/2026",
)
TWICE = Rule(
    code="LT-045",
    title="Một tiết đổi hai lần",
    message="Tiết {period} buổi {half} ngày {day} của lớp {group} đã ghi thay đổi ở dòng {line}.",
    fix="Giữ một thay đổi; lớp chỉ học được một môn trong một tiết.",
    why="Hai thay đổi cho một tiết là hai môn cùng lúc của một lớp.",
    bad="(hai thay đổi cho tiết 2 buổi sáng ngày 23/11/2026 của lớp 6A1)",
    good="(một thay đổi cho tiết ấy)",
)
SAME = Rule(
    code="LT-046",
    title="Thay đổi giống thường ngày",
    message="Thay đổi ngày {day}, lớp {group} ghi «{lesson}», đúng như thời khóa biểu.",
    fix='Ghi môn và giáo viên dạy thay, nghỉ tiết thì ghi "-"; không đổi gì thì xóa mục này.',
    why="Người đọc tìm xem điều gì đổi mà không thấy.",
    severity=Severity.warning,
    bad="(ghi thay đổi «Toán – thầy Vinh» cho tiết vốn đã là Toán – thầy Vinh)",
    good="(ghi giáo viên dạy thay, hoặc xóa mục này)",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Hold every change against the table that it changes."""
    half_names = {name: label.lower() for name, label in HALVES}
    for timetable in site.timetables:
        ends = last_day(timetable, site.timetables)
        first: dict[tuple[date, str, str, int], int] = {}
        for at, change in enumerate(timetable.changes):
            told: dict[str, Any] = {"day": day(change.day), "group": change.class_group, "period": change.period}
            told |= {"half": half_names[change.half]}
            key = (change.day, change.class_group, change.half, change.period)
            earlier = first.setdefault(key, at)
            problem = _problem(timetable, change, ends)
            if problem is not None:
                place, reason, hint = problem
                yield RULE.finding(timetable.where("changes", at, place), reason=reason, hint=hint, **told)
            elif earlier != at:
                line = timetable.where("changes", earlier, "day").line
                yield TWICE.finding(timetable.where("changes", at, "day"), line=line, **told)
            elif usual(timetable, change) == change.lesson:
                yield SAME.finding(
                    timetable.where("changes", at, "lesson"), day=told["day"], group=change.class_group,
                    lesson=change.lesson,
                )  # fmt: skip


def _problem(timetable: Timetable, change: Change, ends: date) -> tuple[str, str, str] | None:
    """The key that is to be mended, the reason and the remedy."""
    names = [group.name for group in timetable.class_groups]
    if change.class_group not in names:
        near = nearest(change.class_group, names)
        hint = f"Có phải ý bạn là «{near}»?" if near else "Ghi tên lớp như ở mục class_groups."
        return "class_group", "không có lớp này", hint
    if not timetable.effective_on <= change.day <= ends:
        span = f"{day(timetable.effective_on)} – {day(ends)}"
        return "day", f"thời khóa biểu này áp dụng {span}", "Sửa ngày, hoặc ghi vào tệp của học kỳ đó."
    if usual(timetable, change) is None:
        reason = f"{long_day(change.day)} lớp không có tiết ấy"
        return "period", reason, "Sửa ngày, buổi hoặc tiết cho đúng thời khóa biểu của lớp."
    return None
