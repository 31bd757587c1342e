"""A school with many years behind it, made of the sample: as many articles, documents and schedules as are asked for.

Every file is its own: sentences are drawn from the sample's news in another order each time, so that nothing is quick
only because it was seen before. The same numbers give the same school.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

_NEWEST = date(2026, 11, 1)
_FIRST_YEAR = 2017
# A weekday beside a date of another year would be told, and finding its line is not what is measured.
_WEEKDAY = re.compile(r"[Tt]hứ |Chủ nhật")
# What one year carries into the next would have to grow otherwise.
_CARRIED = {"nsnn17-quyet-toan", "tt36-thu-chi-tai-chinh"}
_NUMBER = re.compile(r"(?<![\d.,/-])\d{1,3}(?:\.\d{3})*(?!\d|[.,]\d|[/%-])")


def make(sample: Path, target: Path, *, articles: int, documents: int, schedules: int, archive: bool) -> int:
    """Write the school to `target`; with `archive`, ten years of disclosures. Gives the number of files."""
    shutil.copytree(sample, target)
    drawn = random.Random(7)
    _articles(target / "tin-tuc", articles, drawn)
    _documents(target / "van-ban", documents, drawn)
    _schedules(target / "lich-cong-tac", schedules)
    if archive:
        _disclosures(target / "cong-khai")
    return sum(path.is_file() for path in target.rglob("*"))


def _articles(folder: Path, wanted: int, drawn: random.Random) -> None:
    models = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]
    bodies = [model.split("---\n", 2)[2] for model in models]
    sentences = [
        sentence.strip()
        for body in bodies
        for line in body.split("\n")
        if line[:1].isalpha()
        for sentence in re.split(r"(?<=[.!?])\s+", line)
        if len(sentence) > 30 and "](" not in sentence and not _WEEKDAY.search(sentence)
    ]
    for index in range(max(0, wanted - len(models))):
        on = _NEWEST - timedelta(days=index % 3300)
        head = models[index % len(models)].split("---\n", 2)[1]
        head = re.sub(r"^(published_on|updated_on): .*$", rf"\1: {on}", head, flags=re.M)
        head = re.sub(r"^title: .*$", f"title: Bản tin số {index + 1} của nhà trường", head, flags=re.M)
        head = re.sub(r"^(is_featured|answers|organisation): .*\n", "", head, flags=re.M)
        text = "\n\n".join(" ".join(drawn.choices(sentences, k=4)) for _ in range(5))
        (folder / f"{on}-ban-tin-{index + 1}.md").write_text(f"---\n{head}---\n\n{text}\n", encoding="utf-8")


def _documents(folder: Path, wanted: int, drawn: random.Random) -> None:
    have = sum(1 for _ in folder.glob("*.md"))
    subjects = ("kiểm tra nội bộ", "chuyên môn", "an toàn giao thông", "thư viện", "y tế học đường", "phòng cháy")
    for index in range(max(0, wanted - have)):
        year, number = _FIRST_YEAR + index % 9, 300 + index
        on = date(year, 1 + index % 12, 1 + index % 28)
        text = (
            f"---\nnumber: {number}/KH-THCSHP\ndocument_type: plan\n"
            f"abstract: Kế hoạch {drawn.choice(subjects)} tháng {on.month} năm {year} (số {number})\n"
            "issuer: Trường THCS Hoa Phượng\nissuer_short: thcs-hoa-phuong\nsigner: Lê Thu Hà\n"
            f"signer_title: KT. Hiệu trưởng, Phó Hiệu trưởng\nissued_on: {on}\ndirection: issued\n"
            "---\n\n"
            f"Kế hoạch số {number} nêu mục đích, nội dung và phân công cho từng tổ trong tháng {on.month}.\n"
        )
        (folder / f"{year}-{number}-kh-thcshp.md").write_text(text, encoding="utf-8")


def _schedules(folder: Path, wanted: int) -> None:
    model = (folder / "2026-W46.yml").read_text(encoding="utf-8")
    first = date.fromisocalendar(2026, 46, 1)
    for name, monday in _weeks(max(0, wanted - sum(1 for _ in folder.glob("*.yml")))):
        text = model
        for ahead in range(-7, 8):
            was, now = first + timedelta(days=ahead), monday + timedelta(days=ahead)
            text = text.replace(was.isoformat(), f"<{now.isoformat()}>")
        (folder / f"{name}.yml").write_text(text.replace("<", "").replace(">", ""), encoding="utf-8")


def _weeks(count: int) -> Iterator[tuple[str, date]]:
    for index in range(count):
        year, week = _FIRST_YEAR + index // 44, index % 44 + 1
        yield f"{year}-W{week:02d}", date.fromisocalendar(year, week, 1)


def _disclosures(folder: Path) -> None:
    """The years before the sample's first, with figures of their own: whole numbers grow alike, so that sums hold."""
    for ago in range(1, 5):
        for was, now in (("2021-2022", f"{2021 - ago}-{2022 - ago}"), ("2021", str(2021 - ago))):
            for path in sorted(path for path in (folder / was).glob("*.md") if path.stem not in _CARRIED):
                lines = path.read_text(encoding="utf-8").split("\n")
                grown = [_grown(line, ago + 1) if re.match(r"\s+(?:- \[|total:)", line) else line for line in lines]
                text = re.sub(r"20(?:19|2\d)\b", lambda match, ago=ago: str(int(match[0]) - ago), "\n".join(grown))
                target = folder / now / path.name
                target.parent.mkdir(exist_ok=True)
                target.write_text(text, encoding="utf-8")


def _grown(line: str, times: int) -> str:
    def more(match: re.Match[str]) -> str:
        return f"{int(match[0].replace('.', '')) * times:,}".replace(",", ".")

    return _NUMBER.sub(more, line)
