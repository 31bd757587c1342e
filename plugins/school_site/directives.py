"""Receipts of directives: when each came, since when the site shows it, and what the school answered. Pure.

A directive is an item of a source marked `is_directive_source`. The page «Văn bản chỉ đạo» shows the receipts to
people, `/.well-known/cong-khai.json` to those who oversee many schools.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .kinds.article import Article
from .kinds.official_document import OfficialDocument
from .site import Site
from .upstream_model import UpstreamItem, UpstreamSource, link_key

Answer = Article | OfficialDocument


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """One directive on the site. `on_site_since` is the first recorded day, None until `record` has run."""

    item: UpstreamItem
    source: UpstreamSource
    on_site_since: date | None
    answers: tuple[Answer, ...]

    @property
    def counted_from(self) -> date:
        """The day the school could first have shown it: published, but not before it followed the source."""
        day = self.item.dated_at.date()
        return max(day, self.source.valid_from or day)

    @property
    def lag_days(self) -> int | None:
        """Days it took to reach the site; None while no build that shows it was recorded."""
        return None if self.on_site_since is None else max(0, (self.on_site_since - self.counted_from).days)

    def age_days(self, on: date) -> int:
        """How old the directive is on a day."""
        return max(0, (on - self.item.dated_at.date()).days)


def receipts(site: Site) -> tuple[Receipt, ...]:
    """The receipts of the directives that an enriched site shows, newest first."""
    sources = {source.id: source for source in directive_sources(site)}
    answers = _answers(site)
    return tuple(
        Receipt(
            item=item,
            source=sources[item.source_id],
            on_site_since=site.register.directives.get(item.id),
            answers=tuple(answers.get(link_key(item.link), ())),
        )
        for item in site.upstream_items
        if item.source_id in sources
    )


def directive_sources(site: Site) -> tuple[UpstreamSource, ...]:
    """The sources whose items the school has to carry out."""
    sources = site.upstream_sources.sources if site.upstream_sources else ()
    return tuple(source for source in sources if source.is_directive_source)


def _answers(site: Site) -> dict[str, list[Answer]]:
    """What the school wrote in answer, by the page it answers; official documents stand before news."""
    found: dict[str, list[Answer]] = {}
    entries: tuple[Answer, ...] = (*site.official_documents, *site.articles)
    for entry in entries:
        for key in dict.fromkeys(map(link_key, entry.answers)):
            found.setdefault(key, []).append(entry)
    return found
