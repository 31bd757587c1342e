"""The next file of something that comes every week or month, made from the ones before it. Pure.

What came back in each of the last files is proposed again; what was theirs alone stands behind a # or is named in a
comment, and what somebody must decide is a hint in «…», which is a finding until it is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ..kinds.school import Break
from . import menu, plan, schedule
from .periods import next_period

__all__ = ["RENEWED", "next_period"]

# Kind → what writes its next file: (name, files before it from the oldest, today, days off) → text.
RENEWED: Mapping[str, Callable[[str, Sequence[Any], date, Sequence[Break]], str]] = {
    "weekly_schedule": schedule.renewed,
    "meal_menu": menu.renewed,
    "plan": plan.renewed,
}
