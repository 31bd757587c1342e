"""Who the corpus schools are: five levels and one school of three levels, public and private; all of them fictional."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One school before a word of it is written."""

    key: str
    levels: tuple[str, ...]
    ownership: str
    name: str
    short: str
    symbol: str
    has_meals: bool

    @property
    def is_public(self) -> bool:
        return self.ownership == "public"

    @property
    def conditions(self) -> tuple[str, ...]:
        """What this school has and not every school: a council in private schools, sponsors in public ones."""
        held = {
            "co_to_chuc_an_ban_tru": self.has_meals,
            "co_tai_tro_dong_gop": self.is_public,
            "co_hoi_dong_truong": not self.is_public,
            "co_hoc_vien_duoi_18": self.levels == ("continuing",),
        }
        return tuple(name for name, is_held in held.items() if is_held)

    def has(self, conditions: tuple[str, ...]) -> bool:
        """Whether what is asked under these conditions is asked of this school."""
        return not conditions or bool(set(conditions) & set(self.conditions))

    @property
    def place(self) -> str:
        """What it calls itself in a sentence."""
        return "trung tâm" if self.levels == ("continuing",) else "trường"

    @property
    def ward(self) -> str:
        """The ward it stands in and is called by."""
        return self.short.removeprefix("Trung tâm ").removeprefix("Trường ")

    @property
    def pupil(self) -> str:
        """What the school calls those who learn there."""
        return {"preschool": "trẻ em", "continuing": "học viên"}.get(self.levels[0], "học sinh")

    @property
    def mailbox(self) -> str:
        return f"{self.symbol.lower()}.hcm@hcm.edu.vn"


_NAMES: tuple[tuple[str, tuple[str, ...], str, str, str, str, bool], ...] = (
    ("mam-non", ("preschool",), "Mầm non", "Hoa Mai", "MNHM", "Nắng Xuân", True),
    ("tieu-hoc", ("primary",), "Tiểu học", "Bằng Lăng", "THBL", "Ban Mai", True),
    ("thcs", ("lower_secondary",), "Trung học cơ sở", "Ngọc Lan", "THCSNL", "Trí Việt", True),
    ("thpt", ("upper_secondary",), "Trung học phổ thông", "Điệp Vàng", "THPTDV", "Minh Trí", False),
    ("gdtx", ("continuing",), "Giáo dục thường xuyên", "Sen Hồng", "GDTXSH", "Tân Tiến", False),
    (
        "nhieu-cap",
        ("primary", "lower_secondary", "upper_secondary"),
        "Tiểu học, Trung học cơ sở và Trung học phổ thông",
        "Hoa Đào",
        "THHD",
        "Chân Trời",
        True,
    ),
)


def _profile(
    key: str, levels: tuple[str, ...], sort: str, name: str, symbol: str, *, public: bool, has_meals: bool
) -> Profile:
    word = "Trung tâm" if levels == ("continuing",) else "Trường"
    return Profile(
        key=f"{key}-{'cong-lap' if public else 'tu-thuc'}",
        levels=levels,
        ownership="public" if public else "private",
        name=f"{word} {sort} {name}",
        short=f"{word} {name}",
        symbol=symbol if public else symbol + "TT",
        has_meals=has_meals,
    )


PROFILES: tuple[Profile, ...] = tuple(
    _profile(key, levels, sort, public if is_public else private, symbol, public=is_public, has_meals=meals)
    for key, levels, sort, public, symbol, private, meals in _NAMES
    for is_public in (True, False)
)
