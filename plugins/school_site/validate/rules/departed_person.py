"""TR-042 — a page that stands still names someone who has left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule, Severity
from ...model import Entry, TreePath
from ...site import Site
from ...timetabling import current
from ...vietnamese import day
from ...writing import writing_of
from ..basis import Basis

RULE = Rule(
    code="TR-042",
    title="Trang còn nhắc người đã rời trường",
    message="{place} còn nhắc «{name}», người đã rời trường từ ngày {left_on}.",
    fix="Ghi người đang phụ trách thay vào, hoặc bỏ tên; nếu là người khác trùng tên thì giữ nguyên.",
    why="Phụ huynh tìm đến, gọi điện hoặc gửi đơn cho người không còn ở trường; tin cũ thì không cần sửa.",
    severity=Severity.person,
    bad="Liên hệ cô Võ Thị Bích Thủy ở phòng kế toán.   (cô đã chuyển trường)",
    good="Liên hệ phòng kế toán.",
    legal="leadership-directory",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look for the names of those who left in everything that is meant to hold today."""
    directory = site.staff_directory
    gone = directory.departed(basis.today) if directory else {}
    gone = {name: left_on for name, left_on in gone.items() if name.lower() in site.words}
    if directory is None or not gone:
        return
    leaving = {at for at, leader in enumerate(directory.leadership) if leader.name in gone}
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(gone, key=len, reverse=True)))})(?!\w)")
    for entry in _standing(site, basis):
        writing = writing_of(entry)
        for match in names.finditer(writing.text):
            at = writing.value_at(match.start())
            if entry is directory and at is not None and _tells_of_leaving(at, leaving):
                continue
            yield RULE.finding(
                writing.where(match.start()), place=writing.place(match.start()), name=match[0],
                left_on=day(gone[match[0]]), legal=basis.law.citations(RULE.legal),
            )  # fmt: skip


def _standing(site: Site, basis: Basis) -> Iterator[Entry]:
    """What tells how things are, not how they were: news, decisions and figures keep the names of their day."""
    yield site.school
    if site.staff_directory:
        yield site.staff_directory
    yield from (page for page in site.introductions if page.topic != "history")
    for kind in (site.mass_organisations, site.procedures, site.form_templates, site.learning_resources):
        yield from kind
    yield from (item for item in site.weekly_schedules if item.ends_on >= basis.today)
    if timetable := current(site.timetables, basis.today):
        yield timetable


def _tells_of_leaving(at: TreePath, leaving: set[int]) -> bool:
    return at[0] == "former_members" or (at[0] == "leadership" and len(at) > 1 and at[1] in leaving)
