"""LK-003 — an entry names a form, document or organisation that no file describes."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Finding, Rule
from ...kinds.admission import Admission
from ...kinds.procedure import Procedure
from ...mistyping import meant
from ...model import Entry, TreePath
from ...site import Site
from ..basis import Basis
from ..explained import is_explained

RULE = Rule(
    code="LK-003",
    title="Nhắc tới mục không có",
    message="Mục này nhắc tới «{name}», nhưng trong «{folder}» không có tệp nào tên như vậy.",
    fix="{hint}",
    why="Thủ tục phải dẫn tới đúng mẫu đơn; văn bản thay thế phải dẫn tới đúng văn bản cũ.",
    bad="form_templates: [don-nghi-hoc]",
    good="form_templates: [don-xin-nghi-hoc]",
)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Follow every name that stands for another file."""
    slugs = {
        "bieu-mau": {form.slug for form in site.form_templates},
        "van-ban": {document.slug for document in site.official_documents},
        "doan-the": {organisation.slug for organisation in site.mass_organisations},
    }
    for path in site.unread:
        folder, _, name = path.partition("/")
        if folder in slugs:
            slugs[folder].add(name.rsplit(".", 1)[0])
    for entry, at, folder, name in _names(site):
        if name not in slugs[folder] and not is_explained(f"{folder}/{name}", site, basis):
            near = meant(name, sorted(slugs[folder]))
            hint = f"Có phải ý bạn là «{near}»?" if near else f"Ghi tên tệp (không đuôi) có trong «{folder}»."
            yield RULE.finding(entry.where(*at), name=name, folder=folder, hint=hint)


def _names(site: Site) -> Iterator[tuple[Entry, TreePath, str, str]]:
    holders: list[Procedure | Admission] = [*site.procedures, *site.admissions]
    for holder in holders:
        for index, name in enumerate(holder.form_templates):
            yield holder, ("form_templates", index), "bieu-mau", name
    for procedure in site.procedures:
        for index, name in enumerate(procedure.legal_documents):
            yield procedure, ("legal_documents", index), "van-ban", name
    for document in site.official_documents:
        for index, name in enumerate(document.replaces):
            yield document, ("replaces", index), "van-ban", name
        for index, name in enumerate(document.amends):
            yield document, ("amends", index), "van-ban", name
    for article in site.articles:
        if article.organisation:
            yield article, ("organisation",), "doan-the", article.organisation
    if site.staff_directory is not None:
        for index, leader in enumerate(site.staff_directory.leadership):
            if leader.appointed_by:
                yield (
                    site.staff_directory,
                    ("leadership", index, "appointed_by"),
                    "van-ban",
                    leader.appointed_by,
                )
