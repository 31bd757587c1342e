"""The catalogue of faults with known answers, apart from the rules and written without having read them."""

from __future__ import annotations

from . import completeness, files, innocent, personal, routine, shape, truth
from .base import Fault

CATALOGUE: tuple[Fault, ...] = (
    *files.FAULTS, *shape.FAULTS, *truth.FAULTS, *personal.FAULTS, *completeness.FAULTS, *routine.FAULTS,
)  # fmt: skip
TWINS: tuple[Fault, ...] = innocent.FAULTS
