"""How far the tables of an .ods file reach, asked before they are laid out: a few bytes may repeat a cell forever."""

from __future__ import annotations

import zipfile
from xml.etree.ElementTree import XMLParser

from ..packed import read_member
from .limits import refuse_cells, refuse_extent


class _Extent:
    """Listens to the content and refuses a table that unfolds too far; what is empty costs nothing."""

    def __init__(self) -> None:
        self.sheet = ""
        self.row = self.column = self.filled = self.cells = 0
        self.rows_here = self.columns_here = 1
        self.has_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "table":
            self.sheet = _named(attributes, "name", "")
            self.row = self.cells = 0
        elif name == "table-row":
            self.rows_here = _count(attributes, "number-rows-repeated")
            self.column = self.filled = 0
        elif name in ("table-cell", "covered-table-cell"):
            self.columns_here = _count(attributes, "number-columns-repeated")
            self.has_text = bool(_named(attributes, "value-type", ""))

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name in ("table-cell", "covered-table-cell"):
            self.column += self.columns_here
            if self.has_text:
                self.filled = self.column
                refuse_extent(self.sheet, self.row + 1, self.column)
        elif name == "table-row":
            self.row += self.rows_here
            if self.filled:
                refuse_extent(self.sheet, self.row, 1)
                self.cells += self.filled * self.rows_here
                refuse_cells(self.sheet, self.cells)

    def data(self, text: str) -> None:
        self.has_text = self.has_text or bool(text.strip())


def refuse_wide_tables(archive: zipfile.ZipFile) -> None:
    """Raise WorkbookError for a table that is too large."""
    XMLParser(target=_Extent()).feed(read_member(archive, "content.xml"))


def _named(attributes: dict[str, str], name: str, default: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), default)


def _count(attributes: dict[str, str], name: str) -> int:
    text = _named(attributes, name, "1")
    return int(text) if text.isdecimal() and len(text) < 10 else 1
