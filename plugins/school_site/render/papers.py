"""Pages of papers: procedures, forms, admissions, learning resources, consultations; documents have a file apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..form_sheet import sheet_of
from . import documents
from .page import Crumb, Page
from .view import View

PROCEDURES: Crumb = ("Thủ tục hành chính", "thu-tuc/index.html")
FORMS: Crumb = ("Biểu mẫu", "bieu-mau/index.html")


def pages(view: View) -> Iterator[Page]:
    """All pages of papers."""
    yield from documents.pages(view)
    yield from _procedures(view)
    yield from _admissions(view)
    yield from _resources(view)
    yield from _consultations(view)


def _procedures(view: View) -> Iterator[Page]:
    procedures = tuple(sorted(view.site.procedures, key=lambda item: (item.order, item.path)))
    forms = tuple(sorted(view.site.form_templates, key=lambda item: (item.order, item.path)))
    by_slug = {form.slug: form for form in forms}
    documents_by_slug = {document.slug: document for document in view.site.official_documents}
    for procedure in procedures:
        yield Page(
            save_as=procedure.address, template="procedure.html", title=procedure.title, section="thu-tuc",
            description=procedure.summary, crumbs=(PROCEDURES,),
            values={
                "procedure": procedure,
                "forms": tuple(by_slug[name] for name in procedure.form_templates if name in by_slug),
                "legal_documents": tuple(
                    documents_by_slug[name] for name in procedure.legal_documents if name in documents_by_slug
                ),
            },
        )  # fmt: skip
    for form in forms:
        yield Page(
            save_as=form.address, template="form_template.html", title=form.title, description=form.summary,
            section="thu-tuc", crumbs=(FORMS,),
            values={
                "form": form,
                "sheet": sheet_of(form, view.site.school),
                "procedures": tuple(item for item in procedures if form.slug in item.form_templates),
            },
        )  # fmt: skip
    yield Page(
        save_as=PROCEDURES[1], template="procedure_list.html", title="Thủ tục hành chính", section="thu-tuc",
        description="Các thủ tục của nhà trường: cần gì, nộp ở đâu, bao lâu.",
        values={
            "procedures": procedures,
            "forms": forms,
            "online": tuple(procedure for procedure in procedures if procedure.online_service),
        },
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
