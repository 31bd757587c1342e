"""A form for tests: what it says is given, the rest is usual."""

from __future__ import annotations

from typing import Any

from validate.schools import entry, school

from school_site.form_sheet import FormSheet, sheet_of
from school_site.kinds.form_template import FormBlock, FormTemplate
from school_site.kinds.school import Authority, School

LINE, HALF = FormBlock(kind="line", label="Tôi tên là"), FormBlock(kind="line", label="Lớp", width="half")
DAY = FormBlock(kind="date", label="Từ ngày", width="half")
TEXT = FormBlock(kind="text", text="Tôi xin cam đoan.")
SIGNED = FormBlock(kind="signature", signers=("Học sinh", "Phụ huynh"))
EVERY_KIND = (
    LINE,
    HALF,
    DAY,
    FormBlock(kind="heading", text="I. Lý do"),
    FormBlock(kind="date", label="Ngày sinh"),
    FormBlock(kind="choice", label="Lý do", options=("Ốm", "Việc nhà"), other="Lý do khác"),
    FormBlock(kind="paragraph", label="Nói thêm", line_count=3),
    FormBlock(kind="table", label="Các bài", columns=("Môn", "Điểm"), row_count=2),
    FormBlock(kind="table", columns=("Họ và tên",), row_titles=("Cha", "Mẹ")),
    TEXT,
    SIGNED,
)


def form(*blocks: FormBlock, **values: Any) -> FormTemplate:
    """A leave form with these parts."""
    usual: dict[str, Any] = {
        "title": "Đơn xin nghỉ học",
        "form_type": "leave_of_absence",
        "summary": "Xin nghỉ học.",
        "symbol": "Mẫu 01",
        "addressed_to": ("Hiệu trưởng",),
        "blocks": blocks,
    }
    return entry(FormTemplate, "bieu-mau/don-xin-nghi-hoc.md", **{**usual, **values})


def of_hoa_phuong() -> School:
    """A school with an address to sign at."""
    return school(
        name="Trường THCS Hoa Phượng",
        managing_authority=Authority(name="Ủy ban nhân dân phường Hoa Phượng"),
        street_address="12 đường Phượng Vĩ, Thành phố Hồ Chí Minh",
    )


def sheet(*blocks: FormBlock, **values: Any) -> FormSheet:
    """The sheet of such a form."""
    made = sheet_of(form(*(blocks or EVERY_KIND), **values), of_hoa_phuong())
    assert made is not None
    return made
