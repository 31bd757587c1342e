"""A source in trouble gives a finding that tells the person in charge, and never refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from told import Told
from validate.schools import SCHEMA, entry, law, site

from school_site.findings import Finding, Severity, refuses
from school_site.kinds.upstream_sources import UpstreamSources
from school_site.report.text import ADVISORY, text_report
from school_site.source_faults import remedy
from school_site.upstream import snapshot
from school_site.upstream_model import VIETNAM_TIME, SourceHealth, UpstreamItem, UpstreamSource
from school_site.validate.basis import Basis
from school_site.validate.rules import source_health
from school_site.vocabulary import read_vocabulary

TODAY = date(2026, 11, 22)
MORNING = datetime(2026, 11, 22, 7, 30, tzinfo=VIETNAM_TIME)
SO = UpstreamSource(
    id="so", name="Sở", role="department", address="https://so.example.vn/rss", website="https://so.example.vn",
    person_in_charge="Văn thư",
)  # fmt: skip
ITEM = UpstreamItem(id="1", source_id="so", title="Tin", link="https://so.example.vn/1", first_seen_at=MORNING)
WELL = SourceHealth(source_id="so", last_success_at=MORNING, last_tried_at=MORNING)
GONE = replace(WELL, fault="gone", message_vi="Địa chỉ này không còn (mã 404).", failures_in_a_row=3)


def found(
    *healths: SourceHealth, source: UpstreamSource = SO, items: tuple[UpstreamItem, ...] = (ITEM,), on: date = TODAY
) -> list[Finding]:
    followed = entry(UpstreamSources, "nguon-tin.yml", sources=(source,))
    basis = Basis(
        today=on, law=law(), vocabulary=read_vocabulary(SCHEMA),
        upstream_items=items, source_health=healths,
    )  # fmt: skip
    return list(source_health.check(site(upstream_sources=followed), basis))


def test_a_healthy_source_gives_nothing() -> None:
    assert found(WELL) == []


@pytest.mark.parametrize(
    ("health", "days", "code", "message", "fix"),
    [
        (
            GONE, 0, "TN-021", "Không lấy được tin của «Sở» (3 lần liền): Địa chỉ này không còn (mã 404).",
            remedy("gone"),
        ),
        (
            replace(WELL, last_tried_at=MORNING + timedelta(days=15)), 15, "TN-022",
            "«Sở» đã 15 ngày không có tin mới, mức đặt là 14 ngày.",
            "Mở https://so.example.vn xem nguồn còn đăng tin không; nếu có thì hỏi địa chỉ RSS mới.",
        ),
        (
            WELL, 3, "TN-023", "Đã 3 ngày máy không hỏi tin của «Sở».",
            "Chạy  invoke news, rồi xem lịch chạy tự động có còn hoạt động không.",
        ),
        (SourceHealth(source_id="so"), 0, "TN-024", "Chưa hỏi tin của «Sở» lần nào.", "Chạy  invoke news."),
        (
            replace(WELL, warning="moved", message_vi="Nguồn đã chuyển hẳn sang «https://x.vn/rss»."), 0, "TN-025",
            "Tin của «Sở» nay ở địa chỉ khác: Nguồn đã chuyển hẳn sang «https://x.vn/rss».", remedy("moved"),
        ),
        (
            replace(WELL, warning="hostile_items", message_vi="Bản tin có 2 mục chứa mã lạ."), 0, "TN-026",
            "Tin của «Sở» cần người xem: Bản tin có 2 mục chứa mã lạ.", remedy("hostile_items"),
        ),
    ],
    ids=["failing", "quiet", "overdue", "never asked", "moved", "hostile"],
)  # fmt: skip
def test_trouble_names_the_person_and_what_to_do(
    health: SourceHealth, days: int, code: str, message: str, fix: str
) -> None:
    (finding,) = found(health, on=TODAY + timedelta(days=days))

    assert (finding.code, finding.message) == (code, message)
    assert finding.fix == f"{fix} Người phụ trách: Văn thư."
    assert (finding.is_advisory, finding.severity, finding.where.path) == (True, Severity.warning, "nguon-tin.yml")
    assert not refuses([finding])


def test_without_a_person_in_charge_only_the_remedy_is_told() -> None:
    (finding,) = found(GONE, source=replace(SO, person_in_charge=None))

    assert finding.fix == remedy("gone")


def test_a_source_no_longer_followed_is_nobodys_trouble() -> None:
    assert found(GONE, source=replace(SO, valid_to=date(2026, 6, 30))) == []


def test_a_day_before_the_last_attempt_asks_for_nothing() -> None:
    """`--as-of` may name any day; the register knows only today's health."""
    assert found(WELL, on=date(2026, 9, 5)) == []


def test_advisory_findings_stand_apart_at_the_end() -> None:
    (advisory,) = found(GONE)
    usual = replace(advisory, code="VB-003", is_advisory=False, severity=Severity.error)

    lines = text_report((advisory, usual), content="content").splitlines()

    assert [line for line in lines if not line.startswith("    ")] == [
        f"content/nguon-tin.yml:1:1: lỗi VB-003: {usual.message}", "", ADVISORY,
        f"content/nguon-tin.yml:1:1: cảnh báo TN-021: {advisory.message}", "1 lỗi, 1 cảnh báo — chưa xuất bản được.",
    ]  # fmt: skip


# --- through the command ---------------------------------------------------------------------------------------


def fails(content: Path, name: str) -> None:
    """Note in the register that a source of the sample fails."""
    healths = snapshot.read_health(content)
    healths[name] = replace(healths[name], fault="gone", message_vi="Địa chỉ này không còn (mã 404).")
    snapshot.write_health(content, healths.values())


def test_check_tells_of_a_failing_source_at_its_line_and_still_gives_0(content: Path, run: Callable[..., Told]) -> None:
    before = run("check", "--content", content)
    fails(content, "ubnd-phuong")

    told = run("check", "--content", content)

    assert told.status == before.status
    (finding,) = [finding for finding in told.findings if finding.code == "TN-021"]
    lines = (content / "nguon-tin.yml").read_text(encoding="utf-8").splitlines()
    assert lines[finding.line - 1].strip().startswith("address: https://phuonghoaphuong")
    assert "Người phụ trách: Đặng Ngọc Lan – văn thư." in finding.fix


def test_a_damaged_news_register_is_one_finding_and_no_more(content: Path, run: Callable[..., Told]) -> None:
    (content / "so-ghi" / "nguon-tin" / "suc-khoe.json").write_text("hỏng", encoding="utf-8")

    codes = [finding.code for finding in run("check", "--content", content).findings]

    assert not [code for code in codes if code.startswith("TN-")]
