"""Forms with dotted lines, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..form_sheet import FormSheet, sheet_of
from ..kinds.form_template import FormTemplate
from .sheet import Sheet
from .source import Source


def sheets(source: Source) -> Iterator[Sheet]:
    """Every form whose parts are written down, in the order of the site."""
    for form in sorted(source.site.form_templates, key=lambda item: (item.order, item.path)):
        sheet = sheet_of(form, source.school)
        if sheet is not None:
            yield Sheet(
                name=form.address.removesuffix(".html"),
                title=form.title,
                group="Biểu mẫu",
                template="form_template.html",
                facts=lambda form=form, sheet=sheet: _facts(source, form, sheet),  # type: ignore[misc]
                sources=(form.path,),
                dated_on=form.published_on,
            )


def _facts(source: Source, form: FormTemplate, sheet: FormSheet) -> Mapping[str, Any]:
    return {"form": sheet, "web_address": source.web_address(form.address)}
