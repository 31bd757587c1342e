"""The words of office files, read straight from their XML, within bounds: no macro runs, no bomb unfolds."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol
from xml.etree.ElementTree import XMLParser

from ..packed import UNREADABLE, Broken, read_member, refuse_bombs
from ..workbooks.styles import day_styles
from .sheets import SharedWords, Sheet

MAX_LETTERS = 2_000_000

_DOCUMENTS = re.compile(
    r"(?:word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|ppt/(?:slides|notesSlides)/\w+|content)\.xml$"
)
_SHEETS = re.compile(r"xl/worksheets/sheet(\d+)\.xml$")
_CODE = re.compile(r"(?:vbaProject\.bin$|^Basic/|^Scripts/)", re.I)


class _Listener(Protocol):
    def start(self, tag: str, attributes: dict[str, str]) -> None: ...
    def end(self, tag: str) -> None: ...
    def data(self, text: str) -> None: ...


def pages_of(path: Path, media_type: str) -> tuple[str, ...]:
    """The text of a word processor's, spreadsheet's or slide file: one page for each sheet, else one."""
    try:
        with zipfile.ZipFile(path) as archive:
            refuse_bombs(archive)
            return _workbook(archive) if media_type == "application/xlsx" else (_documents(archive),)
    except UNREADABLE as fault:
        raise Broken from fault


def has_code(path: Path) -> bool:
    """Whether an office file carries macros."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(_CODE.search(name) for name in archive.namelist())
    except UNREADABLE:
        return False


def _documents(archive: zipfile.ZipFile) -> str:
    words = _Words()
    for name in sorted(filter(_DOCUMENTS.match, archive.namelist())):
        _parse(archive, name, words)
        words.pieces.append("\n")
    return _joined(words.pieces, MAX_LETTERS)


def _workbook(archive: zipfile.ZipFile) -> tuple[str, ...]:
    names = archive.namelist()
    shared = SharedWords()
    if "xl/sharedStrings.xml" in names:
        _parse(archive, "xl/sharedStrings.xml", shared)
    days = day_styles(read_member(archive, "xl/styles.xml")) if "xl/styles.xml" in names else frozenset()
    pages: list[str] = []
    left = MAX_LETTERS
    for _, name in sorted((int(match[1]), name) for name in names if (match := _SHEETS.match(name))):
        sheet = Sheet(shared.items, days)
        _parse(archive, name, sheet)
        pages.append(_joined((f"{row}\n" for row in sheet.rows), left))
        left -= len(pages[-1])
    return tuple(pages)


class _Words:
    """Listens to a document: a paragraph is a line, and so is a row of a table."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.is_word = False
        self.depth_of_paragraph = 0
        self.cells = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition("}")
        if name in ("t", "delText"):
            self.is_word = True
        elif name in ("p", "h") and "opendocument" in space:
            self.depth_of_paragraph += 1
        elif name in ("tc", "table-cell"):
            self.cells += 1
        elif name in ("tab", "br", "cr", "line-break", "s"):
            self.pieces.append("\t" if name == "tab" else " " if self.cells or name == "s" else "\n")

    def end(self, tag: str) -> None:
        space, _, name = tag.rpartition("}")
        if name in ("t", "delText"):
            self.is_word = False
        elif name in ("p", "h"):
            if "opendocument" in space:
                self.depth_of_paragraph -= 1
            self.pieces.append(" " if self.cells else "\n")
        elif name in ("tc", "table-cell"):
            self.cells -= 1
            self.pieces.append("\t")
        elif name in ("tr", "table-row"):
            self.pieces.append("\n")

    def data(self, text: str) -> None:
        if self.is_word or self.depth_of_paragraph:
            self.pieces.append(text)


def _parse(archive: zipfile.ZipFile, name: str, listener: _Listener) -> None:
    parser = XMLParser(target=listener)
    parser.feed(read_member(archive, name))


def _joined(pieces: Iterable[str], limit: int) -> str:
    return "".join(pieces)[: max(limit, 0)]
