"""What each feed of the school holds: the newest of one kind, with ids and days that come from the content.

Ids are the pages' addresses: they hold no title, so a better title makes nothing new of an old thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from ..model import Attachment, Entry
from ..render.about import FEEDS
from ..render.view import View
from ..site import Site
from .feed_forms import FeedEntry, FeedFile, FeedHead, atom, json_feed, rss
from .words import one_line

NEWEST = 30
# By their ending: the type by content speaks of what is inside, a feed reader wants the registered name.
MEDIA_TYPES = {
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def all_feeds(view: View, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every feed."""
    school = view.site.school
    for title, description, name in FEEDS:
        entries = sorted(_ENTRIES[name](view.site), key=lambda entry: entry.address)
        entries = sorted(entries, key=lambda entry: entry.on, reverse=True)[:NEWEST]
        head = FeedHead(
            title=f"{title} – {school.short_name}",
            description=description,
            author=school.name,
            email=school.email,
            site_url=site_url,
            address=f"nguon-tin/{name}",
            updated_on=max((entry.on for entry in entries), default=view.as_of),
        )
        yield f"{head.address}.rss", rss(head, entries)
        yield f"{head.address}.atom", atom(head, entries)
        yield f"{head.address}.json", json_feed(head, entries)


def _articles(site: Site) -> Iterable[FeedEntry]:
    return [_entry(site, one, one.title, one.summary, one.published_on, one.attachments) for one in site.articles]


def _announcements(site: Site) -> Iterable[FeedEntry]:
    return [_entry(site, one, one.title, one.summary, one.published_on, one.attachments) for one in site.announcements]


def _documents(site: Site) -> Iterable[FeedEntry]:
    return [
        _entry(
            site,
            one,
            f"{one.number}: {one.abstract}" if one.number else one.abstract,
            f"{one.issuer} ban hành.",
            one.published_on or one.issued_on,
            one.attachments,
        )
        for one in site.official_documents
    ]


def _disclosures(site: Site) -> Iterable[FeedEntry]:
    return [
        _entry(site, one, one.title, one.summary or one.title, one.published_on, one.attachments)
        for one in site.disclosures
    ]


def _procedures(site: Site) -> Iterable[FeedEntry]:
    """A feed tells what is new; a procedure that names no day of publication has nothing to tell."""
    return [
        _entry(site, one, one.title, one.summary, one.published_on, ()) for one in site.procedures if one.published_on
    ]


_ENTRIES: Mapping[str, Callable[[Site], Iterable[FeedEntry]]] = {
    "tin-tuc": _articles,
    "thong-bao": _announcements,
    "van-ban": _documents,
    "cong-khai": _disclosures,
    "thu-tuc": _procedures,
}


def _entry(
    site: Site, entry: Entry, title: str, summary: str, on: date, attachments: tuple[Attachment, ...]
) -> FeedEntry:
    return FeedEntry(
        title=one_line(title),
        address=entry.address,
        summary=one_line(summary),
        on=on,
        files=tuple(_files(site, attachments)),
    )


def _files(site: Site, attachments: tuple[Attachment, ...]) -> Iterator[FeedFile]:
    for attachment in attachments:
        asset = site.asset(attachment.file)
        if asset is not None:
            ending = asset.path.rsplit(".", 1)[-1].lower()
            yield FeedFile(
                address=asset.path,
                title=one_line(attachment.title),
                size=asset.size,
                media_type=MEDIA_TYPES.get(ending, "application/octet-stream"),
            )
