"""Bytes of a workbook to sheets of cells, whatever stands in them: what cannot be read is one sentence and a remedy.

The format is seen from the bytes, not from the name. No formula is run, no macro is looked at.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .. import packed
from ..vietnamese import day, file_size, nfc
from . import delimited
from .fault import WorkbookError
from .grid import Cell, Sheet, Workbook, shown
from .limits import MAX_BYTES, MAX_SHEETS, MAX_UNPACKED, refuse_cells, refuse_extent
from .marks import SheetMarks, read_marks
from .open_document import refuse_wide_tables

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

SUFFIXES = (".xlsx", ".xls", ".ods", ".csv")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_AS_XLSX = "Mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx, rồi chạy lại."


def read_workbook(data: bytes, name: str) -> Workbook:
    """The sheets of a file. Raises WorkbookError, and nothing else, for what is no usable workbook."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise WorkbookError("Tệp chưa có nội dung.", "Kiểm tra lại tệp; có thể nó lưu hỏng hoặc chép dở.")
    if len(data) > MAX_BYTES:
        raise WorkbookError(
            f"Tệp dài {file_size(len(data))}, quá mức {file_size(MAX_BYTES)} của một bảng số liệu.",
            "Bỏ ảnh và các trang tính không cần ra khỏi tệp, rồi lưu lại.",
        )
    if data.startswith(_OLE):
        workbook = Workbook(name=name, kind="xls", sheets=_old(data))
    elif data.startswith(b"PK"):
        workbook = _packed(data, name)
    else:
        rows = delimited.split(delimited.decoded(data))
        refuse_extent("", len(rows), max(map(len, rows), default=0))
        workbook = Workbook(name=name, kind="csv", sheets=(Sheet(name="", rows=_grid(rows)),))
    if all(sheet.is_empty for sheet in workbook.sheets):
        raise WorkbookError("Tệp không có ô nào có nội dung.", "Điền số liệu vào bảng, rồi lưu lại.")
    return workbook


def _old(data: bytes) -> tuple[Sheet, ...]:
    """An .xls file, or one that Office wrapped to lock it."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _locked()
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise _has_macros()
    return _sheets(data, {})


def _packed(data: bytes, name: str) -> Workbook:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = _checked(archive)
            is_open_document = "content.xml" in names
            if is_open_document:
                if b"encryption-data" in _member(archive, "META-INF/manifest.xml"):
                    raise _locked()
                refuse_wide_tables(archive)
                marks: dict[str, SheetMarks] = {}
            elif "xl/workbook.xml" in names:
                marks = read_marks(archive)
            else:
                raise _no_workbook()
    except packed.Overpacked:
        raise WorkbookError(
            "Tệp nén bung ra lớn bất thường, nên máy không mở (có thể là tệp phá hoại).",
            "Chép riêng bảng số liệu sang một tệp mới rồi dùng tệp mới.",
        ) from None
    except (packed.Broken, *packed.UNREADABLE):
        raise _broken() from None
    return Workbook(name=name, kind="ods" if is_open_document else "xlsx", sheets=_sheets(data, marks))


def _checked(archive: zipfile.ZipFile) -> set[str]:
    """The names inside, once every member was seen to unfold to what it declares: other readers trust it blindly."""
    packed.refuse_bombs(archive)
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise _locked()
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise packed.Overpacked
    names = {member.filename for member in members}
    if any(name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/")) for name in names):
        raise _has_macros()
    for member in members:
        with archive.open(member) as opened:
            while opened.read(1 << 20):
                pass
    return names


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    return packed.read_member(archive, name) if name in archive.namelist() else b""


def _sheets(data: bytes, marks: dict[str, SheetMarks]) -> tuple[Sheet, ...]:
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        return _read_sheets(workbook, marks)
    except PasswordError:
        raise _locked() from None
    except (WorkbookError, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as fault:
        # A library written in Rust that meets the unexpected raises what is not even an Exception.
        raise _broken() from fault


def _read_sheets(workbook: CalamineWorkbook, marks: dict[str, SheetMarks]) -> tuple[Sheet, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if len(workbook.sheet_names) > MAX_SHEETS:
        raise WorkbookError(
            f"Tệp có {len(workbook.sheet_names)} trang tính, nhiều quá mức {MAX_SHEETS}.",
            "Chép riêng các trang tính cần đưa lên sang một tệp mới.",
        )
    found = []
    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        refuse_extent(about.name, sheet.total_height, sheet.total_width)
        refuse_cells(about.name, sheet.total_height * sheet.total_width)
        mark = marks.get(about.name)
        percentages = mark.percentages if mark else frozenset()
        rows = sheet.to_python(skip_empty_area=False)
        merged = sheet.merged_cell_ranges
        found.append(
            Sheet(
                name=nfc(about.name),
                rows=_grid(rows, percentages),
                merged=None if merged is None else tuple((_from_one(first), _from_one(last)) for first, last in merged),
                uncomputed=frozenset(mark.uncomputed) if mark else frozenset(),
                errors=dict(mark.errors) if mark else {},
                is_hidden=about.visible != SheetVisibleEnum.Visible,
            )
        )
    return tuple(found)


def _from_one(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] + 1, place[1] + 1


def _grid(rows: Iterable[Iterable[Any]], percentages: Iterable[tuple[int, int]] = ()) -> tuple[tuple[Cell, ...], ...]:
    """Rows of equal length, every cell as text or number; a number that shows as a percentage says so."""
    cells = [[_cell(value) for value in row] for row in rows]
    for row, column in percentages:
        value = cells[row - 1][column - 1] if row <= len(cells) and column <= len(cells[row - 1]) else ""
        if isinstance(value, float):
            cells[row - 1][column - 1] = f"{shown(value * 100)}%"
    while cells and not any(cell != "" for cell in cells[-1]):
        cells.pop()
    width = max((len(row) for row in cells), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in cells)


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return nfc(" ".join(value.translate(_INVISIBLE).split()))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime):
        return day(value.date()) + (f" {value:%H:%M}" if value.time() != time() else "")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value) if isinstance(value, timedelta) else ""


def _locked() -> WorkbookError:
    return WorkbookError(
        "Tệp đặt mật khẩu nên máy không đọc được.",
        "Mở tệp bằng Excel, vào Tệp → Thông tin → Bảo vệ sổ làm việc, bỏ mật khẩu, rồi lưu lại.",
    )


def _has_macros() -> WorkbookError:
    return WorkbookError(
        "Tệp có macro (đoạn chương trình chạy kèm), máy không nhận.",
        "Mở tệp, chọn Lưu thành, dạng «Excel Workbook (.xlsx)», rồi dùng tệp mới.",
    )


def _no_workbook() -> WorkbookError:
    return WorkbookError("Tệp không phải bảng tính.", _AS_XLSX)


def _broken() -> WorkbookError:
    return WorkbookError("Tệp hỏng hoặc không phải bảng tính, máy không đọc được đến hết.", _AS_XLSX)
