"""What a file really is, by its first bytes and the names inside its archive; its own name is not believed."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from ..packed import UNREADABLE

HEAD = 8192
ZIP = "application/zip"
OLE = "application/x-ole-storage"
PROGRAM = "application/x-executable"
_OFFICE = (
    ("word/", "application/docx"),
    ("xl/", "application/xlsx"),
    ("ppt/", "application/pptx"),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "application/odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "application/ods",
}
_SVG = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]", re.I | re.S)
_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]", re.I | re.S)


def media_type(path: Path, head: bytes) -> str:
    """The type of the file that begins with `head`; empty when nothing is known about such a beginning."""
    if head[:2] == b"MZ" or head[:4] == b"\x7fELF":
        return PROGRAM
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head[:4] == b"PK\x03\x04":
        return _archive(path)
    if head[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return OLE
    if head[:5] == b"{\\rtf":
        return "application/rtf"
    if _SVG.match(head):
        return "image/svg+xml"
    if _HTML.match(head):
        return "text/html"
    return _known(head) or _plain(head)


def _archive(path: Path) -> str:
    """What kind of office file a ZIP archive is, if it is one."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if names and names[0] == "mimetype":
                with archive.open("mimetype") as member:
                    return _OPEN_DOCUMENT.get(member.read(200).strip(), ZIP)
    except UNREADABLE:
        return ZIP
    if "[Content_Types].xml" not in names:
        return ZIP
    return next((kind for start, kind in _OFFICE if any(name.startswith(start) for name in names)), ZIP)


def _known(head: bytes) -> str:
    import filetype

    found: str | None = filetype.guess_mime(head)
    return found or ""


def _plain(head: bytes) -> str:
    if b"\x00" in head:
        return ""
    for encoding in ("utf-8-sig", "cp1258"):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as fault:
            # The head may end in the middle of a letter.
            if fault.start < len(head) - 4:
                continue
        return "text/plain"
    return ""
