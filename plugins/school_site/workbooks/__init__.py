"""Workbooks of a school (.xlsx, .xls, .ods, .csv): read into cells with their places, written as forms to fill in."""

from __future__ import annotations

from .fault import WorkbookError
from .grid import Cell, Sheet, Workbook, reference, shown
from .read import SUFFIXES, read_workbook

__all__ = ["SUFFIXES", "Cell", "Sheet", "Workbook", "WorkbookError", "read_workbook", "reference", "shown"]
