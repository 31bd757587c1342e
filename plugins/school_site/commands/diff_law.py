"""diff-law — what changes for this school between two days of the law, or between two packs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..demand import Demand
from ..errors import UsageError
from ..law import Law, read_law
from ..paths import CONTENT, SCHEMA
from ..pipeline import judge
from ..site import Site
from ..vietnamese import day, nearest, read_day
from .options import Options


def run(options: Options) -> int:
    """Print what comes, what goes and what stays under another article."""
    first, second = options.text("from"), options.text("to")
    if first is None or second is None:
        raise UsageError("Cần cả --from và --to: hai ngày (ví dụ 1/1/2026) hoặc hai bộ quy định (ví dụ nsnn-2017).")
    content = options.folder("content", CONTENT)
    site = judge(content, SCHEMA, today=date.today()).verdict.site
    if site is None:
        raise UsageError("Chưa có hồ sơ trường dùng được (truong.yml) để biết quy định nào áp dụng.")
    law = read_law(SCHEMA)
    before, after = _owed(first, law, site), _owed(second, law, site)
    print(f"So sánh điều phải công khai: {_title(first, law)} → {_title(second, law)}\n")
    _told("Thêm", after, law, (demand for key, demand in after.items() if key not in before))
    _told("Bỏ", before, law, (demand for key, demand in before.items() if key not in after))
    same = [key for key in before if key in after]
    print(f"Giữ nguyên: {len(same)} mục.")
    return 0


def _told(word: str, pool: dict[str, Demand], law: Law, demands: Iterable[Demand]) -> None:
    chosen = list(demands)
    print(f"{word}: {len(chosen)} mục")
    for demand in chosen:
        print(f"    {demand.name}  [{demand.id}]\n        {law.citation(demand)}")
    print()


def _owed(word: str, law: Law, site: Site) -> dict[str, Demand]:
    """The demands on this school: of a pack, or of all packs in force on a day."""
    school = site.school
    department = school.department.name if school.department else None
    mine = [
        demand
        for demand in law.demands_for(school.school_levels, department)
        if not demand.ownership or school.ownership in demand.ownership
    ]
    on = read_day(word)
    if on is not None:
        return {demand.id: demand for demand in mine if demand.is_in_force(on)}
    packs = {pack.id for pack in law.packs}
    if word not in packs:
        near = nearest(word, packs)
        hint = f" Có phải ý bạn là «{near}»?" if near else f" Các bộ: {', '.join(sorted(packs))}."
        raise UsageError(f"«{word}» không phải ngày cũng không phải bộ quy định.{hint}")
    return {demand.id: demand for demand in mine if demand.pack == word}


def _title(word: str, law: Law) -> str:
    on = read_day(word)
    if on is not None:
        return f"ngày {day(on)}"
    return next(pack.title for pack in law.packs if pack.id == word)
