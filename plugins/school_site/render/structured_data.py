"""What a page is about, in the words of schema.org, for search engines and other programs. Pure.

Page → JSON-LD, as a tree; the filter `json_ld` writes it. Only what the content says: nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..datasets import FORMS, PACKAGE, PAGE, datasets_of
from ..kinds.article import Article
from ..kinds.disclosure import Disclosure
from ..kinds.event import Event
from ..kinds.official_document import OfficialDocument
from ..model import Entry
from .page import Page
from .view import View

Tree = dict[str, Any]

_ABOUT_SCHOOL = ("index.html", "lien-he.html")
# The country keeps one clock.
_OFFSET = "+07:00"


def structured_data(page: Page, view: View, entries: Mapping[str, Entry]) -> Tree | None:
    """What to say of a page; None of pages that only list others. `entries` are those of the site, by address."""
    if page.save_as in _ABOUT_SCHOOL:
        return _in_context(_school(view))
    if page.save_as == PAGE:
        return _in_context(_data_catalogue(page, view))
    entry = entries.get(page.save_as)
    if isinstance(entry, Article):
        return _in_context(_article(entry, view))
    if isinstance(entry, Event):
        return _in_context(_event(entry, view))
    if isinstance(entry, OfficialDocument):
        return _in_context(_document(entry, view))
    if isinstance(entry, Disclosure) and entry.tables:
        return _in_context(_dataset(entry, view))
    return None


def _school(view: View) -> Tree:
    school = view.site.school
    return _told(
        {
            "@type": "School",
            "@id": _school_id(view),
            "name": school.name,
            "alternateName": school.short_name,
            "url": _url(view, ""),
            "telephone": school.phone,
            "email": school.email,
            "address": {"@type": "PostalAddress", "streetAddress": school.street_address, "addressCountry": "VN"},
            "logo": _url(view, school.emblem) if school.emblem else None,
            "foundingDate": school.founded_on.isoformat() if school.founded_on else None,
            "parentOrganization": {"@type": "GovernmentOrganization", "name": school.managing_authority.name},
        }
    )


def _article(entry: Article, view: View) -> Tree:
    return _told(
        {
            "@type": "NewsArticle",
            "headline": entry.title,
            "description": entry.summary,
            "url": _url(view, entry.address),
            "datePublished": entry.published_on.isoformat(),
            "inLanguage": "vi",
            "image": _url(view, entry.picture.file) if entry.picture else None,
            "author": {"@type": "Person", "name": entry.author} if entry.author else _school_link(view),
            "publisher": _school_link(view),
        }
    )


def _event(entry: Event, view: View) -> Tree:
    place = entry.place or view.site.school.name
    return _told(
        {
            "@type": "Event",
            "name": entry.title,
            "description": entry.summary,
            "url": _url(view, entry.address),
            "startDate": _moment(entry.starts_on.isoformat(), entry.starts_at),
            "endDate": _moment(entry.last_day.isoformat(), entry.ends_at) if entry.ends_on or entry.ends_at else None,
            "location": {"@type": "Place", "name": place, "address": view.site.school.street_address},
            "organizer": _school_link(view),
        }
    )


def _document(entry: OfficialDocument, view: View) -> Tree:
    unknown = set(entry.not_in_copy)
    return _told(
        {
            "@type": "DigitalDocument",
            "name": entry.title,
            "identifier": entry.number,
            "url": _url(view, entry.address),
            "inLanguage": "vi",
            "datePublished": None if "issued_on" in unknown else entry.issued_on.isoformat(),
            "author": None if "issuer" in unknown else {"@type": "Organization", "name": entry.issuer},
            "associatedMedia": [
                {"@type": "MediaObject", "name": file.title, "contentUrl": _url(view, file.file)}
                for file in entry.attachments
            ],
        }
    )


def _dataset(entry: Disclosure, view: View) -> Tree:
    tables = "; ".join(table.title for table in entry.tables)
    return _told(
        {
            "@type": "Dataset",
            "name": entry.title,
            "description": f"{entry.summary or entry.title} Các bảng: {tables}.",
            "url": _url(view, entry.address),
            "inLanguage": "vi",
            "datePublished": entry.published_on.isoformat(),
            "temporalCoverage": _covered(entry),
            "isAccessibleForFree": True,
            # Figures of others are theirs; the school only shows them.
            "creator": None if entry.published_by_others else _school_link(view),
            "includedInDataCatalog": {"@type": "DataCatalog", "url": _url(view, PAGE)},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": one.table.title,
                    "encodingFormat": media,
                    "contentUrl": _url(view, f"{one.address}.{suffix}"),
                }
                for one in datasets_of(entry, view.site)
                for suffix, _, media in FORMS
            ],
        }
    )


def _data_catalogue(page: Page, view: View) -> Tree:
    return {
        "@type": "DataCatalog",
        "name": f"{page.title} – {view.site.school.name}",
        "description": page.description,
        "url": _url(view, PAGE),
        "inLanguage": "vi",
        "publisher": _school_link(view),
        "subjectOf": {"@type": "CreativeWork", "url": _url(view, PACKAGE), "encodingFormat": "application/json"},
    }


def _covered(entry: Disclosure) -> str:
    """A school year runs from September to August, a fiscal year from January to December."""
    if entry.school_year:
        first, _, last = entry.school_year.partition("-")
        return f"{first}-09-01/{last}-08-31"
    return f"{entry.fiscal_year}-01-01/{entry.fiscal_year}-12-31"


def _moment(day: str, time: str | None) -> str:
    return f"{day}T{time}:00{_OFFSET}" if time else day


def _school_id(view: View) -> str:
    return _url(view, "#truong")


def _school_link(view: View) -> Tree:
    return {"@type": "School", "@id": _school_id(view), "name": view.site.school.name}


def _url(view: View, address: str) -> str:
    """The lasting address: on the school's own website, wherever this copy lies."""
    return f"{view.site.school.website.rstrip('/')}/{address}"


def _told(tree: Tree) -> Tree:
    """What is known; an empty value says nothing."""
    return {key: value for key, value in tree.items() if value not in (None, "", [])}


def _in_context(tree: Tree) -> Tree:
    return {"@context": "https://schema.org", **tree}
