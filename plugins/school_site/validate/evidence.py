"""What on the site satisfies a demand: one small question for each kind of evidence that the packs may name.

A record belongs to the year it is *about*, never to the day it was typed. Evidence that is wrong in itself
(a total that does not add up, a day in the future) still counts here: that is another rule's finding, and
one fault gives one finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..completeness import Found, Period
from ..kinds import KINDS
from ..law import Demand, Evidence
from ..model import Entry
from ..site import Site
from ..vietnamese import school_year_of
from ..yearbook import ADDRESS as YEARBOOK_ADDRESS
from ..yearbook import TITLE as YEARBOOK

_PLACES = {kind.name: kind.place for kind in KINDS}
# Which kind of content each kind of evidence lives in: where to look for it, and where to say it is missing.
_CONTENT = {
    "school_field": "school",
    "page": "introduction",
    "official_document": "official_document",
    "official_documents": "official_document",
    "disclosure": "disclosure",
    "disclosures": "disclosure",
    "yearbook": "disclosure",
    "weekly_schedule": "weekly_schedule",
    "meal_menu": "meal_menu",
    "plan": "plan",
    "leadership": "staff_directory",
    "upstream_source": "upstream_sources",
    "form_template": "form_template",
    "procedure": "procedure",
    "mass_organisation": "mass_organisation",
    "articles": "article",
    "announcement": "announcement",
    "links": "sector_links",
    "consultation": "consultation",
    "learning_resource": "learning_resource",
    "admission": "admission",
    "technical": "school",
}
# The school's street address has another name in code, because `address` is a page's address there.
_SCHOOL_FIELDS = {"address": "street_address"}


def find(site: Site, demand: Demand, period: Period) -> Found | None:
    """The first thing on the site that satisfies the demand for the period, in the order of its evidence."""
    for evidence in demand.evidence:
        for entry in _FINDERS[evidence.kind](site, demand, evidence, period):
            return Found(
                title=getattr(entry, "title", entry.path),
                address=entry.address,
                path=entry.path,
                published_on=getattr(entry, "published_on", None),
                # Of a whole section the newest entry speaks; that it says «không có» is about itself alone.
                declared_none_on=getattr(entry, "declared_none_on", None) if evidence.kind == "disclosure" else None,
            )
    return None


def place(demand: Demand, period: Period) -> str:
    """The file or folder where the missing thing belongs, relative to the content folder."""
    evidence = demand.evidence[0]
    where = _PLACES[_CONTENT[evidence.kind]]
    if "." in where:
        return where
    return f"{where}/{period.key}/" if evidence.kind == "disclosure" and period.key else f"{where}/"


def unread_file(site: Site, demand: Demand, period: Period) -> str | None:
    """A refused file that may well be the evidence: it is one fault already, not also a missing item."""
    for evidence in demand.evidence:
        if evidence.kind == "none":
            continue
        where = _PLACES[_CONTENT[evidence.kind]]
        if "." not in where:
            where = f"{where}/{_expected_name(demand, evidence, period)}"
        for path in sorted(site.unread):
            if path.startswith(where):
                return path
    return None


def signature(demand: Demand) -> tuple[object, ...]:
    """Equal for demands that one and the same thing would satisfy, so that its absence is said once."""
    evidence = demand.evidence[0]
    if evidence.kind == "disclosure":
        return (evidence.kind, evidence.item or demand.id)
    if evidence.kind == "official_document" or (evidence.kind == "page" and not evidence.topic):
        return (evidence.kind, demand.id)
    return (evidence,)


def _expected_name(demand: Demand, evidence: Evidence, period: Period) -> str:
    """How the path of a file that is this evidence begins, inside its folder."""
    if evidence.kind == "disclosure":
        return f"{period.key}/{evidence.item or demand.id}" if period.key else ""
    return period.key if period.kind in ("week", "month") else ""


_Finder = Callable[[Site, Demand, Evidence, Period], Iterable[Entry]]


def _school_field(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    names = (_SCHOOL_FIELDS.get(name, name) for name in evidence.fields)
    if all(getattr(site.school, name) for name in names):
        yield site.school


def _page(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    for page in site.introductions:
        if demand.id in page.satisfies or (evidence.topic and page.topic == evidence.topic):
            yield page


def _official_document(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    for document in site.official_documents:
        if demand.id in document.satisfies:
            year = document.school_year or school_year_of(document.issued_on)
            if period.kind != "school_year" or year == period.key:
                yield document


def _official_documents(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterable[Entry]:
    return site.official_documents if len(site.official_documents) >= evidence.at_least else ()


def _disclosure(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    for disclosure in site.disclosures:
        if disclosure.item != (evidence.item or demand.id):
            continue
        if period.term is not None and disclosure.period != period.term:
            continue
        if period.kind == "standing" or period.key in (disclosure.school_year, str(disclosure.fiscal_year)):
            yield disclosure


def _disclosures(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterable[Entry]:
    """The school's own, newest first."""
    own = [disclosure for disclosure in site.disclosures if not disclosure.published_by_others]
    own.sort(key=lambda disclosure: disclosure.published_on, reverse=True)
    years = {disclosure.school_year for disclosure in own if disclosure.school_year}
    is_enough = len(own) >= evidence.at_least and len(years) >= evidence.school_years
    return own if is_enough else ()


def _yearbook(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    """The page that is drawn from the figures of many years; the newest of them speaks for it."""
    yearbook = site.yearbook
    if yearbook.newest is not None and len(yearbook.school_years) >= evidence.school_years:
        yield replace(yearbook.newest, title=YEARBOOK, address=YEARBOOK_ADDRESS)


def _weekly_schedule(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    yield from (schedule for schedule in site.weekly_schedules if schedule.week == period.key)


def _meal_menu(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    yield from (menu for menu in site.meal_menus if menu.week == period.key)


def _plan(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    yield from (plan for plan in site.plans if plan.slug == period.key and plan.period == evidence.period)


def _leadership(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    if site.staff_directory is not None and site.staff_directory.leadership:
        yield site.staff_directory


def _upstream_source(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    sources = site.upstream_sources
    if sources is not None and any(source.role == evidence.role for source in sources.sources):
        yield sources


def _form_template(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    yield from (form for form in site.form_templates if form.form_type == evidence.form_type)


def _procedure(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterable[Entry]:
    return site.procedures


def _mass_organisation(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    for organisation in site.mass_organisations:
        if organisation.organisation_type == evidence.organisation_type:
            yield organisation


def _articles(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterable[Entry]:
    inside = [post for post in site.articles if period.starts_on <= post.published_on <= period.ends_on]
    return inside if len(inside) >= evidence.at_least else ()


def _announcement(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterable[Entry]:
    return site.announcements


def _links(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    if site.sector_links is not None:
        yield site.sector_links


def _consultation(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterable[Entry]:
    return site.consultations


def _learning_resource(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterable[Entry]:
    return site.learning_resources


def _admission(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    """For a year it takes a plan, with its quota; advice to leavers is admission news, but not a plan."""
    for admission in sorted(site.admissions, key=lambda entry: entry.quota is None):
        is_plan = admission.school_year == period.key and admission.quota is not None
        if is_plan or period.kind != "school_year":
            yield admission


def _technical(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterator[Entry]:
    """What the template does by itself is proved by the audit of every build, not by content."""
    host = site.school.website.partition("://")[2].partition("/")[0].lower()
    by_school = {
        "https": site.school.website.startswith("https://"),
        "edu_domain": host.endswith(".edu.vn"),
        "hcm_domain": host.endswith(".hcm.edu.vn"),
    }
    if evidence.by == "template" or (evidence.by == "school" and by_school.get(evidence.check or "", False)):
        yield site.school


def _none(site: Site, demand: Demand, evidence: Evidence, period: Period) -> Iterable[Entry]:
    return ()


_FINDERS: Mapping[str, _Finder] = {
    "school_field": _school_field,
    "page": _page,
    "official_document": _official_document,
    "official_documents": _official_documents,
    "disclosure": _disclosure,
    "disclosures": _disclosures,
    "yearbook": _yearbook,
    "weekly_schedule": _weekly_schedule,
    "meal_menu": _meal_menu,
    "plan": _plan,
    "leadership": _leadership,
    "upstream_source": _upstream_source,
    "form_template": _form_template,
    "procedure": _procedure,
    "mass_organisation": _mass_organisation,
    "articles": _articles,
    "announcement": _announcement,
    "links": _links,
    "consultation": _consultation,
    "learning_resource": _learning_resource,
    "admission": _admission,
    "technical": _technical,
    "none": _none,
}
KINDS_OF_EVIDENCE = frozenset(_FINDERS)
