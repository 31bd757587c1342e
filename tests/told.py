"""What a command of ours told: its exit status, and its findings read back from the printed lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FINDING = re.compile(
    r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<severity>lỗi|cảnh báo|cần người xem) (?P<code>[A-ZĐ]{2}-\d{3}): (?P<message>.*)$"
)
_INDENTED = "    "
_FIX, _LAW = f"{_INDENTED}Cách sửa:  ", f"{_INDENTED}Căn cứ:    "


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
    def to_mend(self) -> list[ToldFinding]:
        """Findings that ask for a change; what only needs a person's eye is left aside."""
        return [finding for finding in self.findings if finding.severity != "cần người xem"]

    @property
    def sentences(self) -> list[str]:
        """What was said on stderr besides the report: neither findings nor the line of totals."""
        return [
            line
            for line in self.err.splitlines()
            if line.strip()
            and not _FINDING.match(line)
            and not line.startswith(_INDENTED)
            and "xuất bản được." not in line
        ]

    @property
    def has_traceback(self) -> bool:
        """Whether a programmer's report reached the person at the desk."""
        return re.search(r'^Traceback \(most recent|^\s*File ".*", line \d+', self.text, re.MULTILINE) is not None
