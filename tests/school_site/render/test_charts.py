"""Pictures say what their table says: the same words, true lengths, no shade that has to be guessed."""

from __future__ import annotations

import pytest

from school_site.layouts import ColumnLayout, RowLayout, TableLayout
from school_site.model import Table
from school_site.render.charts import Chart, Series, chart_of, trend

COLUMNS = (
    ColumnLayout(id="nhom", label="Nhóm", kind="text"),
    ColumnLayout(id="thac-si", label="Thạc sĩ"),
    ColumnLayout(id="dai-hoc", label="Đại học"),
    ColumnLayout(id="tong", label="Tổng số", sum_of=("thac-si", "dai-hoc")),
)
STAFF = Table(
    id="trinh-do", title="Đội ngũ", unit="người", columns=("Nhóm", "Thạc sĩ", "Đại học", "Tổng số"),
    column_ids=("nhom", "thac-si", "dai-hoc", "tong"),
    rows=(("Giáo viên", "12", "52", "64"), ("Nhân viên", "0", "5", "5")), total=("Cộng", "12", "57", "69"),
)  # fmt: skip


def form(chart: str | None, *columns: str, rows: tuple[RowLayout, ...] = ()) -> TableLayout:
    return TableLayout(id="trinh-do", title="Đội ngũ", columns=COLUMNS, chart=chart, chart_columns=columns, rows=rows)


def drawn(table: Table, layout: TableLayout) -> Chart:
    chart = chart_of(table, layout, id="h")
    assert chart is not None
    return chart


def words(chart: Chart) -> list[str]:
    return [word.text for word in chart.words]


def widths(chart: Chart) -> list[float]:
    return [float(bar.width.removesuffix("%")) for bar in chart.bars]


@pytest.mark.parametrize("layout", [None, form(None)])
def test_a_table_whose_form_asks_for_no_picture_has_none(layout: TableLayout | None) -> None:
    assert chart_of(STAFF, layout, id="h") is None


def test_bars_are_as_long_as_their_figures_and_bear_the_cells_as_published() -> None:
    chart = drawn(STAFF, form("bars", "tong"))

    assert words(chart) == ["Giáo viên", "64", "Nhân viên", "5"]
    first, second = widths(chart)
    assert second / first == pytest.approx(5 / 64, abs=0.001)
    assert chart.title == "Đội ngũ: tổng số (người)"
    assert "nhiều nhất là Giáo viên, 64; ít nhất là Nhân viên, 5" in chart.description


def test_parts_fill_the_bar_and_are_named_in_words_above_it() -> None:
    chart = drawn(STAFF, form("stacked"))

    assert words(chart) == ["Giáo viên: 64", "Thạc sĩ: 12, Đại học: 52", "Nhân viên: 5", "Đại học: 5"]
    assert widths(chart) == pytest.approx([12 / 64 * 100, 52 / 64 * 100, 5 / 64 * 100], abs=0.01)
    assert sum(widths(chart)[:2]) == pytest.approx(100, abs=0.01)


def test_the_same_part_has_the_same_pattern_in_every_row_and_in_the_key() -> None:
    chart = drawn(STAFF, form("stacked"))

    assert [bar.tone for bar in chart.bars] == [1, 2, 2]
    assert chart.legend == ((1, "Thạc sĩ"), (2, "Đại học"))


def test_what_the_machine_can_add_up_is_not_drawn_a_second_time() -> None:
    headings = (
        RowLayout(id="tat-ca", label="Tất cả", sum_of=("giao-vien",)),
        RowLayout(id="giao-vien", label="Giáo viên"),
    )
    table = Table(
        id="trinh-do", title="Đội ngũ", columns=STAFF.columns, column_ids=STAFF.column_ids,
        rows=(("Tất cả", "12", "57", "69"), *STAFF.rows), row_ids=("tat-ca", "giao-vien", ""),
    )  # fmt: skip

    assert words(drawn(table, form("bars", "tong", rows=headings))) == ["Giáo viên", "64", "Nhân viên", "5"]


@pytest.mark.parametrize("cell", ["Chưa chốt", "-5", "0"])
def test_words_losses_and_nothing_at_all_make_no_picture(cell: str) -> None:
    table = Table(
        id="trinh-do", title="Đội ngũ", columns=("Nhóm", "Thạc sĩ"), column_ids=("nhom", "thac-si"),
        rows=(("A", cell), ("B", cell)),
    )  # fmt: skip

    assert chart_of(table, form("bars", "thac-si"), id="h") is None


def test_a_long_name_stands_on_two_lines_and_the_rest_is_in_the_table() -> None:
    name = "Kinh phí không thường xuyên: thu nhập tăng thêm theo nghị quyết của Hội đồng nhân dân Thành phố năm nay"
    table = Table(
        id="trinh-do", title="Chi", columns=("Nội dung", "Số tiền"), column_ids=("nhom", "thac-si"),
        rows=((name, "16.967.730.000"), ("Khác", "5")),
    )  # fmt: skip
    chart = drawn(table, form("bars", "thac-si"))

    assert len(words(chart)) == 5
    assert all(len(word) <= 40 for word in words(chart)) and words(chart)[1].endswith("…")
    assert max(widths(chart)) <= 60, "no room left for fourteen digits on a phone"


YEARS = ("2022", "2023", "2024")


def line(*cells: str | None, label: str = "Thu") -> Series:
    return Series(label=label, cells=cells)


def test_a_trend_begins_at_zero_and_says_every_figure() -> None:
    chart = trend(id="h", title="Học sinh", unit="người", years=YEARS, series=(line("50", "75", "100"),))
    assert chart is not None
    floor = float(chart.lines[0].y1.removesuffix("em"))
    heights = [floor - float(dot.y.removesuffix("em")) for dot in chart.dots]

    assert heights[0] / heights[2] == pytest.approx(0.5, abs=0.01)
    assert [word.text for word in chart.words if word.kind == "value"] == ["50", "75", "100"]
    assert chart.description == "Biểu đồ đường, trục đứng bắt đầu từ 0. Thu: 2022 50, 2023 75, 2024 100."


def test_a_year_without_a_figure_breaks_the_line_and_is_named() -> None:
    chart = trend(id="h", title="Học sinh", unit=None, years=YEARS, series=(line("50", None, "100"),))
    assert chart is not None

    assert [drawn.tone for drawn in chart.lines] == [0], "nothing but the axis joins the two years"
    assert "chưa có" in words(chart) and "2023 chưa có" in chart.description


def test_large_sums_are_shortened_in_the_picture_and_whole_in_its_description() -> None:
    chart = trend(id="h", title="Thu", unit="đồng", years=YEARS[:2], series=(line("12.043.240.000", "14.227.383.000"),))
    assert chart is not None

    assert [word.text for word in chart.words if word.kind == "value"] == ["12.043", "14.227"]
    assert chart.title == "Thu (triệu đồng)" and "14.227.383.000" in chart.description


def test_of_two_lines_the_lower_has_its_figures_below() -> None:
    chart = trend(
        id="h", title="Thu, chi", unit=None, years=YEARS[:2], series=(line("9", "2"), line("5", "4", label="Chi"))
    )
    assert chart is not None
    places = {word.text: float(word.y.removesuffix("em")) for word in chart.words if word.kind == "value"}
    dots = {text: float(dot.y.removesuffix("em")) for text, dot in zip(("9", "2", "5", "4"), chart.dots, strict=True)}

    assert places["9"] < dots["9"] and places["5"] > dots["5"]
    assert places["2"] > dots["2"] and places["4"] < dots["4"]


@pytest.mark.parametrize("cells", [("5", None), (None, None), ("0", "0"), ("một", "hai")])
def test_fewer_than_two_years_of_figures_make_no_trend(cells: tuple[str | None, ...]) -> None:
    assert trend(id="h", title="Thu", unit=None, years=YEARS[:2], series=(line(*cells),)) is None
