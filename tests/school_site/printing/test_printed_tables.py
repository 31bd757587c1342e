"""Tables on paper: letters get smaller before a page lies on its side, and no column is pinched."""

from __future__ import annotations

from school_site.model import Table
from school_site.printing.tables import printed_table

MONEY = "12.980.000.000"


def table(columns: int, *, cell: str = "12") -> Table:
    """A table of that many columns of figures beside their names."""
    return Table(
        title="Thu, chi",
        columns=("Nguồn", *(f"Cột {at}" for at in range(columns))),
        rows=(("Ngân sách nhà nước", *[cell] * columns),) * 2,
    )


def test_few_figures_stand_at_the_usual_size() -> None:
    assert printed_table(table(4)).fit == "plain"


def test_more_money_makes_the_letters_smaller_and_then_turns_the_page() -> None:
    fits = [printed_table(table(count, cell=MONEY)).fit for count in range(3, 10)]

    assert fits[0] == "plain"
    assert fits[-1] == "wide"
    order = ["plain", "small", "tiny", "wide"]
    assert fits == sorted(fits, key=order.index)


def test_the_widths_are_the_whole_table_and_the_names_get_the_most() -> None:
    columns = printed_table(table(5)).columns

    assert round(sum(column.width for column in columns)) == 100
    assert columns[0].width == max(column.width for column in columns)
    assert len({column.width for column in columns[1:]}) == 1


def test_figures_stand_to_the_right_even_where_one_cell_says_it_in_words() -> None:
    made = printed_table(
        Table(title="Khoản thu", columns=("Khoản", "Cách tính", "Mức"),
              rows=(("Nước uống", "tháng", "15.000"), ("Ăn trưa", "ngày", "36.000"), ("Học phí", "tháng", "Miễn")))
    )  # fmt: skip

    assert [column.is_figure for column in made.columns] == [False, False, True]


def test_a_row_without_figures_is_a_heading_and_the_total_is_told_apart() -> None:
    made = printed_table(
        Table(
            title="Phòng", columns=("Phòng", "Số"), rows=(("Khối học tập", ""), ("Lớp học", "34")), total=("Cộng", "34")
        )
    )

    assert [(line.is_heading, line.is_total) for line in made.lines] == [(True, False), (False, False), (False, True)]


def test_a_long_table_may_run_over_pages() -> None:
    rows = tuple((f"Phòng {at}", "1") for at in range(40))

    assert not printed_table(Table(title="Phòng", columns=("Phòng", "Số"), rows=rows)).is_short
    assert printed_table(table(2)).is_short
