"""All the words of one file as one text, in which every letter knows where it stands. Pure.

Rules search these texts: a value, a cell of a table, a paragraph and a page of an attachment are searched alike.
Values stand on lines of their own, the cells of one row on one line, tabs between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from .model import Asset, Entry, Record, Tree, TreePath, Where

# Values that no reader sees as words: names of files and of other entries.
_NOT_WORDS = frozenset(
    {"file", "emblem", "item", "form_templates", "replaces", "amends", "legal_documents", "satisfies", "appointed_by"}
)
_NUMBER = re.compile(r"\d[\d .()+-]{7,}\d")
_BETWEEN_DIGITS = str.maketrans("", "", " .()+-")
_LONG = 9
_LINE_END, _PAGE_END = re.compile("\n"), re.compile("\f")


@dataclass(frozen=True, kw_only=True)
class Writing:
    """The words of one file. `starts` are the offsets at which the values begin that `at` names, in order.

    `rows` are those among them that are lists of words, written as cells with tabs between them.
    """

    path: str
    text: str = field(repr=False)
    starts: tuple[int, ...] = field(default=(), repr=False)
    at: tuple[TreePath, ...] = field(default=(), repr=False)
    rows: frozenset[int] = field(default=frozenset(), repr=False)
    record: Record | None = field(default=None, repr=False)
    asset: Asset | None = field(default=None, repr=False)

    def value_at(self, offset: int) -> TreePath | None:
        """The path of the value that holds a letter; None in the body, and in attachments."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or self.at[index] == ():
            return None
        at = self.at[index]
        return (*at, self.text.count("\t", self.starts[index], offset)) if index in self.rows else at

    def where(self, offset: int) -> Where:
        """The place of a letter; inside an attachment, the attachment itself."""
        if self.record is None:
            return Where(path=self.path)
        value = self.value_at(offset)
        if value is not None:
            return self.record.where(value)
        line, column = self._line(offset)
        first, _ = self._line(self.starts[-1] if self.starts else 0)
        return Where(path=self.path, line=self.record.body_line + line - first, column=column)

    def place(self, offset: int) -> str:
        """The place in words: «Dòng 12», «Trang 2, dòng 5», «Trang tính 1, dòng 14»."""
        if self.asset is None:
            return f"Dòng {self.where(offset).line}"
        page = bisect_right(self._pages, offset)
        line = self._line(offset)[0] - self._line(self._pages[page - 1])[0] + 1
        if self.asset.media_type == "application/xlsx":
            return f"Trang tính {page}, dòng {line}"
        return f"Trang {page}, dòng {line}" if len(self.asset.pages) > 1 else f"Dòng {line}"

    def _line(self, offset: int) -> tuple[int, int]:
        """The number of a line in the whole text, and the column in it."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    @cached_property
    def _pages(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _PAGE_END.finditer(self.text)))

    @cached_property
    def lower(self) -> str:
        """The text in small letters, for a quick look whether a word is there; offsets are those of `text`."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else "".join(letter.lower()[:1] for letter in self.text)

    @cached_property
    def numbers(self) -> tuple[tuple[int, int, int], ...]:
        """Where long numbers stand, with the marks people write in them, and how many digits they have.

        There are few of them, so that rules about numbers look only there.
        """
        found = ((match.span(), len(match[0].translate(_BETWEEN_DIGITS))) for match in _NUMBER.finditer(self.text))
        return tuple((*span, digits) for span, digits in found if digits >= _LONG)


def writing_of(entry: Entry) -> Writing:
    """The words of an entry: its values in the order written, then its body."""
    record = entry.record
    values: list[tuple[TreePath, str, bool]] = []
    _gather(record.fields, (), values)
    values.append(((), record.body, False))
    starts = accumulate((len(text) + 1 for _, text, _ in values), initial=0)
    return Writing(
        path=record.path,
        text="\n".join(text for _, text, _ in values),
        starts=tuple(starts)[:-1],
        at=tuple(at for at, _, _ in values),
        rows=frozenset(index for index, (_, _, is_row) in enumerate(values) if is_row),
        record=record,
    )


def writing_in(asset: Asset) -> Writing:
    """The words inside an attachment, page after page."""
    return Writing(path=asset.path, text="\f".join(asset.pages), asset=asset)


def _gather(tree: Tree, at: TreePath, values: list[tuple[TreePath, str, bool]]) -> None:
    """Append every value with its path, and whether it is a row of cells. Thousands of values: no generators here."""
    if isinstance(tree, str):
        values.append((at, tree, False))
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key not in _NOT_WORDS:
                _gather(value, (*at, key), values)
    else:
        cells = [value.replace("\t", " ") for value in tree if isinstance(value, str)]
        if cells and len(cells) == len(tree):
            values.append((at, "\t".join(cells), True))
        else:
            for index, value in enumerate(tree):
                _gather(value, (*at, index), values)
