"""What keeps a workbook from being read: one sentence with its place, and one remedy."""

from __future__ import annotations

from .grid import reference


class WorkbookError(Exception):
    """A fault of a file: `sentence` says what is there, `fix` what to do; row and column count from 1, 0 is none."""

    def __init__(self, sentence: str, fix: str, *, sheet: str = "", row: int = 0, column: int = 0) -> None:
        super().__init__(sentence)
        self.sentence, self.fix = sentence, fix
        self.sheet, self.row, self.column = sheet, row, column

    @property
    def place(self) -> str:
        """«Trang tính «Đội ngũ», ô B7: », or nothing where the whole file is meant."""
        parts = [f"trang tính «{self.sheet}»"] if self.sheet else []
        if self.row:
            parts.append(f"ô {reference(self.row, self.column)}" if self.column else f"dòng {self.row}")
        text = ", ".join(parts)
        return f"{text[0].upper()}{text[1:]}: " if text else ""

    def __str__(self) -> str:
        return f"{self.place}{self.sentence}"
