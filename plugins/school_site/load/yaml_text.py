"""YAML as text: every scalar stays as written, every value knows its line and column.

A phone number keeps its zero, 13:30 does not become 810 and 31/09/2026 arrives as written: types come
later, from the schema. A walk over PyYAML's node tree also sees keys that stand twice. Of a thousand files hardly one
is ever asked where its values stand, so places are looked up only then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from ..findings import Finding, Rule
from ..model import Mark, Tree, TreePath, Where
from ..plain_yaml import TAGS, Parser, PlainLoader
from . import faults, odd_blanks
from .mending import mended
from .odd_blanks import ODD_BLANK, in_the_way, line_of_key

_KEY_LINE = re.compile(r"^(\s*(?:- )?[A-Za-z_][\w-]*):\s+(.*)$")
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})

# No schema goes half as deep.
DEEPEST = 24
# «key: value», an item of a list, a continued or commented line.
_SHAPED = re.compile(r"^\s*(?:- |#|[A-Za-z_][\w-]*:(?:\s|$)|\s)")
_OPENED = re.compile(r"^[A-Za-z_][\w-]*:\s+[\[{][^\]}]*$")
_DASHES = re.compile(r"(?:-\s+){40}")
_FAR_IN = " " * 200
_INDENT = re.compile(rf"^{_FAR_IN}", re.M)
_HIDDEN_LINE_ENDS = ("\x85", "\u2028", "\u2029")
_BRACKETS = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, kw_only=True)
class YamlText:
    """A mapping as text, the marks of its values and of its keys, and what is wrong with it."""

    tree: dict[str, Tree] = field(default_factory=dict)
    marks: Mapping[TreePath, Mark] = field(default_factory=dict)
    key_marks: Mapping[TreePath, Mark] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def read_yaml(text: str, path: str, *, first_line: int = 1) -> YamlText:
    """The mapping in `text`; empty when there are findings."""
    if _is_nested_too_deep(text):
        return YamlText(findings=(faults.TOO_DEEP.finding(Where(path=path, line=first_line)),))
    # YAML ends a line where no editor does, and lines would be counted otherwise than people see them.
    for mark in _HIDDEN_LINE_ENDS:
        text = text.replace(mark, " ")
    tree = _as_it_stands(text)
    if tree is None:
        return _looked_at_again(text, path, first_line)
    places = _Places(text, path, first_line)
    if ODD_BLANK.search(text) and (line := line_of_key(places.walk.key_marks.items())) is not None:
        return YamlText(findings=(odd_blanks.finding(path, line),))
    return YamlText(tree=tree, marks=_Marks(places, "marks"), key_marks=_Marks(places, "key_marks"))


class _Odd(Exception):
    """There is something in a text that people must be told about."""


def _as_it_stands(text: str) -> dict[str, Tree] | None:
    """The mapping in `text`, or None when anything about it calls for a second look.

    Straight from the parser's events: of all that reading content costs, making nodes would be the largest part.
    """
    try:
        following = Parser(text).get_event
        following()  # the stream begins
        if type(following()) is not yaml.DocumentStartEvent:
            return None
        root = following()
        if type(root) is not yaml.MappingStartEvent or root.anchor or root.tag:
            return None
        tree = _mapping(following, 1)
        ends = (type(following()), type(following()))
    except (_Odd, yaml.YAMLError, RecursionError):
        return None
    return tree if ends == (yaml.DocumentEndEvent, yaml.StreamEndEvent) else None


def _mapping(following: Callable[[], yaml.Event], depth: int) -> dict[str, Tree]:
    tree: dict[str, Tree] = {}
    while True:
        event = following()
        if type(event) is yaml.MappingEndEvent:
            return tree
        if type(event) is not yaml.ScalarEvent or event.anchor or event.tag or not event.value or event.value in tree:
            raise _Odd
        tree[event.value] = _value(following(), following, depth)


def _value(event: Any, following: Callable[[], yaml.Event], depth: int) -> Tree:
    kind = type(event)
    # An alias, an anchor («&»), or a tag: the word after «!» would be lost without a sound.
    if kind is yaml.AliasEvent or event.anchor or event.tag or depth > DEEPEST:
        raise _Odd
    if kind is yaml.ScalarEvent:
        return event.value  # type: ignore[no-any-return]
    if kind is yaml.MappingStartEvent:
        return _mapping(following, depth + 1)
    items: list[Tree] = []
    while type(event := following()) is not yaml.SequenceEndEvent:
        items.append(_value(event, following, depth + 1))
    return items


def _looked_at_again(text: str, path: str, first_line: int) -> YamlText:
    """Everything in a text that keeps it from being read; its mapping, should that be nothing after all."""
    start = Where(path=path, line=first_line)
    try:
        node = yaml.compose(text, Loader=PlainLoader)
    except RecursionError:
        return YamlText(findings=(faults.TOO_DEEP.finding(start),))
    except yaml.YAMLError as fault:
        return YamlText(findings=(_syntax_finding(text, path, first_line, fault),))
    if not isinstance(node, yaml.MappingNode):
        return YamlText(findings=(faults.NOT_MAPPING.finding(start),))
    if alias := _alias(text):
        line, mark = alias
        where = Where(path=path, line=line + first_line)
        return YamlText(findings=(faults.ALIAS.finding(where, mark=mark),))
    walk = _Walk(path, first_line)
    tree = walk.mapping(node, ())
    if walk.findings:
        return YamlText(findings=tuple(walk.findings))
    return YamlText(tree=tree, marks=walk.marks, key_marks=walk.key_marks)


@dataclass(frozen=True)
class _Places:
    """Where the values and keys of a text stand, found by reading it once more."""

    text: str
    path: str
    first_line: int

    @cached_property
    def walk(self) -> _Walk:
        walk = _Walk(self.path, self.first_line)
        node = yaml.compose(self.text, Loader=PlainLoader)
        assert isinstance(node, yaml.MappingNode)
        walk.mapping(node, ())
        return walk


@dataclass(frozen=True, eq=False)
class _Marks(Mapping[TreePath, Mark]):
    """The marks of a text, read when somebody asks for one."""

    places: _Places
    which: str

    @cached_property
    def _known(self) -> Mapping[TreePath, Mark]:
        marks: Mapping[TreePath, Mark] = getattr(self.places.walk, self.which)
        return marks

    def __getitem__(self, path: TreePath) -> Mark:
        return self._known[path]

    def __iter__(self) -> Iterator[TreePath]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class _Walk:
    """One pass over a node tree, gathering marks and what is wrong: doubled keys, tags, lists too deep."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.offset = path, first_line
        self.marks: dict[TreePath, Mark] = {}
        self.key_marks: dict[TreePath, Mark] = {}
        self.findings: list[Finding] = []

    def mapping(self, node: yaml.MappingNode, at: TreePath) -> dict[str, Tree]:
        tree: dict[str, Tree] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            line, column = self._mark(key_node)
            if key in tree:
                where = Where(path=self.path, line=line, column=column)
                self.findings.append(faults.DUPLICATE_KEY.finding(where, key=key, first_line=lines[key]))
                continue
            if not key:
                self.findings.append(faults.NOT_YAML.finding(Where(path=self.path, line=line, column=column)))
                continue
            lines[key] = line
            self.key_marks[(*at, key)] = (line, column)
            tree[key] = self.value(value_node, (*at, key))
            if not isinstance(value_node, yaml.ScalarNode) or not value_node.value:
                self.marks[(*at, key)] = (line, column)
        return tree

    def value(self, node: yaml.Node, at: TreePath) -> Tree:
        line, column = self.marks[at] = self._mark(node)
        where = Where(path=self.path, line=line, column=column)
        if len(at) > DEEPEST:
            self.findings.append(faults.TOO_DEEP.finding(where))
            return ""
        if node.tag not in TAGS:
            # «!Quan trọng» is a tag in YAML: the word would be lost without a sound.
            self.findings.append(faults.ALIAS.finding(where, mark="!"))
            return ""
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*at, index)) for index, item in enumerate(node.value)]
        return str(node.value)

    def _mark(self, node: yaml.Node) -> Mark:
        return node.start_mark.line + self.offset, node.start_mark.column + 1


def _is_nested_too_deep(text: str) -> bool:
    """Whether reading would need more depth than any schema has; the C parser takes all memory before it gives up."""
    if (text.count("-") >= 40 and _DASHES.search(text)) or (_FAR_IN in text and _INDENT.search(text)):
        return True
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest > 4 * DEEPEST


def _alias(text: str) -> tuple[int, str] | None:
    """The line (from 0) and sign of the first anchor or alias: a few bytes of them can unfold without end."""
    if "&" not in text and "*" not in text:
        return None
    for event in yaml.parse(text, Loader=PlainLoader):
        is_alias = isinstance(event, yaml.AliasEvent)
        if (is_alias or getattr(event, "anchor", None)) and event.start_mark is not None:
            return event.start_mark.line, "*" if is_alias else "&"
    return None


def _syntax_finding(text: str, path: str, first_line: int, fault: yaml.YAMLError) -> Finding:
    """The slip behind PyYAML's complaint, with the corrected line where there is one."""
    lines = text.split("\n")
    mark = getattr(fault, "problem_mark", None)
    number = min(mark.line, len(lines) - 1) if mark is not None else 0
    for index in range(number, -1, -1):
        if "\t" in lines[index][: len(lines[index]) - len(lines[index].lstrip())]:
            where = Where(path=path, line=index + first_line)
            return faults.TAB.finding(where, line=lines[index].replace("\t", "  ").strip())
    if (odd := in_the_way(lines[: number + 1])) is not None:
        return odd_blanks.finding(path, odd + first_line)
    for index in (number, number - 1):
        if 0 <= index < len(lines) and (slip := _slip(lines[index])):
            rule, line = slip
            mark_text = lines[index].partition(":")[2].strip()[:1]
            return rule.finding(Where(path=path, line=index + first_line), line=line, mark=mark_text)
    opened = _unclosed_quote(lines, number)
    if opened is not None:
        return faults.OPEN_QUOTE.finding(Where(path=path, line=opened + first_line), line=_quoted(lines[opened]))
    guilty = _unshaped(lines, number)
    column = mark.column + 1 if mark is not None and guilty == number else 1
    return faults.NOT_YAML.finding(Where(path=path, line=guilty + first_line, column=column))


def _unshaped(lines: list[str], number: int) -> int:
    """The line that is no «key: value»: the parser complains on the next one, where it first notices."""
    for index in range(number, max(-1, number - 3), -1):
        line = lines[index]
        if (line.strip() and not _SHAPED.match(line)) or _OPENED.match(line):
            return index
    return number


def _slip(line: str) -> tuple[Rule, str] | None:
    match = _KEY_LINE.match(line)
    if match is None:
        return None
    value = match[2]
    if value[:1] in "“”„" or (value[:1] == '"' and not _closes(value)):
        return faults.OPEN_QUOTE, _quoted(line)
    if value[:1] not in "\"'[{|>" and (": " in value or value.endswith(":")):
        return faults.COLON_IN_VALUE, _quoted(line)
    if value[:1] in "&*":
        return faults.ALIAS, _quoted(line)
    if value[:1] in "@`%":
        return faults.ALIAS, _quoted(line)
    return None


def _closes(value: str) -> bool:
    return re.fullmatch(r'"(?:[^"\\]|\\.)*"\s*(#.*)?', value) is not None


def _unclosed_quote(lines: list[str], upto: int) -> int | None:
    for index in range(min(upto, len(lines) - 1), -1, -1):
        match = _KEY_LINE.match(lines[index])
        if match and match[2][:1] in "\"'" and match[2].count(match[2][:1]) % 2:
            return index
    return None


def _quoted(line: str) -> str:
    """The same line as it was meant: what `repair` would write, else its value in straight double quotes."""
    if (whole := mended(line)) is not None:
        return whole.strip()
    match = _KEY_LINE.match(line)
    if match is None:
        return line.strip()
    value = match[2].translate(_CURLY).strip().strip('"').strip("'")
    return f'{match[1].strip()}: "{value.replace(chr(92), chr(92) * 2).replace(chr(34), chr(92) + chr(34))}"'
