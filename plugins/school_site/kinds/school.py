"""The school itself: who it is, who answers for it, when it rests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Entry, Picture
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class Authority:
    """An office above the school. `since` is the day from which it has been: older papers do not bear its name."""

    name: str
    website: str | None = None
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class Representative:
    """The person to write to or to call."""

    name: str
    position: str
    address: str
    phone: str
    email: str


@dataclass(frozen=True, kw_only=True)
class Editor:
    """A member of the editorial board (Ban Biên tập)."""

    name: str
    duty: str


@dataclass(frozen=True, kw_only=True)
class Break:
    """Days without school; a week that lies wholly inside owes no schedule."""

    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, kw_only=True)
class DeclaredNone:
    """An item of the law that the school states it does not have: an answer, not a gap."""

    item: str
    declared_none_on: date
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class School(Entry):
    """The school's profile, `truong.yml`."""

    name: str
    short_name: str
    school_levels: tuple[str, ...]
    ownership: str
    managing_authority: Authority
    # `address` is the page's address on every entry; the school's own is its street address.
    street_address: str
    phone: str
    email: str
    website: str
    mission: str
    vision: str
    goals: str
    representative: Representative
    responsible_for_content: str
    school_year: str
    is_sample: bool = False
    as_of: date | None = None
    site: str = "published"
    foreign_name: str | None = None
    document_symbol: str | None = None
    slogan: str | None = None
    conditions: tuple[str, ...] = ()
    department: Authority | None = None
    other_addresses: tuple[str, ...] = ()
    editorial_board: tuple[Editor, ...] = ()
    founded_on: date | None = None
    school_hours: str | None = None
    office_hours: str | None = None
    map_link: str | None = None
    brand_colour: str | None = None
    emblem: str | None = None
    hero_picture: Picture | None = None
    breaks: tuple[Break, ...] = ()
    declared_none: tuple[DeclaredNone, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether the site is still being filled and must not be published."""
        return self.site == "draft"

    @property
    def title(self) -> str:
        """What a list of pages shows."""
        return self.name


KIND = Kind(
    name="school", label="Hồ sơ trường", area="TR", place="truong.yml", plural="school", entry=School, suffix=".yml",
    address=lambda record, values: "index.html",
)  # fmt: skip
