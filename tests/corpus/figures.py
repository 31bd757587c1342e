"""Figures that add up: pupils, staff, results and money of one school, from a seed and nothing else."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from .profiles import Profile
from .writing import Value

Table = dict[str, Value]


def vnd(amount: int) -> str:
    """A number as people here write it: 1.234.567."""
    return f"{amount:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """A share with one decimal: 91,7%."""
    tenths = (part * 2000 + whole) // (2 * whole)
    return "100%" if tenths == 1000 else f"{tenths // 10},{tenths % 10}%"


def table(
    title: str,
    unit: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[int | str]],
    *,
    into: str = "",
    money: bool = False,
    totals: str = "Cộng",
) -> Table:
    """A table with its total line, and the sum across where `into` names the column."""

    def shown(cell: int | str) -> int | str:
        return vnd(cell) if isinstance(cell, int) and (money or cell > 999) else cell

    sums: list[int | str] = [totals]
    for at in range(1, len(columns)):
        sums.append(sum(int(row[at]) for row in rows))
    made: Table = {
        "title": title,
        "unit": unit,
        "columns": list(columns),
        "rows": [[shown(cell) for cell in row] for row in rows],
        "total": [shown(cell) for cell in sums],
    }
    if into:
        made["sum_columns"] = [column for column in columns[1:] if column not in (into, "Số lớp")]
        made["sum_into"] = into
    return made


@dataclass(frozen=True, kw_only=True)
class Money:
    """A fiscal year: income by source, spending by kind, and two funds."""

    income: tuple[tuple[str, int], ...]
    spending: tuple[tuple[str, int], ...]
    funds: tuple[tuple[str, int, int, int, int], ...]


class Figures:
    """All numbers of one school; the same profile and seed give the same numbers."""

    def __init__(self, profile: Profile, seed: int) -> None:
        self._profile = profile
        self._dice = random.Random(f"{profile.key}/{seed}")
        self._staff_rows = self._make_staff()
        self.money = self._make_money()

    def pupils(self) -> Table:
        rows = []
        for grade in self._profile.grades:
            classes = self._dice.randint(3, 6)
            boys, girls = self._dice.randint(15, 22) * classes, self._dice.randint(15, 20) * classes
            rows.append((grade, classes, boys, girls, boys + girls))
        who = "Tổng số"
        return table(
            f"Số {self._profile.pupil} theo khối",
            self._profile.pupil,
            ("Khối", "Số lớp", "Nam", "Nữ", who),
            rows,
            into=who,
            totals="Toàn trường",
        )

    def results(self) -> Table:
        rows = []
        for grade in self._profile.grades:
            good, fair, passed = (self._dice.randint(30, 90) for _ in range(3))
            failed = self._dice.randint(0, 3)
            rows.append((grade, good, fair, passed, failed, good + fair + passed + failed))
        return table(
            "Kết quả cuối năm",
            self._profile.pupil,
            ("Khối", "Tốt", "Khá", "Đạt", "Chưa đạt", "Tổng số"),
            rows,
            into="Tổng số",
        )

    def _make_staff(self) -> tuple[tuple[str, int, int, int, int], ...]:
        teachers = self._dice.randint(24, 60)
        masters = self._dice.randint(3, 9)
        clerks = self._dice.randint(3, 6)
        return (
            ("Lãnh đạo, quản lý", 2, 1, 0, 3),
            ("Giáo viên", masters, teachers, 0, masters + teachers),
            ("Nhân viên", 0, clerks, 4, clerks + 4),
        )

    def staff(self) -> Table:
        return table(
            "Đội ngũ theo vị trí việc làm và trình độ",
            "người",
            ("Nhóm vị trí", "Thạc sĩ", "Đại học", "Cao đẳng", "Tổng số"),
            self._staff_rows,
            into="Tổng số",
        )

    @property
    def teacher_count(self) -> int:
        return self._staff_rows[1][-1]

    @property
    def staff_count(self) -> int:
        return sum(row[-1] for row in self._staff_rows)

    def _make_money(self) -> dict[int, Money]:
        opening = [self._dice.randint(40, 90) * 1_000_000, self._dice.randint(20, 60) * 1_000_000]
        years = {}
        first = "Ngân sách nhà nước" if self._profile.is_public else "Hỗ trợ của nhà đầu tư"
        for year in (2024, 2025):
            income = (
                (first, self._dice.randint(7000, 9000) * 1_000_000),
                ("Thu từ người học", self._dice.randint(900, 2500) * 1_000_000),
                ("Tài trợ và hợp đồng với bên ngoài", self._dice.randint(20, 90) * 1_000_000),
                ("Nguồn thu khác", self._dice.randint(10, 60) * 1_000_000),
            )
            put, used = [], []
            for start in opening:
                put.append(self._dice.randint(30, 80) * 1_000_000)
                used.append(self._dice.randint(10, start // 1_000_000) * 1_000_000)
            total = sum(amount for _, amount in income) - sum(put)
            wages, places = total * 7 // 10, total * 2 // 10
            helped = total // 20
            spending = (
                ("Tiền lương và thu nhập", wages),
                ("Cơ sở vật chất và dịch vụ", places),
                ("Hỗ trợ người học", helped),
                ("Chi khác", total - wages - places - helped),
            )
            names = ("Quỹ phát triển hoạt động", "Quỹ khen thưởng, phúc lợi")
            funds = tuple(
                (name, start, more, less, start + more - less)
                for name, start, more, less in zip(names, opening, put, used, strict=True)
            )
            years[year] = Money(income=income, spending=spending, funds=funds)
            opening = [fund[-1] for fund in funds]
        return years

    def income(self, year: int) -> Table:
        return table(
            f"Thu theo nguồn năm {year}",
            "đồng",
            ("Nguồn thu", "Số tiền"),
            self.money[year].income,
            money=True,
            totals="Tổng thu",
        )

    def spending(self, year: int) -> Table:
        return table(
            f"Chi năm {year}",
            "đồng",
            ("Nội dung chi", "Số tiền"),
            self.money[year].spending,
            money=True,
            totals="Tổng chi",
        )

    def balance(self, year: int) -> Table:
        got = sum(amount for _, amount in self.money[year].income)
        spent = sum(amount for _, amount in self.money[year].spending)
        return {
            "title": f"Chênh lệch thu chi năm {year}",
            "unit": "đồng",
            "columns": ["Chỉ tiêu", "Số tiền"],
            "rows": [
                ["Tổng thu", vnd(got)],
                ["Tổng chi", vnd(spent)],
                ["Chênh lệch thu lớn hơn chi", vnd(got - spent)],
            ],
        }

    def funds(self, year: int) -> Table:
        return table(
            f"Các quỹ năm {year}",
            "đồng",
            ("Tên quỹ", "Số dư đầu năm", "Trích lập trong năm", "Sử dụng trong năm", "Số dư cuối năm"),
            self.money[year].funds,
            money=True,
        )

    def budget(self, title: str) -> Table:
        usual, other = self._dice.randint(5000, 8000) * 1_000_000, self._dice.randint(300, 900) * 1_000_000
        return table(
            title,
            "đồng",
            ("Nội dung", "Số tiền"),
            (("Kinh phí thường xuyên", usual), ("Kinh phí không thường xuyên", other)),
            money=True,
        )
