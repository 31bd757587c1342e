"""Whether a name that leads nowhere can only be a slip for one name that is there. Pure.

A wrong guess is worse than none: whoever follows it links the appeal form where the leave form belongs, and nothing
complains any more. So figures must agree, and siblings («don-xin-nghi-hoc», «don-xin-phuc-khao») are never offered
for one another.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from .vietnamese import fold, slug

_SUFFIXES = re.compile(r"(?:\.[A-Za-z]\w{0,4})+$")
_DATE = re.compile(r"^20\d\d-\d\d-\d\d-")
# A letter more, less or in its neighbour's place is a slip in a word of four; another letter, in one of five.
_SHORTEST, _SHORTEST_CHANGED = 4, 5
_COPY = re.compile(
    r"[ _-]*(?:\(\d+\)|\b(?:copy|bản sao|ban sao)\b(?: \d+)?)$|^(?:copy of|bản sao của|bản sao|ban sao)[ _-]+", re.I
)


def meant(typed: str, there: Collection[str]) -> str | None:
    """The one path among `there` that `typed` was meant to be, or None where nobody can be sure."""
    for is_slip in (_is_same_name, _is_slip_of):
        found = [path for path in there if is_slip(typed, path)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def stem(path: str) -> str:
    """A path without what tells the type: «tin-tuc/a.md.txt» → «tin-tuc/a»."""
    return _SUFFIXES.sub("", path)


def original(name: str) -> str | None:
    """The name that a copy was made of: «bài - Copy (2)» → «bài»; None for a name that is no copy's."""
    base = name
    while (shorter := _COPY.sub("", base)) != base and shorter:
        base = shorter
    return base if base != name else None


def _is_same_name(typed: str, path: str) -> bool:
    """The same letters, but for capitals, marks, hyphens and the suffix; or the day in front, or the folder, is not."""
    one, other = PurePosixPath(stem(typed)), PurePosixPath(stem(path))
    if slug(str(one)) == slug(str(other)):
        return True
    if one.parent == other.parent and slug(one.name) == slug(_DATE.sub("", other.name)):
        return True
    is_telling = len(re.findall(r"[a-z]{2,}", slug(one.name))) > 1
    return is_telling and slug(one.name) == slug(other.name) and _figures(str(one)) == _figures(str(other))


def _is_slip_of(typed: str, path: str) -> bool:
    """The same words in the same order, but for one in which a finger slipped."""
    one, other = _words(typed), _words(path)
    if len(one) != len(other):
        return False
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(unlike) == 1 and _slipped(*unlike[0])


def _words(path: str) -> list[str]:
    return [word for word in re.split(r"[^a-z0-9]+", fold(stem(path))) if word]


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _slipped(a: str, b: str) -> bool:
    if not (a.isalpha() and b.isalpha()) or max(len(a), len(b)) < _SHORTEST:
        return False
    if len(a) != len(b):
        long, short = (a, b) if len(a) > len(b) else (b, a)
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    unlike = [at for at, (left, right) in enumerate(zip(a, b, strict=True)) if left != right]
    if len(unlike) == 1:
        return len(a) >= _SHORTEST_CHANGED
    return len(unlike) == 2 and a[unlike[0] : unlike[1] + 1] == b[unlike[0] : unlike[1] + 1][::-1]
