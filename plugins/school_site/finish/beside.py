"""What is made of the site alone, and needs no page: made while the pages are rendered, on whichever core is free."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from ..form_docx import docx_of
from ..form_sheet import sheet_of
from ..render.pictures import original
from ..render.view import View
from . import calendars, feeds, open_data
from .placing import copy, write

Named = Iterable[tuple[str, bytes | str]]


def pieces_beside(view: View, content: Path, site_url: str, staging: Path) -> Iterator[Callable[[], None]]:
    """Attachments, forms, calendars, feeds and open data: each piece writes its files into the staging tree."""
    yield partial(_attachments, view, content, staging)
    for files in (_forms(view), calendars.all_calendars(view, site_url), feeds.all_feeds(view, site_url)):
        yield partial(_written, files, staging)
    for files in open_data.pieces(view, site_url):
        yield partial(_written, files, staging)


def _written(files: Named, staging: Path) -> None:
    for name, data in files:
        write(staging / name, data)


def _attachments(view: View, content: Path, staging: Path) -> None:
    for asset in view.site.assets:
        if not asset.path.endswith(".md"):
            copy(original(content, asset.path), staging / asset.path)


def _forms(view: View) -> Named:
    for form in view.site.form_templates:
        sheet = sheet_of(form, view.site.school)
        if sheet is not None and form.docx_address:
            yield form.docx_address, docx_of(sheet)
