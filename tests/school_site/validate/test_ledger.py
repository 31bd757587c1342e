"""The ledger: what is owed on a day, how it stands, what is said about it. One fault gives one finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from school_site.completeness import Status
from school_site.findings import Finding, Severity
from school_site.kinds.admission import Admission
from school_site.kinds.school import Authority, Break, DeclaredNone
from school_site.law import Demand, Evidence, Timing
from school_site.site import Site
from school_site.validate.ledger import findings, ledger

from .schools import ACT, YEARLY, demand, disclosure, document, entry, law, page, rows, school, site

DAY = date(2026, 11, 22)
FIRST: dict[str, Any] = {"period": "school_year", "timing": YEARLY, "first_period": "2024-2025"}
WEEKLY: dict[str, Any] = {"period": "week", "timing": Timing(kind="weekly_before", weekday="saturday")}


def _statuses(where: Site, *demands: Demand, on: date = DAY) -> dict[str, Status]:
    return {row.period.key: row.status for row in rows(where, *demands, on=on)}


def _said(where: Site, *demands: Demand, on: date = DAY) -> tuple[Finding, ...]:
    return findings(rows(where, *demands, on=on))


# ── periods ──


def test_the_newest_year_past_its_due_day_is_judged_and_the_next_is_announced() -> None:
    wanted = demand(**{**FIRST, "first_period": "2025-2026"})

    assert _statuses(site(), wanted) == {"2025-2026": Status.late, "2026-2027": Status.not_due}


def test_a_year_is_not_late_on_its_last_lawful_day_and_late_on_the_next() -> None:
    wanted = demand(**{**FIRST, "first_period": "2025-2026"})

    assert _statuses(site(), wanted, on=date(2026, 6, 29))["2025-2026"] is Status.not_due
    assert _statuses(site(), wanted, on=date(2026, 6, 30))["2025-2026"] is Status.late


def test_an_older_year_is_owed_while_its_retention_runs() -> None:
    kept, forgotten = demand("a", **FIRST, retention_years=5), demand("b", **FIRST)

    assert "2024-2025" in _statuses(site(), kept)
    assert "2024-2025" not in _statuses(site(), forgotten)
    assert "2024-2025" not in _statuses(site(), kept, on=date(2030, 6, 30))


def test_an_older_year_that_nobody_must_keep_is_noted_when_it_is_there() -> None:
    there = site(disclosures=(disclosure("muc-thu", "2024-2025"),))

    assert _statuses(there, demand(**FIRST))["2024-2025"] is Status.given


def test_years_of_an_act_no_longer_in_force_are_archive_and_none_is_announced() -> None:
    repealed = demand(**FIRST, last_period="2025-2026", valid_to=date(2026, 7, 1), retention_years=5)

    found = rows(site(), repealed, on=DAY)

    assert [(row.period.key, row.is_archive) for row in found] == [("2024-2025", True), ("2025-2026", True)]


def test_nothing_is_owed_from_before_the_school_was_founded() -> None:
    young = site(school=school(founded_on=date(2026, 1, 1)))

    assert "2024-2025" not in _statuses(young, demand(**FIRST, retention_years=5))


def test_the_terms_of_a_budget_year_fall_due_one_after_another() -> None:
    timing = Timing(kind="after_period", days=10, year_presumed="06-30")
    terms = ("quarter-1", "half-year", "nine-months", "year")
    wanted = demand(period="quarter", terms=terms, timing=timing, first_period="2026")
    there = site(disclosures=(disclosure("muc-thu", 2026, period="quarter-1"),))

    found = {(row.period.key, row.period.term): row.status for row in rows(there, wanted, on=date(2026, 11, 22))}

    assert found == {
        ("2026", "quarter-1"): Status.given,
        ("2026", "half-year"): Status.late,
        ("2026", "nine-months"): Status.late,
        ("2027", "quarter-1"): Status.not_due,
    }


def test_the_figures_of_a_whole_year_stay_owed_when_the_next_year_has_begun() -> None:
    timing = Timing(kind="after_period", days=10, year_presumed="06-30")
    wanted = demand(period="quarter", terms=("quarter-1", "year"), timing=timing, first_period="2026")

    found = {(row.period.key, row.period.term): row for row in rows(site(), wanted, on=date(2027, 7, 1))}

    assert found["2026", "year"].status is Status.late
    assert not found["2026", "year"].is_archive


def test_on_a_weekend_the_menu_of_the_coming_week_is_already_owed() -> None:
    wanted = demand("thuc-don", Evidence(kind="meal_menu"), **WEEKLY)

    assert _statuses(site(), wanted, on=date(2026, 11, 20)) == {
        "2026-W47": Status.late,
        "2026-W48": Status.not_due,
    }
    assert _statuses(site(), wanted, on=date(2026, 11, 22)) == {
        "2026-W47": Status.late,
        "2026-W48": Status.late,
    }


def test_a_schedule_without_a_due_day_is_owed_for_the_running_week_only() -> None:
    wanted = demand("lich", Evidence(kind="weekly_schedule"), period="week")

    assert _statuses(site(), wanted) == {"2026-W47": Status.missing}


def test_a_week_whose_school_days_all_lie_in_a_break_is_not_owed() -> None:
    rest = Break(name="Nghỉ Tết", starts_on=date(2027, 2, 1), ends_on=date(2027, 2, 12))
    wanted = demand("lich", Evidence(kind="weekly_schedule"), period="week")
    resting = site(school=school(breaks=(rest,)))

    assert _statuses(resting, wanted, on=date(2027, 2, 10)) == {"2027-W06": Status.not_applicable}
    assert _statuses(resting, wanted, on=date(2027, 2, 15)) == {"2027-W07": Status.missing}


def test_fees_are_due_before_the_first_round_of_the_schools_own_enrolment() -> None:
    def admission(opens_on: date, quota: int | None) -> Admission:
        year = "2027-2028"
        return entry(
            Admission, "tuyen-sinh/a.md", title="x", school_year=year, published_on=DAY, summary="x",
            opens_on=opens_on, quota=quota,
        )  # fmt: skip

    rounds = (admission(date(2027, 5, 25), 360), admission(date(2027, 6, 10), 20), admission(date(2027, 1, 5), None))
    timing = Timing(kind="before_event", event="enrolment", latest="06-30", year="start")
    wanted = demand(period="school_year", timing=timing, first_period="2027-2028")

    (row,) = rows(site(admissions=rounds), wanted, on=DAY)

    assert row.due_on == date(2027, 5, 24)


def test_a_demand_of_an_act_not_yet_in_force_is_not_owed() -> None:
    assert _statuses(site(), demand(valid_from=date(2026, 12, 1))) == {}


# ── who owes it ──


def test_a_demand_of_another_level_is_not_in_the_ledger() -> None:
    assert rows(site(), demand(school_levels=("preschool",)), on=DAY) == ()


def test_a_school_of_several_levels_owes_the_union() -> None:
    both = site(school=school(school_levels=("primary", "lower_secondary")))
    primary, lower = demand("a", school_levels=("primary",)), demand("b", school_levels=("lower_secondary",))

    assert [row.demand.id for row in rows(both, primary, lower, on=DAY)] == ["a", "b"]


def test_a_demand_on_private_schools_does_not_apply_to_a_public_one() -> None:
    assert _statuses(site(), demand(ownership=("private",))) == {"": Status.not_applicable}


@pytest.mark.parametrize(
    ("department", "owed"),
    [
        ("Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh", 1),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO THÀNH PHỐ HỒ CHÍ MINH", 1),
        ("Sở Giáo dục và Đào tạo Hà Nội", 0),
        (None, 1),
    ],
)
def test_a_local_pack_binds_the_schools_of_its_department(department: str | None, owed: int) -> None:
    local = law(demand(), departments=("Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh",))
    there = site(school=school(department=Authority(name=department) if department else None))

    assert len(ledger(there, local, DAY)) == owed


def test_what_is_shown_for_reference_is_not_judged() -> None:
    shown = (demand("a", Evidence(kind="none")), demand("b", obligation="reference"))

    assert rows(site(), *shown, on=DAY) == ()


# ── answers ──


def test_a_conditional_demand_without_an_answer_is_an_error_that_asks_for_one() -> None:
    wanted = demand("thinh-giang", Evidence(kind="page"), obligation="conditional", conditions=("co_thinh_giang",))

    (found,) = _said(site(), wanted)

    assert (found.code, found.severity) == ("CK-012", Severity.error)
    assert "item: thinh-giang, declared_none_on: 22/11/2026" in found.fix


def test_a_declaration_with_a_date_answers_a_conditional_demand() -> None:
    wanted = demand("thinh-giang", Evidence(kind="page"), obligation="conditional", conditions=("co_thinh_giang",))
    declared = DeclaredNone(item="thinh-giang", declared_none_on=date(2026, 9, 1))
    there = site(school=school(declared_none=(declared,)))

    assert _statuses(there, wanted) == {"": Status.declared_none}
    assert _said(there, wanted) == ()


def test_declaring_the_circumstance_answers_every_demand_that_hangs_on_it() -> None:
    wanted = [demand(name, obligation="conditional", conditions=("co_hoi_dong",)) for name in ("a", "b")]
    declared = DeclaredNone(item="co_hoi_dong", declared_none_on=date(2026, 9, 1))

    assert _said(site(school=school(declared_none=(declared,))), *wanted) == ()


def test_a_declaration_of_tomorrow_is_not_yet_an_answer() -> None:
    wanted = demand("a", obligation="conditional", conditions=("co_a",))
    declared = DeclaredNone(item="a", declared_none_on=date(2026, 11, 23))

    assert _statuses(site(school=school(declared_none=(declared,))), wanted) == {"": Status.missing}


def test_a_disclosure_that_says_there_is_none_is_an_answer() -> None:
    wanted = demand(**FIRST, obligation="conditional")
    there = site(disclosures=(disclosure("muc-thu", "2025-2026", declared_none_on=DAY),))

    assert _statuses(there, wanted)["2025-2026"] is Status.declared_none


def test_having_none_of_what_the_law_wants_of_everyone_needs_a_person() -> None:
    declared = DeclaredNone(item="muc-thu", declared_none_on=date(2026, 9, 1))

    (found,) = _said(site(school=school(declared_none=(declared,))), demand())

    assert (found.code, found.severity) == ("CK-015", Severity.person)


def test_a_school_that_said_it_has_the_thing_is_not_offered_to_deny_it() -> None:
    wanted = demand(
        "thuc-don", Evidence(kind="meal_menu"), obligation="conditional", conditions=("co_ban_tru",), **WEEKLY
    )
    cooking = site(school=school(conditions=("co_ban_tru",)))

    assert all("declared_none" not in found.fix for found in _said(cooking, wanted))
    assert {found.code for found in _said(cooking, wanted)} == {"CK-011"}


# ── findings ──


def test_a_late_item_is_said_with_its_year_its_due_day_and_the_command_that_mends_it() -> None:
    wanted = demand(**FIRST, short_title="Đội ngũ")

    (found,) = _said(site(), wanted)

    assert found.message == (
        "Chưa công khai «Đội ngũ» cho năm học 2025-2026; hạn là ngày 29/6/2026, nay đã quá 146 ngày."
    )
    assert found.fix == "invoke new cong-khai muc-thu --year 2025-2026"
    assert (found.code, found.severity, found.where.path) == (
        "CK-011",
        Severity.error,
        "cong-khai/2025-2026/",
    )
    assert found.legal == ("Thông tư 1/2020, Điều 1",)
    assert found.is_late_only


def test_a_missing_standing_item_is_said_without_a_year() -> None:
    wanted = demand("lich-su", Evidence(kind="page", topic="history"), area="TR", short_title="Lịch sử")

    (found,) = _said(site(), wanted)

    assert (found.code, found.message) == ("TR-010", "Chưa có «Lịch sử».")
    assert found.where.path == "gioi-thieu/"


def test_one_missing_page_is_one_finding_with_every_citation_that_asks_for_it() -> None:
    history = Evidence(kind="page", topic="history")
    wanted = demand("a", history, citation="Điều 1"), demand("b", history, citation="Điều 2")

    (found,) = _said(site(), *wanted)

    assert found.legal == ("Thông tư 1/2020, Điều 1", "Thông tư 1/2020, Điều 2")


def test_when_demands_share_their_evidence_the_gravest_speaks() -> None:
    history = Evidence(kind="page", topic="history")
    wanted = demand("a", history, confidence="partly"), demand("b", history)

    (found,) = _said(site(), *wanted)

    assert found.severity is Severity.error


def test_two_missing_documents_are_two_findings() -> None:
    named = Evidence(kind="official_document")

    assert len(_said(site(), demand("a", named), demand("b", named))) == 2


def test_what_is_given_is_not_spoken_of() -> None:
    there = site(
        introductions=(page("history"),),
        official_documents=(document(satisfies=("quy-che",)),),
        disclosures=(disclosure("muc-thu", "2025-2026"), disclosure("muc-thu", "2024-2025")),
    )
    wanted = (
        demand("a", Evidence(kind="page", topic="history")),
        demand("quy-che", Evidence(kind="official_document")),
        demand(**FIRST, retention_years=5),
    )

    assert _said(there, *wanted) == ()


@pytest.mark.parametrize("confidence", ["partly", "unverified"])
def test_what_we_have_not_read_needs_a_person_and_never_refuses(confidence: str) -> None:
    (found,) = _said(site(), demand(confidence=confidence))

    assert found.severity is Severity.person


def test_an_act_that_we_have_not_read_makes_no_errors() -> None:
    unread_act = replace(ACT, confidence="unverified")

    (found,) = findings(ledger(site(), law(demand(), act=unread_act), DAY))

    assert found.severity is Severity.person


def test_what_is_only_encouraged_is_a_warning() -> None:
    (found,) = _said(site(), demand(obligation="recommended"))

    assert found.severity is Severity.warning


def test_a_local_demand_that_we_have_read_is_an_error() -> None:
    (found,) = _said(site(), demand(obligation="local"))

    assert found.severity is Severity.error


def test_gaps_in_the_archive_are_one_warning_for_each_year() -> None:
    there = site(disclosures=(disclosure("a", "2025-2026"), disclosure("b", "2025-2026")))
    wanted = [demand(name, **FIRST, retention_years=5) for name in ("a", "b")]

    (found,) = _said(there, *wanted)

    assert (found.code, found.severity) == ("CK-016", Severity.warning)
    assert found.message == (
        "Bản công khai của năm học 2024-2025 còn phải giữ trên trang, nhưng chưa thấy 2 mục: "
        "«Tên của a» và «Tên của b»."
    )


def test_thirty_days_before_the_due_day_a_warning_is_given() -> None:
    wanted = demand(**{**FIRST, "first_period": "2025-2026"})

    (found,) = _said(site(), wanted, on=date(2026, 5, 30))

    assert (found.code, found.severity) == ("CK-017", Severity.warning)
    assert "còn 30 ngày" in found.message
    assert _said(site(), wanted, on=date(2026, 5, 29)) == ()


def test_a_refused_file_in_its_place_is_a_row_for_a_person_and_no_second_finding() -> None:
    there = site(unread=frozenset({"cong-khai/2025-2026/muc-thu.md"}))

    assert _statuses(there, demand(**FIRST))["2025-2026"] is Status.needs_person
    assert _said(there, demand(**FIRST)) == ()


def test_what_depends_on_the_hosting_is_shown_and_not_said() -> None:
    wanted = demand("ipv6", Evidence(kind="technical", check="ipv6_dnssec", by="hosting"))

    assert _statuses(site(), wanted) == {"": Status.needs_person}
    assert _said(site(), wanted) == ()
