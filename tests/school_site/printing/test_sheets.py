"""Which sheets there are, and which of them a person means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from school_site.errors import UsageError
from school_site.printing import Sheet, Source
from school_site.printing.disclosures import files_of
from school_site.printing.sheets import find, find_all

WEBSITE = "https://thcshoaphuong.hcm.edu.vn"
STAFF = "cong-khai/2026-2027/pt-doi-ngu"


def found(what: str, sheets: tuple[Sheet, ...], year: str | None = None) -> str:
    return find(what, sheets, website=WEBSITE, year=year).name


def test_every_name_is_given_once(sheets: tuple[Sheet, ...]) -> None:
    names = [sheet.name for sheet in sheets]

    assert len(names) == len(set(names))


def test_every_disclosure_has_a_sheet_and_every_year_a_booklet(source: Source, sheets: tuple[Sheet, ...]) -> None:
    names = {sheet.name for sheet in sheets}

    assert {item.address.removesuffix(".html") for item in source.site.disclosures} <= names
    assert {f"cong-khai/{item.year}" for item in source.site.disclosures} <= names


@pytest.mark.parametrize(
    "what",
    [
        STAFF,
        f"{STAFF}.html",
        f"{STAFF}.md",
        f"content/{STAFF}.md",
        f"./content/{STAFF}.md",
        f"content\\{STAFF}.md".replace("/", "\\"),
        f"{WEBSITE}/{STAFF}.html",
        "pt-doi-ngu",
    ],
)
def test_an_address_a_path_and_a_name_mean_the_same_sheet(sheets: tuple[Sheet, ...], what: str) -> None:
    assert found(what, sheets) == STAFF


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("lich-cong-tac", "lich-cong-tac/2026-W47"),
        ("thuc-don", "thuc-don/2026-W47"),
        ("ke-hoach", "ke-hoach/2026-W47"),
        ("thoi-khoa-bieu", "thoi-khoa-bieu/2026-2027-hk1"),
        ("cong-khai", "cong-khai/2026-2027"),
        ("cong-khai/2026-2027/index.html", "cong-khai/2026-2027"),
        ("bao-cao-thuong-nien", "cong-khai/2025/bao-cao-thuong-nien"),
        ("lịch công tác tuần 9", "lich-cong-tac/2026-W45"),
        ("lop 6a1", "thoi-khoa-bieu/2026-2027-hk1-6a1"),
    ],
)
def test_a_word_means_what_is_wanted_now(sheets: tuple[Sheet, ...], what: str, name: str) -> None:
    assert found(what, sheets) == name


def test_a_year_chooses_among_the_years(sheets: tuple[Sheet, ...]) -> None:
    assert found("bao-cao-thuong-nien", sheets, "2024") == "cong-khai/2024/bao-cao-thuong-nien"
    assert found("pt-doi-ngu", sheets, "2024-2025") == "cong-khai/2024-2025/pt-doi-ngu"
    with pytest.raises(UsageError, match=r"năm «1999»"):
        found("pt-doi-ngu", sheets, "1999")


def test_between_several_only_the_person_can_choose(sheets: tuple[Sheet, ...]) -> None:
    with pytest.raises(UsageError, match=r"(?s)có thể là 3 bản.*lich-cong-tac/2026-W47"):
        found("2026-W47", sheets)


def test_all_means_everything_or_all_of_a_section_a_folder_or_a_year(sheets: tuple[Sheet, ...]) -> None:
    def names(what: str | None = None, year: str | None = None) -> set[str]:
        return {sheet.name for sheet in find_all(what, sheets, website=WEBSITE, year=year)}

    assert names() == {sheet.name for sheet in sheets}
    assert names("lich-cong-tac") == {sheet.name for sheet in sheets if sheet.section == "lich-cong-tac"}
    assert names("content/cong-khai/2025-2026") == names("cong-khai", year="2025-2026")
    assert "cong-khai/2025/nsnn26-quyet-toan" not in names("cong-khai/2025-2026")


def test_a_slip_is_met_with_the_nearest_name(sheets: tuple[Sheet, ...]) -> None:
    with pytest.raises(UsageError, match="Có phải ý bạn là «pt-doi-ngu»"):
        found("pt-doi-ngo", sheets)


def test_a_data_file_beside_a_disclosure_counts_as_its_own(source: Source) -> None:
    """An error in the workbook keeps the paper back just as one in the text does."""
    disclosure = source.site.disclosures[0]
    record = replace(disclosure.record, sources={("tables", 0): "cong-khai/2026-2027/pt-doi-ngu.csv"})

    assert files_of(replace(disclosure, record=record)) == (disclosure.path, "cong-khai/2026-2027/pt-doi-ngu.csv")


def test_each_sheet_is_made_of_files_that_are_there(sheets: tuple[Sheet, ...], sample: Path) -> None:
    """What refuses a sheet is looked for in these."""
    there = {path.relative_to(sample).as_posix() for path in sample.rglob("*") if path.is_file()}

    assert {path for sheet in sheets for path in sheet.sources} <= there
    assert all(sheet.sources for sheet in sheets)
