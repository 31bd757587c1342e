"""The form of a disclosure item as this school fills it in for one year; shared by the commands that need it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..errors import SetupError, UsageError
from ..fitting import fitted, read_pupils
from ..kinds import kind_named
from ..layouts import Layout, read_layout, read_layouts
from ..load import read_record
from ..load.text import read_text
from ..paths import SCHEMA, shown


def form_of(content: Path, item: str, year: str, period: str | None) -> Layout:
    """The layout of an item with this school's grades, and the tables of its levels and of that period.

    Raises UsageError where there is none.
    """
    layout = read_layout(SCHEMA, item)
    if layout is None:
        known = ", ".join(read_layouts(SCHEMA))
        raise UsageError(
            f"Mục «{item}» không có mẫu bảng số liệu, nên viết bằng lệnh  invoke new cong-khai {item}  rồi điền tay."
            f" Các mục có mẫu: {known}."
        )
    levels = school_levels(content)
    whole = fitted(layout, school_levels=levels, year=year, pupils=read_pupils(SCHEMA))
    tables = tuple(table for table in whole.tables if table.addresses(levels, period))
    if not tables:
        raise UsageError(f"Mẫu của mục «{item}» không có bảng nào dành cho cấp học của trường.")
    return replace(whole, tables=tables)


def school_levels(content: Path) -> tuple[str, ...]:
    """What `truong.yml` says, so far as it can be read: the grades of the form follow from it."""
    kind = kind_named("school")
    path = content / "truong.yml"
    if kind is None or not path.is_file():
        raise SetupError(f"Chưa có «{shown(path)}»: máy cần biết cấp học của trường để chọn đúng mẫu.")
    text, fault = read_text(path.read_bytes(), "truong.yml")
    record = None if fault else read_record(text, "truong.yml", kind)[0]
    levels = record.fields.get("school_levels") if record else None
    if not isinstance(levels, list) or not levels:
        raise SetupError(f"Chưa đọc được cấp học (school_levels) trong «{shown(path)}»; hãy chạy  invoke check  trước.")
    return tuple(level for level in levels if isinstance(level, str))
