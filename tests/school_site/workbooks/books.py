"""Workbooks as schools hand them in, and as nobody should: made by a real writer, or by hand where none would."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def xlsx(
    rows: Iterable[Sequence[Any]],
    *,
    title: str = "Số liệu",
    merged: Iterable[str] = (),
    change: Callable[[Worksheet], None] | None = None,
) -> bytes:
    """One sheet of these rows; `change` does to it whatever else a test wants."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    if change is not None:
        change(sheet)
    return saved(book)


def sheets(pages: dict[str, Sequence[Sequence[Any]]], hidden: Iterable[str] = ()) -> bytes:
    """Several sheets by their names."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in pages.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if name in hidden:
            sheet.sheet_state = "hidden"
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def raw_xlsx(rows: str, more: dict[str, bytes] | None = None) -> bytes:
    """A workbook whose only sheet has this XML between its `sheetData` tags: what no program would write."""
    sheet = f"<worksheet xmlns='{_MAIN}'><sheetData>{rows}</sheetData></worksheet>"
    return packed(
        {
            "[Content_Types].xml": b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "_rels/.rels": f"<Relationships xmlns='{_PACKAGE}'><Relationship Id='r' Type='{_RELATIONS}/officeDocument'"
            " Target='xl/workbook.xml'/></Relationships>".encode(),
            "xl/workbook.xml": f"<workbook xmlns='{_MAIN}' xmlns:r='{_RELATIONS}'><sheets>"
            "<sheet name='Sheet1' sheetId='1' r:id='s'/></sheets></workbook>".encode(),
            "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{_PACKAGE}'><Relationship Id='s'"
            f" Type='{_RELATIONS}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>".encode(),
            "xl/worksheets/sheet1.xml": sheet.encode(),
            **(more or {}),
        }
    )


def ods(table: str) -> bytes:
    """A LibreOffice workbook whose only table has this XML as its rows."""
    office, tables, text = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text"))
    content = (
        f"<office:document-content xmlns:office='{office}' xmlns:table='{tables}' xmlns:text='{text}'><office:body>"
        f"<office:spreadsheet><table:table table:name='Bảng'>{table}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b"<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>"
    return packed({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content.encode()})


def ods_cell(value: str) -> str:
    kind = f"float' office:value='{value}" if value.replace(".", "").isdigit() else "string"
    return f"<table:table-cell office:value-type='{kind}'><text:p>{value}</text:p></table:table-cell>"


def packed(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one member more."""
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def lying(data: bytes, name: str) -> bytes:
    """The same archive, where a member claims to unfold to a hundred bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo(name).file_size.to_bytes(4, "little")
    return data.replace(size, (100).to_bytes(4, "little"))


def windows_1258(text: str) -> bytes:
    """The bytes an old program writes: letter with its roof, then the tone as a mark of its own where need be."""
    out = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            tones = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark in _TONES)
            bare = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in _TONES)
            out += (unicodedata.normalize("NFC", bare) + tones).encode("cp1258")
    return out
