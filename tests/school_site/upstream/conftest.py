"""A portal on loopback, an empty content folder, and one call that runs the news through both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from school_site.upstream import snapshot
from school_site.upstream.news import run_news
from school_site.upstream.retrieve import Limits
from school_site.upstream_model import VIETNAM_TIME, SourceHealth, UpstreamItem, UpstreamSource

from .portal import Portal, opened

if TYPE_CHECKING:
    from .neighbours import WholeSchool

NOW = datetime(2026, 11, 22, 7, 30, tzinfo=VIETNAM_TIME)
QUICK = Limits(connect_seconds=0.5, read_seconds=0.5, total_seconds=1.5, body_bytes=300_000)


@pytest.fixture
def portal() -> Iterator[Portal]:
    yield from opened()


@dataclass
class Desk:
    """The school's side: its content folder, its portal to ask, and what it was told."""

    content: Path
    portal: Portal
    limits: Limits = QUICK
    told: list[str] = field(default_factory=list)

    def source(self, name: str, path: str | None = None, **settings: object) -> UpstreamSource:
        address = self.portal.address(path or f"/{name}")
        values = {"id": name, "name": f"Nguồn {name}", "role": "other", "address": address} | settings
        return UpstreamSource(**values)  # type: ignore[arg-type]

    def takes(self, *sources: UpstreamSource, hours: float = 0, strict: bool = False) -> int:
        """Run the news some hours after NOW."""
        self.told.clear()
        return run_news(
            self.content,
            now=NOW + timedelta(hours=hours),
            allow=self.portal.places,
            echo=self.told.append,
            sources=sources,
            strict=strict,
            limits=self.limits,
        )

    def items(self, name: str | None = None) -> tuple[UpstreamItem, ...]:
        items, _ = snapshot.read(self.content)
        return tuple(item for item in items if name in (None, item.source_id))

    def titles(self, name: str | None = None) -> list[str]:
        return [item.title for item in self.items(name)]

    def health(self, name: str) -> SourceHealth:
        _, healths = snapshot.read(self.content)
        return next(health for health in healths if health.source_id == name)


@pytest.fixture
def desk(tmp_path: Path, portal: Portal) -> Desk:
    return Desk(content=tmp_path / "content", portal=portal)


def rss(*titles: str, day: int = 20) -> str:
    """Write a small RSS 2.0 feed, newest first, with one item for each title."""
    items = "".join(
        f"<item><title>{title}</title><link>/tin/{number}.html</link>"
        f"<guid isPermaLink='false'>tin-{number}</guid>"
        f"<pubDate>Fri, {day - number} Nov 2026 07:00:00 +0700</pubDate>"
        f"<description>Nội dung {title}.</description></item>"
        for number, title in enumerate(titles)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Sở</title>'
    return f"{head}{items}</channel></rss>"


@pytest.fixture(scope="session")
def whole_school(sample: Path, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeSchool]:
    """Built once; nobody writes into it."""
    from .neighbours import built_school

    room = tmp_path_factory.mktemp("whole-school")
    portal, spy = Portal(), Portal()
    try:
        yield built_school(sample, project, room, portal, spy)
    finally:
        portal.close()
        spy.close()
