"""How much a heading or a row's name, as a school wrote it, reads like one of a layout. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from ..fitting import name_key
from ..layouts import ColumnLayout, RowLayout
from ..vietnamese import nfc

Named = TypeVar("Named", ColumnLayout, RowLayout)

EXACT = 1.0
# From here on a likeness is offered as «gần giống»; below it nothing is said.
NEAR = 0.8
_WITH_MARKS = 0.01
# Words that say no more than the heading does without them.
_FILLERS = frozenset(
    ("so", "luong", "nguoi", "trinh", "do", "duoc", "dao", "tao", "la", "cua", "cac", "muc", "chi", "tieu", "loai",
     "co", "tinh", "hs", "gv", "em", "don", "vi")
)  # fmt: skip
# Words that turn a name into another one, however few their letters.
_DECISIVE = frozenset(
    ("khong", "chua", "duoi", "tren", "ngoai", "trong", "khac", "con", "nam", "nu", "dau", "cuoi", "truoc", "sau",
     "thu", "chi", "tang", "giam", "chuyen", "vuot", "het", "moi", "cu")
)  # fmt: skip
# Thạc sĩ and thạc sỹ, tỉ lệ and tỷ lệ: both spellings are taught.
_LONE_Y = re.compile(r"\b([bcdghklmnprstvx]+)y\b")
_DIGITS = re.compile(r"\d+")
_SERIAL = frozenset({"stt", "tt", "so tt", "so thu tu", "thu tu", "s t t"})
# The column in which an answer of ours explains itself: a corrected answer may be handed in again.
EXPLAINED = "Máy chưa hiểu vì …"


def likeness(text: str, one: ColumnLayout | RowLayout) -> float:
    """From 0 to 1: whether `text` names this column or row; the same marks count a little more than none."""
    best = max((_likeness(name_key(text), name_key(name)) for name in (one.label, *one.aliases)), default=0.0)
    has_marks = any(nfc(text).lower() == name.lower() for name in (one.label, *one.aliases))
    return best + (_WITH_MARKS if has_marks else 0.0)


def closest(text: str, among: Sequence[Named]) -> list[Named]:
    """Those that `text` reads most like: none, one, or several that bear the same name."""
    weights = [likeness(text, one) for one in among]
    best = max(weights, default=0.0)
    return [one for one, weight in zip(among, weights, strict=True) if weight == best] if best >= NEAR else []


def is_serial(text: str) -> bool:
    """Whether a heading stands over running numbers (STT)."""
    return name_key(text) in _SERIAL


def is_explanation(text: str) -> bool:
    """Whether a heading is that of our own answer."""
    return name_key(text).startswith(name_key(EXPLAINED))


def labels(among: Iterable[ColumnLayout | RowLayout]) -> str:
    """«Tiến sĩ», «Thạc sĩ»."""
    return ", ".join(f"«{one.label}»" for one in among)


@lru_cache(maxsize=65536)
def _likeness(written: str, known: str) -> float:
    if not written or not known:
        return 0.0
    if written == known:
        return EXACT
    written, known = _LONE_Y.sub(r"\1i", written), _LONE_Y.sub(r"\1i", known)
    words, wanted = written.split(), known.split()
    if "".join(words) == "".join(wanted):
        return 0.99
    if _DIGITS.findall(written) != _DIGITS.findall(known):
        return 0.0
    if _DECISIVE & set(words) != _DECISIVE & set(wanted):
        return 0.0
    at = _within(wanted, words)
    if at is not None and set(words[:at] + words[at + len(wanted) :]) <= _FILLERS:
        return 0.9
    at = _within(words, wanted)
    if at is not None and set(wanted[:at] + wanted[at + len(words) :]) <= _FILLERS:
        return 0.88
    if min(len(written), len(known)) < 5:
        return 0.0
    ratio = SequenceMatcher(None, written.replace(" ", ""), known.replace(" ", "")).ratio()
    return ratio * 0.95 if ratio >= 0.86 else 0.0


def _within(part: list[str], whole: list[str]) -> int | None:
    """Where the words of `part` stand together in `whole`."""
    spans = range(len(whole) - len(part) + 1)
    return next((at for at in spans if whole[at : at + len(part)] == part), None)
