"""The sample school ready to print, read once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from school_site.commands.print import source_of
from school_site.paths import SCHEMA
from school_site.pipeline import judge
from school_site.printing import Sheet, Source, all_sheets


@pytest.fixture(scope="session")
def source(sample: Path, today: date) -> Source:
    """What the sample's sheets are made from."""
    return source_of(judge(sample, SCHEMA, today=today), sample)


@pytest.fixture(scope="session")
def sheets(source: Source) -> tuple[Sheet, ...]:
    """Everything that the sample can print."""
    return all_sheets(source)
