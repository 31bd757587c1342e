"""The catalogue of faults with known answers, apart from the rules and written without having read them."""

from __future__ import annotations

from . import (
    completeness,
    figures,
    files,
    filler,
    innocent,
    innocent_figures,
    papers,
    personal,
    references,
    routine,
    shape,
)
from .base import Fault

CATALOGUE: tuple[Fault, ...] = (
    *files.FAULTS,
    *shape.FAULTS,
    *figures.FAULTS,
    *filler.FAULTS,
    *papers.FAULTS,
    *references.FAULTS,
    *personal.FAULTS,
    *completeness.FAULTS,
    *routine.FAULTS,
)
TWINS: tuple[Fault, ...] = (*innocent.FAULTS, *innocent_figures.FAULTS)
