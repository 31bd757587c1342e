"""Pupils of one school through the years: cohorts that move up, and year-end results that are parts of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from school_site.fitting import read_pupils
from school_site.vietnamese import slug

from .law import SCHEMA
from .profiles import Profile

FIRST_YEAR, LAST_YEAR = 2021, 2026
_COURSES = ("Lớp 10 GDTX", "Lớp 11 GDTX", "Lớp 12 GDTX")
# The youngest of the vocabulary's ages are not taken in by these schools.
_YOUNGEST = 2


@dataclass(frozen=True, kw_only=True)
class Group:
    """A grade, age group or course in one school year; counts are those of its end."""

    id: str
    label: str
    is_last: bool
    classes: int
    girls: int
    began: int
    came: int
    left: int
    repeating: int
    study: tuple[int, int, int, int]
    conduct: tuple[int, int, int, int]

    @property
    def count(self) -> int:
        return self.began + self.came - self.left

    @property
    def boys(self) -> int:
        return self.count - self.girls

    def share(self, percent: int) -> int:
        """So many of a hundred, rounded down."""
        return self.count * percent // 100

    @cached_property
    def dice(self) -> Random:
        """For what is said of this group alone."""
        return Random(f"{self.id}/{self.count}/{self.girls}")


def parts(dice: Random, whole: int, *weights: int) -> tuple[int, ...]:
    """A whole number cut into parts of about these weights; the last one takes what is left."""
    left, weight, made = whole, sum(weights), []
    for one in weights[:-1]:
        share = left * one // weight if weight else 0
        part = min(left, max(0, share + dice.randint(-share // 20, share // 20)))
        made.append(part)
        left, weight = left - part, weight - one
    return (*made, left)


def _named(profile: Profile) -> list[tuple[str, str, bool]]:
    """The groups of a school: id, label, whether it is the last of its level."""
    found: list[tuple[str, str, bool]] = []
    for level, groups in read_pupils(SCHEMA).items():
        if level not in profile.levels:
            continue
        names = [(grade, f"Khối {grade}") for grade in groups.grades]
        names += [(slug(age), age) for age in groups.age_groups[_YOUNGEST:]]
        if not names:
            names = [(slug(course), course) for course in _COURSES]
        found += [(*name, at == len(names) - 1) for at, name in enumerate(names)]
    return found


class Pupils:
    """The groups of every school year; who ends a year in one grade begins the next in the grade above."""

    def __init__(self, profile: Profile, dice: Random) -> None:
        self._dice = dice
        size = 24 if profile.levels == ("preschool",) else 36
        usual = dice.randint(3, 5)
        names = _named(profile)
        before: Sequence[Group] = ()
        self._years: dict[int, tuple[Group, ...]] = {}
        for year in range(FIRST_YEAR - 1, LAST_YEAR + 1):
            groups: list[Group] = []
            for at, (name, label, is_last) in enumerate(names):
                is_entry = at == 0 or names[at - 1][2]
                if is_entry or not before:
                    classes = usual + dice.randint(0, 1)
                    began = classes * (size + dice.randint(-4, 3))
                    girls = began * dice.randint(46, 50) // 100
                else:
                    lower = before[at - 1]
                    classes = lower.classes
                    began = lower.count - lower.repeating
                    girls = lower.girls * began // lower.count
                if before and not before[at].is_last:
                    began += before[at].repeating
                groups.append(self._group(profile, name, label, is_last, classes, began, girls))
            before = groups
            self._years[year] = tuple(groups)

    def _group(
        self, profile: Profile, name: str, label: str, is_last: bool, classes: int, began: int, girls: int
    ) -> Group:
        dice = self._dice
        came, left = dice.randint(0, 4), dice.randint(0, 4)
        count = began + came - left
        is_graded = profile.levels != ("preschool",)
        repeating = 0 if is_last or not is_graded else dice.randint(0, 2)
        behind = repeating + (dice.randint(1, 4) if is_graded and not is_last else 0)
        good, fair, passed = parts(dice, count - behind, 36, 40, 24)
        kind, fine, enough = parts(dice, count, 90, 8, 2)
        return Group(
            id=name,
            label=label,
            is_last=is_last,
            classes=classes,
            girls=min(girls + dice.randint(0, came), count),
            began=began,
            came=came,
            left=left,
            repeating=repeating,
            study=(good, fair, passed, behind),
            conduct=(kind, fine, enough, 0),
        )

    def of(self, year: int) -> tuple[Group, ...]:
        """The groups of the school year that begins in `year`."""
        return self._years[year]

    def entry(self, year: int) -> tuple[Group, ...]:
        """The groups that take new pupils in: the first of each level."""
        groups = self.of(year)
        return tuple(group for at, group in enumerate(groups) if at == 0 or groups[at - 1].is_last)

    def count(self, year: int) -> int:
        """All pupils at the end of that school year."""
        return sum(group.count for group in self.of(year))

    def classes(self, year: int) -> int:
        """All classes of that school year."""
        return sum(group.classes for group in self.of(year))
