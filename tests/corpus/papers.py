"""Official documents of a school: the founding, the appointments, and one for every standing demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import attachments
from .law import Owed
from .people import LEADERS
from .profiles import Profile
from .writing import markdown_file


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
        for at, (name, position, _) in enumerate(LEADERS, start=2)
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
                    "signer": LEADERS[0][0],
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
