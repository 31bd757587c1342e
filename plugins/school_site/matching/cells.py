"""One cell of a column as the text that will stand in the content, or why it cannot be told. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from ..layouts import ColumnLayout
from ..vietnamese import read_day
from ..workbooks.grid import Sheet, shown
from .numbers import Doubt, Habit, figure, is_blank, written


@dataclass(frozen=True, kw_only=True)
class CellReader:
    """`shows_percent`: the file tells 0,5 from 50%."""

    sheet: Sheet
    habit: Habit
    shows_percent: bool

    def text(self, row: int, at: int, column: ColumnLayout, *, is_worked_out: bool) -> str | Doubt:
        """What a cell says; empty where it is blank, and where the machine works out what a formula has not."""
        if (row, at) in self.sheet.errors:
            return Doubt(f"báo lỗi {self.sheet.errors[row, at]}; sửa công thức rồi lưu lại")
        if (row, at) in self.sheet.uncomputed:
            if is_worked_out:
                return ""
            return Doubt(
                "là công thức chưa có kết quả trong tệp; mở tệp bằng Excel hoặc LibreOffice, bấm Lưu, rồi chạy lại"
            )
        cell = self.sheet.at(row, at)
        if column.is_figure:
            value = figure(cell, column, self.habit, shows_percent=self.shows_percent)
            if isinstance(value, Doubt):
                return value
            return "" if value is None else written(value) + ("%" if column.kind == "percent" else "")
        text = "" if is_blank(cell) else shown(cell)
        if column.kind == "date" and text and read_day(text) is None:
            return Doubt(f"ghi «{text}», nhưng cột «{column.label}» cần một ngày như 5/9/2026")
        return text
