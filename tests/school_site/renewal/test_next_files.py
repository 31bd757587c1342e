"""`new` for what comes every week or month: last week's file, its dates shifted, what always comes back filled in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from told import Told
from validate.rules.contents import SCHOOL
from yaml import safe_load

from school_site.commands.renew import next_name
from school_site.kinds import kind_named
from school_site.vietnamese import week_days

Run = Callable[..., Told]
TODAY = date(2026, 11, 22)
BREAKS = "breaks:\n  - name: Nghỉ\n    starts_on: 2026-11-30\n    ends_on: 2026-12-06\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "truong.yml").write_text(SCHOOL + BREAKS, encoding="utf-8")
    return tmp_path / "content"


def put(content: Path, path: str, text: str) -> None:
    (content / path).parent.mkdir(exist_ok=True)
    (content / path).write_text(text, encoding="utf-8")


def schedule(content: Path, week: str, number: int, flag: str, extra: str = "") -> None:
    """A week in which the flag is always raised, always elsewhere, always by the same person."""
    days = week_days(week)
    assert days is not None
    monday = days[0]
    more = extra.format(friday=monday + timedelta(days=4))
    put(content, f"lich-cong-tac/{week}.yml", (
        f"school_week: {number}\nstarts_on: {monday}\nends_on: {monday + timedelta(days=5)}\n"
        f"signer: Nguyễn Thị Hạnh\nduty: Cô Hà\nentries:\n"
        f'  - day: {monday}\n    starts_at: "07:00"\n    topic: "Chào cờ; {flag}"\n    place: Sân trường\n'
        f"    chair: Thầy Khôi\n    attendees: Toàn trường, lớp {flag}\n{more}"
    ))  # fmt: skip


OWN = '  - day: {friday}\n    topic: "Hội thảo: đổi mới"\n'


def test_the_next_schedule_proposes_what_comes_back_and_keeps_the_rest_behind_a_mark(content: Path, run: Run) -> None:
    schedule(content, "2026-W47", 11, "6A1")
    schedule(content, "2026-W48", 12, "6A2", OWN)

    told = run("new", "lich", "2026-W50", "--content", content)

    text = (content / "lich-cong-tac/2026-W50.yml").read_text(encoding="utf-8")
    made = safe_load(text)
    assert told.status == 0
    assert made["school_week"] == 13  # the week between is a holiday
    assert (made["starts_on"], made["ends_on"], made["signer"]) == ("7/12/2026", "12/12/2026", "Nguyễn Thị Hạnh")
    assert made["entries"] == [
        {"day": "7/12/2026", "starts_at": "07:00", "topic": "Chào cờ", "place": "Sân trường", "chair": "Thầy Khôi",
         "attendees": "Toàn trường"}
    ]  # fmt: skip
    assert made["duty"].startswith("«") and "Cô Hà" in made["duty"]
    assert '  # - day: 11/12/2026\n  #   topic: "Hội thảo: đổi mới"\n' in text


def test_taking_the_marks_away_gives_the_rest_back(content: Path, run: Run) -> None:
    schedule(content, "2026-W47", 11, "6A1")
    schedule(content, "2026-W48", 12, "6A2", OWN)
    run("new", "lich-cong-tac", "2026-W50", "--content", content)
    path = content / "lich-cong-tac/2026-W50.yml"

    lines = path.read_text(encoding="utf-8").split("\n")
    marked = lines.index("  # - day: 11/12/2026")
    text = "\n".join([*lines[:marked], *(line.replace("  # ", "  ", 1) for line in lines[marked:])])

    assert safe_load(text)["entries"][1] == {"day": "11/12/2026", "topic": "Hội thảo: đổi mới"}


def test_one_week_alone_does_not_tell_what_comes_back(content: Path, run: Run) -> None:
    schedule(content, "2026-W48", 12, "6A2")

    run("new", "lich", "2026-W50", "--content", content)

    (entry,) = safe_load((content / "lich-cong-tac/2026-W50.yml").read_text(encoding="utf-8"))["entries"]
    assert entry == {"day": "7/12/2026", "topic": "«Nội dung việc»"}


@pytest.mark.parametrize("kind", ["lich-cong-tac", "thuc-don"])
def test_the_next_free_week_is_no_holiday(content: Path, kind: str) -> None:
    for week in ("2026-W47", "2026-W48"):
        put(content, f"{kind}/{week}.yml", "")
    known = kind_named(kind)
    assert known is not None

    assert next_name(content, known, None, TODAY) == "2026-W50"
    assert next_name(content, known, "2026-W49", TODAY) == "2026-W49"


@pytest.mark.parametrize(
    ("word", "expected"), [(None, "2027-01"), ("tuan", "2026-W48"), ("tuần", "2026-W48"), ("2026-W49", "2026-W49")]
)
def test_the_next_plan_is_a_month_unless_a_week_is_asked_for(content: Path, word: str | None, expected: str) -> None:
    for name in ("2026-11", "2026-12", "2026-W47"):
        put(content, f"ke-hoach/{name}.md", "")
    plan = kind_named("ke-hoach")
    assert plan is not None

    assert next_name(content, plan, word, TODAY) == expected


def menu(content: Path, week: str, dish: str) -> None:
    days = week_days(week)
    assert days is not None
    put(content, f"thuc-don/{week}.yml", (
        f"starts_on: {days[0]}\nends_on: {days[0]}\nsupplier: Bếp ăn nhà trường\ndays:\n  - day: {days[0]}\n"
        f"    meals:\n      - name: Bữa trưa\n        dishes: [Cơm trắng, {dish}]\n        energy_kcal: 700\n"
    ))  # fmt: skip


def test_the_next_menu_keeps_the_meals_and_the_dishes_of_every_week(content: Path, run: Run) -> None:
    menu(content, "2026-W47", "Cá kho")
    menu(content, "2026-W48", "Gà luộc")

    run("new", "thuc-don", "2026-W50", "--content", content)

    text = (content / "thuc-don/2026-W50.yml").read_text(encoding="utf-8")
    made = safe_load(text)
    assert (made["starts_on"], made["supplier"]) == ("7/12/2026", "Bếp ăn nhà trường")
    (meal,) = made["days"][0]["meals"]
    assert meal == {"name": "Bữa trưa", "dishes": ["Cơm trắng", "«Món»"]}
    assert "# Tuần trước: Gà luộc" in text


def plan(content: Path, name: str, title: str, body: str) -> None:
    head = f"---\ntitle: {title}\nperiod: {'week' if 'W' in name else 'month'}\nsummary: Việc chính.\ntheme: Cũ\n---\n"
    put(content, f"ke-hoach/{name}.md", head + body)


def test_the_next_month_keeps_the_headings_that_come_back(content: Path, run: Run) -> None:
    plan(content, "2026-11", "Kế hoạch tháng 11 năm 2026", "## Việc chính\n\nHội giảng.\n\n## Riêng tháng 11\n\nLễ.\n")
    plan(content, "2026-12", "Kế hoạch tháng 12 năm 2026", "## Việc chính\n\nKiểm tra.\n\n## Tài sản\n\nKiểm kê.\n")

    run("new", "ke-hoach", "2027-01", "--content", content)

    text = (content / "ke-hoach/2027-01.md").read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2)
    assert safe_load(head)["title"] == "Kế hoạch tháng 1 năm 2027"
    assert body == "\n## Việc chính\n\n«Việc của mục này»\n"
    assert "#   Kiểm kê.\n" in head


def test_the_next_week_counts_on_in_its_title(content: Path, run: Run) -> None:
    plan(content, "2026-W48", "Kế hoạch tuần 12 (23–28/11/2026)", "- **Nền nếp:** lớp 9A2 trực.\n")

    run("new", "ke-hoach", "2026-W50", "--content", content)

    text = (content / "ke-hoach/2026-W50.md").read_text(encoding="utf-8")
    assert "title: Kế hoạch tuần 13 (7–12/12/2026)\n" in text
    assert text.endswith("---\n- **Nền nếp:**\n  «Việc của mục này»\n")


@pytest.mark.parametrize(("kind", "name"), [("lich", "2026-W50"), ("thuc-don", "2026-W50"), ("ke-hoach", "2027-01")])
def test_what_is_made_reads_well_and_owes_only_what_is_marked(content: Path, run: Run, kind: str, name: str) -> None:
    for week, number, word in (("2026-W47", 11, "6A1"), ("2026-W48", 12, "6A2")):
        schedule(content, week, number, word, OWN)
        menu(content, week, word)
    plan(content, "2026-12", "Kế hoạch tháng 12 năm 2026", "Việc.\n")

    run("new", kind, name, "--content", content)

    found = [one for one in run("check", "--content", content).findings if name in one.file]
    assert found and {one.code for one in found} == {"LT-009"}


def test_a_file_that_is_not_right_yet_is_said_and_passed_over(content: Path, run: Run) -> None:
    schedule(content, "2026-W47", 11, "6A1")
    put(content, "lich-cong-tac/2026-W48.yml", "starts_on: 31/11/2026\n")

    told = run("new", "lich", "2026-W50", "--content", content)

    assert told.status == 0 and "2026-W48.yml» vì tệp còn lỗi" in told.out
    assert "làm từ lịch tuần 2026-W47" in (content / "lich-cong-tac/2026-W50.yml").read_text(encoding="utf-8")
