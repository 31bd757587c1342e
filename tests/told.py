"""What a command of ours told: its exit status, and its findings read back from the printed lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FINDING = re.compile(
    r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<severity>lỗi|cảnh báo|cần người xem) (?P<code>[A-ZĐ]{2}-\d{3}): (?P<message>.*)$"
)
_FIX, _LAW = "    Cách sửa:  ", "    Căn cứ:    "


@dataclass(frozen=True, kw_only=True)
class ToldFinding:
    """A finding as a person reads it; `file` begins with the folder's name as it was typed."""

    file: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    fix: str
    legal: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Told:
    """An ended command."""

    status: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """Both streams."""
        return f"{self.out}\n{self.err}"

    @property
    def findings(self) -> list[ToldFinding]:
        """Every finding that was printed, in order."""
        found: list[ToldFinding] = []
        lines = self.text.split("\n")
        for at, line in enumerate(lines):
            if match := _FINDING.match(line):
                fix = lines[at + 1].removeprefix(_FIX) if lines[at + 1].startswith(_FIX) else ""
                legal = []
                for further in lines[at + 2 :]:
                    if not further.startswith(_LAW):
                        break
                    legal.append(further.removeprefix(_LAW))
                found.append(
                    ToldFinding(
                        file=match["file"],
                        line=int(match["line"]),
                        column=int(match["column"]),
                        severity=match["severity"],
                        code=match["code"],
                        message=match["message"],
                        fix=fix,
                        legal=tuple(legal),
                    )
                )
        return found

    @property
    def errors(self) -> list[ToldFinding]:
        """The findings that refuse."""
        return [finding for finding in self.findings if finding.severity == "lỗi"]

    @property
    def has_traceback(self) -> bool:
        """Whether a programmer's report reached the person at the desk."""
        return re.search(r'^Traceback \(most recent|^\s*File ".*", line \d+', self.text, re.MULTILINE) is not None
