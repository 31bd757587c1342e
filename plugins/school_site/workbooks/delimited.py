"""CSV as Vietnamese desks write it: UTF-8, UTF-16 or windows-1258; between cells a semicolon, a comma or a tab."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from io import StringIO

from ..vietnamese import nfc
from .fault import WorkbookError

_DELIMITERS = (";", "\t", ",")
_SAMPLE = 50
_SEPARATOR_LINE = re.compile(r"^sep=(.)\s*$", re.I)
# What a Vietnamese text may be made of; a font's own code table (TCVN3, VNI) reads as something else.
_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_KNOWN = frozenset(_LETTERS + _LETTERS.upper() + "\u00a0“”‘’«»–—…•·°§±×÷²³€₫½¼¾‰™®©")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decoded(data: bytes) -> str:
    """The text of a CSV file. Raises WorkbookError where the bytes are no text in a known code table."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        codecs_to_try: tuple[str, ...] = ("utf-16",)
    else:
        codecs_to_try = ("utf-8-sig", "cp1258")
    for codec in codecs_to_try:
        try:
            text = nfc(data.decode(codec))
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            break
        if codec == "cp1258" and not is_vietnamese(text):
            raise WorkbookError(
                "Chữ trong tệp không phải Unicode (có thể là bảng mã TCVN3 hoặc VNI của máy cũ).",
                "Mở tệp bằng chương trình đã tạo ra nó, chuyển chữ sang Unicode, rồi lưu dạng «CSV UTF-8».",
            )
        return text
    raise WorkbookError(
        "Tệp không phải bảng tính, cũng không phải tệp CSV.",
        "Lưu bảng bằng Excel hoặc LibreOffice ở dạng .xlsx hoặc «CSV UTF-8».",
    )


def is_vietnamese(text: str) -> bool:
    """Whether every letter beyond ASCII is one that Vietnamese is written with."""
    return all(letter in _KNOWN for letter in set(text) if letter > "~")


def split(text: str) -> list[list[str]]:
    """The cells of every line of a CSV text. Raises WorkbookError where a quotation is never closed."""
    first, _, rest = text.partition("\n")
    if match := _SEPARATOR_LINE.match(first):
        return [[], *_rows(rest, match[1], 1)]
    return _rows(text, delimiter_of(text), 0)


def delimiter_of(text: str) -> str:
    """The sign between cells: the one by which most lines have the same number of cells."""
    lines = [line for line in text.split("\n", 2 * _SAMPLE)[: 2 * _SAMPLE] if line.strip()][:_SAMPLE]

    def weight(delimiter: str) -> tuple[float, int]:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
        except csv.Error:
            return 0.0, 1
        width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
        return (count / max(1, len(lines)), width) if width > 1 else (0.0, 1)

    return max(_DELIMITERS, key=weight)


def _rows(text: str, delimiter: str, skipped: int) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        # A cell may hold line ends; the rows after it keep the numbers that a spreadsheet shows.
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)
    except csv.Error:
        raise WorkbookError(
            "Có dấu ngoặc kép mở ra mà không đóng, hoặc đóng sớm quá.",
            'Sửa dấu ngoặc kép ở dòng này; trong ô có ngoặc kép thì viết hai dấu liền nhau («""»).',
            row=skipped + max(1, len(rows) + 1),
        ) from None
    return rows
