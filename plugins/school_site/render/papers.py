"""Pages of papers: official documents, procedures, forms, admissions, learning resources, consultations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ..kinds.official_document import OfficialDocument
from ..vietnamese import slug
from .page import Crumb, Page, paged
from .view import View

PER_PAGE = 20
DOCUMENTS: Crumb = ("Văn bản", "van-ban/index.html")
PROCEDURES: Crumb = ("Thủ tục hành chính", "thu-tuc/index.html")
FORMS: Crumb = ("Biểu mẫu", "bieu-mau/index.html")


def pages(view: View) -> Iterator[Page]:
    """All pages of papers."""
    yield from _documents(view)
    yield from _procedures(view)
    yield from _admissions(view)
    yield from _resources(view)
    yield from _consultations(view)


def is_in_force(document: OfficialDocument, replaced: bool, on: date) -> bool | None:
    """Whether a document binds on that day; None when nothing says so (a letter asks, it does not bind)."""
    if replaced or document.replaced_by_note or (document.expires_on and document.expires_on < on):
        return False
    starts = document.effective_on
    return None if starts is None else starts <= on


def _documents(view: View) -> Iterator[Page]:
    ordered = sorted(view.site.official_documents, key=lambda item: item.path)
    ordered = sorted(ordered, key=lambda item: item.issued_on, reverse=True)
    by_slug = {document.slug: document for document in ordered}
    replaced_by: dict[str, list[OfficialDocument]] = {}
    for document in ordered:
        for name in document.replaces:
            replaced_by.setdefault(name, []).append(document)
    for document in ordered:
        newer = tuple(replaced_by.get(document.slug, ()))
        yield Page(
            save_as=document.address, template="official_document.html", title=_title(document), section="van-ban",
            description=document.abstract, crumbs=(DOCUMENTS,),
            values={
                "document": document,
                "is_in_force": is_in_force(document, bool(newer), view.as_of),
                "replaces": tuple(by_slug[name] for name in document.replaces if name in by_slug),
                "replaced_by": newer,
            },
        )  # fmt: skip
    years = Counter(document.issued_on.year for document in ordered)
    types = Counter(view.vocabulary.label(item.document_type, "document_type") for item in ordered)
    lists = {
        "years": tuple((str(year), f"van-ban/{year}/index.html", years[year]) for year in sorted(years, reverse=True)),
        "types": tuple((label, f"van-ban/loai/{slug(label)}/index.html", types[label]) for label in sorted(types)),
    }
    yield from _document_list(tuple(ordered), DOCUMENTS[1], "Văn bản", lists)
    for label, address, _ in lists["years"]:
        chosen = tuple(item for item in ordered if str(item.issued_on.year) == label)
        yield from _document_list(chosen, address, f"Văn bản năm {label}", lists)
    for label, address, _ in lists["types"]:
        chosen = tuple(item for item in ordered if view.vocabulary.label(item.document_type, "document_type") == label)
        yield from _document_list(chosen, address, f"Văn bản: {label}", lists)


def _title(document: OfficialDocument) -> str:
    """What tells one document from another in tabs and search results: its number, then what it is about."""
    return f"{document.number}: {document.abstract}" if document.number else document.abstract


def _document_list(
    documents: tuple[OfficialDocument, ...],
    base: str,
    heading: str,
    lists: dict[str, tuple[tuple[str, str, int], ...]],
) -> Iterator[Page]:
    for pager in paged(base, len(documents), PER_PAGE):
        shown = documents[(pager.number - 1) * PER_PAGE : pager.number * PER_PAGE]
        yield Page(
            save_as=pager.pages[pager.number - 1][1], template="official_document_list.html", section="van-ban",
            title=heading if pager.number == 1 else f"{heading} – trang {pager.number}",
            description="Văn bản nhà trường ban hành và văn bản của cơ quan quản lý.",
            crumbs=(DOCUMENTS,) if base != DOCUMENTS[1] else (),
            values={"documents": shown, "heading": heading, "pager": pager, **lists},
        )  # fmt: skip


def _procedures(view: View) -> Iterator[Page]:
    procedures = tuple(sorted(view.site.procedures, key=lambda item: (item.order, item.path)))
    forms = tuple(sorted(view.site.form_templates, key=lambda item: (item.order, item.path)))
    by_slug = {form.slug: form for form in forms}
    for procedure in procedures:
        yield Page(
            save_as=procedure.address, template="procedure.html", title=procedure.title, section="thu-tuc",
            description=procedure.summary, crumbs=(PROCEDURES,),
            values={
                "procedure": procedure,
                "forms": tuple(by_slug[name] for name in procedure.form_templates if name in by_slug),
            },
        )  # fmt: skip
    for form in forms:
        yield Page(
            save_as=form.address, template="form_template.html", title=form.title, description=form.summary,
            section="thu-tuc", crumbs=(FORMS,), values={"form": form},
        )  # fmt: skip
    yield Page(
        save_as=PROCEDURES[1], template="procedure_list.html", title="Thủ tục hành chính", section="thu-tuc",
        description="Các thủ tục của nhà trường: cần gì, nộp ở đâu, bao lâu.",
        values={"procedures": procedures, "forms": forms},
    )  # fmt: skip
    yield Page(
        save_as=FORMS[1], template="form_template_list.html", title="Biểu mẫu", section="thu-tuc",
        description="Mẫu đơn tải về, điền và nộp.", values={"forms": forms},
    )  # fmt: skip


def _admissions(view: View) -> Iterator[Page]:
    crumb: Crumb = ("Tuyển sinh", "tuyen-sinh/index.html")
    ordered = sorted(view.site.admissions, key=lambda item: (item.published_on, item.path), reverse=True)
    forms = {form.slug: form for form in view.site.form_templates}
    for admission in ordered:
        yield Page(
            save_as=admission.address, template="admission.html", title=admission.title, section="tuyen-sinh",
            description=admission.summary, crumbs=(crumb,),
            values={
                "admission": admission,
                "forms": tuple(forms[name] for name in admission.form_templates if name in forms),
            },
        )  # fmt: skip
    yield Page(
        save_as=crumb[1], template="admission_list.html", title="Tuyển sinh", section="tuyen-sinh",
        description="Thông tin tuyển sinh của nhà trường.",
        values={
            "current": tuple(item for item in ordered if item.closes_on is None or item.closes_on >= view.as_of),
            "past": tuple(item for item in ordered if item.closes_on is not None and item.closes_on < view.as_of),
        },
    )  # fmt: skip


def _resources(view: View) -> Iterator[Page]:
    crumb: Crumb = ("Học liệu", "hoc-lieu/index.html")
    ordered = sorted(view.site.learning_resources, key=lambda item: (item.subject, item.grade, item.path))
    for resource in ordered:
        yield Page(
            save_as=resource.address, template="learning_resource.html", title=resource.title, section="hoc-lieu",
            description=resource.summary, crumbs=(crumb,), values={"resource": resource},
        )  # fmt: skip
    groups = groupby(ordered, key=lambda item: item.subject)
    yield Page(
        save_as=crumb[1], template="learning_resource_list.html", title="Học liệu", section="hoc-lieu",
        description="Bài giảng, đề cương, ngân hàng câu hỏi đã được tổ chuyên môn thẩm định.",
        values={"groups": tuple((subject, tuple(items)) for subject, items in groups)},
    )  # fmt: skip


def _consultations(view: View) -> Iterator[Page]:
    crumb: Crumb = ("Góp ý", "gop-y/index.html")
    ordered = sorted(view.site.consultations, key=lambda item: (item.opens_on, item.path), reverse=True)
    for consultation in ordered:
        yield Page(
            save_as=consultation.address, template="consultation.html", title=consultation.title, section="lien-he",
            description=consultation.summary, crumbs=(crumb,), values={"consultation": consultation},
        )  # fmt: skip
    yield Page(
        save_as=crumb[1], template="consultation_list.html", title="Góp ý, hỏi đáp", section="lien-he",
        description="Nơi nhà trường lấy ý kiến và trả lời câu hỏi.",
        values={
            "open": tuple(item for item in ordered if item.is_open(view.as_of)),
            "closed": tuple(item for item in ordered if not item.is_open(view.as_of)),
        },
    )  # fmt: skip
