"""What a school owes on a day: which demands speak to it, for which periods, until when.

The reasoning of an inspector:

- A demand without a year (*standing*) is owed while its act is in force.
- A yearly demand is owed once its due date has passed. The newest such year is the one to judge; older years
  are the *archive*: still owed while their retention runs, but a gap in it is worth a warning, not a refusal.
  The next year that will fall due is shown, so that nobody is surprised.
- When an act is no longer in force, all its years are archive.
- Where the text sets no retention, an old year is noted when it is there and not asked for when it is not.
- Of weeks and months, the running one is owed, and the next as soon as its own due date has passed (a menu is
  due before Saturday of the week before). Weeks whose school days all lie in a break are not owed; past weeks
  are gone.
- Nobody owes what fell due before the school was founded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..completeness import Period
from ..kinds.school import School
from ..law import Demand
from .timing import STANDING, due_on, fiscal_year, month, next_period, school_year, term_of, week

Events = Mapping[tuple[str, str], date]
# No act keeps anything for longer than this, and no school needs to look further ahead than one year.
_YEARS_BACK = 8
_DAYS_OF_SCHOOL = 5


@dataclass(frozen=True, kw_only=True)
class Owed:
    """A period in which a demand is owed. `is_kept` is false for an old year that nobody must still show."""

    period: Period
    due_on: date | None = None
    is_archive: bool = False
    is_kept: bool = True
    is_break: bool = False


def periods_owed(demand: Demand, school: School, events: Events, as_of: date) -> tuple[Owed, ...]:
    """The periods of a demand to look at on a day, oldest first."""
    if demand.period in ("week", "month"):
        return tuple(_running(demand, school, events, as_of)) if demand.is_in_force(as_of) else ()
    if demand.period == "standing":
        return (Owed(period=STANDING),) if demand.is_in_force(as_of) else ()
    return tuple(_years(demand, school, events, as_of))


def _running(demand: Demand, school: School, events: Events, as_of: date) -> Iterator[Owed]:
    current = week(as_of) if demand.period == "week" else month(as_of)
    for period in (current, next_period(current)):
        due = due_on(demand.timing, period, events)
        if period is current or due is not None:
            yield Owed(period=period, due_on=due, is_break=is_break(period, school))


def _years(demand: Demand, school: School, events: Events, as_of: date) -> Iterator[Owed]:
    dated = ((period, due_on(demand.timing, period, events)) for period in _candidates(demand, as_of))
    # Where the act does not say which year it begins with, nothing is owed that fell due before it bound anyone.
    since = demand.valid_from if demand.first_period is None else None
    known = [
        (period, due)
        for period, due in dated
        if due is not None and _existed(school, due) and (since is None or since <= due)
    ]
    binds = demand.is_in_force(as_of)
    # Each term of a budget year is its own obligation: «quý I» has a newest year, «cả năm» another.
    newest = {period.term: period.key for period, due in known if due < as_of} if binds else {}
    for period, due in known:
        if due < as_of:
            is_archive = newest.get(period.term) != period.key
            is_kept = not is_archive or as_of <= _years_later(due, demand.retention_years)
            yield Owed(period=period, due_on=due, is_archive=is_archive, is_kept=is_kept)
    coming = [Owed(period=period, due_on=due) for period, due in known if due >= as_of] if binds else []
    yield from sorted(coming, key=lambda owed: owed.due_on or as_of)[:1]


def _candidates(demand: Demand, as_of: date) -> Iterator[Period]:
    """Every period of the demand's kind around the day that the act governs, in order of time."""
    for year in range(as_of.year - _YEARS_BACK, as_of.year + 2):
        if demand.period == "quarter":
            periods = [term_of(year, term) for term in demand.terms]
        else:
            periods = [school_year(year) if demand.period == "school_year" else fiscal_year(year)]
        for period in periods:
            if (demand.first_period or "") <= period.key <= (demand.last_period or "9999"):
                yield period


def is_break(period: Period, school: School) -> bool:
    """Whether the school rests on every school day of the period; weekends owe nothing by themselves."""
    length = (period.ends_on - period.starts_on).days + 1
    days = (period.starts_on + timedelta(days=count) for count in range(length))
    return all(
        any(rest.starts_on <= on <= rest.ends_on for rest in school.breaks)
        for on in days
        if on.weekday() < _DAYS_OF_SCHOOL
    )


def _existed(school: School, on: date) -> bool:
    return school.founded_on is None or school.founded_on <= on


def _years_later(on: date, years: int) -> date:
    return on.replace(year=on.year + years, day=min(on.day, 28) if on.month == 2 else on.day)
