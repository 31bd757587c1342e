"""Pages about the school and about the site itself: introduction, people, contact, links, site map, feeds."""

from __future__ import annotations

from collections.abc import Iterator

from .navigation import navigation
from .organisation import organisation
from .page import Crumb, NavItem, Page
from .view import View

ABOUT: Crumb = ("Giới thiệu", "gioi-thieu/index.html")

# What `finish` writes for readers of feeds; the page «Theo dõi tin» explains them.
FEEDS = (
    ("Tin tức", "Bài mới về hoạt động của trường.", "tin-tuc"),
    ("Thông báo", "Điều phụ huynh, học sinh cần biết.", "thong-bao"),
    ("Văn bản", "Văn bản mới đăng.", "van-ban"),
    ("Công khai", "Nội dung công khai mới đăng.", "cong-khai"),
    ("Thủ tục", "Thủ tục hành chính mới hoặc vừa được cập nhật.", "thu-tuc"),
)


CALENDARS = (("Lịch công tác tuần", "lich/lich-cong-tac.ics"), ("Sự kiện", "lich/su-kien.ics"))


def pages(view: View) -> Iterator[Page]:
    """All pages about the school and the site."""
    site = view.site
    introductions = tuple(sorted(site.introductions, key=lambda page: (page.order, page.path)))
    for page in introductions:
        yield Page(
            save_as=page.address, template="page.html", title=page.title, description=page.summary or "",
            section="gioi-thieu", crumbs=(ABOUT,), values={"entry": page}, source=page.path,
        )  # fmt: skip
    yield Page(
        save_as=ABOUT[1], template="introduction_list.html", title=f"Giới thiệu {site.school.short_name}",
        section="gioi-thieu", description=site.school.mission[:160], values={"pages": introductions},
    )  # fmt: skip
    people = {"staff": site.staff_directory}
    yield Page(
        save_as="lien-he.html", template="contact.html", title="Liên hệ", section="lien-he",
        description=f"Địa chỉ, điện thoại, thư điện tử của {site.school.name}.", values=people,
    )  # fmt: skip
    yield Page(
        save_as="can-bo.html", template="staff_directory.html", title="Danh bạ", section="gioi-thieu",
        values={**people, "chart": organisation(site.staff_directory)},
        description="Lãnh đạo, tổ chuyên môn và bộ phận của nhà trường.", crumbs=(ABOUT,),
    )  # fmt: skip
    yield Page(
        save_as="lien-ket.html", template="sector_links.html", title="Liên kết", section="lien-he",
        description="Các hệ thống của ngành giáo dục mà nhà trường dùng.",
        values={"groups": site.sector_links.groups if site.sector_links else ()},
    )  # fmt: skip
    yield Page(
        save_as="theo-doi.html", template="follow.html", title="Theo dõi tin của trường", section="lien-he",
        description="Nhận tin mới của trường mà không cần mở trang.",
        values={
            "feeds": tuple(
                (title, text, f"nguon-tin/{name}.rss", f"nguon-tin/{name}.atom", f"nguon-tin/{name}.json")
                for title, text, name in FEEDS
            ),
            "calendars": CALENDARS,
        },
    )  # fmt: skip
    yield Page(
        save_as="so-do-trang.html", template="sitemap.html", title="Sơ đồ trang", section="",
        description="Tất cả các mục của trang.",
        values={"sections": (NavItem(title="Trang chủ", address="index.html", section="trang-chu"), *navigation(site))},
    )  # fmt: skip
    yield Page(
        save_as="tim-kiem.html", template="search.html", title="Tìm kiếm", section="tim-kiem",
        description="Tìm trong toàn bộ nội dung của trang.",
    )  # fmt: skip
    yield Page(save_as="404.html", template="not_found.html", title="Không tìm thấy trang", section="")
