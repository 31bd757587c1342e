"""TN-021 … TN-026 — an upstream source needs a person; advisory, because no school answers for another's server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from ...findings import Finding, Rule, Severity
from ...model import Where
from ...site import Site
from ...source_status import SourceStatus, statuses
from ...upstream_model import VIETNAM_TIME
from ..basis import Basis

_WHY = "Tin của cơ quan quản lý phải lên trang đầy đủ, kịp thời. Tin cũ vẫn được giữ, trang vẫn xuất bản được."
FAILING = Rule(
    code="TN-021",
    title="Không lấy được tin của một nguồn",
    message="Không lấy được tin của «{name}»{times}: {told}",
    fix="Gõ  invoke news --status  để xem việc cần làm với nguồn này.",
    why=_WHY,
    severity=Severity.warning,
    bad="address: https://hcm.edu.vn/rss-cu   # nơi ấy không còn trả lời",
    good="address: https://hcm.edu.vn/rss",
)
QUIET = Rule(
    code="TN-022",
    title="Nguồn lâu không có tin mới",
    message="«{name}» đã {days} ngày không có tin mới, mức đặt là {budget} ngày.",
    fix="Mở trang của nguồn xem họ còn đăng tin không; nếu có thì hỏi địa chỉ RSS mới.",
    why=_WHY,
    severity=Severity.warning,
    bad="(nguồn đặt fresh_within_days: 14, tin mới nhất đã 40 ngày)",
    good="(nguồn có tin trong 14 ngày gần đây)",
)
OVERDUE = Rule(
    code="TN-023",
    title="Đã lâu máy không lấy tin",
    message="Đã {days} ngày máy không hỏi tin của «{name}».",
    fix="Chạy  invoke news, rồi xem lịch chạy tự động có còn hoạt động không.",
    why=_WHY,
    severity=Severity.warning,
    bad="(máy hẹn giờ đã tắt ba ngày)",
    good="(lệnh news chạy hai lần mỗi ngày)",
)
NEVER_ASKED = Rule(
    code="TN-024",
    title="Chưa lấy tin lần nào",
    message="Chưa hỏi tin của «{name}» lần nào.",
    fix="Chạy  invoke news.",
    why=_WHY,
    severity=Severity.warning,
    bad="(vừa thêm nguồn vào nguon-tin.yml)",
    good="(đã chạy  invoke news)",
)
MOVED = Rule(
    code="TN-025",
    title="Nguồn tin đã chuyển địa chỉ",
    message="Tin của «{name}» nay ở địa chỉ khác: {told}",
    fix="Sửa «address» của nguồn này trong nguon-tin.yml.",
    why="Nguồn còn chuyển tiếp từ địa chỉ cũ, nhưng không hẹn đến bao giờ.",
    severity=Severity.warning,
    bad="address: http://hcm.edu.vn/rss",
    good="address: https://hcm.edu.vn/rss",
)
HOSTILE = Rule(
    code="TN-026",
    title="Nguồn tin có mã lạ",
    message="Tin của «{name}» cần người xem: {told}",
    fix="Báo đơn vị quản lý nguồn tin rằng cổng của họ có thể đã bị chèn mã.",
    why="Tiêu đề hay liên kết chứa mã chạy được là dấu hiệu cổng của nguồn đã bị kẻ xấu sửa.",
    severity=Severity.warning,
    bad="(tiêu đề tin có <script>)",
    good="(tiêu đề chỉ là chữ)",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Judge every source that is followed on the day; a register that cannot be read is another rule's fault."""
    if site.upstream_sources is None or basis.source_health is None:
        return
    now = datetime.combine(basis.today, time(), VIETNAM_TIME)
    found = statuses(site.upstream_sources.sources, basis.upstream_items, basis.source_health, now)
    for index, status in enumerate(found):
        if status.needs_a_person:
            where = site.upstream_sources.where("sources", index, "address")
            yield replace(_finding(status, where, now), is_advisory=True)


def _finding(status: SourceStatus, where: Where, now: datetime) -> Finding:
    source, health = status.source, status.health
    person = f" Người phụ trách: {source.person_in_charge}." if source.person_in_charge else ""
    fix = f"{status.advice}{person}"
    match status.state:
        case "failing":
            times = f" ({health.failures_in_a_row} lần liền)" if health.failures_in_a_row > 1 else ""
            return FAILING.finding(where, fix=fix, name=source.name, times=times, told=health.message_vi)
        case "quiet":
            days, budget = status.quiet_days, source.fresh_within_days
            return QUIET.finding(where, fix=fix, name=source.name, days=days, budget=budget)
        case "overdue":
            days = (now.date() - health.last_tried_at.date()).days if health.last_tried_at else 0
            return OVERDUE.finding(where, fix=fix, name=source.name, days=days)
        case "never_asked":
            return NEVER_ASKED.finding(where, fix=fix, name=source.name)
        case "hostile":
            return HOSTILE.finding(where, fix=fix, name=source.name, told=health.message_vi)
        case _:
            return MOVED.finding(where, fix=fix, name=source.name, told=health.message_vi)
