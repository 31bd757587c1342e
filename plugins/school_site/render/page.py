"""A page to be written: which template, at which address, with which ready facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Crumb = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class NavItem:
    """An entry of the navigation."""

    title: str
    address: str
    section: str
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Where a long list stands: page `number` of `count`."""

    number: int
    count: int
    pages: tuple[tuple[int, str], ...]
    previous: str | None
    next: str | None


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page. `source` is the content path of pages that Pelican itself writes (news, introduction).

    `structured_data` is what it is about, for other programs.
    """

    save_as: str
    template: str
    title: str
    section: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None
    structured_data: Mapping[str, Any] | None = None

    def context(self) -> dict[str, Any]:
        """What the template sees beside the facts common to all pages."""
        return {
            "section": self.section,
            "crumbs": self.crumbs,
            "page_title": self.title,
            "page_description": self.description,
            "page_address": self.save_as,
            "structured_data": self.structured_data,
            **self.values,
        }


def paged(base: str, count: int, per_page: int) -> tuple[Pager, ...]:
    """Pagers of a list of `count` things: the first page is `base`, the others `trang-2.html` beside it."""
    total = max(1, -(-count // per_page))
    folder = base.rsplit("/", 1)[0]
    addresses = tuple(base if at == 1 else f"{folder}/trang-{at}.html" for at in range(1, total + 1))
    return tuple(
        Pager(
            number=at + 1,
            count=total,
            pages=tuple(enumerate(addresses, 1)),
            previous=addresses[at - 1] if at else None,
            next=addresses[at + 1] if at + 1 < total else None,
        )
        for at in range(total)
    )
