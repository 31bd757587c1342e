"""The words of office files, read straight from their XML, within bounds: no macro runs, no bomb unfolds."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path

MAX_UNPACKED = 200_000_000
MAX_MEMBER = 30_000_000
MAX_MEMBERS = 10_000
MAX_LETTERS = 2_000_000
_DENSE = 200

_WORD_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$")
_SLIDES = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)\d+\.xml$")
_SHEETS = re.compile(r"xl/worksheets/sheet(\d+)\.xml$")
_CODE = re.compile(r"(?:vbaProject\.bin|macros/)", re.I)
# A paragraph that ends a cell does not end the line: a row of a table is one line.
_CELL_END = re.compile(r"</(?:w|a):p>\s*</(?:w|a):tc>|</(?:text:p>\s*</)?table:table-cell>|<table:table-cell[^>]*/>")
_TAB = re.compile(r"<(?:w:tab|text:tab)\b[^>]*/>")
_LINE_END = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|w:tr|a:tr|table:table-row)>|<(?:w:br|w:cr|a:br|text:line-break)\b[^>]*/>"
)
_INSTRUCTION = re.compile(r"<w:instrText\b[^>]*>.*?</w:instrText>", re.S)
_TAG = re.compile(r"<[^>]*>")
_TEXT = re.compile(r"<t(?:\s[^>]*)?>(.*?)</t>", re.S)
_ITEM = re.compile(r"<si>(.*?)</si>|<si/>", re.S)
_ROW = re.compile(r"<row\b([^>]*)>(.*?)</row>", re.S)
_CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.S)
_VALUE = re.compile(r"<v>(.*?)</v>", re.S)
_ATTRIBUTE = re.compile(r'\b(r|t|s|numFmtId|formatCode)="([^"]*)"')
_FORMATS = re.compile(r"<numFmt\b[^>]*/>")
_STYLES = re.compile(r"<cellXfs\b.*?</cellXfs>", re.S)
_STYLE = re.compile(r"<xf\b[^>]*>")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DAY_FORMATS = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})


class Overpacked(Exception):
    """An archive that unfolds to far more than such a file can mean."""


class Broken(Exception):
    """An archive that cannot be read to its end."""


def pages_of(path: Path, media_type: str) -> tuple[str, ...]:
    """The text of a word processor's, spreadsheet's or slide file: one page for each sheet, else one."""
    try:
        with zipfile.ZipFile(path) as archive:
            check(archive)
            if media_type == "application/xlsx":
                return _workbook(archive)
            return ("\n".join(_documents(archive))[:MAX_LETTERS],)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError, KeyError) as fault:
        raise Broken from fault


def check(archive: zipfile.ZipFile) -> None:
    """Refuse what would unfold too far. Declared sizes bind: reading stops where a member's declared size ends."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Overpacked
    for member in members:
        if member.file_size > MAX_MEMBER // 3 and member.file_size > _DENSE * max(1, member.compress_size):
            raise Overpacked


def has_code(path: Path) -> bool:
    """Whether an office file carries macros."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(_CODE.search(name) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return False


def _documents(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in sorted(archive.namelist()):
        if _WORD_PARTS.match(name) or _SLIDES.match(name) or name == "content.xml":
            xml = _INSTRUCTION.sub("", _read(archive, name))
            xml = _LINE_END.sub("\n", _TAB.sub("\t", _CELL_END.sub("\t", xml)))
            yield unescape(_TAG.sub("", xml))


def _workbook(archive: zipfile.ZipFile) -> tuple[str, ...]:
    names = archive.namelist()
    shared: list[str] = []
    if "xl/sharedStrings.xml" in names:
        shared = [_words(item[1] or "") for item in _ITEM.finditer(_read(archive, "xl/sharedStrings.xml"))]
    day_styles = _day_styles(_read(archive, "xl/styles.xml")) if "xl/styles.xml" in names else frozenset()
    sheets = sorted((int(match[1]), name) for name in names if (match := _SHEETS.match(name)))
    pages: list[str] = []
    left = MAX_LETTERS
    for _, name in sheets:
        page = "\n".join(_rows(_read(archive, name), shared, day_styles))[:left]
        left -= len(page)
        pages.append(page)
    return tuple(pages)


def _rows(xml: str, shared: list[str], day_styles: frozenset[int]) -> Iterator[str]:
    """The rows of a sheet, each on the line of its number: skipped rows are empty lines, up to a bound."""
    last = 0
    for row in _ROW.finditer(xml):
        number = dict(_ATTRIBUTE.findall(row[1])).get("r", "")
        here = int(number) if number.isdigit() and len(number) < 8 else last + 1
        yield from [""] * min(max(here - last - 1, 0), 1000)
        last = max(here, last + 1)
        yield "\t".join(_cell(cell[1], cell[2] or "", shared, day_styles) for cell in _CELL.finditer(row[2]))


def _cell(attributes: str, inner: str, shared: list[str], day_styles: frozenset[int]) -> str:
    told = dict(_ATTRIBUTE.findall(attributes))
    kind = told.get("t", "n")
    if kind == "inlineStr":
        return _words(inner)
    value = _VALUE.search(inner)
    if value is None:
        return ""
    text = unescape(value[1])
    if kind == "s":
        return shared[int(text)] if text.isdigit() and int(text) < len(shared) else ""
    if kind == "n" and told.get("s", "").isdigit() and int(told["s"]) in day_styles:
        return _day(text)
    return text.removesuffix(".0").replace("\n", " ")


def _day(text: str) -> str:
    try:
        day = date(1899, 12, 30) + timedelta(days=int(float(text)))
    except (ValueError, OverflowError):
        return text
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _day_styles(xml: str) -> frozenset[int]:
    """The numbers of the cell styles that show a number as a day."""
    own = {}
    for entry in _FORMATS.findall(xml):
        told = dict(_ATTRIBUTE.findall(entry))
        letters = _QUOTED.sub("", unescape(told.get("formatCode", ""))).lower()
        own[told.get("numFmtId", "")] = "d" in letters and ("m" in letters or "y" in letters)
    block = _STYLES.search(xml)
    found = set()
    for index, style in enumerate(_STYLE.findall(block[0] if block else "")):
        number = dict(_ATTRIBUTE.findall(style)).get("numFmtId", "")
        if own.get(number, number.isdigit() and int(number) in _DAY_FORMATS):
            found.add(index)
    return frozenset(found)


def _words(xml: str) -> str:
    return unescape("".join(_TEXT.findall(xml))).replace("\n", " ")


def _read(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as member:
        data = member.read(MAX_MEMBER + 1)
    if len(data) > MAX_MEMBER:
        raise Overpacked
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:2000]:
        raise Broken
    return data.decode("utf-8", "replace")
