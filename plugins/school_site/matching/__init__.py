"""A school's own workbook laid onto the form of an item, with every doubt kept: nothing is guessed in silence."""

from __future__ import annotations

from .numbers import Habit
from .rows import Trouble
from .understand import Asked, Found, Understanding, understand

__all__ = ["Asked", "Found", "Habit", "Trouble", "Understanding", "understand"]
