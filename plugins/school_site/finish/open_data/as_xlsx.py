"""A table as an Excel workbook of one sheet: numbers as numbers, the headings bold and kept in sight.

Written here, part by part: openpyxl takes 5 ms for a small workbook, which for the tables of five years is two seconds
of every build, and stamps the clock's time into it. These bytes depend on the table alone; two readers test them.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from ...datasets import Dataset
from .cells import plain_number, share

# The oldest day that the format knows: no clock in the file.
_DAY = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_WIDEST = 60
# Styles by their place in `_STYLES`: words, bold words, whole numbers, numbers with 1 and 2 decimals, shares.
_TEXT, _BOLD, _WHOLE, _DECIMAL, _SHARE = 0, 1, 2, 3, 4

_FIXED = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0###"/>'
        '<numFmt numFmtId="165" formatCode="0.0##%"/></numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font>'
        '<font><b/><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
        '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}  # fmt: skip


def written(dataset: Dataset) -> bytes:
    """The workbook."""
    parts = {
        **_FIXED,
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{escape(_sheet_name(dataset.table.title), {chr(34): "&quot;"})}" sheetId="1" r:id="rId1"/>'
            "</sheets></workbook>"
        ),
        "xl/worksheets/sheet1.xml": _sheet(dataset),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The same on every machine, whatever system made it.
            entry.create_system = 0
            archive.writestr(entry, text.encode())
    return packed.getvalue()


def _sheet(dataset: Dataset) -> str:
    lines = [dataset.table.columns, *dataset.lines]
    width = max(map(len, lines))
    sizes = [max((len(line[at]) for line in lines if at < len(line)), default=8) for at in range(width)]
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{min(size, _WIDEST) + 3}" customWidth="1"/>'
        for at, size in enumerate(sizes, 1)
    )
    rows = "".join(
        f'<row r="{number}">{"".join(_cell(at, number, cell) for at, cell in enumerate(line))}</row>'
        for number, line in enumerate(lines, 1)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{rows}</sheetData></worksheet>"
    )


def _cell(column: int, row: int, cell: str) -> str:
    place = f"{_letters(column)}{row}"
    number = plain_number(cell) if column and row > 1 else None
    if number is not None:
        style = _WHOLE if number == number.to_integral_value() else _DECIMAL
        return f'<c r="{place}" s="{style}"><v>{number:f}</v></c>'
    part = share(cell) if column and row > 1 else None
    if part is not None:
        return f'<c r="{place}" s="{_SHARE}"><v>{part:f}</v></c>'
    style = _BOLD if row == 1 else _TEXT
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
        if cell
        else ""
    )


def _letters(column: int) -> str:
    """A, B, … Z, AA, …"""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _sheet_name(title: str) -> str:
    """What Excel takes for a sheet's name: 31 letters, without a few signs."""
    return " ".join(title.translate(_FORBIDDEN_IN_NAMES).split())[:31].strip() or "Bảng"
