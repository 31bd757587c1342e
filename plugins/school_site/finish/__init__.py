"""Make the rendered tree ready to serve: stylesheet, pictures, feeds, site map, then smaller HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..assets import Stylesheet
from ..form_docx import docx_of
from ..form_sheet import sheet_of
from ..render.page import Page
from ..render.pictures import Made, original
from ..render.view import View
from . import feeds, pictures, search, site_files, statement
from .beside import Beside
from .minify import minify_tree
from .placing import copy, write

__all__ = ["Beside", "Finishing", "finish"]


@dataclass(frozen=True, kw_only=True)
class Finishing:
    """What finishing needs. `site_url` has no slash at its end; `cache` may be deleted at any time."""

    view: View
    content: Path
    staging: Path
    pages: tuple[Page, ...]
    stylesheet: Stylesheet
    pictures: Mapping[str, Made]
    cache: Path
    site_url: str
    minifier: str
    beside: Beside


def finish(job: Finishing) -> None:
    """Complete the staging tree."""
    write(job.staging / job.stylesheet.address, job.stylesheet.text)
    for asset in job.view.site.assets:
        if not asset.path.endswith(".md"):
            copy(original(job.content, asset.path), job.staging / asset.path)
    for form in job.view.site.form_templates:
        sheet = sheet_of(form, job.view.site.school)
        if sheet is not None and form.docx_address:
            write(job.staging / form.docx_address, docx_of(sheet))
    pictures.make(job.pictures, job.staging, job.cache / "pictures")
    url = job.site_url.rstrip("/")
    for name, data in feeds.all_feeds(job.view, url):
        write(job.staging / name, data)
    write(job.staging / search.ADDRESS, search.search_index(job.view, job.pages))
    write(job.staging / "sitemap.xml", site_files.sitemap(job.pages, job.view, url))
    write(job.staging / "robots.txt", site_files.robots(job.view, url))
    write(job.staging / statement.ADDRESS, statement.statement(job.view, url))
    for note in job.staging.rglob("*.md"):
        # Notes on where the theme's fonts come from are for the repository's readers.
        note.unlink()
    minify_tree(job.staging, job.minifier)
    job.beside.finish()
