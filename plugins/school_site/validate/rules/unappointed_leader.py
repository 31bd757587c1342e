"""TR-040, TR-041 — a leader is listed without an appointment that stands, or after the term ended."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule, Severity
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

RULE = Rule(
    code="TR-040",
    title="Lãnh đạo chưa có quyết định bổ nhiệm",
    message="{name} ({position}) chưa có quyết định bổ nhiệm hoặc công nhận kèm theo.",
    fix="Đăng quyết định vào van-ban rồi ghi tên tệp, ví dụ  appointed_by: 2023-1846-qd-ubnd",
    why="Quy định buộc công khai quyết định bổ nhiệm; người đọc cần biết ai giao việc cho người đứng tên.",
    severity=Severity.warning,
    bad="- name: Lê Thu Hà\n  position: Phó Hiệu trưởng",
    good="- name: Lê Thu Hà\n  position: Phó Hiệu trưởng\n  appointed_by: 2021-2134-qd-ubnd",
    legal="leadership-appointment",
)
ENDED = Rule(
    code="TR-041",
    title="Nhiệm kỳ đã hết",
    message="Nhiệm kỳ của {name} ({position}) đã hết ngày {ended}.",
    fix="Ghi nhiệm kỳ mới và quyết định bổ nhiệm lại, hoặc đưa người kế nhiệm vào danh bạ.",
    why="Danh bạ cũ làm phụ huynh gửi đơn sai người, và văn bản ký sau ngày hết nhiệm kỳ bị nghi ngờ.",
    severity=Severity.warning,
    bad="term_ends_on: 31/8/2026   # xét ngày 22/11/2026",
    good="term_ends_on: 31/8/2031",
    legal="leadership-directory",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at every leader in the directory."""
    directory = site.staff_directory
    if directory is None:
        return
    for index, leader in enumerate(directory.leadership):
        if not leader.appointed_by:
            yield RULE.finding(
                directory.where("leadership", index, "name"),
                name=leader.name,
                position=leader.position,
                legal=basis.law.citations(RULE.legal),
            )
        if leader.term_ends_on is not None and leader.term_ends_on < basis.today:
            yield ENDED.finding(
                directory.where("leadership", index, "term_ends_on"),
                name=leader.name,
                position=leader.position,
                ended=day(leader.term_ends_on),
                legal=basis.law.citations(ENDED.legal),
            )
