"""The column «So với …» beside a table: what changed in the one column that speaks for its rows."""

from __future__ import annotations

from school_site.fitting import fitted, read_pupils
from school_site.layouts import TableLayout, read_layout
from school_site.model import Table
from school_site.paths import SCHEMA
from school_site.render.comparison import Change, Comparison, Group
from school_site.render.year_change import year_change


def form(item: str, name: str) -> TableLayout:
    layout = read_layout(SCHEMA, item)
    assert layout is not None
    table = fitted(layout, school_levels=("lower_secondary",), year="2025", pupils=read_pupils(SCHEMA)).table(name)
    assert table is not None
    return table


def compared(*changes: tuple[str, str, str, str]) -> Comparison:
    groups = tuple(
        Group(
            label=row,
            changes=(Change(label="Số tiền", before=before, after="1", difference=difference, percent=percent),),
        )
        for row, before, difference, percent in changes
    )
    return Comparison(title="Chi năm 2025", unit="đồng", groups=groups)


SPENT = Table(
    id="chi", title="Chi năm 2025", columns=("Nội dung chi", "Số tiền"), column_ids=("noi-dung", "so-tien"),
    rows=(("Tiền lương và thu nhập", "110"), ("Chi khác", "7")), total=("Tổng chi", "117"),
)  # fmt: skip


def test_every_row_says_what_changed_and_by_how_much() -> None:
    years = compared(("Tiền lương và thu nhập", "100", "+10", "+10%"), ("Tổng chi", "100", "+17", "+17%"))

    change = year_change(SPENT, form("tinh-hinh-tai-chinh-nam-truoc", "chi"), [years], "2024")

    assert change is not None and change.label == "So với 2024"
    assert change.cells == ("+10 (+10%)", "", "+17 (+17%)"), "a row that is new has nothing to be held against"


def test_a_table_in_which_nothing_changed_needs_no_column() -> None:
    years = compared(("Tiền lương và thu nhập", "110", "0", "0%"), ("Chi khác", "7", "0", "0%"))

    assert year_change(SPENT, form("tinh-hinh-tai-chinh-nam-truoc", "chi"), [years], "2024") is None


def test_a_table_of_many_columns_without_a_sum_has_none_that_speaks_for_it() -> None:
    assert form("so-du-cac-quy", "quy").headline is None
    assert form("pt-doi-ngu", "trinh-do").headline is not None


def test_a_table_of_the_schools_own_gets_no_column() -> None:
    years = compared(("Tiền lương và thu nhập", "100", "+10", "+10%"))

    assert year_change(SPENT, None, [years], "2024") is None
