"""The navigation that a parent understands, the same on every page."""

from __future__ import annotations

from ..directives import directive_sources
from ..site import Site
from .page import NavItem


def navigation(site: Site) -> tuple[NavItem, ...]:
    """The main entries and what lies under each; entries without content are left out."""

    def item(title: str, address: str, section: str, children: tuple[NavItem, ...] = ()) -> NavItem:
        return NavItem(title=title, address=address, section=section, children=children)

    introductions = sorted(site.introductions, key=lambda page: (page.order, page.path))
    about = tuple(item(page.title, page.address, "gioi-thieu") for page in introductions)
    about += (
        item("Đoàn thể", "doan-the/index.html", "gioi-thieu"),
        item("Danh bạ", "can-bo.html", "gioi-thieu"),
    )
    calendar: tuple[NavItem, ...] = (item("Lịch công tác tuần", "lich-cong-tac/index.html", "lich"),)
    if site.timetables:
        calendar += (item("Thời khóa biểu", "thoi-khoa-bieu/index.html", "lich"),)
    if site.meal_menus:
        calendar += (item("Thực đơn bán trú", "thuc-don/index.html", "lich"),)
    calendar += (
        item("Sự kiện", "su-kien/index.html", "lich"),
        item("Kế hoạch tháng, tuần", "ke-hoach/index.html", "lich"),
    )
    roles = {source.role for source in site.upstream_sources.sources} if site.upstream_sources else set()
    ministry = (item("Tin từ Bộ", "tin-tu-bo.html", "tin-tuc"),) if "ministry" in roles else ()
    papers = (
        item("Văn bản đã đăng", "van-ban/index.html", "van-ban"),
        item("Văn bản chỉ đạo", "van-ban-chi-dao.html", "van-ban"),
    ) if directive_sources(site) else ()  # fmt: skip
    data = (item("Dữ liệu mở", "du-lieu/index.html", "cong-khai"),) if any(it.tables for it in site.disclosures) else ()
    return (
        item("Giới thiệu", "gioi-thieu/index.html", "gioi-thieu", about),
        item("Tin tức", "tin-tuc/index.html", "tin-tuc", (
            item("Tin của trường", "tin-tuc/index.html", "tin-tuc"),
            item("Tin từ Sở", "tin-tu-so.html", "tin-tuc"),
            item("Tin từ phường/xã", "tin-tu-phuong-xa.html", "tin-tuc"),
            *ministry,
        )),
        item("Thông báo", "thong-bao/index.html", "thong-bao"),
        item("Lịch", "lich-cong-tac/index.html", "lich", calendar),
        item("Công khai", "cong-khai/index.html", "cong-khai", (
            item("Công khai theo năm", "cong-khai/index.html", "cong-khai"),
            item("Tình trạng công khai", "tinh-trang-cong-khai.html", "cong-khai"),
            item("Niên giám thống kê", "cong-khai/nien-giam.html", "cong-khai"),
            *data,
        )),
        item("Văn bản", "van-ban/index.html", "van-ban", papers),
        item("Thủ tục – Biểu mẫu", "thu-tuc/index.html", "thu-tuc", (
            item("Thủ tục hành chính", "thu-tuc/index.html", "thu-tuc"),
            item("Biểu mẫu tải về", "bieu-mau/index.html", "thu-tuc"),
        )),
        item("Tuyển sinh", "tuyen-sinh/index.html", "tuyen-sinh"),
        item("Học liệu", "hoc-lieu/index.html", "hoc-lieu"),
        item("Liên hệ", "lien-he.html", "lien-he", (
            item("Địa chỉ, điện thoại", "lien-he.html", "lien-he"),
            item("Góp ý, hỏi đáp", "gop-y/index.html", "lien-he"),
            item("Liên kết", "lien-ket.html", "lien-he"),
        )),
        item("Tìm kiếm", "tim-kiem.html", "tim-kiem"),
    )  # fmt: skip
