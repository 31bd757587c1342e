"""What a reader of values does not tell about an .xlsx file: its extent, formulas without results, percentages, errors.

One pass over the XML of each sheet, made *before* any library lays the sheet out: a single cell in the last row and
column of a sheet would otherwise take all memory.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from xml.etree.ElementTree import XMLParser, fromstring

from ..packed import Broken, read_member
from .grid import Place
from .limits import refuse_extent
from .styles import percent_styles

_REFERENCE = re.compile(r"^([A-Z]{1,3})([1-9]\d{0,6})$")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass
class SheetMarks:
    """Listens to one sheet."""

    sheet: str
    percent: frozenset[int]
    percentages: set[Place] = field(default_factory=set)
    uncomputed: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    row: int = 0
    column: int = 0
    kind: str = ""
    style: str = ""
    is_value: bool = False
    has_formula: bool = False
    pieces: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "row":
            self.row = _number(attributes.get("r", "")) or self.row + 1
            self.column = 0
        elif name == "c":
            match = _REFERENCE.match(attributes.get("r", ""))
            if match:
                self.row, self.column = int(match[2]), _column(match[1])
            else:
                self.column += 1
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.has_formula = False
            self.pieces.clear()
        elif name == "f":
            self.has_formula = True
        elif name in ("v", "t"):
            self.is_value = True

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name in ("v", "t"):
            self.is_value = False
        elif name == "c":
            self._cell("".join(self.pieces))

    def data(self, text: str) -> None:
        if self.is_value:
            self.pieces.append(text)

    def _cell(self, text: str) -> None:
        place = (self.row, self.column)
        if text or self.has_formula:
            refuse_extent(self.sheet, self.row, self.column)
        # A formula may well result in an empty text; one without a stored result has no type either.
        if self.has_formula and not text and self.kind != "str":
            self.uncomputed.add(place)
        if self.kind == "e":
            self.errors[place] = text
        elif self.kind == "n" and text and _number(self.style) in self.percent:
            self.percentages.add(place)


def read_marks(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    """The marks of every sheet by its name. Raises WorkbookError for a sheet that is too large."""
    names = set(archive.namelist())
    percent = percent_styles(read_member(archive, "xl/styles.xml")) if "xl/styles.xml" in names else frozenset()
    found = {}
    for sheet, part in _parts(archive):
        if part not in names:
            raise Broken
        marks = found[sheet] = SheetMarks(sheet, percent)
        XMLParser(target=marks).feed(read_member(archive, part))
    return found


def _parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The sheets in their order, each with the member that holds it."""
    relations = {
        entry.get("Id", ""): posixpath.normpath(posixpath.join("/xl", entry.get("Target", ""))).lstrip("/")
        for entry in fromstring(read_member(archive, "xl/_rels/workbook.xml.rels"))
    }
    sheets = [
        (entry.get("name", ""), relations.get(entry.get(_RELATION) or entry.get(_STRICT_RELATION) or "", ""))
        for entry in fromstring(read_member(archive, "xl/workbook.xml")).iter()
        if entry.tag.rpartition("}")[2] == "sheet"
    ]
    return [(name, part) for name, part in sheets if not part.startswith(("xl/chartsheets/", "xl/dialogsheets/"))]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
