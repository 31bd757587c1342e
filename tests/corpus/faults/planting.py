"""Ways of planting that several groups of the catalogue share; each gives a plant for a `Fault`."""

from __future__ import annotations

from ..school import School
from .base import (
    Plant,
    Planted,
    add_body,
    add_key,
    attach,
    disclosed,
    line_told,
    menu,
    moved,
    news,
    own_document,
    schedule,
    set_key,
)
from .places import at

ABOUT, ADMISSION, EVENT = "gioi-thieu/lich-su.md", "tuyen-sinh/2026-2027.md", "su-kien/2026-11-28-hop-cha-me.md"
NOTICE, OPINION = "thong-bao/2026-11-16-hop-cha-me.md", "gop-y/quy-che-dan-chu.md"
LEARNING, PROCEDURE = "hoc-lieu/on-tap-hoc-ky-1.md", "thu-tuc/xin-nghi-hoc.md"


def place_of(school: School, kind: str, turn: int) -> str | None:
    """A file of that kind in this school: one of five kinds by name, or a path."""
    chosen = {"tin": news, "van-ban": own_document, "cong-khai": disclosed, "thuc-don": menu, "lich": schedule}.get(
        kind
    )
    path = chosen(school, turn) if chosen else kind
    return path if path in school.files else None


def value(kind: str, key: str, *values: str) -> Plant:
    """Another value of a key."""
    return lambda school, turn: set_key(school, place_of(school, kind, turn), key, values[turn % len(values)])


def value_somewhere(kind: str, key: str, *values: str) -> Plant:
    """Another value of a key, told anywhere in the file: at it, or at the one it no longer goes with."""

    def plant(school: School, turn: int) -> Planted | None:
        path = place_of(school, kind, turn)
        return moved(set_key(school, path, key, values[turn % len(values)]), at(path or ""))

    return plant


def extra(kind: str, *lines: str, after: str = "") -> Plant:
    """A line more in the head of a file."""
    return lambda school, turn: add_key(school, place_of(school, kind, turn), lines[turn % len(lines)], after=after)


def body(*texts: str, kind: str = "tin") -> Plant:
    """A paragraph more at the end of a page."""
    return lambda school, turn: add_body(school, place_of(school, kind, turn), texts[turn % len(texts)])


def fact(*values: str, label: str) -> Plant:
    """A fact more in a disclosure: told at its label or at its value."""

    def plant(school: School, turn: int) -> Planted | None:
        path = disclosed(school, turn)
        if path is None or "facts:" not in school.text(path):
            path = school.disclosure("doi-ngu", "2025-2026")
        text = f"  - label: {label}\n    value: {values[turn % len(values)]}"
        planted = add_key(school, path, text, after="facts")
        return planted and moved(planted, at(path or "", line_told(planted), line_told(planted) + 1))

    return plant


def cell(*values: str) -> Plant:
    """Another value in a cell of the table of fees."""

    def plant(school: School, turn: int) -> Planted | None:
        path = school.disclosure("cac-khoan-thu-va-muc-thu", "2026-2027")
        text = fee_row(school, "Ghế ngồi", values[turn % len(values)], "15.000")
        return add_key(school, path, f"      - {text}", after="    rows") if path else None

    return plant


def fee_row(school: School, name: str, now: str, later: str) -> str:
    """A row of the table of fees, which names the level where a school has several."""
    level = "Mọi cấp, " if len(school.profile.levels) > 1 else ""
    return f"[{name}, {level}đồng/năm, {now}, {later}]"


def attached(name: str, *data: bytes | None) -> Plant:
    """An attachment on an article; None: named, but not there."""
    return lambda school, turn: attach(school, news(school, turn), name, data[turn % len(data)])
