"""CK-023 … CK-033, LT-022, LT-023, LK-004, LK-005, TR-023, TR-024, TN-020: answers that contradict, double or miss."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from school_site.completeness import Status
from school_site.law import read_law
from school_site.register import Register, SeenDisclosure
from school_site.validate.basis import Basis
from school_site.validate.rules import (
    contradicting_answer,
    copied_from_last_year,
    double_source,
    impossible_school_year,
    local_file_link,
    lost_address,
    removed_too_early,
    said_twice,
    unknown_item,
    waiver,
)
from school_site.vocabulary import read_vocabulary

from .contents import SCHEMA, SCHOOL, TODAY, codes, disclosure, document, page, site, verdict

FACT = "facts:\n  - {label: Số lớp, value: 32 lớp}\n"
LONG = "Nhà trường giữ nguyên đội ngũ và cơ sở vật chất, phân công lại theo tổ. " * 8


def declared(*items: str) -> dict[str, str]:
    lines = "".join(f"  - {{item: {item}, declared_none_on: 2026-09-05}}\n" for item in items)
    return {"truong.yml": f"{SCHOOL}declared_none:\n{lines}"}


def told_by_all(files: dict[str, str], *wanted: str) -> list[tuple[str, str]]:
    return [(found.code, found.where.path) for found in verdict(files).findings if found.code in wanted]


@pytest.mark.parametrize("item", ["pt-doi-nguu", "pt-ket-qua", "muc-khong-co"])
def test_an_item_that_no_pack_knows_is_told_where_it_is_written(item: str) -> None:
    assert codes(unknown_item, disclosure(FACT, name=item)) == [("CK-024", f"cong-khai/2025-2026/{item}.md", 3)]


def test_an_item_of_a_pack_and_a_circumstance_of_the_list_are_known() -> None:
    assert codes(unknown_item, disclosure(FACT, name="pt-doi-ngu") | declared("hoi-dong-truong")) == []


def test_an_unknown_item_declared_none_is_told_and_a_doubled_one_too() -> None:
    found = codes(unknown_item, declared("muc-khong-co", "hoi-dong-truong", "hoi-dong-truong"))

    assert [code for code, _, _ in found] == ["CK-024", "CK-025"]


def test_to_have_none_of_what_is_shown_is_told() -> None:
    files = document("quy-che", "satisfies: [quy-che-dan-chu]\n", type="statute") | declared("quy-che-dan-chu")

    assert told_by_all(files, "CK-026") == [("CK-026", "truong.yml")]
    assert told_by_all(declared("hoi-dong-truong"), "CK-026") == []
    assert contradicting_answer.RULE.code == "CK-026"


def test_one_item_of_one_year_is_disclosed_once() -> None:
    first, second = disclosure(FACT, name="pt-doi-ngu"), disclosure(FACT, name="pt-doi-ngu")
    second = {path.replace(".md", "-ban-2.md"): text for path, text in second.items()}

    assert codes(said_twice, first | second) == [("CK-027", "cong-khai/2025-2026/pt-doi-ngu.md", 3)]
    assert codes(said_twice, first | disclosure(FACT, name="pt-doi-ngu", year="2024-2025")) == []


def test_a_day_has_one_menu_and_a_class_one_timetable() -> None:
    day = "  - day: {0}\n    meals: [{{name: Bữa trưa, dishes: [Cơm]}}]\n"
    head = "starts_on: 2026-11-16\nends_on: 2026-11-20\ndays:\n"
    twice = {"thuc-don/2026-W47.yml": head + day.format("2026-11-16") + day.format("2026-11-16")}
    once = {"thuc-don/2026-W47.yml": head + day.format("2026-11-16") + day.format("2026-11-17")}
    group = "  - {{name: {0}, grade: '6', morning: {{monday: [Toán]}}}}\n"
    term = "school_year: 2026-2027\nterm: 1\neffective_on: 2026-09-07\nclass_groups:\n"
    classes = {"thoi-khoa-bieu/2026-2027-hk1.yml": term + group.format("6A1") + group.format("6A1")}
    distinct = {"thoi-khoa-bieu/2026-2027-hk1.yml": term + group.format("6A1") + group.format("6A2")}

    assert codes(said_twice, twice) == [("LT-022", "thuc-don/2026-W47.yml", 6)]
    assert codes(said_twice, classes) == [("LT-023", "thoi-khoa-bieu/2026-2027-hk1.yml", 6)]
    assert codes(said_twice, once | distinct) == []


def test_last_years_words_under_this_years_title_are_for_a_person_to_judge() -> None:
    before = disclosure(FACT, year="2024-2025", name="pt-doi-ngu", body=LONG)
    copied = disclosure(FACT, year="2025-2026", name="pt-doi-ngu", body=LONG)
    changed = disclosure(FACT, year="2025-2026", name="pt-doi-ngu", body=LONG + "Thêm hai giáo viên Tin học.")

    assert codes(copied_from_last_year, before | copied) == [("CK-028", "cong-khai/2025-2026/pt-doi-ngu.md", 2)]
    assert codes(copied_from_last_year, before | changed) == []


def test_who_has_looked_and_found_nothing_changed_says_so_in_one_line() -> None:
    def seen(year: str, on: str) -> dict[str, str]:
        return disclosure(f"reviewed_unchanged_on: {on}\n{FACT}", year=year, name="pt-doi-ngu", body=LONG)

    before = disclosure(FACT, year="2024-2025", name="pt-doi-ngu", body=LONG)
    seen_before = seen("2024-2025", "2026-07-01")

    assert codes(copied_from_last_year, before | seen("2025-2026", "2026-11-20")) == []
    assert codes(copied_from_last_year, seen_before | seen("2025-2026", "2026-11-20")) == []
    assert codes(copied_from_last_year, seen_before | seen("2025-2026", "2026-07-01")) != [], "the line was copied, too"


@pytest.mark.parametrize(
    ("body", "is_found"),
    [
        ("[Kế hoạch](file:///C:/VanBan/ke-hoach.docx)", True),
        ("[Kế hoạch](<C:\\Users\\Lan\\ke-hoach.docx>)", True),
        ("Giờ học: 7:00, xem [trang của Sở](https://hcm.edu.vn)", False),
    ],
)
def test_a_link_to_ones_own_disk_is_told(body: str, is_found: bool) -> None:
    found = codes(local_file_link, page(body))

    assert found == ([("LK-005", "gioi-thieu/lich-su.md", 5)] if is_found else [])


@pytest.mark.parametrize(("year", "code"), [("2026-2028", "TR-023"), ("2027-2026", "TR-023"), ("2024-2025", "TR-024")])
def test_the_profiles_school_year_is_a_real_one_and_not_over(year: str, code: str) -> None:
    profile = {"truong.yml": SCHOOL.replace("school_year: 2026-2027", f"school_year: {year}")}

    assert [found for found, _, _ in codes(impossible_school_year, profile)] == [code]
    assert codes(impossible_school_year, {}) == []


def test_two_sources_do_not_share_an_id() -> None:
    source = "  - {{id: {0}, name: Sở {1}, role: department, address: 'https://hcm.edu.vn/rss{1}'}}\n"
    same = {"nguon-tin.yml": "sources:\n" + source.format("so", 1) + source.format("so", 2)}
    other = {"nguon-tin.yml": "sources:\n" + source.format("so", 1) + source.format("bo", 2)}

    assert codes(double_source, same) == [("TN-020", "nguon-tin.yml", 3)]
    assert codes(double_source, other) == []


def seen(first: date) -> Register:
    one = SeenDisclosure(
        path="cong-khai/2025-2026/pt-doi-ngu.md", item="pt-doi-ngu", year="2025-2026", title="Đội ngũ",
        digest="0", first_seen_on=first,
    )  # fmt: skip
    addresses = {"cong-khai/2025-2026/pt-doi-ngu.html": "Đội ngũ", "tin-tuc/cu.html": "Bài cũ"}
    return Register(disclosures=(one,), addresses=addresses)


@pytest.mark.parametrize(("first", "is_kept"), [(date(2026, 6, 19), True), (date(2021, 11, 21), False)])
def test_a_disclosure_younger_than_its_retention_may_not_vanish(first: date, is_kept: bool) -> None:
    basis = Basis(today=TODAY, law=read_law(SCHEMA), vocabulary=read_vocabulary(SCHEMA))
    gone = replace(site({}), register=seen(first))
    there = replace(site(disclosure(FACT, name="pt-doi-ngu")), register=seen(first))

    assert [found.code for found in removed_too_early.check(gone, basis)] == (["CK-023"] if is_kept else [])
    assert list(removed_too_early.check(there, basis)) == []


def test_a_page_that_went_is_told_once_and_a_renamed_one_is_not() -> None:
    basis = Basis(today=TODAY, law=read_law(SCHEMA), vocabulary=read_vocabulary(SCHEMA))
    news = {
        "tin-tuc/moi.md": "---\ntitle: Bài cũ\npublished_on: 2026-09-05\nsummary: Tóm tắt bài viết\n---\nNội dung.\n"
    }
    gone = replace(site({}), register=seen(TODAY))
    renamed = replace(site(news), register=seen(TODAY))

    assert [found.message.count("cu.html") for found in lost_address.check(gone, basis)] == [1]
    assert list(lost_address.check(renamed, basis)) == []


WAIVER = """
waivers:
  - demand: {demand}
    scope: tất cả
    reason: Máy chủ dùng chung đang nâng cấp
    approver: Ủy ban nhân dân phường
    document_number: 12/UBND
    expires_on: {expires}
"""


@pytest.mark.parametrize(
    ("demand", "expires", "code"),
    [
        ("kt-ipv6-dnssec", "2026-11-01", "CK-030"),
        ("ten-co-so-giao-duc", "2027-06-30", "CK-031"),
        ("kt-ipv6-dnsec", "2027-06-30", "CK-032"),
        ("kt-ipv6-dnssec", "2026-12-10", "CK-033"),
        ("kt-ipv6-dnssec", "2027-06-30", None),
    ],
)
def test_a_waiver_is_known_used_and_not_over(demand: str, expires: str, code: str | None) -> None:
    found = verdict({"mien-tru.yml": WAIVER.format(demand=demand, expires=expires)})
    codes_found = [one.code for one in found.findings if one.where.path == "mien-tru.yml"]

    assert codes_found == ([code] if code else [])
    assert waiver.UNKNOWN.code == "CK-032"


def test_a_waived_demand_is_shown_with_its_last_day() -> None:
    rows = verdict({"mien-tru.yml": WAIVER.format(demand="kt-ipv6-dnssec", expires="2027-06-30")}).ledger
    row = next(row for row in rows if row.demand.id == "kt-ipv6-dnssec")

    assert (row.status, row.waived_until) == (Status.waived, date(2027, 6, 30))
