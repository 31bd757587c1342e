"""What a rule may lean on besides the site itself: the day of judgement, the law, the closed lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..completeness import Row
from ..law import Law
from ..upstream_model import SourceHealth, UpstreamItem
from ..vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True)
class Basis:
    """Everything outside the site that a verdict depends on. No clock, no network.

    `source_health` is None where the news register cannot be read: nothing can be said about the sources then.
    """

    today: date
    law: Law
    ledger: tuple[Row, ...] = ()
    vocabulary: Vocabulary
    upstream_items: tuple[UpstreamItem, ...] = ()
    source_health: tuple[SourceHealth, ...] | None = None
