"""The head and the foot of a paper: what is known stands there, what is not stays open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from school_site.printing import Source
from school_site.printing.letterhead import companion, head_signature, heading, issuing_place, signature, type_of
from school_site.printing.sheet import Companion, Signature

TODAY, BEFORE = date(2026, 9, 18), date(2022, 9, 18)


def test_the_head_names_the_school_its_superior_the_place_and_the_day(source: Source) -> None:
    made = heading(source.school, TODAY, type_symbol="TB")

    assert made.superior == "Ủy ban nhân dân phường\N{NO-BREAK SPACE}Hoa\N{NO-BREAK SPACE}Phượng"
    assert made.agency == "Trường Trung học cơ sở Hoa Phượng"
    assert (made.place, made.issued_on) == ("Phường Hoa Phượng", TODAY)


def test_a_number_that_nobody_gave_is_left_to_fill_in(source: Source) -> None:
    assert heading(source.school, TODAY, type_symbol="TB").symbol == "/TB-THCSHP"
    assert heading(source.school, TODAY, number="75/BC-THCSHP", type_symbol="BC").symbol is None


def test_a_paper_from_before_the_superior_came_bears_neither_its_name_nor_its_place(source: Source) -> None:
    """The school has belonged to the ward since 1/7/2025; a paper of 2022 must not say so."""
    made = heading(source.school, BEFORE)

    assert (made.superior, made.place, made.issued_on) == (None, None, BEFORE)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("12 đường Phượng Vĩ, phường Hoa Phượng, Thành phố Hồ Chí Minh", "Phường Hoa Phượng"),
        ("Thôn 3, xã Ea Kao, tỉnh Đắk Lắk", "Xã Ea Kao"),
        ("số 8, đặc khu Côn Đảo, Thành phố Hồ Chí Minh", "Đặc khu Côn Đảo"),
        ("12 Lê Lợi, Thành phố Huế", "Thành phố Huế"),
    ],
)
def test_the_place_is_the_commune_of_the_address(source: Source, address: str, place: str) -> None:
    assert issuing_place(replace(source.school, street_address=address)) == place


def test_a_deputy_signs_for_the_head() -> None:
    assert signature("Lê Thu Hà", "Phó Hiệu trưởng") == Signature(
        lines=("KT. Hiệu trưởng", "Phó Hiệu trưởng"), name="Lê Thu Hà"
    )


def test_the_head_signs_by_name_only_what_falls_into_the_term(source: Source) -> None:
    assert head_signature(source.site, TODAY) == Signature(lines=("Hiệu trưởng",), name="Nguyễn Thị Minh Hạnh")
    assert head_signature(source.site, BEFORE) == Signature(lines=("Hiệu trưởng",), name=None)


def test_without_a_directory_the_representative_signs(source: Source) -> None:
    alone = replace(source.site, staff_directory=None)

    assert head_signature(alone, BEFORE).name == source.school.representative.name


@pytest.mark.parametrize(
    ("number", "kind"),
    [("03/QĐ-THCSHP", "decision"), ("75/BC-THCSHP", "report"), ("7/TB-THCSHP", "notice"), ("120/THCSHP-VP", None)],
)
def test_a_number_tells_the_type_of_its_paper(source: Source, number: str, kind: str | None) -> None:
    assert type_of(source.vocabulary, number) == kind


def test_the_day_of_a_paper_that_a_sheet_goes_with_is_known_when_it_was_published(source: Source) -> None:
    published = next(item for item in source.site.official_documents if item.number and "/QĐ-" in item.number)

    assert companion(source.site, source.vocabulary, str(published.number)) == Companion(
        type_label="Quyết định", number=str(published.number), issued_on=published.issued_on
    )
    assert companion(source.site, source.vocabulary, "999/QĐ-THCSHP").issued_on is None
