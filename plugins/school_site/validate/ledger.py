"""The completeness ledger: one status for each demand and period on a day.

Three answers: given, declared none, missing. Only what is missing fails, and only where we have read
the very article; what our reading is unsure of needs a person and never refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..completeness import Row, Status
from ..findings import Severity
from ..law import Demand, Law
from ..site import Site
from .absence import LEDGER_RULES, findings
from .demands import Events, Owed, periods_owed
from .evidence import find, unread_file

__all__ = ["LEDGER_RULES", "Row", "Status", "findings", "ledger"]


def ledger(site: Site, law: Law, as_of: date) -> tuple[Row, ...]:
    """Every demand that a machine can judge, for every period it is owed in, in the order of the packs."""
    events = _events(site)
    department = site.school.department.name if site.school.department else None
    return tuple(
        row
        for demand in law.demands_for(site.school.school_levels, department)
        if demand.is_judged
        for row in _rows(demand, site, law, events, as_of)
    )


def _events(site: Site) -> Events:
    """When the school's own enrolment for a year opens; the first of several rounds."""
    rounds = [entry for entry in site.admissions if entry.opens_on and entry.quota is not None]
    return {
        ("enrolment", entry.school_year): entry.opens_on
        for entry in sorted(rounds, key=lambda entry: entry.opens_on or date.max, reverse=True)
        if entry.opens_on
    }


def _rows(demand: Demand, site: Site, law: Law, events: Events, as_of: date) -> Iterator[Row]:
    for owed in periods_owed(demand, site.school, events, as_of):
        row = _judged(
            Row(
                demand=demand,
                act=law.acts[demand.act],
                citation=law.citation(demand),
                period=owed.period,
                status=Status.missing,
                as_of=as_of,
                due_on=owed.due_on,
                is_archive=owed.is_archive,
                may_declare_none=demand.lets_declare_none(site.school.ownership),
            ),
            owed,
            site,
        )
        if owed.is_kept or row.status is Status.given:
            yield row


def _judged(row: Row, owed: Owed, site: Site) -> Row:
    demand, school = row.demand, site.school
    if demand.ownership and school.ownership not in demand.ownership:
        return replace(row, status=Status.not_applicable, note="Không thuộc loại hình của trường.")
    if found := find(site, demand, row.period):
        status = Status.given if found.declared_none_on is None else Status.declared_none
        return replace(row, status=status, evidence=found, declared_none_on=found.declared_none_on)
    if owed.is_break:
        return replace(row, status=Status.not_applicable, note="Nằm trọn trong kỳ nghỉ.")
    if declared := _declared_none(demand, site, row.as_of):
        return replace(row, status=Status.declared_none, declared_none_on=declared)
    if row.due_on is not None and row.as_of <= row.due_on:
        return replace(row, status=Status.not_due)
    if path := unread_file(site, demand, row.period):
        note = f"Tệp «{path}» đang có chỗ phải sửa; sửa xong sẽ xét lại."
        return replace(row, status=Status.needs_person, is_unseen=True, note=note)
    if until := _waived_until(row, site):
        return replace(row, status=Status.waived, waived_until=until)
    if any(evidence.by == "hosting" for evidence in demand.evidence):
        note = "Thuộc nơi đặt trang; máy không tự xét được."
        return replace(row, status=Status.needs_person, is_unseen=True, note=note)
    if row.severity is Severity.person:
        return replace(row, status=Status.needs_person, note="Chưa thấy; căn cứ chưa đối chiếu đủ.")
    status = Status.late if row.due_on is not None else Status.missing
    # What the school's own address has to show is mended where the address stands.
    is_of_address = any(evidence.kind == "technical" for evidence in demand.evidence)
    where = school.where("website") if is_of_address else None
    return replace(row, status=status, is_silent=_is_silent(demand, site), where=where)


def _waived_until(row: Row, site: Site) -> date | None:
    """The last day of a waiver that excuses this demand for this period."""
    waivers = site.waivers.waivers if site.waivers else ()
    days = [item.expires_on for item in waivers if item.covers(row.demand.id, row.period.key, row.as_of)]
    return max(days, default=None)


def _is_silent(demand: Demand, site: Site) -> bool:
    return bool(demand.conditions) and not set(demand.conditions) & set(site.school.conditions)


def _declared_none(demand: Demand, site: Site, as_of: date) -> date | None:
    """The day on which the school said that it has none, of this item or of what would make it owed."""
    names = {demand.id, *demand.conditions} - {"neu_co"}  # too general to be declared away as a whole
    for declared in site.school.declared_none:
        if declared.item in names and declared.declared_none_on <= as_of:
            return declared.declared_none_on
    return None
