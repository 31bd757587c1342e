"""What could not be understood in a pasted table: where it stands, what it says, what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One thing in one place; rows count from 1, 0 is the whole table."""

    sheet: str
    row: int
    sentence: str
    fix: str

    def __str__(self) -> str:
        parts = [f"{self.sheet}" if self.sheet else "", f"dòng {self.row}" if self.row else ""]
        place = ", ".join(part for part in parts if part)
        return f"{place[:1].upper()}{place[1:]}: {self.sentence}\n    Cách sửa:  {self.fix}" if place else self.sentence
