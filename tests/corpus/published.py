"""The published figures: recall and precision for each rule and each group of faults, as a page in Vietnamese."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .school import AS_OF

if TYPE_CHECKING:
    from .measure import Case


@dataclass(frozen=True, kw_only=True)
class Score:
    """Counts of one code or one group."""

    name: str
    planted: int
    found: int
    right: int
    wrong: int

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def total(cases: Iterable[Case]) -> Score:
    """All cases together: the twins count only for what should not have been told."""
    kept = list(cases)
    planted = [case for case in kept if not case.is_twin]
    return Score(
        name="Tất cả",
        planted=len(planted),
        found=sum(case.is_found for case in planted),
        right=sum(len(case.right) for case in kept),
        wrong=sum(len(case.wrong) for case in kept),
    )


def by_group(cases: Iterable[Case]) -> list[Score]:
    """One line for each group of faults, in the order of the catalogue."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.group].append(case)
    made = []
    for name, kept in groups.items():
        one = total(kept)
        made.append(Score(name=name, planted=one.planted, found=one.found, right=one.right, wrong=one.wrong))
    return made


def by_code(cases: Sequence[Case]) -> list[Score]:
    """One line for each code: a fault belongs to the code that answers it most often."""
    answers: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        if not case.is_twin:
            answers[case.fault].update({one.code for one in case.right} if case.is_found else ())
    owner = {
        fault: min(codes.items(), key=lambda item: (-item[1], item[0]))[0] for fault, codes in answers.items() if codes
    }
    right = Counter(one.code for case in cases for one in case.right)
    wrong = Counter(one.code for case in cases for one in case.wrong)
    planted, found = Counter[str](), Counter[str]()
    for case in cases:
        if not case.is_twin:
            code = owner.get(case.fault, "chưa có quy tắc")
            planted[code] += 1
            found[code] += case.is_found
    return [
        Score(name=code, planted=planted[code], found=found[code], right=right[code], wrong=wrong[code])
        for code in sorted({*planted, *right, *wrong})
    ]


def _percent(share: float) -> str:
    # Rounded down: a hundred is said only of a hundred.
    tenths = int(share * 1000 + 1e-9)
    return "100%" if tenths == 1000 else f"{tenths // 10},{tenths % 10}%"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def table(cases: Sequence[Case]) -> str:
    """The same figures for a terminal."""
    lines = [f"{'':42}{'gieo':>7}{'tìm ra':>8}{'nhạy':>8}{'đúng':>8}{'thừa':>7}{'chính xác':>11}"]
    for score in (*by_group(cases), *by_code(cases), total(cases)):
        lines.append(
            f"{score.name:42}{score.planted:>7}{score.found:>8}{_percent(score.recall):>8}{score.right:>8}"
            f"{score.wrong:>7}{_percent(score.precision):>11}"
        )
    return "\n".join(lines)


def _rows(scores: Iterable[Score]) -> list[str]:
    return [
        f"| {score.name} | {_number(score.planted)} | {_number(score.found)} | {_percent(score.recall)} | "
        f"{_number(score.right)} | {_number(score.wrong)} | {_percent(score.precision)} |"
        for score in scores
    ]


_HEAD = "| {} | Gieo | Tìm ra | Độ nhạy | Báo đúng | Báo thừa | Độ chính xác |\n|---|--:|--:|--:|--:|--:|--:|"


def page(cases: Sequence[Case]) -> str:
    """docs/do-chinh-xac.md."""
    whole = total(cases)
    twins = sum(case.is_twin for case in cases)
    kinds = len({case.fault for case in cases if not case.is_twin})
    twin_kinds = len({case.fault for case in cases if case.is_twin})
    schools = len({case.school for case in cases})
    missed = sorted({case.fault for case in cases if case.missed})
    noisy = sorted({case.fault for case in cases if case.wrong})
    lines = [
        "# Máy soát đúng đến đâu",
        "",
        "Trang này do máy viết: chạy `python -m corpus.measure --write` trong thư mục `tests`.",
        "",
        f"Xét theo ngày {AS_OF.day}/{AS_OF.month}/{AS_OF.year}. {schools} trường hư cấu (năm cấp học và một trường"
        " nhiều cấp, công lập và tư thục) được viết ra đầy đủ, không có điều gì phải sửa. Máy gieo vào đó lần lượt"
        f" {kinds} kiểu lỗi mà người làm vội hay mắc, ở nhiều chỗ: {_number(whole.planted)} trường hợp. Lại gieo"
        f" {twin_kinds} kiểu «sinh đôi vô can», trông giống lỗi mà không phải: {_number(twins)} trường hợp.",
        "",
        "- **Độ nhạy**: trong những lỗi đã gieo, bao nhiêu được báo đúng tệp, và đúng dòng khi lỗi nằm ở một dòng.",
        "- **Độ chính xác**: trong những điều máy báo thêm, bao nhiêu là do lỗi đã gieo.",
        "- Người viết danh mục lỗi không đọc các quy tắc của máy soát. Nhưng sau lần đo đầu (độ nhạy 88,7%), nhiều"
        " quy tắc đã được sửa theo đúng danh mục này: với những lỗi ngoài danh mục, con số có thể thấp hơn.",
        "",
        f"**Chung: độ nhạy {_percent(whole.recall)}, độ chính xác {_percent(whole.precision)}.**",
        "",
        "## Theo nhóm lỗi",
        "",
        _HEAD.format("Nhóm"),
        *_rows(by_group(cases)),
        "",
        "## Theo mã",
        "",
        "Một kiểu lỗi được tính cho mã trả lời nó nhiều nhất.",
        "",
        _HEAD.format("Mã"),
        *_rows(by_code(cases)),
    ]
    for heading, names in (("Kiểu lỗi còn sót", missed), ("Kiểu lỗi còn báo thừa", noisy)):
        if names:
            lines += ["", f"## {heading}", "", *(f"- {name}" for name in names)]
    return "\n".join(lines) + "\n"
