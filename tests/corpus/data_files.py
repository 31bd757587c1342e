"""The data files of a school: profile, directory, links, sources, timetable, and the news taken in this morning."""

from __future__ import annotations

import json

from .figures import Figures
from .law import CITY, owed_by
from .people import HEADS, LEADERS, OFFICE_HEAD
from .profiles import Profile
from .pupils import LAST_YEAR
from .writing import Value, data_file


def _mail(profile: Profile, name: str) -> str:
    return f"{name}.{profile.mailbox}"


def _none(item: str, reason: str, day: str = "2026-06-15") -> dict[str, Value]:
    return {"item": item, "declared_none_on": day, "reason": reason}


def _address(profile: Profile) -> str:
    return f"12 đường Hoa Sữa, phường {profile.ward}, {CITY}"


def _units(profile: Profile, figures: Figures) -> list[Value]:
    """The subject teams and the office, as large as the disclosures say."""
    staff = figures.staff
    told: list[Value] = [
        {
            "name": post.name,
            "head": HEADS[at],
            "position": "Tổ trưởng",
            "email": _mail(profile, f"to{at + 1}"),
            "member_count": post.count,
            "duties": f"{post.name}: dạy học, dự giờ, bồi dưỡng và kiểm tra chuyên môn của tổ.",
            "reports_to": LEADERS[1][0],
        }
        for at, post in enumerate(staff.of(LAST_YEAR, "teacher"))
    ]
    told.append(
        {
            "name": "Tổ Văn phòng",
            "head": OFFICE_HEAD,
            "position": "Tổ trưởng, văn thư",
            "email": profile.mailbox,
            "phone": "(028) 3999 0101",
            "member_count": staff.count(LAST_YEAR, "clerk"),
            "duties": "Văn thư, kế toán, thủ quỹ, y tế, thư viện, bảo vệ; nơi nhận và trả kết quả các thủ tục.",
            "reports_to": LEADERS[2][0],
        }
    )
    return told


def data(profile: Profile, figures: Figures) -> dict[str, bytes]:
    """The data files: profile, staff, links, sources, timetable."""
    ward = profile.ward
    authority = f"Ủy ban nhân dân phường {ward}" if profile.is_public else f"Công ty Cổ phần Giáo dục {ward}"
    absent = [
        _none(owed.id, "Trường đã rà soát và không có nội dung này.")
        for owed in owed_by(profile)
        if not profile.has(owed.conditions) and owed.period in ("standing", "week")
    ]
    told: dict[str, Value] = {
        "is_sample": True,
        "as_of": "2026-11-22",
        "site": "published",
        "name": profile.name,
        "short_name": profile.short,
        "document_symbol": profile.symbol,
        "school_levels": list(profile.levels),
        "ownership": profile.ownership,
        "conditions": list(profile.conditions),
        "managing_authority": {"name": authority},
        "department": {"name": f"Sở Giáo dục và Đào tạo {CITY}", "website": "https://hcm.edu.vn"},
        "street_address": _address(profile),
        "phone": "(028) 3999 0101",
        "email": profile.mailbox,
        "website": f"https://{profile.symbol.lower()}.hcm.edu.vn",
        "mission": f"Nuôi dưỡng, dạy dỗ mỗi {profile.pupil} trong một môi trường an toàn, tôn trọng và nhiều niềm vui.",
        "vision": "Đến năm 2030 là nơi cha mẹ trong phường yên tâm gửi con, thầy cô muốn gắn bó lâu dài.",
        "goals": f"Mỗi {profile.pupil} được quan tâm đúng mức; mọi giáo viên hoàn thành bồi dưỡng hằng năm.",
        "representative": {
            "name": LEADERS[0][0],
            "position": "Hiệu trưởng",
            "address": f"Phòng Hiệu trưởng, {_address(profile)}",
            "phone": "(028) 3999 0101",
            "email": _mail(profile, "hieutruong"),
        },
        "responsible_for_content": "Nguyễn Thị Minh Hạnh – Hiệu trưởng",
        "editorial_board": [{"name": name, "duty": duty} for name, _, duty in LEADERS],
        "school_year": "2026-2027",
        "founded_on": "1998-08-20",
        "hero_picture": {"file": "hinh/cong-truong.jpg", "alt": "Cổng trường buổi sáng", "people": "none"},
        "breaks": [
            {"name": "Nghỉ Tết Bính Ngọ 2026", "starts_on": "2026-02-09", "ends_on": "2026-02-22"},
            {"name": "Nghỉ hè năm 2026", "starts_on": "2026-06-01", "ends_on": "2026-08-23"},
            {"name": "Nghỉ Tết Đinh Mùi 2027", "starts_on": "2027-02-01", "ends_on": "2027-02-14"},
        ],
        "declared_none": absent,
    }
    staff: dict[str, Value] = {
        "leadership": [
            {
                "name": name,
                "position": position,
                "phone": f"(028) 3999 010{at}",
                "email": _mail(profile, mailbox),
                "workplace": "Phòng làm việc tầng 1 dãy A",
                "duties": duty,
                "appointed_by": f"2023-{1840 + at}-qd-bn",
                "term_starts_on": "2023-08-15",
                "term_ends_on": "2028-08-14",
            }
            for at, (mailbox, (name, position, duty)) in enumerate(
                zip(("hieutruong", "pht1", "pht2"), LEADERS, strict=True), start=2
            )
        ],
        "units": _units(profile, figures),
    }
    links: dict[str, Value] = {
        "groups": [
            {
                "name": "Cơ quan quản lý",
                "links": [
                    {"name": f"Sở Giáo dục và Đào tạo {CITY}", "address": "https://hcm.edu.vn"},
                    {"name": "Bộ Giáo dục và Đào tạo", "address": "https://moet.gov.vn"},
                ],
            }
        ]
    }
    sources: dict[str, Value] = {
        "sources": [
            {
                "id": "so-gddt",
                "name": f"Sở Giáo dục và Đào tạo {CITY}",
                "role": "department",
                "address": "https://hcm.edu.vn/rss",
            },
            {
                "id": "co-quan-quan-ly",
                "name": authority,
                "role": "managing_authority",
                "address": "https://hochiminhcity.gov.vn/rss",
            },
        ]
    }
    made = {
        "truong.yml": data_file(told),
        "can-bo.yml": data_file(staff),
        "lien-ket.yml": data_file(links),
        "nguon-tin.yml": data_file(sources),
    }
    if profile.levels != ("preschool",):
        days = {
            day: ["Toán", "Ngữ văn", "Giáo dục thể chất"]
            for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
        }
        made["thoi-khoa-bieu/2026-2027-hk1.yml"] = data_file(
            {
                "school_year": "2026-2027",
                "term": 1,
                "effective_on": "2026-09-07",
                "period_starts": ["07:00", "07:50", "08:50"],
                "class_groups": [{"name": "A1", "grade": "1", "room": "A101", "morning": days}],
            }
        )
    return made


def news_taken_in() -> dict[str, bytes]:
    """The register of upstream news: both sources answered this morning, and one letter came."""
    moment = "2026-11-22T07:30:00+07:00"
    sources = ("co-quan-quan-ly", "so-gddt")
    item = {
        "id": "48524a9878a07155",
        "title": "Hướng dẫn kiểm tra cuối học kỳ I",
        "link": "https://hcm.edu.vn/van-ban/kiem-tra",
        "published_at": "2026-11-20T15:40:00+07:00",
        "first_seen_at": "2026-11-20T16:30:00+07:00",
        "summary": "Các trường chủ động xây dựng đề.",
    }
    made: dict[str, object] = {
        f"so-ghi/nguon-tin/{name}.json": {"source_id": name, "items": [item] if name == "so-gddt" else []}
        for name in sources
    }
    made["so-ghi/nguon-tin/suc-khoe.json"] = {
        "sources": [{"source_id": name, "last_success_at": moment, "last_tried_at": moment} for name in sources]
    }
    return {path: (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode() for path, value in made.items()}
