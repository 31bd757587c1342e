"""One build: what was judged, what is to be written, and where. Made by the gate, used by the other hooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..assets import Stylesheet
from ..findings import Finding
from ..kinds.school import School
from ..model import Entry
from ..render.filters import Root
from ..render.page import Page
from ..render.pictures import Pictures
from ..render.view import View

SETTING = "SCHOOL_SITE"


def address_of(settings: Mapping[str, Any], school: School) -> str:
    """The site's own address, without a slash at its end."""
    address: str = settings["SITEURL"] or school.website
    return address.rstrip("/")


@dataclass(frozen=True, kw_only=True)
class Session:
    """Everything the hooks share. `content`, `staging` and `output` are absolute."""

    content: Path
    staging: Path
    output: Path
    view: View
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]
    stylesheet: Stylesheet
    root: Root
    pictures: Pictures

    @cached_property
    def native(self) -> Mapping[str, Page]:
        """The pages that Pelican writes itself, by their content file."""
        return {page.source: page for page in self.pages if page.source is not None}

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """What was judged, by its file."""
        return {entry.path: entry for entry in self.view.site.entries()}
