"""LK-001 … LK-003, LT-020, LT-024: a missing file is told once, what is offered can be typed, a week is told whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import ModuleType

import pytest

from school_site.findings import Finding
from school_site.law import read_law
from school_site.links import target_of
from school_site.model import Asset
from school_site.validate.basis import Basis
from school_site.validate.rules import broken_link, missing_file, unknown_reference, wrong_week
from school_site.vocabulary import read_vocabulary

from .contents import SCHEMA, TODAY, findings, page, site, verdict

MEETING = "thong-bao/2026-11-18-hop-cha-me-hoc-sinh.md"
NOTICE = {MEETING: "---\ntitle: Họp\npublished_on: 2026-11-18\nsummary: Họp giữa kỳ\n---\nNội dung.\n"}


@pytest.mark.parametrize(
    ("link", "offered"),
    [
        ("../thong-bao/2026-11-18-hop-cha-me-hoc-sihn.md", f"../{MEETING}"),
        ("../thong-bao/hop-cha-me-hoc-sinh.md#gio", f"../{MEETING}#gio"),
        ("/thong-bao/2026-11-18-hop-cha-me-hoc-sinh", f"/{MEETING}"),
        ("2026-11-18-hop-cha-me-hoc-sinh.md", f"../{MEETING}"),
    ],
)
def test_what_is_offered_for_a_broken_link_leads_there(link: str, offered: str) -> None:
    (found,) = findings(broken_link, {**NOTICE, **page(f"Xem [thông báo]({link}).")})

    assert (found.code, found.fix) == ("LK-001", f"Có phải ý bạn là «{offered}»?")
    assert target_of(offered, "gioi-thieu/lich-su.md") == MEETING
    assert findings(broken_link, {**NOTICE, **page(f"Xem [thông báo]({offered}).")}) == []


def test_an_attachment_with_a_blank_in_its_name_is_offered_as_a_link_is_written() -> None:
    asset = Asset(path="tep/Mẫu đơn.pdf", size=1)
    (found,) = findings(broken_link, page("[Mẫu](../tep/mau-don.pdf)"), (asset,))

    assert found.fix == "Có phải ý bạn là «../tep/Mẫu%20đơn.pdf»?"


def test_a_sibling_is_never_offered() -> None:
    (found,) = findings(broken_link, {**NOTICE, **page("[Họp](../thong-bao/2026-11-25-hop-phu-huynh.md)")})

    assert found.fix == "Sửa lại đường dẫn, hoặc thêm tệp còn thiếu."


def test_a_picture_is_offered_a_picture_only() -> None:
    news = (
        "---\ntitle: A\npublished_on: 2026-11-16\nsummary: B\ntopic: school_life\n"
        "picture: {file: hinh/san-truong.png, alt: Sân trường rợp bóng, people: none}\n---\nNội dung.\n"
    )
    files = {"tin-tuc/a.md": news, **page("Nội dung.")}
    (near,) = findings(missing_file, files, (Asset(path="hinh/san-truongg.png", size=1),))
    (far,) = findings(missing_file, files, (Asset(path="hinh/cong-truong.png", size=1),))

    assert near.fix == "Có phải ý bạn là «hinh/san-truongg.png»?"
    assert far.fix == "Chép tệp vào content/hinh."


def _beside(rule: ModuleType, files: dict[str, str], unread: str) -> list[Finding]:
    """What the rule finds when another file was refused."""
    basis = Basis(today=TODAY, law=read_law(SCHEMA), vocabulary=read_vocabulary(SCHEMA))
    return list(rule.check(replace(site(files), unread=frozenset({unread})), basis))


PROCEDURE = {
    "thu-tuc/nghi.md": "---\ntitle: Xin nghỉ\nsummary: Xin nghỉ\napplicants: Phụ huynh\nchannels: [Văn phòng]\n"
    "steps: [Nộp đơn]\ndossier: [Đơn]\ntime_limit_days: 1\nresponsible_body: Văn phòng\nresult: Trả lời\n"
    "form_templates: [don-xin-nghi-hoc]\n---\nXem [mẫu](../bieu-mau/don-xin-nghi-hoc.md).\n"
}


@pytest.mark.parametrize("rule", [broken_link, unknown_reference])
@pytest.mark.parametrize(
    ("unread", "is_explained"),
    [
        ("bieu-mau/don-xin-nghi-hoc.md.txt", True),
        ("bieu-mau/don-xin-nghi-hoc.txt", True),
        ("bieu-mau/Đơn xin nghỉ học.md", True),
        ("bieu-mau/don-xin-nghi-hoc (1).md", True),
        ("bieumau/don-xin-nghi-hoc.md", True),
        ("bieu-mau/don-xin-phuc-khao.md.txt", False),
        ("van-ban/don-xin-nghi-hoc.md.txt", False),
    ],
)
def test_a_file_refused_for_its_name_is_not_told_again_at_every_link(
    rule: ModuleType, unread: str, is_explained: bool
) -> None:
    assert (_beside(rule, PROCEDURE, unread) == []) is is_explained


def test_what_the_ledger_misses_is_not_told_again_at_every_link() -> None:
    found = {one.code for one in verdict(PROCEDURE).findings}
    other = {name: text.replace("don-xin-nghi-hoc", "don-chuyen-lop") for name, text in PROCEDURE.items()}

    assert "BM-010" in found and not {"LK-001", "LK-003"} & found
    assert {"LK-001", "LK-003"} <= {one.code for one in verdict(other).findings}


def _week(name: str, *days: date) -> dict[str, str]:
    head = f"starts_on: {days[0]}\nends_on: {days[-1]}\npublished_on: 2026-11-13\nentries:\n"
    entries = "".join(
        f"  - {{day: {day}, starts_at: '07:00', topic: Việc {at}, place: Sân, chair: HT {at}, attendees: Tổ}}\n"
        for at, day in enumerate(days)
    )
    return {f"lich-cong-tac/{name}.yml": head + entries}


MONDAY = date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=at) for at in range(6)]


def test_a_file_of_another_week_is_one_finding() -> None:
    (found,) = findings(wrong_week, _week("2026-W49", *DAYS))

    assert (found.code, found.where.line) == ("LT-024", 1)
    assert found.message.startswith("Mọi ngày trong tệp thuộc tuần 2026-W48 (23/11/2026 – 29/11/2026), ")
    assert "đổi tên tệp thành 2026-W48.yml" in found.fix and "thêm 7 ngày" in found.fix
    assert "bớt 7 ngày" in findings(wrong_week, _week("2026-W47", *DAYS))[0].fix


def test_single_days_outside_are_told_one_by_one() -> None:
    stray = _week("2026-W48", *DAYS[:4], date(2026, 12, 25), DAYS[5])

    assert [(one.code, one.where.line) for one in findings(wrong_week, stray)] == [("LT-020", 9)]
    assert findings(wrong_week, _week("2026-W48", *DAYS)) == []
