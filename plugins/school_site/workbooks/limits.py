"""How large a workbook may be: more than any table of a school needs, less than what stops a machine."""

from __future__ import annotations

from .fault import WorkbookError

MAX_BYTES = 10_000_000
MAX_UNPACKED = 80_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 256
MAX_CELLS = 500_000
MAX_SHEETS = 60


def refuse_extent(sheet: str, row: int, column: int) -> None:
    """Raise WorkbookError for a cell that lies farther out than a table may reach."""
    if row > MAX_ROWS:
        raise WorkbookError(
            f"Bảng dài quá {MAX_ROWS:,} dòng.".replace(",", "."),
            "Chỉ giữ bảng số liệu cần đưa lên; xóa các dòng thừa ở dưới (chọn cả dòng rồi Xóa), rồi lưu lại.",
            sheet=sheet, row=row, column=column,
        )  # fmt: skip
    if column > MAX_COLUMNS:
        raise WorkbookError(
            f"Bảng rộng quá {MAX_COLUMNS} cột.",
            "Xóa các cột thừa ở bên phải bảng (chọn cả cột rồi Xóa), rồi lưu lại.",
            sheet=sheet, row=row, column=column,
        )  # fmt: skip


def refuse_cells(sheet: str, count: int) -> None:
    """Raise WorkbookError for more cells than a table may have."""
    if count > MAX_CELLS:
        raise WorkbookError(
            f"Bảng có hơn {MAX_CELLS:,} ô.".replace(",", "."),
            "Chỉ giữ bảng số liệu cần đưa lên, rồi lưu lại.",
            sheet=sheet,
        )  # fmt: skip
