"""Mass organisations in the school: Party cell, union, youth union, pioneers, study promotion."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Entry, Picture
from .base import Kind


@dataclass(frozen=True, kw_only=True)
class MassOrganisation(Entry):
    """One organisation; news names it by its file name."""

    title: str
    organisation_type: str
    summary: str
    leader: str | None = None
    leader_title: str | None = None
    member_count: int | None = None
    order: int = 99
    picture: Picture | None = None

    @property
    def slug(self) -> str:
        """The file name, by which articles point here."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


KIND = Kind(name="mass_organisation", label="Đoàn thể", area="BV", place="doan-the", plural="mass_organisations",
            entry=MassOrganisation, name_example="cong-doan")  # fmt: skip
