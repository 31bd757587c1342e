"""A whole school that follows five sources: one well, two dead, one that fell silent, one that means harm."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sandbox import ended, environment, our_program
from small_school import small_school

from school_site.paths import SCHEMA
from school_site.pipeline import sources_of
from school_site.upstream.news import run_news
from school_site.upstream_model import UpstreamSource

from . import hostile
from .conftest import NOW, QUICK, rss
from .portal import Portal, answers

SOURCES = """\
sources:
  - {id: so-gddt, name: Sở tốt, role: department, is_directive_source: true, address: "%(so)s",
     person_in_charge: Cô Lan}
  - {id: ubnd-phuong, name: Phường đã tắt, role: managing_authority, address: "%(phuong)s", person_in_charge: Cô Lan}
  - {id: bo-gddt, name: Bộ im lặng, role: ministry, address: "%(bo)s", website: "https://bo.example.vn",
     person_in_charge: Thầy Bảo}
  - {id: bao, name: Báo không có, role: other, address: "%(bao)s", person_in_charge: Thầy Bảo}
  - {id: cong-xau, name: Cổng bị sửa, role: department, is_directive_source: true, keep_items: 100,
     address: "%(xau)s", person_in_charge: Thầy Bảo}
"""


@dataclass(frozen=True, kw_only=True)
class WholeSchool:
    """Its content, its built site, and whom it followed. `spy` is where hostile items call home."""

    content: Path
    output: Path
    portal: Portal
    spy: Portal
    sources: tuple[UpstreamSource, ...]

    def page(self, address: str) -> str:
        """The HTML of a page."""
        return (self.output / address).read_text(encoding="utf-8")


def built_school(sample: Path, project: Path, room: Path, portal: Portal, spy: Portal) -> WholeSchool:
    """Two runs three weeks apart, in between which half the world broke; then the site is built."""
    content = small_school(sample, room / "content", NOW.date())
    shutil.rmtree(content / "so-ghi")
    addresses = {name: portal.address(f"/{name}") for name in ("so", "phuong", "bo", "bao", "xau")}
    (content / "nguon-tin.yml").write_text(SOURCES % addresses, encoding="utf-8")
    sources, findings = sources_of(content, SCHEMA)
    assert findings == ()

    def takes(days_ago: int) -> None:
        run_news(
            content, now=NOW - timedelta(days=days_ago), allow=portal.places, echo=lambda line: None, sources=sources,
            limits=QUICK,
        )  # fmt: skip

    portal.publishes("/so", rss("Tin cũ của Sở", day=1))
    portal.publishes("/phuong", rss("Tin của phường", day=1))
    portal.publishes("/bo", rss("Tin cuối của Bộ", day=1))
    portal.publishes("/xau", rss("Tin trước khi bị sửa", day=1))
    takes(days_ago=20)
    portal.publishes("/so", rss("Tin mới của Sở", day=21).replace("/tin/0", "/tin/moi").replace("tin-0", "tin-moi"))
    portal.behaves("/phuong", answers(b"", status=503))
    portal.publishes("/xau", hostile.feed(spy.place))
    takes(days_ago=0)

    output = room / "output"
    told = ended(our_program("build", "--content", content, "--output", output), cwd=project, env=environment(project))
    assert told.status == 0, told.text
    return WholeSchool(content=content, output=output, portal=portal, spy=spy, sources=sources)
