"""Two years side by side: the same figures meet, changes are exact, and what cannot be compared is left alone."""

from __future__ import annotations

from datetime import date

from validate.schools import disclosure, site

from school_site.kinds.disclosure import Disclosure
from school_site.model import Table
from school_site.render.comparison import Change, Comparison, address_of, compared
from school_site.render.years import pairs, series_of, switch


def table(*rows: tuple[str, ...], title: str = "Thu năm", total: tuple[str, ...] = (), **values: object) -> Table:
    columns = values.pop("columns", ("Nguồn", "Số tiền"))
    return Table(title=title, columns=columns, rows=rows, total=total, **values)  # type: ignore[arg-type]


def of(year: str, *tables: Table, **values: object) -> Disclosure:
    return disclosure("thu", year, tables=tables, **values)


def between(before: Table, after: Table) -> tuple[Comparison, ...]:
    return compared(of("2024-2025", before), of("2025-2026", after))


def changes(before: Table, after: Table) -> dict[str, Change]:
    (comparison,) = between(before, after)
    return {group.label: group.changes[0] for group in comparison.groups}


def change(before: str, after: str) -> tuple[str, str]:
    found = changes(table(("A", before)), table(("A", after)))["A"]
    return found.difference, found.percent


def test_a_change_is_exact_and_signed() -> None:
    assert change("1.324", "1.352") == ("+28", "+2,1%")
    assert change("42,2", "41,1") == ("−1,1", "−2,6%")
    assert change("8", "8") == ("0", "0%")


def test_nothing_divides_by_nothing() -> None:
    assert change("0", "5") == ("+5", "–")
    assert change("Miễn", "5") == ("–", "–")


def test_shares_differ_by_points() -> None:
    assert change("97,5%", "99%") == ("+1,5 điểm", "–")


def test_rows_meet_by_their_names_whatever_their_order_and_year() -> None:
    found = changes(table(("Học phí năm 2024", "1"), ("Khác", "2")), table(("Khác", "3"), ("Học phí năm 2025", "4")))

    assert (found["Khác"].before, found["Học phí năm 2025"].before) == ("2", "1")


def test_a_row_of_one_year_alone_is_shown_without_a_change() -> None:
    found = changes(table(("Cũ", "1"), ("A", "1")), table(("A", "1"), ("Mới", "2")))

    assert (found["Cũ"].before, found["Cũ"].after, found["Cũ"].difference) == ("1", "–", "–")
    assert (found["Mới"].before, found["Mới"].after) == ("–", "2")


def test_tables_meet_by_their_id_else_by_title_and_columns() -> None:
    one, other = table(("A", "1"), title="Thu"), table(("A", "2"), title="Nguồn thu")

    assert between(one, other) == ()
    assert len(between(table(("A", "1"), id="thu"), table(("A", "2"), title="Khác hẳn", id="thu"))) == 1
    assert between(table(("A", "1"), columns=("Nguồn", "Đồng")), table(("A", "2"))) == ()


def test_only_columns_of_the_own_year_are_compared() -> None:
    """A table of last year and this year, or of this year and forecasts, is not compared crosswise."""
    before = table(("A", "1", "2"), columns=("Nguồn", "Năm học 2024-2025", "Dự kiến 2025-2026"))
    after = table(("A", "3", "4"), columns=("Nguồn", "Năm học 2025-2026", "Dự kiến 2026-2027"))
    (comparison,) = between(before, after)

    assert [(one.before, one.after) for one in comparison.groups[0].changes] == [("1", "3")]


def test_of_many_columns_the_total_is_read_first_and_the_rows_are_at_hand() -> None:
    columns = ("Khối", "Nam", "Nữ")
    before = table(("Khối 6", "1", "2"), total=("Cộng", "1", "2"), columns=columns)
    after = table(("Khối 6", "3", "4"), total=("Cộng", "3", "4"), columns=columns)
    (comparison,) = between(before, after)

    assert [group.label for group in comparison.groups] == ["Cộng"]
    assert [group.label for group in comparison.details] == ["Khối 6"]


def test_words_make_no_comparison() -> None:
    assert between(table(("A", "Đạt")), table(("A", "Chưa đạt"))) == ()


def test_consecutive_years_are_paired_and_a_gap_is_not_bridged() -> None:
    years = site(disclosures=tuple(of(year, table(("A", "1"))) for year in ("2022-2023", "2024-2025", "2025-2026")))

    assert [(pair.earlier.year, pair.later.year) for pair in pairs(years)] == [("2024-2025", "2025-2026")]
    assert address_of(years.disclosures[2]) == "cong-khai/so-sanh/2025-2026/thu.html"


def test_the_switch_holds_every_year_and_says_where_there_is_none() -> None:
    none = of("2025-2026", declared_none_on=date(2025, 9, 18))
    years = site(disclosures=(of("2024-2025", table(("A", "1"))), none))
    links = switch(none, series_of(years)[none.path])

    assert [(link.label, link.is_current, link.note) for link in links] == [
        ("2025-2026", True, "không có (18/9/2025)"),
        ("2024-2025", False, None),
    ]


def test_a_single_year_needs_no_switch_and_quarters_have_their_own() -> None:
    quarter = disclosure("thu", 2025, period="quarter-1")
    years = site(disclosures=(quarter, disclosure("thu", 2024)))

    assert switch(quarter, series_of(years)[quarter.path]) == ()
