"""Attachments that are small but real: PDF with and without a text layer, DOCX, XLSX and a picture, always the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape

from PIL import Image

_EPOCH = (1980, 1, 1, 0, 0, 0)


@cache
def picture(kind: str = "JPEG", shade: int = 120) -> bytes:
    """A small picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (shade, 90, 60)).save(out, kind)
    return out.getvalue()


def _pdf(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for start in starts:
        out.write(b"%010d 00000 n \n" % start)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def _stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


@cache
def pdf(*lines: str) -> bytes:
    """One page with a text layer. The font's own map says which Vietnamese letter each byte stands for."""
    letters = sorted({letter for line in lines for letter in line})
    codes = {letter: code for code, letter in enumerate(letters, start=33)}
    shown = b"".join(
        b"<" + bytes(codes[letter] for letter in line).hex().encode() + b"> Tj 0 -16 Td\n" for line in lines
    )
    pairs = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /V def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    widths = b" ".join([b"600"] * 223)
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> >> >>",
            _stream(b"BT /F 11 Tf 60 780 Td\n" + shown + b"ET"),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 33 /LastChar 255 "
            b"/Widths [" + widths + b"] /ToUnicode 6 0 R >>",
            _stream(cmap.encode()),
        ]
    )


@cache
def scanned_pdf() -> bytes:
    """One page that is only a picture, as the office scanner makes it."""
    image = picture()
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /I 5 0 R >> >> >>",
            _stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
            _stream(
                image,
                b"/Type /XObject /Subtype /Image /Width 64 /Height 48 /ColorSpace /DeviceRGB "
                b"/BitsPerComponent 8 /Filter /DCTDecode ",
            ),
        ]
    )


def _package(parts: Sequence[tuple[str, str]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts:
            package.writestr(zipfile.ZipInfo(name, _EPOCH), '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
    return out.getvalue()


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}"/></Relationships>'
)
_OFFICE = "application/vnd.openxmlformats-officedocument."


@cache
def docx(*lines: str) -> bytes:
    """A Word file with a paragraph for each line."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    name = "word/document.xml"
    kind = f'<Override PartName="/{name}" ContentType="{_OFFICE}wordprocessingml.document.main+xml"/>'
    return _package(
        [
            ("[Content_Types].xml", _TYPES.format(kind)),
            ("_rels/.rels", _RELATIONS.format("officeDocument", name)),
            (
                name,
                '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                f"<w:body>{body}</w:body></w:document>",
            ),
        ]
    )


@cache
def xlsx(*rows: tuple[str, ...]) -> bytes:
    """An Excel file of one sheet; every cell is text."""
    cells = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for at, cell in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book, sheet = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
    kinds = (
        f'<Override PartName="/{book}" ContentType="{_OFFICE}spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/{sheet}" ContentType="{_OFFICE}spreadsheetml.worksheet+xml"/>'
    )
    return _package(
        [
            ("[Content_Types].xml", _TYPES.format(kinds)),
            ("_rels/.rels", _RELATIONS.format("officeDocument", book)),
            (
                book,
                f'<workbook xmlns="{main}" '
                'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
            ),
            ("xl/_rels/workbook.xml.rels", _RELATIONS.format("worksheet", "worksheets/sheet1.xml")),
            (sheet, f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'),
        ]
    )
