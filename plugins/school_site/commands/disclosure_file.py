"""Where a new disclosure belongs and what stands in it: for `new cong-khai`, and for workbooks of the same items."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ..errors import SetupError, UsageError
from ..fitting import fitted, read_pupils
from ..form_scaffold import form_lines, old_tables
from ..kinds import kind_named
from ..law import Demand, read_law
from ..layouts import read_layout
from ..load import read_record
from ..load.text import read_text
from ..model import Tree
from ..paths import SCHEMA
from ..plain_yaml import read_plain
from ..vietnamese import nearest, school_year_of
from ..vocabulary import read_vocabulary
from .forms import school_levels

# The periods of a year: what their files are called, and the last day of each.
_FILES = {
    "quarter-1": ("quy-1", (3, 31)),
    "half-year": ("6-thang", (6, 30)),
    "quarter-3": ("quy-3", (9, 30)),
    "nine-months": ("9-thang", (9, 30)),
    "year": ("", (12, 31)),
}
_WHOLE_YEAR = "ca-nam"


def disclosure_at(
    folder: Path, item: str | None, year: str | None, today: date, period: str | None = None
) -> tuple[Path, dict[str, str]]:
    """The file of a disclosure is named by its item and its period, and lies in the folder of its year."""
    items = {demand.id: demand for demand in read_law(SCHEMA).demands.values() if _is_disclosed(demand)}
    if item is None:
        listed = "\n".join(f"    {demand.id:<34} {demand.name}" for demand in items.values())
        raise UsageError(f"Thiếu mã mục công khai sau «new cong-khai». Các mã:\n{listed}")
    item, period = _told_in_name(item, items, period)
    demand = items.get(item)
    if demand is None:
        near = nearest(item, items)
        raise UsageError(f"Không có mục công khai «{item}»." + (f" Có phải ý bạn là «{near}»?" if near else ""))
    if demand.period == "school_year":
        about = year or school_year_of(today)
        if not re.fullmatch(r"20\d\d-20\d\d", about):
            raise UsageError(f"Mục này theo năm học; sau --year viết như {school_year_of(today)}.")
        given = {"school_year": about}
    else:
        about = year or str(today.year)
        if not re.fullmatch(r"20\d\d", about):
            raise UsageError(f"Mục này theo năm tài chính; sau --year viết như {today.year}.")
        given = {"fiscal_year": about}
    if not demand.terms:
        if period is not None:
            raise UsageError(f"Mục «{item}» theo cả năm, không chia kỳ; bỏ --period.")
        return folder / about / f"{item}.md", {"item": item, "title": f"{demand.name} {about}", **given}
    term = _term(demand, period) if period is not None else _latest(demand, int(about), today)
    name, _ = _FILES[term]
    label = read_vocabulary(SCHEMA).label(term, "disclosure.period")
    title = f"{demand.name} {label[0].lower()}{label[1:]} năm {about}".replace("năm năm", "năm")
    stem = f"{item}-{name}" if name else item
    return folder / about / f"{stem}.md", {"item": item, "title": title, "period": term, **given}


def form_of_new(content: Path, path: Path, given: Mapping[str, str]) -> Mapping[str, list[str]]:
    """The lines of its tables and facts: from its layout, and from last year's paper where there is one."""
    item, period = given["item"], given.get("period", "year")
    year = given.get("school_year") or given["fiscal_year"]
    layout = read_layout(SCHEMA, item)
    if layout is None:
        reason = read_plain(SCHEMA / "papers.yml").get(item, "")
        return {"tables": [f"# Mục này không có bảng mẫu. {reason}".rstrip(), *_FREE_TABLE]}
    try:
        levels = school_levels(content)
    except SetupError:
        # No profile yet: the item itself says whom it addresses.
        levels = read_law(SCHEMA).demands[item].school_levels or tuple(read_pupils(SCHEMA))
    form = fitted(layout, school_levels=levels, year=year, pupils=read_pupils(SCHEMA))
    return form_lines(form, levels, period, old_tables(_last_years(path, year)))


_FREE_TABLE = (
    "# tables:",
    "#   - title: Lịch họp cha mẹ học sinh",
    "#     columns: [Lần họp, Ngày]",
    "#     rows:",
    '#       - ["«Đầu năm học»", "«ngày»"]',
)


def _last_years(path: Path, year: str) -> Tree:
    """The tables of the same paper of the year before, as written; none where it cannot be read."""
    before = "-".join(str(int(part) - 1) for part in year.split("-"))
    old, kind = path.parents[1] / before / path.name, kind_named("disclosure")
    if kind is None or not old.is_file():
        return []
    text, fault = read_text(old.read_bytes(), old.name)
    record = None if fault else read_record(text, old.name, kind)[0]
    return record.fields.get("tables", []) if record else []


def _told_in_name(item: str, items: Mapping[str, Demand], period: str | None) -> tuple[str, str | None]:
    """«nsnn26-thuc-hien-quy-1» names its period by itself."""
    for name in (*(name for name, _ in _FILES.values() if name), _WHOLE_YEAR):
        stem = item.removesuffix(f"-{name}")
        if item not in items and stem in items and items[stem].terms:
            return stem, period or name
    return item, period


def _term(demand: Demand, word: str) -> str:
    names = {name or _WHOLE_YEAR: term for term, (name, _) in _FILES.items() if term in demand.terms}
    term = names.get(word.lower(), word.lower())
    if term not in demand.terms:
        raise UsageError(f"Mục «{demand.id}» không có kỳ «{word}»; sau --period viết một trong: {', '.join(names)}.")
    return term


def _latest(demand: Demand, year: int, today: date) -> str:
    """The last period of that year that is over; the first one, where none is."""
    over = [term for term in demand.terms if date(year, *_FILES[term][1]) < today]
    return over[-1] if over else demand.terms[0]


def _is_disclosed(demand: Demand) -> bool:
    return demand.period != "standing" and any(evidence.kind == "disclosure" for evidence in demand.evidence)
