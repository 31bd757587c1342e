"""Pages people read: introduction, unions, news, events, notices, forms, procedures, admission, resources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from . import attachments
from .figures import Figures
from .profiles import Profile
from .writing import Value, markdown_file

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
    ("trong-cay", "Trồng cây quanh sân trường"),
    ("an-toan-giao-thong", "Buổi học về an toàn giao thông"),
    ("van-nghe", "Hội diễn văn nghệ"),
    ("tham-vien-bao-tang", "Một ngày ở bảo tàng"),
)


def pages(profile: Profile, figures: Figures) -> Iterator[tuple[str, bytes]]:
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
                    "quota": sum(group.began for group in figures.pupils.entry(year)),
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
