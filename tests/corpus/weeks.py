"""Schedules, menus and plans of a school: the last, this and the next week, two months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .profiles import Profile
from .writing import Value, data_file, markdown_file

_WEEK_PLAN = """Mỗi ngày một chủ đề nhỏ, mỗi góc chơi một việc làm được bằng tay.

| Ngày | Hoạt động học | Chơi ngoài trời |
|---|---|---|
| Thứ Hai | Trò chuyện về nghề của cha mẹ | Quan sát cây trong sân |
| Thứ Ba | Vận động: bò chui qua cổng | Chơi cát, nước |
| Thứ Tư | Làm quen chữ cái, kể chuyện | Trò chơi dân gian |
| Thứ Năm | Đếm trong phạm vi 5, xếp hình | Chăm vườn rau |
| Thứ Sáu | Hát, vận động theo nhạc | Chơi tự do |
"""
_MONTH_PLAN = """Chủ đề của tháng: những người quanh em.

## Mục tiêu

- Trẻ kể được tên, công việc của người thân và cô bác trong trường.
- Trẻ tự rửa tay, tự xúc ăn, cất đồ chơi đúng chỗ.

## Hoạt động lớn

- Cân, đo và chấm biểu đồ tăng trưởng trong tuần đầu của tháng.
- Một buổi tham quan bếp của trường; một buổi cha mẹ đến kể chuyện nghề của mình.
"""
_LUNCHES = (
    ("Cơm trắng", "Thịt kho trứng cút", "Canh cải xanh thịt bằm", "Chuối"),
    ("Cơm trắng", "Cá ba sa sốt cà chua", "Canh bí đỏ nấu tôm", "Dưa hấu"),
    ("Bún bò rau thơm", "Giá trụng", "Cam"),
    ("Cơm trắng", "Đậu hũ nhồi thịt", "Canh mồng tơi", "Đu đủ"),
    ("Cơm trắng", "Gà kho gừng", "Canh chua cá lóc", "Thanh long"),
)
_MORNINGS = ("Cháo thịt bằm cà rốt", "Phở gà", "Bún riêu", "Cháo cá đậu xanh", "Mì trứng rau củ")
_AFTERNOONS = ("Sữa chua", "Bánh bông lan, sữa", "Chè đậu xanh", "Rau câu trái cây", "Bánh mì bơ sữa")


def meals(profile: Profile, at: int) -> list[Value]:
    """What there is on the day of the week: lunch and a bite in the afternoon, and breakfast for the youngest."""
    lunch: dict[str, Value] = {"name": "Bữa trưa", "dishes": list(_LUNCHES[at]), "energy_kcal": 690 + 10 * at}
    bite: dict[str, Value] = {"name": "Bữa xế", "dishes": [_AFTERNOONS[at]], "energy_kcal": 150 + 5 * at}
    if "preschool" not in profile.levels:
        return [lunch, bite]
    morning: dict[str, Value] = {"name": "Bữa sáng", "dishes": [_MORNINGS[at]], "energy_kcal": 230 + 5 * at}
    return [morning, {**lunch, "energy_kcal": 420 + 10 * at}, {**bite, "energy_kcal": 140 + 5 * at}]


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
                        "ends_on": (start + timedelta(days=4)).isoformat(),
                        "supplier": "Bếp ăn nhà trường",
                        "days": [
                            {
                                "day": (start + timedelta(days=at)).isoformat(),
                                "meals": meals(profile, at),
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
                        "theme": "Những người quanh em",
                    },
                    _WEEK_PLAN,
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
                        "theme": "Những người quanh em",
                    },
                    _MONTH_PLAN,
                ),
            )
