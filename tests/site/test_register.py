"""What the register remembers holds: a disclosure stays as long as the act wants, a published address lives on."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from told import Told

from school_site.register import Register, SeenDisclosure, read_register, write_register

SEEN = "cong-khai/2025-2026/pt-doi-ngu.md"


@pytest.fixture
def remembering(content: Path) -> Path:
    """The sample, whose register saw one disclosure and one page."""
    seen = SeenDisclosure(
        path=SEEN, item="pt-doi-ngu", year="2025-2026", title="Đội ngũ", digest="x", first_seen_on=date(2026, 6, 20)
    )
    write_register(content, Register(disclosures=(seen,), addresses={"tin-tuc/bai-cu.html": "Bài cũ"}))
    return content


def test_what_is_written_is_read_again(remembering: Path) -> None:
    register = read_register(remembering)

    assert [seen.path for seen in register.disclosures] == [SEEN]
    assert dict(register.addresses) == {"tin-tuc/bai-cu.html": "Bài cũ"}


def test_a_page_that_was_published_and_is_gone_is_reported(remembering: Path, run: Callable[..., Told]) -> None:
    told = run("check", "--content", remembering)

    assert [finding.code for finding in told.to_mend] == ["LK-004"], told.text
    assert "«Bài cũ»" in told.to_mend[0].message


def test_a_disclosure_taken_down_too_early_is_reported_beside_its_absence(
    remembering: Path, run: Callable[..., Told]
) -> None:
    os.remove(remembering / SEEN)

    told = run("check", "--content", remembering)

    early = [finding for finding in told.errors if finding.code == "CK-023"]
    assert [finding.file for finding in early] == [f"{remembering}/{SEEN}"], told.text
    assert early[0].legal and "git restore" in early[0].fix


def test_after_its_retention_a_disclosure_may_go(remembering: Path, run: Callable[..., Told]) -> None:
    os.remove(remembering / SEEN)

    told = run("check", "--content", remembering, "--as-of", "1/7/2033")

    assert "CK-023" not in {finding.code for finding in told.findings}
