"""Faults of shape: what is missing, misspelt, of the wrong sort, too long, or still a hint."""

from __future__ import annotations

from collections.abc import Sequence

from ..school import School
from .base import Fault, Planted, drop_key, swap
from .base import Plant as Planting
from .places import at
from .planting import ABOUT, ADMISSION, EVENT, LEARNING, NOTICE, OPINION, PROCEDURE, extra, place_of, value

M = "thiếu mục bắt buộc"
K = "mục lạ, mục gõ sai"
V = "giá trị chưa đúng dạng"

FORM, UNION = "bieu-mau/don-xin-nghi-hoc.md", "doan-the/cong-doan.md"
TIMETABLE, MONTH = "thoi-khoa-bieu/2026-2027-hk1.yml", "ke-hoach/2026-12.md"


def _missing(kind: str, *keys: str) -> Planting:
    return lambda school, turn: drop_key(school, place_of(school, kind, turn), keys[turn % len(keys)])


def _missing_inside(kind: str, *keys: str) -> Planting:
    """A key of a list's entry is not there: told at the entry or at the file."""

    def plant(school: School, turn: int) -> Planted | None:
        path, key = place_of(school, kind, turn), keys[turn % len(keys)]
        if path is None:
            return None
        lines = school.text(path).split("\n")
        here = next((at for at, line in enumerate(lines) if line.startswith(f"    {key}:")), None)
        if here is None:
            return None
        text = "\n".join([*lines[:here], *lines[here + 1 :]]).encode()
        return Planted(changes={path: text}, expected=(at(path),))

    return plant


def _renamed(kind: str, *pairs: tuple[str, str]) -> Planting:
    """A required key typed wrongly: told at its line; that the right one is missing may be told as well."""

    def plant(school: School, turn: int) -> Planted | None:
        path, (right, typed) = place_of(school, kind, turn), pairs[turn % len(pairs)]
        if path is None:
            return None
        lines = school.text(path).split("\n")
        here = next((at for at, line in enumerate(lines) if line.startswith(f"{right}:")), None)
        if here is None:
            return None
        lines[here] = typed + lines[here][len(right) :]
        return Planted(
            changes={path: "\n".join(lines).encode()}, expected=(at(path, here + 1),), consequences=(at(path, 1),)
        )

    return plant


def _swapped(kind: str, old: str, *values: str) -> Planting:
    return lambda school, turn: swap(school, place_of(school, kind, turn), old, values[turn % len(values)])


def _short_row(school: School, turn: int) -> Planted | None:
    return swap(school, school.disclosure("doi-ngu", "2025-2026"), "- [Giáo viên, ", "- [")


def _missings() -> Sequence[Fault]:
    told = (
        ("tin tức", "tin", ("title", "published_on", "summary")),
        ("văn bản", "van-ban", ("document_type", "abstract", "issuer", "issued_on", "direction")),
        ("công khai", "cong-khai", ("title", "item", "published_on", "school_year")),
        ("lịch công tác", "lich", ("starts_on", "ends_on", "entries")),
        ("thực đơn", "thuc-don", ("starts_on", "ends_on", "days")),
        ("biểu mẫu", FORM, ("title", "form_type", "summary", "attachments")),
        ("thủ tục", PROCEDURE, ("steps", "dossier", "time_limit_days", "result", "responsible_body", "channels")),
        ("tuyển sinh", ADMISSION, ("title", "school_year", "published_on", "summary")),
        ("sự kiện", EVENT, ("title", "starts_on", "summary")),
        ("thông báo", NOTICE, ("title", "published_on", "summary")),
        ("góp ý", OPINION, ("opens_on", "contact_email", "summary")),
        ("học liệu", LEARNING, ("subject", "grade", "resource_type", "published_on")),
        ("đoàn thể", UNION, ("title", "organisation_type", "summary")),
        ("trang giới thiệu", ABOUT, ("title", "topic")),
        ("thời khóa biểu", TIMETABLE, ("school_year", "term", "effective_on", "class_groups")),
        ("kế hoạch tháng", MONTH, ("title", "period", "summary")),
        (
            "hồ sơ trường",
            "truong.yml",
            (
                "phone",
                "email",
                "mission",
                "representative",
                "managing_authority",
                "ownership",
                "school_levels",
                "street_address",
                "website",
                "school_year",
            ),
        ),
        ("danh bạ", "can-bo.yml", ("leadership", "units")),
    )
    return [
        Fault(name=f"{name}: thiếu một mục bắt buộc", group=M, plant=_missing(kind, *keys), turns=len(keys))
        for name, kind, keys in told
    ]


FAULTS = (
    *_missings(),
    Fault(
        name="danh bạ: lãnh đạo thiếu điện thoại hoặc nhiệm vụ",
        group=M,
        turns=3,
        plant=_missing_inside("can-bo.yml", "phone", "duties", "email"),
    ),
    Fault(name="lịch: việc không có nội dung", group=M, turns=2, plant=_missing_inside("lich", "topic")),
    Fault(name="tệp đính kèm không có tên hiện ra", group=M, turns=2, plant=_missing_inside("van-ban", "title")),
    Fault(name="mục lạ ở tin tức", group=K, turns=2, plant=extra("tin", "category: Tin trường", "tags: [tin, trường]")),
    Fault(
        name="mục lạ ở công khai", group=K, turns=2, plant=extra("cong-khai", "author: Văn thư", "ghi_chu: Đã duyệt")
    ),
    Fault(name="mục lạ ở hồ sơ trường", group=K, plant=extra("truong.yml", "fax: (028) 3999 0199")),
    Fault(name="mục lạ ở văn bản", group=K, turns=2, plant=extra("van-ban", "signed_on: 2025-10-11", "nguoi_ky: Hạnh")),
    Fault(
        name="gõ sai tên mục của tin",
        group=K,
        turns=3,
        plant=_renamed("tin", ("title", "titel"), ("summary", "sumary"), ("published_on", "publish_on")),
    ),
    Fault(
        name="gõ sai tên mục của văn bản",
        group=K,
        turns=3,
        plant=_renamed("van-ban", ("abstract", "abtract"), ("issued_on", "issue_on"), ("issuer", "isuer")),
    ),
    Fault(
        name="viết tên mục bằng tiếng Việt",
        group=K,
        turns=2,
        plant=_renamed("tin", ("title", "tiêu_đề"), ("summary", "tom_tat")),
    ),
    Fault(name="viết hoa tên mục", group=K, turns=2, plant=_renamed("cong-khai", ("title", "Title"), ("item", "ITEM"))),
    Fault(
        name="ngày không có trong lịch",
        group=V,
        turns=4,
        plant=value("tin", "published_on", "31/9/2026", "2026-02-30", "29/2/2026", "00/11/2026"),
    ),
    Fault(
        name="ngày viết kiểu tháng trước",
        group=V,
        turns=2,
        plant=value("van-ban", "issued_on", "10/25/2025", "2025-25-10"),
    ),
    Fault(
        name="ngày viết thiếu năm", group=V, turns=2, plant=value("cong-khai", "published_on", "15/6", "tháng 6/2026")
    ),
    Fault(
        name="ngày viết bằng chữ",
        group=V,
        turns=2,
        plant=value("tin", "published_on", "ngày 5 tháng 9 năm 2026", "hôm qua"),
    ),
    Fault(name="năm viết hai chữ số", group=V, turns=2, plant=value("tin", "published_on", "5/9/26", "05-09-26")),
    Fault(name="ngày để trống", group=V, turns=2, plant=value("tin", "published_on", "")),
    Fault(name="tiêu đề để trống", group=V, turns=2, plant=value("tin", "title", "", '""')),
    Fault(name="tiêu đề quá dài", group=V, turns=2, plant=value("tin", "title", "Trường em rất vui " * 20)),
    Fault(name="tóm tắt quá dài", group=V, turns=2, plant=value("cong-khai", "summary", "Số liệu của năm học. " * 40)),
    Fault(
        name="chuyên mục ghi bằng tiếng Việt", group=V, turns=2, plant=value("tin", "topic", "Đời sống", "tin-truong")
    ),
    Fault(
        name="loại văn bản ngoài danh sách",
        group=V,
        turns=2,
        plant=value("van-ban", "document_type", "Kế hoạch", "decission"),
    ),
    Fault(name="loại đơn ngoài danh sách", group=V, plant=value(FORM, "form_type", "nghi-hoc")),
    Fault(
        name="cấp học ngoài danh sách",
        group=V,
        turns=2,
        plant=value("truong.yml", "school_levels", "[thcs]", "[secondary]"),
    ),
    Fault(name="loại hình ngoài danh sách", group=V, plant=value("truong.yml", "ownership", "công lập")),
    Fault(
        name="thư điện tử thiếu tên miền",
        group=V,
        turns=2,
        plant=value("truong.yml", "email", "c2hoaphuong", "c2hoaphuong.hcm.edu.vn"),
    ),
    Fault(name="thư điện tử có khoảng trắng", group=V, plant=value(OPINION, "contact_email", "c2 hoa@hcm.edu.vn")),
    Fault(
        name="điện thoại là chữ", group=V, turns=2, plant=value("truong.yml", "phone", "xem ở bảng tin", "3999x0101")
    ),
    Fault(name="điện thoại thiếu số", group=V, plant=value("truong.yml", "phone", "0123")),
    Fault(
        name="địa chỉ trang không có https",
        group=V,
        turns=2,
        plant=value("truong.yml", "website", "thcs.hcm.edu.vn", "www.hcm.edu.vn"),
    ),
    Fault(
        name="địa chỉ liên kết trống phần tên miền",
        group=V,
        plant=_swapped("lien-ket.yml", "https://hcm.edu.vn", "https://"),
    ),
    Fault(name="số viết bằng chữ", group=V, turns=2, plant=value(ADMISSION, "quota", "một trăm", "180 em")),
    Fault(name="số âm", group=V, plant=value(PROCEDURE, "time_limit_days", "-3")),
    Fault(name="số ngoài khoảng", group=V, turns=2, plant=value(TIMETABLE, "term", "3", "0")),
    Fault(name="số tuần học ngoài khoảng", group=V, plant=value("lich", "school_week", "200")),
    Fault(
        name="đúng, sai viết bằng chữ khác",
        group=V,
        turns=2,
        plant=extra("tin", "is_featured: nổi bật", "is_featured: co the"),
    ),
    Fault(
        name="năm học viết tắt",
        group=V,
        turns=3,
        plant=value("cong-khai", "school_year", "2025-26", "2025", "2025 đến 2026"),
    ),
    Fault(
        name="hai năm của năm học không liền nhau",
        group=V,
        turns=2,
        plant=value("truong.yml", "school_year", "2026-2028", "2027-2026"),
    ),
    Fault(name="giờ không có trong ngày", group=V, turns=2, plant=value("lich", "starts_at", "25:00", "07:75")),
    Fault(name="giờ viết kiểu 7h30", group=V, turns=2, plant=value("lich", "starts_at", "7h30", "bảy giờ")),
    Fault(name="ảnh chỉ ghi đường dẫn", group=V, turns=2, plant=extra("tin", "picture: hinh/san-truong.jpg")),
    Fault(name="bảng có dòng thiếu ô", group=V, plant=_short_row),
    Fault(
        name="đường dẫn đính kèm ngoài thư mục tep",
        group=V,
        turns=2,
        plant=_swapped("van-ban", "tep/", "tai-lieu/", "C:/VanBan/"),
    ),
    Fault(name="đường dẫn đính kèm viết gạch ngược", group=V, plant=_swapped("van-ban", "tep/", "tep\\")),
    Fault(name="người trong ảnh ngoài danh sách", group=V, plant=value("truong.yml", "people", "không có")),
    Fault(name="mã mục công khai viết có dấu", group=V, plant=value("cong-khai", "item", "Đội ngũ")),
    Fault(name="kỳ số liệu ngoài danh sách", group=V, plant=extra("cong-khai", "period: hk1")),
    Fault(name="màu của trường viết bằng chữ", group=V, plant=extra("truong.yml", "brand_colour: đỏ")),
    Fault(name="tên lớp có khoảng trắng", group=V, plant=value(TIMETABLE, "name", "Lớp A1 điểm chính")),
    Fault(name="danh sách để trống", group=V, turns=2, plant=value(PROCEDURE, "steps", "[]")),
    Fault(
        name="còn gợi ý trong ngoặc «»",
        group=V,
        turns=3,
        plant=value("tin", "title", "«Tiêu đề của bài»", '"«Tiêu đề»"', "«Hội khỏe năm …»"),
    ),
    Fault(
        name="còn gợi ý ở văn bản",
        group=V,
        turns=2,
        plant=value("van-ban", "abstract", "«Trích yếu của văn bản»", "«Số, ký hiệu, trích yếu»"),
    ),
)
