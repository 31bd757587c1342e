"""Who works in a school, year by year, by post and qualification: one count that every item of the year agrees with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from .profiles import Profile
from .pupils import FIRST_YEAR, LAST_YEAR, Pupils

QUALIFICATIONS = ("thac-si", "dai-hoc", "cao-dang", "trung-cap", "duoi-trung-cap")
_TEAMS = {
    "preschool": ("Tổ Nhà trẻ", "Tổ Mẫu giáo bé", "Tổ Mẫu giáo nhỡ", "Tổ Mẫu giáo lớn"),
    "primary": ("Tổ khối 1", "Tổ khối 2 và 3", "Tổ khối 4 và 5", "Tổ Bộ môn"),
    "lower_secondary": ("Tổ Toán – Tin học", "Tổ Ngữ văn", "Tổ Ngoại ngữ", "Tổ Khoa học tự nhiên", "Tổ Xã hội"),
    "upper_secondary": ("Tổ Toán – Tin học", "Tổ Ngữ văn", "Tổ Ngoại ngữ", "Tổ Khoa học tự nhiên", "Tổ Xã hội"),
    "continuing": ("Tổ Văn hóa", "Tổ Ngoại ngữ – Tin học"),
}
_CLERKS = ("Văn thư", "Kế toán", "Thủ quỹ", "Y tế", "Thư viện", "Thiết bị, thí nghiệm", "Bảo vệ, phục vụ")


@dataclass(frozen=True, kw_only=True)
class Post:
    """People of one post: how many of each qualification."""

    name: str
    sort: str
    held: Mapping[str, int]

    @property
    def count(self) -> int:
        return sum(self.held.values())


def together(posts: Iterable[Post]) -> dict[str, int]:
    """How many of each qualification in several posts."""
    there = list(posts)
    return {name: sum(post.held.get(name, 0) for post in there) for name in QUALIFICATIONS}


class Staff:
    """The posts of every school year."""

    def __init__(self, profile: Profile, pupils: Pupils, dice: Random) -> None:
        is_preschool = profile.levels == ("preschool",)
        names = list(dict.fromkeys(team for level in profile.levels for team in _TEAMS[level]))
        teachers = max(2 * len(names), pupils.classes(LAST_YEAR) * (20 if is_preschool else 16) // 10)
        masters = teachers // (12 if is_preschool else 5)
        college = teachers // 6 if is_preschool else teachers // 20
        kitchen = dice.randint(4, 7) if is_preschool else dice.randint(2, 4)
        self._years: dict[int, tuple[Post, ...]] = {}
        for year in range(FIRST_YEAR - 1, LAST_YEAR + 1):
            grown = year - FIRST_YEAR
            degrees = [
                masters + (grown + 1) // 2,
                teachers - masters - college + grown // 2,
                max(0, college - grown // 2),
            ]
            posts = [
                Post(name="Hiệu trưởng", sort="head", held={"thac-si": 1}),
                Post(name="Phó hiệu trưởng", sort="deputy", held={"thac-si": 1, "dai-hoc": 1}),
            ]
            for at, name in enumerate(names):
                held = {
                    degree: count // len(names) + (at < count % len(names))
                    for degree, count in zip(QUALIFICATIONS, degrees, strict=False)
                }
                posts.append(Post(name=name, sort="teacher", held=held))
            for at, name in enumerate(_CLERKS):
                if name == "Thiết bị, thí nghiệm" and is_preschool:
                    continue
                held = {"duoi-trung-cap": kitchen} if at == len(_CLERKS) - 1 else {QUALIFICATIONS[1 + at % 3]: 1}
                posts.append(Post(name=name, sort="clerk", held=held))
            self._years[year] = tuple(posts)

    def of(self, year: int, *sorts: str) -> tuple[Post, ...]:
        """The posts of that school year, all or those of some sorts: head, deputy, teacher, clerk."""
        return tuple(post for post in self._years[year] if not sorts or post.sort in sorts)

    def count(self, year: int, *sorts: str) -> int:
        """How many people hold them."""
        return sum(post.count for post in self.of(year, *sorts))
