"""CK-027, LT-022, LT-023 — two answers to one question: an item of a year, a day's menu, a class's timetable."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from ...findings import Finding, Rule
from ...model import Entry, TreePath
from ...site import Site
from ...vietnamese import day
from ..basis import Basis

DISCLOSURE = Rule(
    code="CK-027",
    title="Một mục công khai có hai bản",
    message="Mục «{item}» của {year} đã công khai ở «{other}».",
    fix="Giữ một bản; nếu là số liệu của kỳ khác nhau thì ghi rõ  period  ở mỗi bản.",
    why="Hai bản của cùng một mục, cùng một kỳ thì không biết bản nào đúng.",
    bad="cong-khai/2026-2027/pt-doi-ngu.md và pt-doi-ngu-moi.md cùng ghi  item: pt-doi-ngu",
    good="chỉ một tệp ghi  item: pt-doi-ngu  cho năm 2026-2027",
)
MENU = Rule(
    code="LT-022",
    title="Một ngày có hai thực đơn",
    message="Ngày {day} đã có thực đơn ở dòng {line}.",
    fix="Gộp các bữa của ngày này vào một chỗ, hoặc sửa lại ngày.",
    why="Phụ huynh không biết con ăn theo thực đơn nào.",
    bad="days:\n  - day: 16/11/2026\n  - day: 16/11/2026",
    good="days:\n  - day: 16/11/2026\n  - day: 17/11/2026",
)
CLASS = Rule(
    code="LT-023",
    title="Một lớp ghi hai lần trong thời khóa biểu",
    message="Lớp {name} đã ghi ở dòng {line}.",
    fix="Giữ một lần, hoặc sửa lại tên lớp.",
    why="Trang của lớp chỉ hiện được một thời khóa biểu.",
    bad="class_groups:\n  - name: 6A1\n  - name: 6A1",
    good="class_groups:\n  - name: 6A1\n  - name: 6A2",
)

Thing = TypeVar("Thing")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look for the second answer."""
    seen: dict[tuple[str, str, str], str] = {}
    for item in sorted(site.disclosures, key=lambda item: item.path):
        key = (item.item, item.year, item.period)
        if key in seen:
            yield DISCLOSURE.finding(item.where("item"), item=item.item, year=item.year, other=seen[key])
        seen.setdefault(key, item.path)
    for menu in site.meal_menus:
        places = ((("days", index, "day"), one.day) for index, one in enumerate(menu.days))
        for at, line, on in _repeated(menu, places):
            yield MENU.finding(menu.where(*at), day=day(on), line=line)
    for timetable in site.timetables:
        names = ((("class_groups", index, "name"), one.name) for index, one in enumerate(timetable.class_groups))
        for at, line, name in _repeated(timetable, names):
            yield CLASS.finding(timetable.where(*at), name=name, line=line)


def _repeated(entry: Entry, things: Iterable[tuple[TreePath, Thing]]) -> Iterator[tuple[TreePath, int, Thing]]:
    """Each thing that stands again, where, and the line where it stood first."""
    first: dict[Hashable, TreePath] = {}
    for at, thing in things:
        if thing in first:
            yield at, entry.where(*first[thing]).line, thing
        else:
            first[thing] = at
