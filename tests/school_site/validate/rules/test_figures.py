"""CK-041 … CK-046: figures that contradict each other are found; comparisons and rounding are left alone."""

from __future__ import annotations

import pytest

from school_site.findings import Severity
from school_site.validate.rules import (
    boys_and_girls,
    share_over_hundred,
    undeclared_total,
    wrong_balance,
    wrong_carry_over,
    wrong_ratio,
    wrong_sum,
)

from .contents import codes, disclosure, document, findings, page


def table(columns: str, *rows: str, total: str = "", title: str = "Số liệu", more: str = "") -> str:
    """A table; its first row stands on line 10."""
    lines = "".join(f"      - [{row}]\n" for row in rows)
    total = f"    total: [{total}]\n" if total else ""
    return f"tables:\n  - title: {title}\n    columns: [{columns}]\n    rows:\n{lines}{total}{more}"


def lines(rule: object, files: dict[str, str]) -> list[int]:
    return [line for _, _, line in codes(rule, files)]  # type: ignore[arg-type]


# --- shares --------------------------------------------------------------------------------------------------


def test_a_share_over_a_hundred_is_found_in_tables_facts_and_sentences() -> None:
    assert lines(share_over_hundred, disclosure(table("Khối, Đạt", 'Khối 6, "98%"', 'Khối 7, "103,5%"'))) == [11]
    assert lines(share_over_hundred, disclosure(table("Khối, Tỷ lệ (%)", "Khối 6, 98", "Khối 7, 104"))) == [11]
    fact = "facts:\n  - label: Giáo viên đạt chuẩn\n    value: 65/64 người, đạt 101,6%\n"
    assert lines(share_over_hundred, disclosure(fact)) == [8]
    assert lines(share_over_hundred, disclosure(fact.replace(", đạt 101,6%", ""))) == [8]
    assert codes(share_over_hundred, disclosure(fact.replace("65/64 người, đạt 101,6%", "34/29 phòng/lớp"))) == []
    assert lines(share_over_hundred, page("Có 18 trường có cổng trên tổng số 16 trường (113%).")) == [5]


@pytest.mark.parametrize(
    "files",
    [
        disclosure(table("Nguồn, So với dự toán", 'Học phí, "105,6%"')),
        disclosure(table("Nguồn, So với cùng kỳ năm trước", 'Học phí, "124,4%"')),
        disclosure(table("Chỉ tiêu, Năm 2024, Năm 2025, Tỷ lệ", 'Tổng thu, 100, 112, "112%"')),
        disclosure(table("Chỉ tiêu, Tỷ lệ", 'Hoàn thành kế hoạch, "112%"')),
        disclosure(table("Nội dung, Tỷ lệ giáo viên/lớp", "THCS, 190")),
        disclosure(table("Khối, Đạt", 'Khối 6, "100%"')),
        page("Số lượt mượn sách đạt 112% so với năm trước."),
        page("Thư viện mở cửa 120% công suất trong tuần lễ đọc sách."),
    ],
)
def test_comparisons_and_whole_shares_are_left_alone(files: dict[str, str]) -> None:
    assert codes(share_over_hundred, files) == []


def test_figures_of_others_are_for_a_person() -> None:
    rest = "published_by_others: true\n" + table("Cấp, Tỷ lệ", 'Tiểu học, "113%"')
    (found,) = findings(share_over_hundred, disclosure(rest))
    assert found.severity is Severity.person

    files = document("2017-3630", direction="received", body="Có 18 cổng trên tổng số 16 trường (113%).")
    (found,) = findings(share_over_hundred, files)
    assert found.severity is Severity.person


def test_totals_of_others_that_do_not_add_up_are_one_question_a_table() -> None:
    """A statistics sheet that was wrong in every row would bury what a school can mend itself."""
    added = "    sum_columns: [Mầm non, Tiểu học]\n    sum_into: Tổng\n"
    rows = table("Quận, Tổng, Mầm non, Tiểu học", "Quận 1, 30, 0, 13", "Quận 2, 36, 13, 10", "Quận 3, 2, 1, 1") + added

    ours = findings(wrong_sum, disclosure(rows))
    (theirs,) = findings(wrong_sum, disclosure("published_by_others: true\n" + rows))

    assert [finding.severity for finding in ours] == [Severity.error, Severity.error]
    assert theirs.severity is Severity.person and theirs.where.line == ours[0].where.line + 1
    assert "2 dòng, như dòng «Quận 1»: ghi tổng là 30, các phần cộng lại là 13" in theirs.message
    assert "bản gốc" in theirs.fix


# --- ratios --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said", ["75/76 người, đạt 89,7%", "98,9% (70/76 người)", "1.025/1.030 học sinh (98,5 %)", "9/12 em đạt 80%"]
)
def test_a_fraction_and_its_percentage_must_agree(said: str) -> None:
    assert lines(wrong_ratio, page(f"Kết quả: {said}.")) == [5]


@pytest.mark.parametrize(
    "said",
    ["75/76 người, đạt 98,7%", "75/76 người, đạt 98,6%", "64/64 người, đạt 100%", "1.025/1.030 học sinh, đạt 99,5%",
     "đến ngày 5/9/2026 đạt 45%", "Thông tư 09/2024, đạt 45%; lớp 6/1 đạt 50 % và hơn",
     "đến ngày 20/11, 95% học sinh đã nộp; tháng 9/2026 đạt 45%"],
)  # fmt: skip
def test_what_rounds_to_it_agrees_and_dates_are_no_fractions(said: str) -> None:
    assert codes(wrong_ratio, page(f"Kết quả: {said}.")) == []


def test_a_column_of_shares_is_divided_again() -> None:
    """Three rows say what is divided by what; the fourth does not follow them."""
    rows = (
        'Khối 6, 351, 340, "96,9%"',
        'Khối 7, 345, 330, "95,7%"',
        'Khối 8, 334, 320, "59,8%"',
        'Khối 9, 322, 322, "100%"',
    )
    (found,) = findings(wrong_ratio, disclosure(table("Khối, Sĩ số, Đạt, Tỷ lệ", *rows)))

    assert found.where.line == 12
    assert found.message == "320 trên 334 là 95,81%, nhưng ghi là 59,8%."


def test_a_share_of_the_total_is_divided_again() -> None:
    rows = ('Tốt, 600, "60%"', 'Khá, 300, "30%"', 'Đạt, 100, "20%"')
    assert lines(wrong_ratio, disclosure(table("Mức, Số học sinh, Tỷ lệ", *rows, total='Cộng, 1.000, "100%"'))) == [12]


def test_percentages_beside_figures_they_do_not_come_from_are_left_alone() -> None:
    rows = ("Câu lạc bộ, 81%, 100%", "Họp phụ huynh, 83%, 92%", "Thực hành, 88%, 100%")
    assert codes(wrong_ratio, disclosure(table("Chỉ tiêu, Năm nay, Năm tới", *rows))) == []


# --- balances ------------------------------------------------------------------------------------------------

FUNDS = "Tên quỹ, Số dư đầu năm, Trích lập trong năm, Sử dụng trong năm, Số dư cuối năm"


def test_a_fund_ends_with_what_it_had_and_took_less_what_it_spent() -> None:
    assert lines(
        wrong_balance, disclosure(table(FUNDS, "Phúc lợi, 100, 50, 30, 120", "Khen thưởng, 10, 5, 5, 20"), year="2025")
    ) == [11]
    assert codes(wrong_balance, disclosure(table(FUNDS, "Phúc lợi, 100, 50, 30, 120"), year="2025")) == []


def test_income_less_expenditure_is_the_balance() -> None:
    wrong = table("Chỉ tiêu, Số tiền", "Tổng thu, 500", "Tổng chi, 300", "Chênh lệch thu chi, 250")
    assert lines(wrong_balance, disclosure(wrong, year="2025")) == [12]
    assert codes(wrong_balance, disclosure(wrong.replace("250", "200"), year="2025")) == []
    grants = table("Khoản, Đã tiếp nhận, Đã chi, Còn lại", "Thư viện, 34.260.000, 30.000.000, 260.000")
    assert lines(wrong_balance, disclosure(grants, year="2025")) == [10]


def test_pupils_at_the_end_are_those_at_the_beginning_and_who_came_less_who_left() -> None:
    columns = "Khối, Đầu năm, Chuyển đến, Chuyển đi, Bỏ học, Cuối năm"
    assert lines(
        wrong_balance, disclosure(table(columns, "Khối 6, 349, 2, 0, 0, 351", "Khối 7, 349, 0, 4, 0, 349"))
    ) == [11]


def test_a_table_with_other_parts_is_not_judged() -> None:
    other = table("Nguồn, Số dư đầu năm, Thu trong năm, Điều chỉnh, Chi trong năm, Số dư cuối năm", "A, 1, 2, 3, 4, 5")
    assert codes(wrong_balance, disclosure(other, year="2025")) == []


def test_a_year_begins_with_what_the_year_before_ended_with() -> None:
    before = disclosure(table(FUNDS, "Phúc lợi, 100, 50, 30, 120", title="Các quỹ năm 2024"), year="2024", name="quy")
    same = disclosure(table(FUNDS, "Phúc lợi, 120, 5, 5, 120", title="Các quỹ năm 2025"), year="2025", name="quy")
    other = disclosure(table(FUNDS, "Phúc lợi, 125, 5, 5, 125", title="Các quỹ năm 2025"), year="2025", name="quy")

    assert codes(wrong_carry_over, {**before, **same}) == []
    assert codes(wrong_carry_over, {**before, **other}) == [("CK-044", "cong-khai/2025/quy.md", 10)]


# --- parts and wholes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "files",
    [
        disclosure(table("Khối, Nam, Nữ, Tổng số", "Khối 6, 184, 174, 359")),
        disclosure(table("Nội dung, Lớp 6", "Nam, 170", "Nữ, 158", "Tổng số học sinh, 327")),
        disclosure("facts:\n  - {label: Tổng số học sinh, value: 1.352 học sinh}\n  - {label: Nam, value: 691 em}\n"
                   "  - {label: Nữ, value: 662 em}\n"),
        page("Toàn trường có 1.352 học sinh vào cuối năm học (691 nam, 662 nữ)."),
        page("Có 78 người (nam 20, nữ 59)."),
        disclosure("facts:\n  - {label: Tổng số học sinh, value: \"1.352 (691 nam, 662 nữ)\"}\n"),
    ],
)  # fmt: skip
def test_boys_and_girls_are_as_many_as_all(files: dict[str, str]) -> None:
    assert [code for code, _, _ in codes(boys_and_girls, files)] == ["CK-045"]


@pytest.mark.parametrize(
    "files",
    [
        disclosure(table("Khối, Nam, Nữ, Tổng số", "Khối 6, 184, 174, 358", "Khối 7, -, 171, 349")),
        page("Toàn trường có 1.352 học sinh vào cuối năm học (691 nam, 661 nữ)."),
        page("Có 12 học sinh giỏi; đội tuyển (3 nam, 4 nữ) lên đường."),
        page("Đội tuyển lớp 6 (3 nam, 4 nữ) lên đường."),
    ],
)
def test_boys_and_girls_that_add_up_are_left_alone(files: dict[str, str]) -> None:
    assert codes(boys_and_girls, files) == []


def test_a_last_row_that_calls_itself_a_total_is_added_up() -> None:
    body = "| Khối | Lớp | Học sinh |\n|---|---|---|\n| 6 | 8 | 351 |\n| 7 | 8 | 345 |\n| Cộng | 16 | {} |"
    assert codes(undeclared_total, page(body.format(700))) == [("CK-046", "gioi-thieu/lich-su.md", 9)]
    assert codes(undeclared_total, page(body.format(696))) == []


def test_a_column_of_totals_is_added_up_where_most_rows_do() -> None:
    rows = ("Tổ Toán, 3, 10, 13", "Tổ Văn, 2, 10, 12", "Tổ Anh, 2, 7, 10")
    assert lines(undeclared_total, disclosure(table("Tổ, Thạc sĩ, Đại học, Tổng số", *rows))) == [12]


def test_parts_of_parts_are_not_added_up() -> None:
    body = (
        "| Nội dung | Người |\n|---|---|\n| Giáo viên | 64 |\n| Trong đó nữ | 40 |\n| Nhân viên | 11 |\n| Tổng | 75 |"
    )
    assert codes(undeclared_total, page(body)) == []
