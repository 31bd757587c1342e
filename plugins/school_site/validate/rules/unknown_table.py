"""CK-050 — a table names a form that its item does not have."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...site import Site
from ...vietnamese import nearest
from ..basis import Basis

RULE = Rule(
    code="CK-050",
    title="Không có bảng mang mã này trong mẫu của mục",
    message="Mục «{item}» không có bảng mẫu nào mang mã «{id}».",
    fix="{hint}",
    why="Mã bảng là chỗ máy biết cột nào, dòng nào phải có và cái gì cộng thành cái gì; mã lạ thì không soát được gì.",
    bad="- id: trinh-doo\n    rows: …",
    good="- id: trinh-do\n    rows: …",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Every id against the layout of the item."""
    for disclosure in site.disclosures:
        layout = site.layouts.get(disclosure.path)
        known = [table.id for table in layout.tables] if layout else []
        for index, table in enumerate(disclosure.tables):
            if table.id and table.id not in known:
                where = disclosure.where("tables", index, "id")
                yield RULE.finding(where, item=disclosure.item, id=table.id, hint=_hint(table.id, known))


def _hint(name: str, known: list[str]) -> str:
    if not known:
        return "Mục này không có bảng mẫu: bỏ dòng id, ghi title và columns của bảng."
    near = nearest(name, known)
    first = f"Ghi  id: {near}  nếu ý bạn là bảng ấy. " if near else ""
    return f"{first}Các mã của mục: {', '.join(known)}. Bảng riêng của trường thì bỏ dòng id, ghi title và columns."
