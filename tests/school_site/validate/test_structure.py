"""The rules of the structured forms: what weighs how, and lines to paste that really mend the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from school_site.findings import Finding, Severity
from school_site.fitting import read_pupils
from school_site.kinds.disclosure import Disclosure
from school_site.law import read_law
from school_site.layouts import read_layouts
from school_site.model import Table
from school_site.site import Site
from school_site.validate.basis import Basis
from school_site.validate.rules import (
    miscalculated,
    missing_table,
    unknown_table,
    unlike_layout,
    wrong_ratio,
    wrong_sum,
)
from school_site.validate.structure import structured
from school_site.vocabulary import read_vocabulary

from .schools import SCHEMA, entry, site

RULES = (unknown_table, unlike_layout, missing_table, miscalculated, wrong_ratio, wrong_sum)
STAFF = (("Cán bộ quản lý", "3", "3"), ("Giáo viên", "60", "64"), ("Nhân viên", "11", "11"))


def of(item: str, *tables: Table, **values: Any) -> Site:
    """A school with one disclosure, its tables completed."""
    about = {"school_year": "2025-2026"} if item[:3] in ("pt-", "mn-", "tx-") else {"fiscal_year": 2025}
    one = entry(
        Disclosure, f"cong-khai/x/{item}.md", title="Bản công khai", item=item, published_on=date(2026, 6, 18),
        tables=tables, **{**about, **values},
    )  # fmt: skip
    return structured(site(disclosures=(one,)), read_layouts(SCHEMA), read_pupils(SCHEMA))


def told(judged: Site) -> Iterator[Finding]:
    """What the rules of the forms find."""
    basis = Basis(today=date(2026, 11, 22), law=read_law(SCHEMA), vocabulary=read_vocabulary(SCHEMA))
    for rule in RULES:
        yield from rule.check(judged, basis)


def codes(judged: Site) -> list[str]:
    return [finding.code for finding in told(judged)]


def test_a_disclosure_of_free_tables_is_held_against_no_form() -> None:
    table = Table(title="Đội ngũ", columns=("Nhóm", "Số người"), rows=(("Giáo viên", "64"),))

    assert codes(of("pt-doi-ngu", table)) == []


def test_whoever_uses_the_form_is_told_which_tables_are_still_missing_and_may_be_late_with_them() -> None:
    found = list(
        told(
            of(
                "pt-doi-ngu",
                Table(
                    id="boi-duong",
                    columns=("Nhóm", "Hoàn thành", "Chưa hoàn thành"),
                    rows=tuple((n, d, "0") for n, d, _ in STAFF),
                ),
            )
        )
    )

    assert [one.code for one in found] == ["CK-054", "CK-054"]
    assert all(one.severity is Severity.error and one.is_late_only for one in found)


def test_a_school_that_declares_to_have_none_owes_no_table() -> None:
    assert codes(of("pt-doi-ngu", Table(id="boi-duongg"), declared_none_on=date(2026, 6, 18))) == ["CK-050"]


def test_where_the_official_form_was_not_found_ours_only_warns() -> None:
    table = Table(id="nguon", columns=("Nguồn", "Giao trong năm"), rows=(("Kinh phí thường xuyên", "100"),))

    found = list(told(of("nsnn26-quyet-toan", table)))

    assert {one.code for one in found} == {"CK-051", "CK-054"}
    assert {one.severity for one in found} == {Severity.warning}


def test_figures_of_others_are_for_a_person_to_judge() -> None:
    table = Table(
        id="boi-duong", columns=("Nhóm", "Hoàn thành", "Tổng số", "Tỷ lệ"), rows=(("Giáo viên", "60", "64", "99%"),)
    )

    found = list(told(of("pt-doi-ngu", table, published_by_others=True)))

    assert {one.severity for one in found} == {Severity.person} and "CK-055" in {one.code for one in found}


def test_a_wrong_share_is_one_fault_though_two_rules_could_see_it() -> None:
    rows = tuple((*row, share) for row, share in zip(STAFF, ("100%", "98%", "100%"), strict=True))
    table = Table(id="boi-duong", columns=("Nhóm", "Hoàn thành", "Chưa hoàn thành", "Tổng số", "Tỷ lệ"),
                  rows=tuple((n, d, str(int(t) - int(d)), t, s) for n, d, t, s in rows))  # fmt: skip

    found = [one for one in told(of("pt-doi-ngu", table)) if one.code != "CK-054"]

    assert [one.code for one in found] == ["CK-055"]
    assert "ghi 98%" in found[0].message and "ra 93,75%" in found[0].message


def test_a_wrong_sum_of_columns_is_told_by_the_rule_of_sums_alone() -> None:
    rows = (("Cán bộ quản lý", "3", "0", "3"), ("Giáo viên", "60", "4", "65"), ("Nhân viên", "11", "0", "11"))
    table = Table(id="boi-duong", columns=("Nhóm", "Hoàn thành", "Chưa hoàn thành", "Cộng"), rows=rows)

    assert [code for code in codes(of("pt-doi-ngu", table)) if code != "CK-054"] == ["CK-020"]


@pytest.mark.parametrize("code", ["CK-051", "CK-053"])
def test_the_line_to_paste_mends_the_table(code: str) -> None:
    written: dict[str, Any] = {
        "columns": ["Nhóm", "Thạc sĩ", "Cao đẳng", "Trung cấp"],
        "rows": [["Giáo viên", "1", "0", "0"], ["Nhân viên", "0", "1", "0"]],
    }
    lacking = Table(id="trinh-do", columns=tuple(written["columns"]), rows=tuple(map(tuple, written["rows"])))
    fix = next(one.fix for one in told(of("pt-doi-ngu", lacking)) if one.code == code)
    line = yaml.safe_load(fix[fix.index("columns: ") if code == "CK-051" else fix.index("- [") :])

    if code == "CK-051":
        mended = Table(id="trinh-do", columns=tuple(line["columns"]), rows=tuple((*row, "2") for row in lacking.rows))
    else:
        mended = Table(id="trinh-do", columns=lacking.columns, rows=(*lacking.rows, tuple(line[0])))

    assert code in codes(of("pt-doi-ngu", lacking)) and code not in codes(of("pt-doi-ngu", mended))


def test_a_row_that_sums_other_rows_is_added_up_again() -> None:
    rows = (("1. Số thu phí, lệ phí", "9"), ("1.1. Lệ phí", "4"), ("1.2. Phí", "6"))
    found = [one for one in told(of("nsnn17-du-toan", Table(id="bieu-02", rows=rows))) if one.code == "CK-055"]

    assert len(found) == 1 and "«1.1. Lệ phí», «1.2. Phí» ra 10" in found[0].message


def test_the_forms_of_a_site_are_those_of_its_grades_and_years() -> None:
    judged = of(
        "pt-danh-muc-sach", Table(id="sach-giao-khoa", columns=("Môn học", "Lớp 6"), rows=(("Toán", "Kết nối"),))
    )
    (disclosure,) = judged.disclosures
    form = judged.form_of(disclosure, disclosure.tables[0])

    assert form is not None and [column.label for column in form.columns[1:]] == ["Lớp 6", "Lớp 7", "Lớp 8", "Lớp 9"]
