"""What satisfies a demand: every kind of evidence is seen to count, and seen not to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from school_site.completeness import Period
from school_site.kinds.admission import Admission
from school_site.kinds.announcement import Announcement
from school_site.kinds.article import Article
from school_site.kinds.consultation import Consultation
from school_site.kinds.disclosure import Disclosure
from school_site.kinds.form_template import FormTemplate
from school_site.kinds.learning_resource import LearningResource
from school_site.kinds.mass_organisation import MassOrganisation
from school_site.kinds.meal_menu import MealMenu
from school_site.kinds.plan import Plan
from school_site.kinds.procedure import Procedure
from school_site.kinds.school import Editor
from school_site.kinds.sector_links import SectorLinks
from school_site.kinds.staff_directory import Leader, StaffDirectory
from school_site.kinds.upstream_sources import UpstreamSources
from school_site.kinds.weekly_schedule import WeeklySchedule
from school_site.law import Evidence
from school_site.model import Table
from school_site.site import Site
from school_site.upstream_model import UpstreamSource
from school_site.validate.evidence import KINDS_OF_EVIDENCE, find, place, signature, unread_file
from school_site.validate.timing import STANDING, fiscal_year, month, school_year, term_of, week
from school_site.yearbook import ADDRESS, SectionLayout, SeriesLayout, Source, Yearbook, drawn

from .schools import demand, disclosure, document, entry, page, school, site

DAY = date(2026, 11, 16)
WEEK, YEAR = week(DAY), school_year(2025)


def _articles(count: int) -> Site:
    start = date(2025, 9, 5)
    return site(
        articles=tuple(
            entry(
                Article,
                f"tin-tuc/{index}.md",
                title="Tin",
                summary="Tin",
                published_on=start + timedelta(days=index),
            )
            for index in range(count)
        )
    )


def _schedule() -> WeeklySchedule:
    return entry(WeeklySchedule, "lich-cong-tac/2026-W47.yml", starts_on=DAY, ends_on=DAY, entries=())


def _plan(period: str, name: str) -> Plan:
    return entry(Plan, f"ke-hoach/{name}.md", title="Kế hoạch", period=period, summary="Kế hoạch")


def _form(form_type: str) -> FormTemplate:
    return entry(FormTemplate, "bieu-mau/a.md", title="Đơn", form_type=form_type, summary="Đơn", attachments=())


def _organisation(kind: str) -> MassOrganisation:
    return entry(MassOrganisation, "doan-the/a.md", title="Tổ", organisation_type=kind, summary="Tổ")


def _leaders() -> StaffDirectory:
    leader = Leader(name="A", position="Hiệu trưởng", phone="028", email="a@hcm.edu.vn", workplace="P1", duties="x")
    return entry(StaffDirectory, "can-bo.yml", leadership=(leader,), units=())


def _sources(role: str) -> UpstreamSources:
    source = UpstreamSource(id="so", name="Sở", role=role, address="https://so.vn/rss")  # type: ignore[arg-type]
    return entry(UpstreamSources, "nguon-tin.yml", sources=(source,))


def _procedure() -> Procedure:
    return entry(
        Procedure,
        "thu-tuc/a.md",
        title="Thủ tục",
        summary="x",
        applicants="x",
        channels=("x",),
        steps=("x",),
        dossier=("x",),
        time_limit_days=1,
        responsible_body="x",
        result="x",
    )


def _admission(year: str) -> Admission:
    return entry(
        Admission, "tuyen-sinh/a.md", title="Lớp 6", school_year=year, published_on=DAY, summary="x", quota=360
    )


def _resource() -> LearningResource:
    return entry(
        LearningResource,
        "hoc-lieu/a.md",
        title="Đề",
        subject="Toán",
        grade="9",
        resource_type="revision",
        summary="x",
        published_on=DAY,
    )


def _announcement() -> Announcement:
    return entry(Announcement, "thong-bao/a.md", title="Báo", published_on=DAY, summary="x")


def _consultation() -> Consultation:
    email = "a@hcm.edu.vn"
    return entry(Consultation, "gop-y/a.md", title="Góp ý", opens_on=DAY, summary="x", contact_email=email)


def _counted(year: str) -> Disclosure:
    table = Table(title="Quy mô", columns=("Khối", "Tổng số"), rows=(("Khối 6", "351"),), total=("Cộng", "351"))
    return disclosure("quy-mo", year, tables=(table,))


def _yearbook(*years: str) -> Yearbook:
    source = Source(item="quy-mo", table=("Quy mô",), column=("Tổng số",))
    pupils = SeriesLayout(id="hoc-sinh", label="Học sinh", unit="người", sources=(source,))
    sections = (SectionLayout(id="quy-mo", title="Quy mô", by="school_year", series=(pupils,)),)
    return drawn(sections, [_counted(year) for year in years])


Case = tuple[Evidence, Period, Callable[[], Site], Callable[[], Site]]
# Kind → the evidence, the period, a site that has it, and the nearest site that has not.
CASES: dict[str, Case] = {
    "school_field": (
        Evidence(kind="school_field", fields=("email", "editorial_board")),
        STANDING,
        lambda: site(school=school(editorial_board=(Editor(name="A", duty="Trưởng ban"),))),
        site,
    ),
    "page": (
        Evidence(kind="page", topic="history"),
        STANDING,
        lambda: site(introductions=(page("history"),)),
        lambda: site(introductions=(page("organisation"),)),
    ),
    "official_document": (
        Evidence(kind="official_document"),
        YEAR,
        lambda: site(official_documents=(document(satisfies=("x",), school_year="2025-2026"),)),
        lambda: site(official_documents=(document(satisfies=("x",), school_year="2024-2025"),)),
    ),
    "official_documents": (
        Evidence(kind="official_documents", at_least=2),
        STANDING,
        lambda: site(official_documents=(document(), document())),
        lambda: site(official_documents=(document(),)),
    ),
    "disclosure": (
        Evidence(kind="disclosure"),
        YEAR,
        lambda: site(disclosures=(disclosure("x", "2025-2026"),)),
        lambda: site(disclosures=(disclosure("x", "2026-2027"), disclosure("y", "2025-2026"))),
    ),
    "disclosures": (
        Evidence(kind="disclosures", school_years=2),
        STANDING,
        lambda: site(disclosures=(disclosure("a", "2025-2026"), disclosure("a", "2024-2025"))),
        lambda: site(disclosures=(disclosure("a", "2025-2026"), disclosure("b", "2025-2026"))),
    ),
    "yearbook": (
        Evidence(kind="yearbook", school_years=2),
        STANDING,
        lambda: site(disclosures=(_counted("2024-2025"),), yearbook=_yearbook("2024-2025", "2025-2026")),
        lambda: site(disclosures=(_counted("2024-2025"), _counted("2025-2026")), yearbook=_yearbook("2025-2026")),
    ),
    "weekly_schedule": (
        Evidence(kind="weekly_schedule"),
        WEEK,
        lambda: site(weekly_schedules=(_schedule(),)),
        site,
    ),
    "meal_menu": (
        Evidence(kind="meal_menu"),
        WEEK,
        lambda: site(meal_menus=(entry(MealMenu, "thuc-don/2026-W47.yml", starts_on=DAY, ends_on=DAY, days=()),)),
        lambda: site(meal_menus=(entry(MealMenu, "thuc-don/2026-W46.yml", starts_on=DAY, ends_on=DAY, days=()),)),
    ),
    "plan": (
        Evidence(kind="plan", period="month"),
        month(DAY),
        lambda: site(plans=(_plan("month", "2026-11"),)),
        lambda: site(plans=(_plan("week", "2026-11"),)),
    ),
    "leadership": (
        Evidence(kind="leadership"),
        STANDING,
        lambda: site(staff_directory=_leaders()),
        site,
    ),
    "upstream_source": (
        Evidence(kind="upstream_source", role="department"),
        STANDING,
        lambda: site(upstream_sources=_sources("department")),
        lambda: site(upstream_sources=_sources("ministry")),
    ),
    "form_template": (
        Evidence(kind="form_template", form_type="remarking"),
        STANDING,
        lambda: site(form_templates=(_form("remarking"),)),
        lambda: site(form_templates=(_form("transfer"),)),
    ),
    "procedure": (Evidence(kind="procedure"), STANDING, lambda: site(procedures=(_procedure(),)), site),
    "mass_organisation": (
        Evidence(kind="mass_organisation", organisation_type="union"),
        STANDING,
        lambda: site(mass_organisations=(_organisation("union"),)),
        lambda: site(mass_organisations=(_organisation("party"),)),
    ),
    "articles": (Evidence(kind="articles", at_least=40), YEAR, lambda: _articles(40), lambda: _articles(39)),
    "announcement": (
        Evidence(kind="announcement"),
        STANDING,
        lambda: site(announcements=(_announcement(),)),
        site,
    ),
    "links": (
        Evidence(kind="links"),
        STANDING,
        lambda: site(sector_links=entry(SectorLinks, "lien-ket.yml", groups=())),
        site,
    ),
    "consultation": (
        Evidence(kind="consultation"),
        STANDING,
        lambda: site(consultations=(_consultation(),)),
        site,
    ),
    "learning_resource": (
        Evidence(kind="learning_resource"),
        STANDING,
        lambda: site(learning_resources=(_resource(),)),
        site,
    ),
    "admission": (
        Evidence(kind="admission"),
        YEAR,
        lambda: site(admissions=(_admission("2025-2026"),)),
        lambda: site(admissions=(_admission("2024-2025"),)),
    ),
    "technical": (
        Evidence(kind="technical", check="https", by="school"),
        STANDING,
        site,
        lambda: site(school=school(website="http://thcsthu.hcm.edu.vn")),
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_each_kind_of_evidence_counts(kind: str) -> None:
    evidence, period, with_it, _ = CASES[kind]

    assert find(with_it(), demand("x", evidence), period) is not None


@pytest.mark.parametrize("kind", CASES)
def test_each_kind_of_evidence_is_missed_when_it_is_not_there(kind: str) -> None:
    evidence, period, _, without_it = CASES[kind]

    assert find(without_it(), demand("x", evidence), period) is None


def test_every_kind_of_evidence_has_its_two_cases() -> None:
    assert set(CASES) == KINDS_OF_EVIDENCE - {"none"}


def test_advice_to_leavers_is_not_the_enrolment_plan_of_a_year() -> None:
    advice = entry(Admission, "tuyen-sinh/b.md", title="Tư vấn", school_year="2025-2026", published_on=DAY, summary="x")
    wanted = demand("x", Evidence(kind="admission"))

    assert find(site(admissions=(advice,)), wanted, YEAR) is None
    assert find(site(admissions=(advice,)), wanted, STANDING) is not None


def test_nothing_satisfies_what_is_only_shown_for_reference() -> None:
    everything = site(introductions=(page(satisfies=("x",)),), disclosures=(disclosure("x", "2025-2026"),))

    assert find(everything, demand("x", Evidence(kind="none")), STANDING) is None


def test_the_yearbook_is_found_at_its_own_page() -> None:
    there = site(disclosures=(_counted("2025-2026"),), yearbook=_yearbook("2025-2026"))
    found = find(there, demand("x", Evidence(kind="yearbook", school_years=1)), STANDING)

    assert found is not None
    assert (found.address, found.path) == (ADDRESS, "cong-khai/2025-2026/quy-mo.md")


def test_years_that_others_speak_of_are_not_the_schools() -> None:
    there = site(disclosures=(disclosure("a", "2025-2026"), disclosure("b", "2016-2017", published_by_others=True)))

    assert find(there, demand("x", Evidence(kind="disclosures", school_years=2)), STANDING) is None


def test_a_page_may_name_the_demand_that_it_answers() -> None:
    there = site(introductions=(page("other", satisfies=("x",)),))

    assert find(there, demand("x", Evidence(kind="page")), STANDING) is not None


def test_a_document_without_a_school_year_belongs_to_the_year_it_was_issued_in() -> None:
    there = site(official_documents=(document(satisfies=("x",), issued_on=date(2026, 3, 1)),))
    wanted = demand("x", Evidence(kind="official_document"))

    assert find(there, wanted, school_year(2025)) is not None
    assert find(there, wanted, school_year(2026)) is None


def test_the_item_of_another_act_may_satisfy_a_demand() -> None:
    either = demand("cu", Evidence(kind="disclosure"), Evidence(kind="disclosure", item="moi"))

    assert find(site(disclosures=(disclosure("moi", "2025-2026"),)), either, YEAR) is not None


def test_figures_of_another_quarter_do_not_count() -> None:
    there = site(disclosures=(disclosure("x", 2026, period="quarter-1"),))

    assert find(there, demand("x"), term_of(2026, "quarter-1")) is not None
    assert find(there, demand("x"), term_of(2026, "nine-months")) is None


def test_what_the_template_does_by_itself_is_given() -> None:
    wanted = demand("x", Evidence(kind="technical", check="search", by="template"))

    assert find(site(), wanted, STANDING) is not None


def test_what_the_hosting_does_is_never_taken_for_given() -> None:
    wanted = demand("x", Evidence(kind="technical", check="ipv6_dnssec", by="hosting"))

    assert find(site(), wanted, STANDING) is None


@pytest.mark.parametrize(
    ("evidence", "period", "expected"),
    [
        (Evidence(kind="disclosure"), YEAR, "cong-khai/2025-2026/"),
        (Evidence(kind="disclosure"), fiscal_year(2025), "cong-khai/2025/"),
        (Evidence(kind="weekly_schedule"), WEEK, "lich-cong-tac/"),
        (Evidence(kind="leadership"), STANDING, "can-bo.yml"),
        (Evidence(kind="school_field", fields=("email",)), STANDING, "truong.yml"),
    ],
)
def test_a_missing_thing_is_missed_where_it_belongs(evidence: Evidence, period: Period, expected: str) -> None:
    assert place(demand("x", evidence), period) == expected


@pytest.mark.parametrize(
    ("evidence", "period", "broken"),
    [
        (Evidence(kind="disclosure"), YEAR, "cong-khai/2025-2026/x.md"),
        (Evidence(kind="weekly_schedule"), WEEK, "lich-cong-tac/2026-W47.yml"),
        (Evidence(kind="page", topic="history"), STANDING, "gioi-thieu/lich-su.md"),
        (Evidence(kind="links"), STANDING, "lien-ket.yml"),
    ],
)
def test_a_refused_file_in_its_place_is_not_also_missing(evidence: Evidence, period: Period, broken: str) -> None:
    there = site(unread=frozenset({broken}))

    assert unread_file(there, demand("x", evidence), period) == broken


@pytest.mark.parametrize(
    ("evidence", "period", "broken"),
    [
        (Evidence(kind="disclosure"), YEAR, "cong-khai/2024-2025/x.md"),
        (Evidence(kind="weekly_schedule"), WEEK, "lich-cong-tac/2026-W46.yml"),
        (Evidence(kind="page", topic="history"), STANDING, "tin-tuc/lich-su.md"),
        (Evidence(kind="none"), STANDING, "truong.yml"),
    ],
)
def test_a_refused_file_elsewhere_excuses_nothing(evidence: Evidence, period: Period, broken: str) -> None:
    there = site(unread=frozenset({broken}))

    assert unread_file(there, demand("x", evidence), period) is None


def test_two_demands_for_one_page_have_one_signature() -> None:
    history = Evidence(kind="page", topic="history")

    assert signature(demand("a", history)) == signature(demand("b", history))


def test_two_documents_with_their_own_names_have_two_signatures() -> None:
    named = Evidence(kind="official_document")

    assert signature(demand("a", named)) != signature(demand("b", named))


def test_a_demand_for_the_item_of_another_shares_its_signature() -> None:
    assert signature(demand("a")) == signature(demand("b", Evidence(kind="disclosure", item="a")))
