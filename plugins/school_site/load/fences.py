"""Where front matter begins and ends in a Markdown file, and which of its two «---» was forgotten. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Front matter opens on the first line with anything on it.
_OPENED = re.compile(r"(?:[^\S\n]*\n)*---[ \t]*\n")
_CLOSED = re.compile(r"^---[ \t]*(?:\n|\Z)", re.M)
_FENCE = re.compile(r"---[ \t]*")
# The keys of our schemas; «Lưu ý: …» is a sentence of the body.
_KEY = re.compile(r"[a-z][a-z0-9_]*:(?:\s|$)")
_PART = re.compile(r"[ \t]+\S|-\s")
_REMARK = re.compile(r"#(?!#)")


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Front matter, its first line, the body and its first line."""

    head: str
    head_line: int
    body: str
    body_line: int


@dataclass(frozen=True, kw_only=True)
class Gap:
    """The forgotten fence: the line `after` which it belongs, 0 for the top; `is_certain` when no other fits."""

    after: int
    is_certain: bool = True


def split(text: str) -> Parts | None:
    """The parts of a file; None without a closed front matter."""
    opened = _OPENED.match(text)
    closed = _CLOSED.search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return None
    first_line = text.count("\n", 0, opened.end()) + 1
    head, body = text[opened.end() : closed.start()], text[closed.end() :]
    # The line break before the closing fence belongs to the fence.
    body_line = first_line + text.count("\n", opened.end(), closed.start()) + 1
    return Parts(head=head.removesuffix("\n"), head_line=first_line, body=body, body_line=body_line)


def forgotten(text: str) -> Gap | None:
    """Which fence a file without closed front matter lacks; None when it has no front matter at all."""
    lines = text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[first]):
        is_closed = any(_FENCE.fullmatch(line) for line in lines[first:])
        return Gap(after=0) if is_closed and _KEY.match(lines[first]) else None
    last = _last_of_head(lines, first + 1)
    if last is None:
        return None
    following = next((line for line in lines[last + 1 :] if line.strip()), "")
    # «# …» may be a remark of the front matter or the body's heading.
    return Gap(after=last + 1, is_certain=not _REMARK.match(following))


def repeated(body: str) -> int | None:
    """The line of the body (from 0) at which a second front matter begins, where the body opens with one."""
    written = [(index, line) for index, line in enumerate(body.split("\n")) if line.strip()][:3]
    if written and _FENCE.fullmatch(written[0][1]):
        written = written[1:]
    keys = [index for index, line in written[:2] if _KEY.match(line)]
    is_title = bool(written) and written[0][1].startswith("title:")
    return keys[0] if keys and keys[0] == written[0][0] and (is_title or len(keys) == 2) else None


def _last_of_head(lines: list[str], start: int) -> int | None:
    """The last line, from 0, of the keys and what belongs to them."""
    last = None
    for index in range(start, len(lines)):
        line = lines[index]
        is_next = last is not None and index == last + 1
        if _KEY.match(line) or (is_next and _PART.match(line)):
            last = index
        elif line.strip() and not _REMARK.match(line) and not _PART.match(line):
            break
    return last
