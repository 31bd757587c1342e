"""Decode an answer's bytes to text, whatever charset it claims; this never fails."""

from __future__ import annotations

import codecs
import re

# Only real charsets: Python also knows "codecs" such as zip or unicode_escape.
_KNOWN = re.compile(
    r"(?:utf[-_]?8|utf[-_]?(?:16|32)(?:[-_]?[lb]e)?|(?:windows-|cp)125\d|(?:iso-?8859-|latin-?)\d{1,2}|us-ascii|ascii)\Z"
)
_LATIN = re.compile(r"(?:(?:windows-|cp)125[28]|iso-?8859-\d{1,2}|latin-?\d|us-ascii|ascii)\Z")
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.I)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, content_type: str | None) -> tuple[str, str | None]:
    """Give the text and, where something had to be mended, one Vietnamese sentence about it."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), None
    head = data[:200].lstrip()
    if head[:2] in {b"<\0", b"{\0"}:
        return data.decode("utf-16-le", "replace"), None
    if head[:2] in {b"\0<", b"\0{"}:
        return data.decode("utf-16-be", "replace"), None
    try:
        return data.decode("utf-8"), None  # text in another charset is hardly ever valid UTF-8 by accident
    except UnicodeDecodeError:
        return _not_utf8(data, _claimed(data, content_type))


def _claimed(data: bytes, content_type: str | None) -> str | None:
    """Name the charset the answer claims: its own declaration first, then the HTTP header."""
    inside = _DECLARED.match(data[:400])
    outside = _IN_HEADER.search(content_type or "")
    names = [inside.group(1).decode("ascii")] if inside else []
    names += [outside.group(1)] if outside else []
    return next((name.lower() for name in names if _KNOWN.match(name.lower())), None)


def _not_utf8(data: bytes, claimed: str | None) -> tuple[str, str | None]:
    """Tell a few damaged bytes in UTF-8 from another charset."""
    text = data.decode("utf-8", "replace")
    letters = sum(byte >= 0x80 for byte in data)
    damaged = text.count("\ufffd")
    if damaged * 10 <= letters or (claimed in {"utf-8", "utf8"} and damaged <= 3):
        return text, f"Có {damaged} ký tự hỏng trong tệp, hiện thành dấu \ufffd."
    if claimed is None or claimed in {"utf-8", "utf8"} or _LATIN.match(claimed):
        # A Vietnamese page that calls itself Latin-1 is windows-1258 in fact.
        is_said = claimed in {"windows-1258", "cp1258"}
        note = None if is_said else "Tệp không phải UTF-8, đã đọc theo windows-1258."
        return data.decode("cp1258", "replace"), note
    return data.decode(claimed, "replace"), None
