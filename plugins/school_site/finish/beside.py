"""What is made of the site alone, and needs no page: another process makes it while the pages are rendered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..form_docx import docx_of
from ..form_sheet import sheet_of
from ..render.pictures import original
from ..render.view import View
from . import calendars, feeds, open_data
from .placing import copy, write


def make_beside(view: View, content: Path, site_url: str, staging: Path) -> None:
    """Write attachments, forms, calendars, feeds and open data into the staging tree."""
    for asset in view.site.assets:
        if not asset.path.endswith(".md"):
            copy(original(content, asset.path), staging / asset.path)
    for name, data in _files(view, site_url):
        write(staging / name, data)


def _files(view: View, site_url: str) -> Iterator[tuple[str, bytes | str]]:
    for form in view.site.form_templates:
        sheet = sheet_of(form, view.site.school)
        if sheet is not None and form.docx_address:
            yield form.docx_address, docx_of(sheet)
    yield from calendars.all_calendars(view, site_url)
    yield from feeds.all_feeds(view, site_url)
    yield from open_data.all_files(view, site_url)
