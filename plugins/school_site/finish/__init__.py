"""Make the rendered tree ready to serve: what stands beside the pages, stylesheet, pictures, site map, smaller HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..assets import Stylesheet
from ..render.page import Page
from ..render.pictures import Made
from ..render.view import View
from . import pictures, search, site_files, statement
from .beside import pieces_beside
from .minify import minify_tree
from .placing import write

__all__ = ["Finishing", "finish", "pieces_beside"]


@dataclass(frozen=True, kw_only=True)
class Finishing:
    """What finishing needs. `site_url` has no slash at its end; `cache` may be deleted at any time."""

    view: View
    staging: Path
    pages: tuple[Page, ...]
    stylesheet: Stylesheet
    pictures: Mapping[str, Made]
    cache: Path
    site_url: str
    minifier: str


def finish(job: Finishing) -> None:
    """Complete the staging tree."""
    write(job.staging / job.stylesheet.address, job.stylesheet.text)
    pictures.make(job.pictures, job.staging, job.cache / "pictures")
    url = job.site_url.rstrip("/")
    write(job.staging / search.ADDRESS, search.search_index(job.view, job.pages))
    write(job.staging / "sitemap.xml", site_files.sitemap(job.pages, job.view, url))
    write(job.staging / "robots.txt", site_files.robots(job.view, url))
    write(job.staging / statement.ADDRESS, statement.statement(job.view, url))
    for note in job.staging.rglob("*.md"):
        # Notes on where the theme's fonts come from are for the repository's readers.
        note.unlink()
    minify_tree(job.staging, job.minifier)
