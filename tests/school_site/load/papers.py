"""Small files to attach, made by hand: what a school uploads, and what nobody should."""

from __future__ import annotations

import base64
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# One blank page behind the password «secret», as pypdf wrote it.
_LOCKED = (
    "eNqNUk1vEzEQvftXzCVH6q/xl7TKgbaREKBGKXBBPXjtcQiKdqvNRmr5kxz4B/BHcBYoC+HAyitbb957M57xYn21eiYvNFt8/fb5C5MgoG8/"
    "sqZhfD30+ZhogEbrRFpLFGnJlktGXT5x1Iz75vGegK/jlg6MX/bHbgTJ+MtdPsB7wErcwN1Mqs+kl3GM+37LfnjAyXszE+A/czG+oUN/HFJV"
    "1Eil89eUd/F5/1DTigsx/WZadyfrgWphf3ubmfe7U9kbUIy/om47fgAUVQeoAgbrVKiB1W4/1qbw2zF2OQ6Z8RtoyESflfWuzSGLVEpA27qY"
    "jClGCi9zKiJLaY3BhG1JrYiGEG2xgSL6WCt/C41CFBqTcSF6H2ySbaIStUBhfaym1qgUhFdIRVkRUlZUN0RS2cUY/pjOw0CFCbBMPH1Q02sD"
    "BZ4wWe8+RbrfmAlnmJT+HLPuDFNz7TjE3Z6Gqa23u09US+Gbvh9BT/3nL7rSg/x5vqrzapxHrYttfUkmixCkLDo5a5A0uVDc8n8odc7XXRoe"
    "70cwvwZ9GOMwTg1BV1/64vpmxb4DgeXC6Q=="
)


def locked_pdf() -> bytes:
    return zlib.decompress(base64.b64decode(_LOCKED))


def pdf(*pages: str) -> bytes:
    """A PDF with one line of plain letters on each page."""
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode("ascii")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def scanned_pdf() -> bytes:
    """A page that is one picture."""
    out = BytesIO()
    Image.new("RGB", (60, 80), "white").save(out, "PDF")
    return out.getvalue()


def jpeg() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "JPEG")
    return out.getvalue()


def archive(members: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def docx(body: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """A word processor's file with this XML as its body."""
    document = f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(more or {})})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def xlsx(rows: str, shared: tuple[str, ...] = (), more: dict[str, str | bytes] | None = None) -> bytes:
    """A spreadsheet with this XML as the rows of its only sheet; cells of style 1 are days."""
    items = "".join(f"<si><t>{text}</t></si>" for text in shared)
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{items}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{_SHEET}">{styles}</styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>',
            **(more or {}),
        }
    )


def put(content: Path, name: str, data: bytes) -> Path:
    """Write an attachment into a content folder."""
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
