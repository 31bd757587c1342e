"""The outline of the annual report as data: its sections, and which disclosures of which year stand in each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, cast

from ..plain_yaml import read_plain

# Of a report on 2025: «fiscal» 2025, «ended» 2024-2025, «running» 2025-2026.
About: TypeAlias = Literal["fiscal", "ended", "running"]


@dataclass(frozen=True, kw_only=True)
class Part:
    """Disclosures that a section shows: their items, and the year they are about."""

    about: About
    items: tuple[str, ...]

    def year(self, fiscal_year: int) -> str:
        """The folder of that year."""
        if self.about == "fiscal":
            return str(fiscal_year)
        start = fiscal_year - 1 if self.about == "ended" else fiscal_year
        return f"{start}-{start + 1}"


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section of the report. `has_profile` says that the school's profile stands there."""

    title: str
    parts: tuple[Part, ...] = ()
    has_profile: bool = False


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The whole report. `is_checked` is False while the official layout has not been compared."""

    item: str
    sections: tuple[Section, ...]
    is_checked: bool


def read_outline(schema: Path) -> Outline:
    """The outline under `schema`. Raises SetupError when the file is missing or broken."""
    tree = read_plain(schema / "annual_report.yml")
    return Outline(
        item=tree["item"],
        is_checked=tree["is_checked"] == "true",
        sections=tuple(
            Section(
                title=section["title"],
                has_profile=section.get("has_profile") == "true",
                parts=tuple(
                    Part(about=cast(About, part["about"]), items=tuple(part["items"]))
                    for part in section.get("parts", ())
                ),
            )
            for section in tree["sections"]
        ),
    )
