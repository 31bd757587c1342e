"""Schedules, menus and plans of a school: the last, this and the next week, two months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .profiles import Profile
from .writing import Value, data_file, markdown_file


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
