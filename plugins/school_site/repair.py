"""Mend the slips of a file's YAML that can be read in one way only. Pure: bytes in, bytes out; nothing is written.

A slip is mended where the check points; the whole is read again, and what comes out counts only when the file then
reads and every mended line says, letter for letter, what its writer typed.
"""

from __future__ import annotations

import codecs
import difflib
import re
from dataclasses import dataclass

from .findings import Finding
from .kinds import Kind
from .load import faults, read_record
from .load.fences import forgotten
from .load.mending import mended
from .load.odd_blanks import with_spaces
from .load.text import read_text
from .model import Record, TreePath

# The faults of writing; any other keeps a file from being read for a reason that no quotation mark mends.
_SLIPS = frozenset(
    rule.code
    for rule in (
        faults.TAB, faults.COLON_IN_VALUE, faults.OPEN_QUOTE, faults.ALIAS, faults.NOT_YAML, faults.FORGOTTEN_FENCE
    )
)  # fmt: skip
_INDENTS = (2, 4)
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FENCE = re.compile(r"^---[ \t]*$")
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*$")


@dataclass(frozen=True, kw_only=True)
class Repair:
    """What can be done for one file: its text `before` and `after`, and the numbers of the mended lines.

    `left` is the finding that no machine can mend; then nothing is changed and both texts are the same.
    """

    before: str
    after: str
    lines: tuple[int, ...] = ()
    left: Finding | None = None
    has_mark: bool = False

    @property
    def data(self) -> bytes:
        """The mended file, with the byte order mark it came with."""
        return (codecs.BOM_UTF8 if self.has_mark else b"") + self.after.encode()

    def diff(self, name: str) -> str:
        """The change as a unified diff, for people to read."""
        old, new = (read_text(text.encode(), name)[0].splitlines() for text in (self.before, self.after))
        return "\n".join(difflib.unified_diff(old, new, fromfile=name, tofile=name, n=1, lineterm=""))


def repair(data: bytes, path: str, kind: Kind) -> Repair | None:
    """What to do about a file; None when it has no slip. Line ends and all other lines stay byte for byte."""
    if read_text(data, path)[1] is not None:
        return None
    before = data.removeprefix(codecs.BOM_UTF8).decode()
    draft = _Draft(_LINES.findall(before), path, kind)
    # Each turn mends lines for good, so there are never more turns than lines.
    for _ in range(len(draft.lines) + 2):
        record, findings = draft.read()
        if record is not None:
            if not draft.typed:
                return None
            if all(_says_the_same(record, number, typed) for number, typed in draft.typed.items()):
                after, has_mark = "".join(draft.lines), data.startswith(codecs.BOM_UTF8)
                return Repair(before=before, after=after, lines=tuple(sorted(draft.typed)), has_mark=has_mark)
            break
        if findings[0].code not in _SLIPS and not draft.typed:
            return None
        if not draft.mend(findings[0]):
            return Repair(before=before, after=before, left=findings[0])
    first = _Draft(_LINES.findall(before), path, kind).read()[1][0]
    return Repair(before=before, after=before, left=first)


class _Draft:
    """A file being mended: its lines with their ends, and what was `typed` in those that have changed."""

    def __init__(self, lines: list[str], path: str, kind: Kind) -> None:
        self.lines, self.path, self.kind = lines, path, kind
        self.typed: dict[int, str] = {}
        self.quoted: set[int] = set()

    def read(self) -> tuple[Record | None, list[Finding]]:
        """The file as the check reads it."""
        return _read("".join(self.lines), self.path, self.kind)

    def mend(self, finding: Finding) -> bool:
        """Take the slip out that a finding points at; False when that cannot be done in one way."""
        if finding.code == faults.FORGOTTEN_FENCE.code:
            return self._close()
        step = (
            self._tabs()
            if finding.code == faults.TAB.code
            else self._blanks(finding.where.line) or self._quotes(finding.where.line)
        )
        for number, line in step.items():
            self.typed.setdefault(number, self.lines[number - 1])
            self.lines[number - 1] = line
        return bool(step)

    def _quotes(self, pointed: int) -> dict[int, str]:
        """The mended line where the check points, or just above: YAML often notices one line late."""
        for number in (pointed, pointed - 1):
            if number not in self._head() or number in self.quoted:
                continue
            whole = self.lines[number - 1]
            body = whole.rstrip("\r\n")
            line = None if self._is_alias(body) else mended(body)
            if line is not None:
                self.quoted.add(number)
                return {number: line + whole[len(body) :]}
        return {}

    def _tabs(self) -> dict[int, str]:
        """All lines indented by tabs, by spaces, if their width changes no meaning."""
        head = self._head()
        if any(_BLOCK.search(self.lines[number - 1]) for number in head):
            return {}  # a tab may belong to the text of the block
        indented = [number for number in head if "\t" in _indent(self.lines[number - 1])]
        steps, readings = [], []
        for width in _INDENTS:
            step = {number: _with_spaces(self.lines[number - 1], width) for number in indented}
            text = "".join(step.get(number, line) for number, line in enumerate(self.lines, 1))
            steps.append(step)
            readings.append(_read(text, self.path, self.kind)[0])
        good = [(record.fields, step) for record, step in zip(readings, steps, strict=True) if record is not None]
        if not good:
            return steps[0]  # another slip stands in the way; it is judged again without the tabs
        return good[0][1] if all(fields == good[0][0] for fields, _ in good) else {}

    def _blanks(self, pointed: int) -> dict[int, str]:
        """The line with plain spaces for the odd ones before its value."""
        line = with_spaces(self.lines[pointed - 1])
        return {} if line == self.lines[pointed - 1] else {pointed: line}

    def _close(self) -> bool:
        """Put in the fence that was forgotten, where it fits in one place only."""
        gap = forgotten(read_text("".join(self.lines).encode(), self.path)[0])
        if gap is None or not gap.is_certain:
            return False
        end = next((line[len(line.rstrip("\r\n")) :] for line in self.lines if line.endswith(("\n", "\r"))), "\n")
        if gap.after and not self.lines[gap.after - 1].endswith(("\n", "\r")):
            self.lines[gap.after - 1] += end
        self.lines.insert(gap.after, f"---{end}")
        self.typed[gap.after + 1] = ""
        return True

    def _is_alias(self, body: str) -> bool:
        """Whether the line uses YAML's own & or * on purpose: both signs stand before the same word."""
        match = re.search(r"(?:^|[\s:-])([&*])([\w-]+)", body)
        if match is None:
            return False
        other = re.compile(rf"(?:^|[\s:-])[{'*' if match[1] == '&' else '&'}]{re.escape(match[2])}(?![\w-])")
        return any(other.search(self.lines[number - 1]) for number in self._head())

    def _head(self) -> range:
        """The numbers of the lines that are YAML."""
        if self.kind.suffix != ".md":
            return range(1, len(self.lines) + 1)
        fences = [number for number, line in enumerate(self.lines, 1) if _FENCE.match(line.rstrip("\r\n"))]
        return range(fences[0] + 1, fences[1]) if len(fences) > 1 else range(0)


def _read(text: str, path: str, kind: Kind) -> tuple[Record | None, list[Finding]]:
    return read_record(read_text(text.encode(), path)[0], path, kind)


def _says_the_same(record: Record, number: int, typed: str) -> bool:
    """Whether a mended line is read as the letters its writer typed, quotation marks and blanks aside."""
    texts = [_at(record, path) for path, (line, _) in record.marks.items() if line == number]
    said = [_letters(text) for text in texts if isinstance(text, str) and text]
    return not said or any(_letters(read_text(typed.encode(), "")[0]).endswith(text) for text in said)


def _at(record: Record, path: TreePath) -> object:
    tree: object = record.fields
    for step in path:
        tree = tree[step]  # type: ignore[index]
    return tree


def _letters(text: str) -> str:
    return re.sub(r"[\s\"'“”„‘’\\]", "", text)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _with_spaces(line: str, width: int) -> str:
    indent = _indent(line)
    return indent.replace("\t", " " * width) + line[len(indent) :]
