"""The search index: every page's title and whole text, for the browser to look through. Words are folded there.

Site → tim-kiem.json: [{"t": title, "a": address, "k": kind, "d": day, "s": summary, "b": text}, …]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape

from ..kinds import KINDS
from ..kinds.disclosure import Disclosure
from ..kinds.timetable import Timetable
from ..model import Entry
from ..render.view import View
from ..timetabling import teachers

ADDRESS = "tim-kiem.json"
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
# The profile and single files make pages of lists; people look for what is on the other pages.
_LEFT_OUT = {kind.name for kind in KINDS if kind.is_single}


def search_index(view: View) -> str:
    """The index as JSON, pages in the order of their addresses."""
    labels = {kind.name: kind.label for kind in KINDS}
    pages = [
        _page(entry, labels[entry.record.kind])
        for entry in sorted(view.site.entries(), key=lambda entry: entry.address)
        if entry.record.kind not in _LEFT_OUT
    ]
    return json.dumps(pages, ensure_ascii=False, separators=(",", ":")) + "\n"


def _page(entry: Entry, label: str) -> dict[str, str]:
    on = getattr(entry, "published_on", None) or getattr(entry, "issued_on", None) or getattr(entry, "starts_on", None)
    number = getattr(entry, "number", None)
    title = str(getattr(entry, "title", entry.path))
    return {
        "t": f"{number}: {title}" if number else title,
        "a": entry.address,
        "k": label,
        "d": on.isoformat() if isinstance(on, date) else "",
        "s": str(getattr(entry, "summary", None) or ""),
        "b": _SPACE.sub(" ", " ".join(_texts(entry))).strip(),
    }


def _texts(entry: Entry) -> Iterator[str]:
    """Everything a page says beside its title and summary."""
    yield unescape(_TAG.sub(" ", entry.html))
    for name in ("steps", "dossier", "focus", "conditions", "applicants", "result", "issuer", "signer", "subject"):
        value = getattr(entry, name, None)
        if isinstance(value, tuple):
            yield " ".join(map(str, value))
        elif value:
            yield str(value)
    for line in getattr(entry, "entries", ()):
        yield f"{line.topic} {line.place or ''} {line.chair or ''}"
    if isinstance(entry, Timetable):
        yield " ".join(group.name for group in entry.class_groups)
        yield " ".join(teacher.name for teacher in teachers(entry))
    if isinstance(entry, Disclosure):
        for fact in entry.facts:
            yield f"{fact.label} {fact.value}"
        for table in entry.tables:
            yield " ".join([table.title, *table.columns, *(cell for row in table.rows for cell in row)])
