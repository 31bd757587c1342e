"""What rendering starts from: the enriched site, its ledger, the day, and the lists a page draws on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..completeness import Row
from ..law import Law
from ..site import Site
from ..vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True)
class View:
    """Everything a page may show. Frozen: a page never changes what another sees."""

    site: Site
    ledger: tuple[Row, ...]
    law: Law
    vocabulary: Vocabulary
    as_of: date
