"""The whole school site as one frozen value: what the stages after `validate` work on and may trust."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property

from .figures import Grid, grids
from .kinds.admission import Admission
from .kinds.announcement import Announcement
from .kinds.article import Article
from .kinds.consultation import Consultation
from .kinds.disclosure import Disclosure
from .kinds.event import Event
from .kinds.form_template import FormTemplate
from .kinds.introduction import Introduction
from .kinds.learning_resource import LearningResource
from .kinds.mass_organisation import MassOrganisation
from .kinds.meal_menu import MealMenu
from .kinds.official_document import OfficialDocument
from .kinds.plan import Plan
from .kinds.procedure import Procedure
from .kinds.school import School
from .kinds.sector_links import SectorLinks
from .kinds.staff_directory import StaffDirectory
from .kinds.timetable import Timetable
from .kinds.upstream_sources import UpstreamSources
from .kinds.waivers import Waivers
from .kinds.weekly_schedule import WeeklySchedule
from .layouts import Layout, TableLayout
from .model import Asset, Entry, Table
from .register import Register
from .upstream_model import SourceHealth, UpstreamItem
from .writing import Writing, writing_in, writing_of
from .yearbook import Yearbook


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that was read and passed its schema.

    `unread` holds the paths of files that were refused: a broken file is one fault, it does not
    also count as missing. `upstream_items` is what `enrich` chose from the news snapshot.
    `layouts` are the forms of the disclosures that use one, by their path, fitted to the school and their year.
    `yearbook` holds the figures of the last five years, drawn out of the disclosures.
    """

    school: School
    introductions: tuple[Introduction, ...] = ()
    staff_directory: StaffDirectory | None = None
    mass_organisations: tuple[MassOrganisation, ...] = ()
    articles: tuple[Article, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    events: tuple[Event, ...] = ()
    weekly_schedules: tuple[WeeklySchedule, ...] = ()
    timetables: tuple[Timetable, ...] = ()
    meal_menus: tuple[MealMenu, ...] = ()
    plans: tuple[Plan, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    official_documents: tuple[OfficialDocument, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    form_templates: tuple[FormTemplate, ...] = ()
    admissions: tuple[Admission, ...] = ()
    learning_resources: tuple[LearningResource, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    sector_links: SectorLinks | None = None
    upstream_sources: UpstreamSources | None = None
    waivers: Waivers | None = None
    assets: tuple[Asset, ...] = ()
    unread: frozenset[str] = frozenset()
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    yearbook: Yearbook = field(default_factory=Yearbook)
    register: Register = field(default_factory=Register)
    upstream_items: tuple[UpstreamItem, ...] = ()
    source_health: tuple[SourceHealth, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """Every entry of every kind, kinds in their order."""
        return self._entries

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        values = (getattr(self, item.name) for item in fields(self))
        parts = (value if isinstance(value, tuple) else (value,) for value in values)
        return tuple(entry for part in parts for entry in part if isinstance(entry, Entry))

    def asset(self, path: str) -> Asset | None:
        """The picture or attachment at `path`, if it is there."""
        return next((asset for asset in self.assets if asset.path == path), None)

    def lets_late_pass(self, on: date) -> bool:
        """Whether what is only late or missing holds nothing back: a draft, or a late publication with its reason."""
        late = self.register.late
        return self.school.is_draft or (late is not None and late.is_valid(on))

    def form_of(self, disclosure: Disclosure, table: Table) -> TableLayout | None:
        """The form that a table of a disclosure follows, fitted to its year, where it follows one."""
        layout = self.layouts.get(disclosure.path)
        return layout.table(table.id) if layout is not None and table.id else None

    @cached_property
    def writings(self) -> tuple[Writing, ...]:
        """The words of every entry and of every attachment that has words: gathered once, searched by many rules."""
        entries = (writing_of(entry) for entry in self.entries())
        return (*entries, *(writing_in(asset) for asset in self.assets if asset.pages))

    @cached_property
    def words(self) -> str:
        """Everything in small letters: a rule looks here first whether what it seeks is anywhere at all."""
        return "\f".join(writing.lower for writing in self.writings)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables of every entry: taken apart once, compared by many rules."""
        return tuple(grid for entry in self.entries() for grid in grids(entry))
