"""The tables of a Word file as sheets: one cell of text per place, merged cells with their ranges. No macro is run."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring

from .. import packed
from ..vietnamese import nfc
from ..workbooks import Sheet, WorkbookError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_AS_DOCX = "Mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx, rồi chạy lại."


def read_word(data: bytes) -> tuple[Sheet, ...]:
    """Every table of a document. Raises WorkbookError where there is none, or the file cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            packed.refuse_bombs(archive)
            root = fromstring(packed.read_member(archive, _DOCUMENT))
    except packed.Overpacked:
        sentence = "Tệp nén bung ra lớn bất thường, nên máy không mở (có thể là tệp phá hoại)."
        raise WorkbookError(sentence, "Chép riêng bảng sang một tệp mới rồi dùng tệp mới.") from None
    except (packed.Broken, *packed.UNREADABLE):
        raise WorkbookError("Tệp Word hỏng, máy không đọc được đến hết.", _AS_DOCX) from None
    tables = list(root.iter(f"{_W}tbl"))
    if not tables:
        fix = "Kẻ lịch thành bảng có dòng đầu là tên cột, hoặc lưu dạng .xlsx."
        raise WorkbookError("Tệp Word không có bảng nào.", fix)
    return tuple(_sheet(table, f"bảng {number}") for number, table in enumerate(tables, 1))


def is_word(data: bytes) -> bool:
    """Whether bytes are those of a Word file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _DOCUMENT in archive.namelist()
    except packed.UNREADABLE:
        return False


def _sheet(table: Element, name: str) -> Sheet:
    rows: list[list[str]] = []
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = []
    open_at: dict[int, int] = {}
    for at, row in enumerate(table.findall(f"{_W}tr"), 1):
        cells: list[str] = []
        for cell in row.findall(f"{_W}tc"):
            column, width = len(cells) + 1, _span(cell)
            vertical = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = vertical is not None and vertical.get(f"{_W}val", "continue") == "continue"
            cells += ["" if goes_on else _text(cell), *[""] * (width - 1)]
            if not goes_on:
                open_at[column] = at
            if (goes_on and column in open_at) or width > 1:
                merged.append(((open_at[column], column), (at, column + width - 1)))
        rows.append(cells)
    width = max(map(len, rows), default=0)
    return Sheet(name=name, rows=tuple((*cells, *[""] * (width - len(cells))) for cells in rows), merged=tuple(merged))


def _span(cell: Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    text = span.get(f"{_W}val", "1") if span is not None else "1"
    return min(int(text), 64) if text.isdecimal() and len(text) < 4 else 1


def _text(cell: Element) -> str:
    """The paragraphs of a cell as lines."""
    lines = "\n".join("".join(_pieces(paragraph)) for paragraph in cell.findall(f"{_W}p")).split("\n")
    return nfc("\n".join(" ".join(line.split()) for line in lines if line.strip()))


def _pieces(paragraph: Element) -> Iterator[str]:
    for part in paragraph.iter():
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif part.tag == f"{_W}tab":
            yield " "
