"""A spreadsheet's XML to rows of text: shared words looked up, days shown as days, every row on its own line."""

from __future__ import annotations

from datetime import date, timedelta

_MAX_GAP = 1000


class SharedWords:
    """Listens to the list of texts that cells point into."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self.pieces: list[str] = []
        self.is_word = False
        self.readings = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "rPh":
            self.readings += 1
        elif name == "t":
            self.is_word = not self.readings

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name == "rPh":
            self.readings -= 1
        elif name == "t":
            self.is_word = False
        elif name == "si":
            self.items.append(_one_line("".join(self.pieces)))
            self.pieces.clear()

    def data(self, text: str) -> None:
        if self.is_word:
            self.pieces.append(text)


class Sheet:
    """Listens to one sheet. Rows that are left out are empty lines, up to a bound, so that line 7 is row 7."""

    def __init__(self, shared: list[str], day_styles: frozenset[int]) -> None:
        self.rows: list[str] = []
        self.shared, self.day_styles = shared, day_styles
        self.cells: list[str] = []
        self.pieces: list[str] = []
        self.kind = "n"
        self.style = ""
        self.is_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "row":
            number = attributes.get("r", "")
            here = int(number) if number.isdecimal() and len(number) < 8 else 0
            self.rows += [""] * min(max(here - len(self.rows) - 1, 0), _MAX_GAP)
        elif name == "c":
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.pieces.clear()
        elif name in ("v", "t"):
            self.is_value = True

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name in ("v", "t"):
            self.is_value = False
        elif name == "c":
            self.cells.append(self._cell("".join(self.pieces)))
        elif name == "row":
            self.rows.append("\t".join(self.cells))
            self.cells.clear()

    def data(self, text: str) -> None:
        if self.is_value:
            self.pieces.append(text)

    def _cell(self, text: str) -> str:
        if self.kind == "s":
            at = int(text) if text.isdecimal() and len(text) < 10 else -1
            return self.shared[at] if 0 <= at < len(self.shared) else ""
        if self.kind == "n" and self.style.isdecimal() and len(self.style) < 6 and int(self.style) in self.day_styles:
            return _day(text)
        return _one_line(text).removesuffix(".0")


def _day(text: str) -> str:
    try:
        day = date(1899, 12, 30) + timedelta(days=int(float(text)))
    except (ValueError, OverflowError):
        return _one_line(text)
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
