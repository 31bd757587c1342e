"""What printing starts from: the enriched site, the law, the labels, the day, and who draws figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from ..kinds.school import School
from ..law import Law
from ..layouts import TableLayout
from ..model import Table
from ..site import Site
from ..vocabulary import Vocabulary
from .outline import Outline

# The picture of a table under an id, or None where its form asks for none.
Draw: TypeAlias = Callable[[Table, TableLayout | None, str], object | None]


@dataclass(frozen=True, kw_only=True)
class Source:
    """Everything a sheet may show. `report` is the outline of the annual report, `draw` makes pictures of figures."""

    site: Site
    law: Law
    vocabulary: Vocabulary
    report: Outline
    draw: Draw
    as_of: date

    @property
    def school(self) -> School:
        """The school that prints."""
        return self.site.school

    def web_address(self, address: str) -> str:
        """A page of ours as anybody can type it."""
        return f"{self.school.website.rstrip('/')}/{address.lstrip('/')}"
