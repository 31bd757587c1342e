"""All figures of one school: pupils, staff and money, from a seed and nothing else."""

from __future__ import annotations

from random import Random

from .money import Money
from .profiles import Profile
from .pupils import Pupils
from .staff import Staff


def vnd(amount: int) -> str:
    """A number as people here write it: 1.234.567."""
    return f"{amount:,}".replace(",", ".")


def decimal(above: int, below: int, places: int = 1) -> str:
    """A quotient as people here write it, rounded half up: 43,9."""
    scale = 10**places
    scaled = (above * 2 * scale + below) // (2 * below)
    whole, rest = divmod(scaled, scale)
    return vnd(whole) + (f",{rest:0{places}}".rstrip("0") if rest else "")


def percent(part: int, whole: int) -> str:
    """A share with one decimal: 91,7%."""
    return decimal(part * 100, whole) + "%"


class Figures:
    """All numbers of one school; the same profile and seed give the same numbers."""

    def __init__(self, profile: Profile, seed: int) -> None:
        self.profile = profile
        self._seed = f"{profile.key}/{seed}"
        self.pupils = Pupils(profile, self.dice("pupils"))
        self.staff = Staff(profile, self.pupils, self.dice("staff"))
        self.money = Money(profile, self.pupils, self.dice("money"))

    def dice(self, what: str) -> Random:
        """Chance for one thing, not moved by how often another asks for it."""
        return Random(f"{self._seed}/{what}")
