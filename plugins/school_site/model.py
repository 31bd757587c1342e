"""The values that every stage understands: where a thing stands, what was read, what a school entry is.

Nothing here reads a file or decides anything. Kinds of content (`kinds/`) build on `Entry`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

# What YAML gives us when no scalar is interpreted: text, lists and mappings of text.
Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
# A path inside such a tree, for example ("entries", 3, "starts_at").
TreePath: TypeAlias = tuple[str | int, ...]
Mark: TypeAlias = tuple[int, int]


@dataclass(frozen=True, kw_only=True, order=True)
class Where:
    """A place in a file. `path` is relative to the content folder; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, kw_only=True)
class Record:
    """One content file as written: every scalar is text, every value knows its line.

    `head` is the text that `fields` were read from. `sources` are the parts of them that stand in a data file beside
    it, each with the path of that file.
    """

    path: str
    kind: str
    fields: dict[str, Tree]
    marks: Mapping[TreePath, Mark] = field(default_factory=dict, repr=False)
    key_marks: Mapping[TreePath, Mark] = field(default_factory=dict, repr=False)
    head: str = field(default="", repr=False)
    body: str = ""
    body_line: int = 1
    digest: str = ""
    sources: Mapping[TreePath, str] = field(default_factory=dict, repr=False)

    def where(self, path: TreePath = ()) -> Where:
        """The place of a value, or of the nearest thing around it that has a place."""
        while path and path not in self.marks:
            path = path[:-1]
        line, column = self.marks.get(path, (1, 1))
        file = next((self.sources[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.sources), None)
        return Where(path=file or self.path, line=line, column=column)


@dataclass(frozen=True, kw_only=True)
class Asset:
    """A picture or attachment: its path under the content folder, its size in bytes, and what is inside.

    `media_type` is the type by content, whatever the name says. `pages` is the text page by page, sheet by sheet.
    `fault` says what kept the file from being read: ``locked``, ``overpacked`` or ``broken``.
    """

    path: str
    size: int
    digest: str = ""
    media_type: str = ""
    pages: tuple[str, ...] = field(default=(), repr=False)
    has_pictures: bool = False
    has_code: bool = False
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What all kinds of content share. The one base class of the house: twenty copies would say less.

    `address` is the page's path below the site's root (``tin-tuc/khai-giang.html``),
    `html` the body as HTML, empty until `enrich` has run.
    """

    record: Record = field(repr=False, compare=False)
    address: str
    html: str = field(default="", repr=False, compare=False)

    @property
    def path(self) -> str:
        """The file this came from, relative to the content folder."""
        return self.record.path

    def where(self, *path: str | int) -> Where:
        """Where a field of this entry is written."""
        return self.record.where(path)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture with what a reader who cannot see it needs, and who is in it."""

    file: str
    alt: str
    people: str
    consent_number: str | None = None
    credit: str | None = None


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file the reader may take along."""

    file: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of figures as published: cells are text, `total` is the last row.

    `id` names the table of the item's layout that it is. Where it does, title, unit, columns and sums may be left out
    in the file, and have been filled in here; `column_ids` and `row_ids` then say which column and row of the layout
    each is (empty: one of the school's own), and `computed` which cells the machine worked out, as (row, column),
    the total being the row after the last.
    """

    title: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    id: str | None = None
    unit: str | None = None
    total: tuple[str, ...] = ()
    sum_columns: tuple[str, ...] = ()
    sum_into: str | None = None
    note: str | None = None
    column_ids: tuple[str, ...] = ()
    row_ids: tuple[str, ...] = ()
    computed: frozenset[tuple[int, int]] = frozenset()
