"""Pages about what happens: news, announcements, events, mass organisations, news from the authorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..directives import directive_sources, receipts
from ..kinds.article import Article
from ..vietnamese import slug
from .page import Crumb, Page, paged
from .view import View

PER_PAGE = 12
NEWS: Crumb = ("Tin tức", "tin-tuc/index.html")


def newest(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Newest first; articles of one day in the order of their file names."""
    return tuple(sorted(sorted(articles, key=lambda item: item.path), key=lambda item: item.published_on, reverse=True))


def pages(view: View) -> Iterator[Page]:
    """All pages about what happens."""
    yield from _articles(view)
    yield from _announcements(view)
    yield from _events(view)
    yield from _organisations(view)
    yield from _upstream(view)


def _articles(view: View) -> Iterator[Page]:
    articles = newest(view.site.articles)
    organisations = {organisation.slug: organisation for organisation in view.site.mass_organisations}
    for article in articles:
        same_topic = [other for other in articles if other is not article and other.topic == article.topic]
        others = [other for other in articles if other is not article and other.topic != article.topic]
        yield Page(
            save_as=article.address, template="article.html", title=article.title, description=article.summary,
            section="tin-tuc", crumbs=(NEWS,), source=article.path,
            values={
                "entry": article,
                "related": tuple((same_topic + others)[:3]),
                "organisation": organisations.get(article.organisation or ""),
            },
        )  # fmt: skip
    counts = Counter(article.topic for article in articles)
    labels = {topic: view.vocabulary.label(topic, "article.topic") for topic in counts}
    topics = tuple(
        (labels[topic], f"tin-tuc/chuyen-muc/{slug(labels[topic])}/index.html", counts[topic])
        for topic in sorted(counts, key=lambda topic: (-counts[topic], labels[topic]))
    )
    yield from _article_list(articles, NEWS[1], "Tin tức", topics, None)
    for topic in counts:
        chosen = tuple(article for article in articles if article.topic == topic)
        address = f"tin-tuc/chuyen-muc/{slug(labels[topic])}/index.html"
        yield from _article_list(chosen, address, f"Tin tức: {labels[topic]}", topics, labels[topic])


def _article_list(
    articles: tuple[Article, ...],
    base: str,
    title: str,
    topics: tuple[tuple[str, str, int], ...],
    topic: str | None,
) -> Iterator[Page]:
    for pager in paged(base, len(articles), PER_PAGE):
        shown = articles[(pager.number - 1) * PER_PAGE : pager.number * PER_PAGE]
        yield Page(
            save_as=pager.pages[pager.number - 1][1], template="article_list.html", section="tin-tuc",
            title=title if pager.number == 1 else f"{title} – trang {pager.number}",
            description="Tin tức và hoạt động của nhà trường.",
            crumbs=(NEWS,) if topic else (),
            values={"articles": shown, "pager": pager, "topics": topics, "topic": topic},
        )  # fmt: skip


def _announcements(view: View) -> Iterator[Page]:
    crumb: Crumb = ("Thông báo", "thong-bao/index.html")
    ordered = sorted(
        view.site.announcements,
        key=lambda item: (not item.is_pinned, -item.published_on.toordinal(), item.path),
    )
    for announcement in ordered:
        yield Page(
            save_as=announcement.address, template="announcement.html", title=announcement.title,
            description=announcement.summary, section="thong-bao", crumbs=(crumb,),
            values={"announcement": announcement},
        )  # fmt: skip
    yield Page(
        save_as=crumb[1], template="announcement_list.html", title="Thông báo", section="thong-bao",
        description="Thông báo của nhà trường gửi phụ huynh, học sinh.",
        values={
            "current": tuple(item for item in ordered if item.is_current(view.as_of)),
            "past": tuple(sorted((item for item in ordered if not item.is_current(view.as_of)),
                                 key=lambda item: item.published_on, reverse=True)),
        },
    )  # fmt: skip


def _events(view: View) -> Iterator[Page]:
    crumb: Crumb = ("Sự kiện", "su-kien/index.html")
    ordered = sorted(view.site.events, key=lambda item: (item.starts_on, item.starts_at or "", item.path))
    for event in ordered:
        yield Page(
            save_as=event.address, template="event.html", title=event.title, description=event.summary,
            section="lich", crumbs=(crumb,), values={"event": event},
        )  # fmt: skip
    yield Page(
        save_as=crumb[1], template="event_list.html", title="Sự kiện", section="lich",
        description="Những việc sắp diễn ra và đã diễn ra ở trường.",
        values={
            "upcoming": tuple(item for item in ordered if item.last_day >= view.as_of),
            "past": tuple(reversed([item for item in ordered if item.last_day < view.as_of])),
        },
    )  # fmt: skip


def _organisations(view: View) -> Iterator[Page]:
    crumb: Crumb = ("Đoàn thể", "doan-the/index.html")
    ordered = tuple(sorted(view.site.mass_organisations, key=lambda item: (item.order, item.path)))
    articles = newest(view.site.articles)
    for organisation in ordered:
        yield Page(
            save_as=organisation.address, template="mass_organisation.html", title=organisation.title,
            description=organisation.summary, section="gioi-thieu", crumbs=(crumb,),
            values={
                "organisation": organisation,
                "articles": tuple(item for item in articles if item.organisation == organisation.slug)[:10],
            },
        )  # fmt: skip
    yield Page(
        save_as=crumb[1], template="mass_organisation_list.html", title="Đoàn thể", section="gioi-thieu",
        description="Các tổ chức đoàn thể trong nhà trường.", values={"organisations": ordered},
    )  # fmt: skip


UPSTREAM_PAGES = (
    ("department", "tin-tu-so.html", "Tin từ Sở", "Tin của Sở Giáo dục và Đào tạo, lấy tự động từ cổng của Sở."),
    ("managing_authority", "tin-tu-phuong-xa.html", "Tin từ phường/xã", "Tin của Ủy ban nhân dân nơi trường đóng."),
    ("ministry", "tin-tu-bo.html", "Tin từ Bộ", "Tin của Bộ Giáo dục và Đào tạo."),
)  # fmt: skip


def upstream_of(view: View, role: str) -> tuple[dict[str, object], ...]:
    """What a page shows of each item of the sources with that role, newest first."""
    sources = {source.id: source for source in view.site.upstream_sources.sources} if view.site.upstream_sources else {}
    return tuple(
        {
            "title": item.title,
            "link": item.link,
            "published_at": item.published_at,
            "summary": item.summary,
            "source_name": sources[item.source_id].name,
            "is_directive": item.is_directive,
        }
        for item in view.site.upstream_items
        if item.source_id in sources and sources[item.source_id].role == role
    )


DIRECTIVES = "van-ban-chi-dao.html"


def _upstream(view: View) -> Iterator[Page]:
    sources = view.site.upstream_sources.sources if view.site.upstream_sources else ()
    binding = {source.role for source in directive_sources(view.site)}
    for role, save_as, heading, intro in UPSTREAM_PAGES:
        mine = tuple((source.name, source.website) for source in sources if source.role == role)
        if mine or role != "ministry":
            yield Page(
                save_as=save_as, template="upstream_news.html", title=heading, description=intro, section="tin-tuc",
                crumbs=(NEWS,),
                values={
                    "heading": heading, "intro": intro, "items": upstream_of(view, role), "sources": mine,
                    "directives": DIRECTIVES if role in binding else None,
                },
            )  # fmt: skip
    if binding:
        yield Page(
            save_as=DIRECTIVES, template="directive_list.html", title="Văn bản chỉ đạo", section="van-ban",
            description="Văn bản chỉ đạo trường nhận được, ngày lên trang và văn bản trả lời của trường.",
            crumbs=(("Văn bản", "van-ban/index.html"),),
            values={"directives": _directives(view), "sources": directive_sources(view.site)},
        )  # fmt: skip


def _directives(view: View) -> tuple[dict[str, object], ...]:
    """What the page shows of each directive, newest first."""
    return tuple(
        {
            "title": receipt.item.title,
            "link": receipt.item.link,
            "source_name": receipt.source.name,
            "published_at": receipt.item.published_at,
            "first_seen_at": receipt.item.first_seen_at,
            "on_site_since": receipt.on_site_since,
            "age_days": receipt.age_days(view.as_of),
            "answers": tuple((answer.title, answer.address) for answer in receipt.answers),
        }
        for receipt in receipts(view.site)
    )
