"""Everything that can be printed, and which of it a person means."""

from __future__ import annotations

import re

from ..errors import UsageError
from ..vietnamese import fold, nearest
from . import annual_report, disclosures, forms, timetables, work
from .sheet import Sheet
from .source import Source

_SHOWN = 12
_ENDINGS = (".html", ".md", ".yml", ".pdf")


def all_sheets(source: Source) -> tuple[Sheet, ...]:
    """Every sheet, section after section."""
    makers = (disclosures, annual_report, work, timetables, forms)
    return tuple(sheet for maker in makers for sheet in maker.sheets(source))


def find_all(
    what: str | None, sheets: tuple[Sheet, ...], *, website: str, year: str | None = None
) -> tuple[Sheet, ...]:
    """Everything, or all of a section, a folder, a year. Raises UsageError when that is nothing."""
    name = as_name(what, website) if what else ""
    found = tuple(
        sheet for sheet in sheets if is_of(sheet, year) and f"{sheet.name}/".startswith(f"{name}/" if name else "")
    )
    return found or (find(what or year or "", sheets, website=website, year=year),)


def find(what: str, sheets: tuple[Sheet, ...], *, website: str, year: str | None = None) -> Sheet:
    """The sheet that `what` means: an address, a path in the content, or words of its title.

    Raises UsageError when it means none, or several between which only the person can choose.
    """
    name = as_name(what, website)
    named = {sheet.name: sheet for sheet in sheets}
    if year is not None:
        named = {key: sheet for key, sheet in named.items() if is_of(sheet, year)}
        if not named:
            raise UsageError(f"Không có gì để in của năm «{year}»; viết năm học như 2026-2027, năm tài chính như 2025.")
    if name in named:
        return named[name]
    found = _by_last_part(name, named) or _by_section(name, named) or _by_words(name, named)
    if len(found) == 1:
        return found[0]
    if found:
        listed = "\n".join(f"    {sheet.name:<44} {sheet.title}" for sheet in found[:_SHOWN])
        more = f"\n    … và {len(found) - _SHOWN} bản khác" if len(found) > _SHOWN else ""
        raise UsageError(f"«{what}» có thể là {len(found)} bản; gõ lại bằng tên ở cột đầu:\n{listed}{more}")
    near = nearest(name.rsplit("/", 1)[-1], {key.rsplit("/", 1)[-1] for key in named})
    hint = f" Có phải ý bạn là «{near}»?" if near else " Gõ  invoke print  để xem danh sách."
    raise UsageError(f"Không có gì để in tên «{what}».{hint}")


def is_of(sheet: Sheet, year: str | None) -> bool:
    """Whether it is about that year; without one, everything is."""
    return year is None or year in sheet.name.split("/")[1:2]


def as_name(what: str, website: str) -> str:
    """An address, a path in the content folder or a name, all as a name."""
    name = what.strip().replace("\\", "/").removeprefix(website.rstrip("/")).removeprefix("./").strip("/")
    name = name.removeprefix("content/")
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name.removesuffix("/index")


def _by_last_part(name: str, named: dict[str, Sheet]) -> list[Sheet]:
    """Sheets whose name ends so; of the same item in several years the newest."""
    found = [sheet for key, sheet in named.items() if key.rsplit("/", 1)[-1] == name]
    newest: dict[str, Sheet] = {}
    for sheet in sorted(found, key=lambda sheet: sheet.name):
        newest[sheet.section] = sheet
    return list(newest.values())


def _by_section(name: str, named: dict[str, Sheet]) -> list[Sheet]:
    """What a section's name alone means: this week's sheet, the timetable in force."""
    of_section = [sheet for sheet in named.values() if sheet.section == name]
    return [sheet for sheet in of_section if sheet.is_current][:1] or of_section


def _by_words(name: str, named: dict[str, Sheet]) -> list[Sheet]:
    """Sheets whose title says it word for word, else those that have every word; this week's before all others."""
    words = _words(name)
    having = [(sheet, f"{sheet.title} {sheet.name}") for sheet in named.values()]
    found = [sheet for sheet, text in having if f" {' '.join(words)} " in f" {' '.join(_words(text))} "]
    found = found or [sheet for sheet, text in having if words and set(words) <= set(_words(text))]
    current = [sheet for sheet in found if sheet.is_current]
    return current if len(current) == 1 else found


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))
