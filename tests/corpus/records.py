"""All files of a school but its disclosures: profile, people, pages, documents, news, weeks, forms, links."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from . import attachments
from .law import CITY, Owed, owed_by
from .profiles import Profile
from .writing import Value, data_file, markdown_file

_LEADERS = (
    ("Nguyễn Thị Minh Hạnh", "Hiệu trưởng", "Lãnh đạo chung, tài chính, tổ chức, công khai"),
    ("Lê Thu Hà", "Phó Hiệu trưởng", "Chuyên môn, tuyển sinh, kiểm định chất lượng"),
    ("Phạm Quốc Tuấn", "Phó Hiệu trưởng", "Cơ sở vật chất, an toàn, công nghệ thông tin"),
)
_TOPICS = (
    ("lich-su", "history", "Lịch sử hình thành"),
    ("thanh-tich", "achievements", "Thành tích"),
    ("dinh-huong", "orientation", "Định hướng phát triển"),
    ("to-chuc", "organisation", "Tổ chức bộ máy"),
)
_UNIONS = (
    ("chi-bo", "party", "Chi bộ"),
    ("cong-doan", "union", "Công đoàn cơ sở"),
    ("doan-thanh-nien", "youth_union", "Chi đoàn giáo viên"),
    ("lien-doi", "pioneers", "Liên đội"),
    ("hoi-khuyen-hoc", "study_promotion", "Chi hội khuyến học"),
)
_FORMS = (
    ("don-xin-nghi-hoc", "leave_of_absence", "Đơn xin nghỉ học"),
    ("don-xin-phuc-khao", "remarking", "Đơn xin phúc khảo bài kiểm tra"),
    ("ho-so-tuyen-sinh-dau-cap", "entry_admission", "Hồ sơ tuyển sinh đầu cấp"),
)
_NEWS = (
    ("ngay-hoi-doc-sach", "Ngày hội đọc sách ở sân trường"),
    ("hoi-khoe", "Hội khỏe Phù Đổng cấp trường"),
    ("trong-cay", "Trồng cây đầu xuân"),
    ("an-toan-giao-thong", "Buổi học về an toàn giao thông"),
    ("van-nghe", "Hội diễn văn nghệ"),
    ("tham-vien-bao-tang", "Một ngày ở bảo tàng"),
)


def _mail(profile: Profile, name: str) -> str:
    return f"{name}.{profile.mailbox}"


def _none(item: str, reason: str, day: str = "2026-06-15") -> dict[str, Value]:
    return {"item": item, "declared_none_on": day, "reason": reason}


def _address(profile: Profile) -> str:
    return f"12 đường Hoa Sữa, phường {profile.short.split(' ', 1)[1]}, {CITY}"


def data(profile: Profile) -> dict[str, bytes]:
    """The data files: profile, staff, links, sources, timetable."""
    ward = profile.short.split(" ", 1)[1]
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
            "name": _LEADERS[0][0],
            "position": "Hiệu trưởng",
            "address": f"Phòng Hiệu trưởng, {_address(profile)}",
            "phone": "(028) 3999 0101",
            "email": _mail(profile, "hieutruong"),
        },
        "responsible_for_content": "Nguyễn Thị Minh Hạnh – Hiệu trưởng",
        "editorial_board": [{"name": name, "duty": duty} for name, _, duty in _LEADERS],
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
                zip(("hieutruong", "pht1", "pht2"), _LEADERS, strict=True), start=2
            )
        ],
        "units": [
            {"name": "Tổ chuyên môn 1", "head": "Lê Quang Vinh", "email": _mail(profile, "to1"), "member_count": 12},
            {"name": "Tổ Văn phòng", "head": "Đặng Ngọc Lan", "email": profile.mailbox, "phone": "(028) 3999 0101"},
        ],
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


def documents(profile: Profile, owed: Sequence[Owed]) -> Iterator[tuple[str, bytes]]:
    """Official documents: the founding, three appointments, and one for every standing demand of this kind."""
    by = "Ủy ban nhân dân quận (trước ngày 1/7/2025)"
    received: list[tuple[str, str, str, str]] = [
        ("1998-1287-qd-tl", "1287/QĐ-UB", f"Về việc thành lập {profile.name}", "1998-08-20")
    ]
    received += [
        (
            f"2023-{1840 + at}-qd-bn",
            f"{1840 + at}/QĐ-UBND",
            f"Về việc bổ nhiệm ông, bà {name} làm {position}",
            "2023-08-08",
        )
        for at, (name, position, _) in enumerate(_LEADERS, start=2)
    ]
    for at, (stem, number, abstract, day) in enumerate(received):
        yield (
            f"van-ban/{stem}.md",
            markdown_file(
                {
                    "number": number,
                    "document_type": "decision",
                    "abstract": abstract,
                    "issuer": by,
                    "issued_on": day,
                    "effective_on": "2023-08-15" if at else day,
                    "direction": "received",
                    "subject_area": "personnel" if at else "organisation",
                    "satisfies": ["quyet-dinh-bo-nhiem-lanh-dao" if at else "quyet-dinh-thanh-lap"],
                },
                f"{abstract}. Quyết định được lưu tại văn phòng nhà trường.",
            ),
        )
    own = [one for one in owed if one.id not in ("quyet-dinh-thanh-lap", "quyet-dinh-bo-nhiem-lanh-dao")]
    for at, one in enumerate(own, start=31):
        is_plan = one.id.startswith(("chien-luoc", "ke-hoach", "tai-tro", "chinh-sach"))
        sort, letters = ("plan", "KH") if is_plan else ("decision", "QĐ")
        stem = f"2025-{at}-{'kh' if is_plan else 'qd'}-{profile.symbol.lower()}"
        verb = "Kế hoạch: " if is_plan else "Về việc ban hành "
        yield (
            f"tep/{stem}.pdf",
            attachments.pdf(
                f"Văn bản số {at}/{letters}-{profile.symbol}", one.title[:90], "Nơi nhận: như trên; lưu văn thư"
            ),
        )
        yield (
            f"van-ban/{stem}.md",
            markdown_file(
                {
                    "number": f"{at}/{letters}-{profile.symbol}",
                    "document_type": sort,
                    "abstract": verb + one.title[0].lower() + one.title[1:],
                    "issuer": profile.short,
                    "signer": _LEADERS[0][0],
                    "signer_title": "Hiệu trưởng",
                    "issued_on": f"2025-10-{at - 20:02}",
                    "effective_on": f"2025-10-{at - 20:02}",
                    "direction": "issued",
                    "subject_area": "organisation",
                    "satisfies": [one.id],
                    "published_on": f"2025-10-{at - 20:02}",
                    "attachments": [{"file": f"tep/{stem}.pdf", "title": f"Văn bản số {at} (PDF)"}],
                },
                f"Áp dụng cho toàn thể cán bộ, giáo viên, nhân viên và {profile.pupil} của trường.",
            ),
        )


def pages(profile: Profile) -> Iterator[tuple[str, bytes]]:
    """Pages people read: introduction, unions, news, events, notices, forms, procedures, admission, resources."""
    for order, (stem, topic, title) in enumerate(_TOPICS, start=1):
        head: dict[str, Value] = {"title": title, "topic": topic, "summary": f"{title} của trường.", "order": order}
        if topic == "achievements":
            head["satisfies"] = ["nien-giam-thong-ke-5-nam"]
        yield f"gioi-thieu/{stem}.md", markdown_file(head, f"{title} của {profile.name}, kể từ năm 1998 đến nay.")
    for stem, sort, title in _UNIONS:
        yield (
            f"doan-the/{stem}.md",
            markdown_file(
                {"title": title, "organisation_type": sort, "summary": f"{title} của trường và việc làm trong năm."},
                "Sinh hoạt mỗi tháng một lần tại phòng hội đồng.",
            ),
        )
    # Schools with secondary grades are looked at for forty articles a school year.
    is_secondary = bool({"lower_secondary", "upper_secondary"} & set(profile.levels))
    for at in range(41 if is_secondary else 6):
        stem, title = _NEWS[at % len(_NEWS)]
        day = date(2025, 9, 8) + timedelta(days=6 * at) if is_secondary else date(2026, 10, 5) + timedelta(days=7 * at)
        told: dict[str, Value] = {
            "title": f"{title}, kỳ {at // 6 + 1}",
            "published_on": day.isoformat(),
            "topic": "school_life",
            "summary": f"{title} của trường tháng {day.month} năm {day.year}.",
            "author": "Tổ Truyền thông",
        }
        if at == 0:
            told["picture"] = {
                "file": "hinh/san-truong.jpg",
                "alt": "Sân trường có hàng cây",
                "people": "pupils",
                "consent_number": "12/2026-ĐY",
            }
        yield (
            f"tin-tuc/{day.isoformat()}-{stem}.md",
            markdown_file(told, f"{title} diễn ra trong một buổi sáng, có đông đủ thầy cô và {profile.pupil}."),
        )
    yield (
        "thong-bao/2026-11-16-hop-cha-me.md",
        markdown_file(
            {
                "title": "Họp cha mẹ giữa học kỳ I",
                "published_on": "2026-11-16",
                "expires_on": "2026-11-28",
                "audience": "parents",
                "summary": "Trường mời cha mẹ dự họp sáng thứ Bảy 28/11/2026.",
            },
            "Xin gửi xe ở sân sau. Tài liệu công khai được phát tại cuộc họp.",
        ),
    )
    yield (
        "su-kien/2026-11-28-hop-cha-me.md",
        markdown_file(
            {
                "title": "Họp cha mẹ giữa học kỳ I",
                "starts_on": "2026-11-28",
                "starts_at": "07:30",
                "ends_at": "10:00",
                "place": "Phòng học của từng lớp",
                "audience": "parents",
                "summary": "Họp cha mẹ của các lớp.",
            },
            "Mỗi gia đình cử một người dự họp.",
        ),
    )
    for stem, sort, title in _FORMS:
        yield f"tep/{stem}.docx", attachments.docx(title, "Kính gửi: Hiệu trưởng", "Họ và tên, lớp, lý do, chữ ký")
        yield (
            f"bieu-mau/{stem}.md",
            markdown_file(
                {
                    "title": title,
                    "form_type": sort,
                    "summary": f"{title} theo mẫu của trường.",
                    "attachments": [{"file": f"tep/{stem}.docx", "title": title}],
                },
                "Điền rồi nộp tại văn phòng.",
            ),
        )
    yield (
        "thu-tuc/xin-nghi-hoc.md",
        markdown_file(
            {
                "title": "Xin nghỉ học có phép",
                "summary": "Cha mẹ xin cho con nghỉ học.",
                "applicants": "Cha, mẹ hoặc người giám hộ",
                "channels": ["Nộp tại văn phòng"],
                "steps": ["Điền đơn", "Nộp đơn", "Nhận trả lời"],
                "dossier": ["Đơn xin nghỉ học theo mẫu"],
                "copies": 1,
                "time_limit_days": 1,
                "responsible_body": "Văn phòng nhà trường",
                "result": "Trả lời trên đơn",
                "fee_vnd": 0,
                "form_templates": ["don-xin-nghi-hoc"],
            },
            "Xem [mẫu đơn](../bieu-mau/don-xin-nghi-hoc.md).",
        ),
    )
    for year in (2025, 2026):
        yield (
            f"tuyen-sinh/{year}-{year + 1}.md",
            markdown_file(
                {
                    "title": f"Tuyển sinh năm học {year}-{year + 1}",
                    "school_year": f"{year}-{year + 1}",
                    "published_on": f"{year}-05-06",
                    "opens_on": f"{year}-06-08",
                    "closes_on": f"{year}-07-10",
                    "quota": 180,
                    "target": "Người học cư trú trên địa bàn",
                    "method": "Xét tuyển trực tuyến",
                    "milestones": [{"day": f"{year}-06-08", "what": "Bắt đầu đăng ký"}],
                    "online_service": "https://tuyensinhdaucap.hcm.edu.vn",
                    "summary": "Đăng ký trực tuyến trên cổng của Thành phố.",
                    "form_templates": ["ho-so-tuyen-sinh-dau-cap"],
                },
                "Trường không thu tiền khi nhận hồ sơ.",
            ),
        )
    yield (
        "gop-y/quy-che-dan-chu.md",
        markdown_file(
            {
                "title": "Lấy ý kiến dự thảo quy chế dân chủ",
                "opens_on": "2026-11-02",
                "closes_on": "2026-12-04",
                "contact_email": profile.mailbox,
                "summary": "Trường xin ý kiến về dự thảo quy chế dân chủ năm 2027.",
            },
            "Ý kiến xin gửi về thư của trường trước ngày 4/12/2026.",
        ),
    )
    yield (
        "hoc-lieu/on-tap-hoc-ky-1.md",
        markdown_file(
            {
                "title": "Ôn tập cuối học kỳ I",
                "subject": "Toán",
                "grade": "1",
                "resource_type": "revision",
                "author": "Tổ chuyên môn 1",
                "reviewed_by": "Tổ chuyên môn 1",
                "reviewed_on": "2026-11-10",
                "published_on": "2026-11-12",
                "summary": "Những điều cần nhớ và bài tự kiểm tra.",
            },
            "Đọc lại bài đã học, làm bài tự kiểm tra rồi hỏi thầy cô điều chưa rõ.",
        ),
    )


def weekly(profile: Profile, as_of: date) -> Iterator[tuple[str, bytes]]:
    """Schedules, menus and plans of the last, this and the next week, put up in time."""
    monday = as_of - timedelta(days=as_of.weekday())
    for shift in (-1, 0, 1):
        start = monday + timedelta(days=7 * shift)
        name = "{}-W{:02}".format(*start.isocalendar()[:2])
        put_up = start - timedelta(days=3)
        span: dict[str, Value] = {
            "starts_on": start.isoformat(),
            "ends_on": (start + timedelta(days=5)).isoformat(),
            "published_on": put_up.isoformat(),
        }
        yield (
            f"lich-cong-tac/{name}.yml",
            data_file(
                {
                    "school_week": 11 + shift,
                    **span,
                    "entries": [
                        {
                            "day": (start + timedelta(days=at)).isoformat(),
                            "starts_at": "07:30",
                            "ends_at": "09:00",
                            "topic": topic,
                            "place": "Sân trường",
                            "chair": chair,
                            "attendees": "Toàn trường",
                        }
                        for at, (topic, chair) in enumerate(
                            (
                                ("Chào cờ đầu tuần", "Hiệu trưởng"),
                                ("Giao ban", "Hiệu trưởng"),
                                ("Sinh hoạt tổ chuyên môn", "Tổ trưởng"),
                            )
                        )
                    ],
                }
            ),
        )
        if profile.has_meals:
            yield (
                f"thuc-don/{name}.yml",
                data_file(
                    {
                        **span,
                        "supplier": "Bếp ăn nhà trường",
                        "days": [
                            {
                                "day": (start + timedelta(days=at)).isoformat(),
                                "meals": [
                                    {
                                        "name": "Bữa trưa",
                                        "dishes": ["Cơm trắng", "Thịt kho trứng", "Canh cải"],
                                        "energy_kcal": 700,
                                    }
                                ],
                            }
                            for at in range(5)
                        ],
                    }
                ),
            )
        if "preschool" in profile.levels:
            yield (
                f"ke-hoach/{name}.md",
                markdown_file(
                    {
                        "title": f"Kế hoạch tuần {11 + shift}",
                        "period": "week",
                        "published_on": put_up.isoformat(),
                        "summary": "Các hoạt động học và chơi của từng ngày trong tuần.",
                    },
                    "Mỗi ngày một chủ đề nhỏ.",
                ),
            )
    if "preschool" in profile.levels:
        for month, day in ((11, "2026-10-20"), (12, "2026-11-20")):
            yield (
                f"ke-hoach/2026-{month}.md",
                markdown_file(
                    {
                        "title": f"Kế hoạch tháng {month} năm 2026",
                        "period": "month",
                        "published_on": day,
                        "summary": "Chủ đề của tháng và các hoạt động lớn.",
                    },
                    "Chủ đề của tháng: những người quanh em.",
                ),
            )


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
