"""Pages of the disclosures: by year, by item, and the public page that says what is given and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..completeness import Status
from ..datasets import datasets_of
from ..kinds.disclosure import Disclosure
from ..law import Demand
from ..register import LatePublication
from ..vietnamese import day, school_year_of
from .charts import chart_of
from .page import Page
from .view import View
from .year_change import year_change
from .years import DISCLOSURES, Pair, comparison_page, pairs, series_of, switch, yearbook_page

OTHER_GROUP = "Nội dung khác"
GROUP_OF_OTHERS = "Số liệu do cơ quan khác công bố"


@dataclass(frozen=True, kw_only=True)
class Group:
    """Items that belong together: title, page and how each stands."""

    title: str
    items: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Year:
    """All that is disclosed about one school year or fiscal year."""

    key: str
    title: str
    address: str
    groups: tuple[Group, ...]


def current_year(view: View) -> str:
    """«năm học 2026-2027»."""
    return f"năm học {school_year_of(view.as_of)}"


def current_groups(view: View) -> tuple[Group, ...]:
    """What the home page shows: the groups of the running school year, the fiscal year's papers after them."""
    years = {year.key: year for year in all_years(view)}
    merged: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for key in (school_year_of(view.as_of), str(view.as_of.year)):
        for group in years[key].groups if key in years else ():
            merged[group.title] = merged.get(group.title, ()) + group.items
    return tuple(Group(title=title, items=items) for title, items in merged.items())


def all_years(view: View) -> tuple[Year, ...]:
    """Every year with disclosures, newest first; a school year stands before the fiscal year it began in."""
    by_year: dict[str, list[Disclosure]] = {}
    for disclosure in view.site.disclosures:
        by_year.setdefault(disclosure.year, []).append(disclosure)
    keys = sorted(by_year, key=lambda key: (key[:4], len(key)), reverse=True)
    return tuple(
        Year(
            key=key,
            title=_year_title(key),
            address=f"cong-khai/{key}/index.html",
            groups=_groups(view, by_year[key]),
        )
        for key in keys
    )


def pages(view: View) -> Iterator[Page]:
    """All pages of the disclosures."""
    years = all_years(view)
    current = next((year for year in years if year.key == school_year_of(view.as_of)), years[0] if years else None)
    yield Page(
        save_as=DISCLOSURES[1], template="disclosure_list.html", title="Công khai", section="cong-khai",
        description="Những điều nhà trường công khai theo quy định, theo từng năm.",
        values={"years": years, "current": current},
    )  # fmt: skip
    for year in years:
        yield Page(
            save_as=year.address, template="disclosure_year.html", title=f"Công khai {year.title.lower()}",
            section="cong-khai", description=f"Các nội dung công khai của {year.title.lower()}.",
            crumbs=(DISCLOSURES,),
            values={
                "year": year,
                "groups": year.groups,
                "other_years": tuple(other for other in years if other is not year),
            },
        )  # fmt: skip
    same = series_of(view.site)
    compared = {pair.later.path: pair for pair in pairs(view.site)}
    for disclosure in view.site.disclosures:
        demand = view.law.demands.get(disclosure.item)
        pair = compared.get(disclosure.path)
        comparison = comparison_page(pair, switch(disclosure, same[disclosure.path])) if pair else None
        yield Page(
            save_as=disclosure.address, template="disclosure.html", title=disclosure.title, section="cong-khai",
            description=disclosure.summary or disclosure.title,
            crumbs=(DISCLOSURES, (_year_title(disclosure.year), f"cong-khai/{disclosure.year}/index.html")),
            values={
                "disclosure": disclosure,
                "demand": _demand(view, demand) if demand else None,
                "tables": tuple(_tables(view, disclosure, pair)),
                "layout_note": _layout_note(view, disclosure),
                "years": switch(disclosure, same[disclosure.path]),
                "comparison": {"label": f"So sánh với {pair.earlier.year}", "address": comparison.save_as}
                if pair and comparison
                else None,
            },
        )  # fmt: skip
        if comparison:
            yield comparison
    yield yearbook_page(view)
    yield _compliance(view)


def _layout_note(view: View, disclosure: Disclosure) -> str | None:
    """Why the form of the tables could not be held against the official one, where it could not."""
    layout = view.site.layouts.get(disclosure.path)
    return layout.note if layout is not None and not layout.is_wholly_checked else None


def _tables(view: View, disclosure: Disclosure, pair: Pair | None) -> Iterator[dict[str, Any]]:
    """Each table with its picture, where its form asks for one, its files, and what changed since the year before."""
    for at, one in enumerate(datasets_of(disclosure, view.site), 1):
        chart = chart_of(one.table, one.layout, id=f"hinh-{at}")
        change = year_change(one.table, one.layout, pair.tables, pair.earlier.year) if pair else None
        yield {"table": one.table, "chart": chart, "files": one.files, "change": change}


def _by_act(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Rows under the title of their act, acts in the order of the packs."""
    acts: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        acts.setdefault(row["act_title"], []).append(row)
    yield from acts.items()


def _late(view: View) -> LatePublication | None:
    """The stated reason for publishing late, while it holds."""
    late = view.site.register.late
    return late if late is not None and late.is_valid(view.as_of) else None


def _demand(view: View, demand: Demand) -> dict[str, str]:
    return {
        "title": demand.title,
        "citation": view.law.citation(demand),
        "act_title": view.law.acts[demand.act].title,
    }


def _groups(view: View, disclosures: Iterable[Disclosure]) -> tuple[Group, ...]:
    """Disclosures under the headings of the packs, in the order of the packs."""
    order = {demand_id: at for at, demand_id in enumerate(view.law.demands)}
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for item in sorted(disclosures, key=lambda item: (order.get(item.item, len(order)), item.path)):
        demand = view.law.demands.get(item.item)
        title = demand.group if demand and demand.group else OTHER_GROUP
        if item.published_by_others:
            title = GROUP_OF_OTHERS
        label = f"không có (khai ngày {day(item.declared_none_on)})" if item.declared_none_on else "đã công khai"
        groups.setdefault(title, []).append((item.title, item.address, label))
    return tuple(Group(title=title, items=tuple(items)) for title, items in groups.items())


def _year_title(key: str) -> str:
    return f"Năm học {key}" if "-" in key else f"Năm tài chính {key}"


def _compliance(view: View) -> Page:
    rows = tuple(
        {
            "area": row.demand.group,
            "title": row.demand.name,
            "full_title": row.demand.title,
            "citation": row.citation,
            "act_title": row.act.title,
            "period_label": row.period.label,
            "status": row.status.name,
            "status_label": f"miễn trừ đến {day(row.waived_until)}" if row.waived_until else row.status.value,
            "due_on": row.due_on,
            "evidence_title": row.evidence.title if row.evidence else None,
            "evidence_address": row.evidence.address if row.evidence else None,
            "note": row.note,
        }
        for row in view.ledger
    )
    counts = Counter(row.status for row in view.ledger)
    return Page(
        save_as="tinh-trang-cong-khai.html", template="compliance.html", title="Tình trạng công khai",
        section="cong-khai", crumbs=(DISCLOSURES,),
        description="Từng điều quy định buộc công khai, căn cứ của nó và chỗ nhà trường đã công khai.",
        values={
            "rows": rows,
            "open_rows": tuple(row for row in rows if row["status"] in ("missing", "late", "needs_person")),
            "acts": tuple((title, tuple(of_act)) for title, of_act in _by_act(rows)),
            "late": _late(view),
            "counts": {status.value: counts[status] for status in Status if counts[status]},
        },
    )  # fmt: skip
