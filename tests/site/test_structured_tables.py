"""Tables of the forms as a visitor sees them: what the machine worked out is marked, what was not checked is said."""

from __future__ import annotations

import re

from built import Built


def page(built: Built, name: str) -> str:
    return re.sub(r"\s+", " ", (built.folder / "cong-khai" / f"{name}.html").read_text(encoding="utf-8"))


def test_what_the_machine_worked_out_is_marked_and_explained(built: Built) -> None:
    staff = page(built, "2026-2027/pt-doi-ngu")

    assert '<td class="numeric data-table__computed">100%</td>' in staff
    assert "Số in nghiêng do máy tính ra từ các số khác trong bảng." in staff


def test_a_page_says_where_the_official_form_was_not_found(built: Built) -> None:
    budget, staff = page(built, "2026/nsnn26-du-toan"), page(built, "2026-2027/pt-doi-ngu")

    assert "Bố cục chưa đối chiếu" in budget and "Mẫu biểu số 74" in budget
    assert "Bố cục chưa đối chiếu" not in staff


def test_a_table_that_was_there_a_year_before_says_what_changed(built: Built) -> None:
    finance = page(built, "2025/tinh-hinh-tai-chinh-nam-truoc")

    assert '<th scope="col">So với 2024</th>' in finance
    assert "+2.498.535.000 (+12,7%)" in finance
