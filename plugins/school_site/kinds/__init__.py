"""All kinds of content, in the order a reader of the site meets them. A new kind is a new line here."""

from __future__ import annotations

from . import (
    admission,
    announcement,
    article,
    consultation,
    disclosure,
    event,
    form_template,
    introduction,
    learning_resource,
    mass_organisation,
    meal_menu,
    official_document,
    plan,
    procedure,
    school,
    sector_links,
    staff_directory,
    timetable,
    upstream_sources,
    waivers,
    weekly_schedule,
)
from .base import Kind, build

KINDS: tuple[Kind, ...] = (
    school.KIND,
    introduction.KIND,
    staff_directory.KIND,
    mass_organisation.KIND,
    article.KIND,
    announcement.KIND,
    event.KIND,
    weekly_schedule.KIND,
    timetable.KIND,
    meal_menu.KIND,
    plan.KIND,
    disclosure.KIND,
    official_document.KIND,
    procedure.KIND,
    form_template.KIND,
    admission.KIND,
    learning_resource.KIND,
    consultation.KIND,
    sector_links.KIND,
    upstream_sources.KIND,
    waivers.KIND,
)

# Folders that hold files to show or to take along, and the register that only the machine writes.
ASSET_FOLDERS = ("hinh", "tep")
REGISTER_FOLDER = "so-ghi"

__all__ = ["ASSET_FOLDERS", "KINDS", "REGISTER_FOLDER", "Kind", "build", "kind_at", "kind_named"]

_BY_PLACE = {kind.place: kind for kind in KINDS}
_BY_NAME = {kind.name: kind for kind in KINDS}


def kind_at(path: str) -> Kind | None:
    """The kind of the file at `path` (relative to the content folder), by its place."""
    return _BY_PLACE.get(path) or _BY_PLACE.get(path.split("/", 1)[0])


def kind_named(word: str) -> Kind | None:
    """The kind called `word`: its English name, its folder or file in `content/`, or the first words of that alone."""
    begun = [kind for place, kind in _BY_PLACE.items() if place.startswith(f"{word}-")]
    known = _BY_NAME.get(word.replace("-", "_")) or _BY_PLACE.get(word) or _BY_PLACE.get(f"{word}.yml")
    return known or (begun[0] if len(begun) == 1 else None)
