"""The money of one school, year by year: budget, income, spending, donations and funds, carried from year to year."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .profiles import Profile
from .pupils import FIRST_YEAR, LAST_YEAR, Pupils, parts

MILLION = 1_000_000
NATURES = ("Thanh toán cho cá nhân", "Nghiệp vụ chuyên môn", "Mua sắm, sửa chữa", "Chi khác")
SOURCES = ("Kinh phí nhiệm vụ thường xuyên", "Kinh phí nhiệm vụ không thường xuyên")
_FUNDS = ("Quỹ phát triển hoạt động", "Quỹ khen thưởng, phúc lợi")
_GIFTS = (
    ("Tủ sách lớp học", "Công ty Sách và Thiết bị Hoa Sữa"),
    ("Học bổng vượt khó", "Chi hội Khuyến học phường"),
    ("Cây xanh sân trường", "Hợp tác xã Cây cảnh Sông Xanh"),
)


@dataclass(frozen=True, kw_only=True)
class Source:
    """One kind of budget money in a year: carried over, assigned, and used in each quarter."""

    name: str
    carried: int
    assigned: int
    used: tuple[int, int, int, int]

    @property
    def usable(self) -> int:
        return self.carried + self.assigned

    @property
    def left(self) -> int:
        return self.usable - sum(self.used)


@dataclass(frozen=True, kw_only=True)
class Fund:
    """One fund in a year."""

    name: str
    opened: int
    put: int
    taken: int

    @property
    def closed(self) -> int:
        return self.opened + self.put - self.taken


@dataclass(frozen=True, kw_only=True)
class Gift:
    """One donation, spent in the year in which it came."""

    name: str
    giver: str
    received: int


@dataclass(frozen=True, kw_only=True)
class Year:
    """One fiscal year."""

    sources: tuple[Source, ...]
    natures: tuple[tuple[int, int, int, int], ...]
    """What each kind of spending took of the budget, by quarters."""
    main: int
    """Of the state's budget, or of the investor in a private school."""
    fees: int
    gifts: tuple[Gift, ...]
    other: int
    funds: tuple[Fund, ...]
    spending: tuple[int, int, int, int]

    @property
    def gifts_received(self) -> int:
        return sum(gift.received for gift in self.gifts)

    @property
    def income(self) -> int:
        return self.main + self.fees + self.gifts_received + self.other

    @property
    def spent(self) -> int:
        return sum(self.spending)


class Money:
    """Every fiscal year; what one ends with the next begins with."""

    def __init__(self, profile: Profile, pupils: Pupils, dice: Random) -> None:
        self._years: dict[int, Year] = {}
        carried = [dice.randint(80, 200) * MILLION, 0]
        opened = [dice.randint(60, 90) * MILLION, dice.randint(40, 60) * MILLION]
        for year in range(FIRST_YEAR - 1, LAST_YEAR + 1):
            count = pupils.count(year)
            sources = tuple(
                self._source(dice, name, start, count) for name, start in zip(SOURCES, carried, strict=True)
            )
            quarters = [sum(source.used[at] for source in sources) for at in range(4)]
            by_quarter = [_thousands(dice, total, 74, 14, 8, 4) for total in quarters]
            funds = tuple(
                Fund(name=name, opened=start, put=dice.randint(30, 70) * MILLION, taken=dice.randint(20, 60) * MILLION)
                for name, start in zip(_FUNDS, opened, strict=True)
            )
            gifts = tuple(
                Gift(name=name, giver=giver, received=dice.randint(8, 30) * MILLION)
                for name, giver in (_GIFTS if profile.is_public else ())
            )
            main = sum(quarters) if profile.is_public else count * dice.randint(6, 9) * 100_000
            fees = count * (dice.randint(15, 24) if profile.is_public else dice.randint(180, 240)) * 100_000
            other = dice.randint(10, 60) * MILLION
            income = main + fees + sum(gift.received for gift in gifts) + other
            spending = _thousands(dice, income - sum(fund.put for fund in funds), 70, 20, 4, 6)
            self._years[year] = Year(
                sources=sources, natures=tuple(zip(*by_quarter, strict=True)), main=main, fees=fees, gifts=gifts,
                other=other, funds=funds, spending=spending,
            )  # fmt: skip
            carried = [source.left for source in sources]
            opened = [fund.closed for fund in funds]

    @staticmethod
    def _source(dice: Random, name: str, carried: int, count: int) -> Source:
        is_usual = name == SOURCES[0]
        assigned = count * (dice.randint(110, 130) if is_usual else dice.randint(6, 12)) * 100_000
        left = dice.randint(80, 200) * MILLION if is_usual else 0
        used = _thousands(dice, carried + assigned - left, 22, 25, 24, 29)
        return Source(name=name, carried=carried, assigned=assigned, used=used)

    def of(self, year: int) -> Year:
        """That fiscal year."""
        return self._years[year]


def _thousands(dice: Random, whole: int, *weights: int) -> tuple[int, int, int, int]:
    """An amount cut into four, in whole thousands."""
    one, two, three, four = parts(dice, whole // 1000, *weights)
    return one * 1000, two * 1000, three * 1000, four * 1000 + whole % 1000
