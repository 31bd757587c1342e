"""`new` writes a file for every kind that explains itself, loads, and owes nothing but what is still in «…»."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from told import Told

from school_site.kinds import KINDS, Kind
from school_site.load import load

NAMES = {"disclosure": ["pt-doi-ngu"], "weekly_schedule": ["2026-W50"], "meal_menu": ["2026-W50"], "plan": ["2026-12"]}


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def new(kind: Kind, content: Path, run: Callable[..., Told]) -> tuple[Told, Path]:
    """Make a file of a kind in a folder that has none."""
    told = run("new", kind.place.removesuffix(".yml"), *NAMES.get(kind.name, []), "--content", content)
    (path,) = [path for path in content.rglob("*") if path.is_file()]
    return told, path


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_new_file_loads_and_lacks_only_what_is_marked(kind: Kind, empty: Path, run: Callable[..., Told]) -> None:
    told, path = new(kind, empty, run)

    checked = run("check", "--content", empty)
    ours = [f for f in checked.findings if f.file.endswith(path.relative_to(empty).as_posix())]
    left = [f for f in ours if not f.code.endswith("-009")]
    assert told.status == 0 and "«…»" in told.out
    assert [record.kind for record in load(empty).records] == [kind.name]
    assert ours and left == [], [finding.message for finding in left]
    assert checked.status == 1 and not checked.has_traceback


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_hint_that_is_left_is_found(kind: Kind, empty: Path, run: Callable[..., Told]) -> None:
    _, path = new(kind, empty, run)
    text = path.read_text(encoding="utf-8")
    hinted = {
        number for number, line in enumerate(text.split("\n"), 1) if "«" in line and not line.lstrip().startswith("#")
    }

    found = {f.line for f in run("check", "--content", empty).findings if f.code.endswith("-009")}

    assert hinted and found == hinted


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_new_file_explains_itself_in_vietnamese(kind: Kind, empty: Path, run: Callable[..., Told]) -> None:
    _, path = new(kind, empty, run)
    raw = path.read_bytes()
    lines = raw.decode("utf-8").split("\n")
    keys = [number for number, line in enumerate(lines) if re.match(r"[a-z_]+:", line)]

    assert b"\r" not in raw and not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\n")
    assert [lines[number] for number in keys if not lines[number - 1].startswith("# ")] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_there_is_never_overwritten(kind: Kind, empty: Path, run: Callable[..., Told]) -> None:
    _, path = new(kind, empty, run)
    path.write_text("của tôi", encoding="utf-8")
    words = [kind.place.removesuffix(".yml"), *(NAMES.get(kind.name) or ([] if kind.is_single else [path.stem]))]

    told = run("new", *words, "--content", empty)

    assert told.status == 2 or len([p for p in empty.rglob("*") if p.is_file()]) == 2
    assert path.read_text(encoding="utf-8") == "của tôi"


def test_a_name_cannot_lead_out_of_its_folder(empty: Path, run: Callable[..., Told]) -> None:
    for word in ("../../x", "/etc/x", "a/b"):
        run("new", "tin-tuc", word, "--content", empty)

    assert [path for path in empty.parent.rglob("*") if path.is_file() and "tin-tuc" not in path.parts] == []


@pytest.mark.parametrize(
    ("name", "topic"), [("lich-su", "history"), ("thanh-tich", "achievements"), ("to-chuc-bo-may", "organisation")]
)
def test_a_page_named_after_its_topic_says_its_topic(
    name: str, topic: str, empty: Path, run: Callable[..., Told]
) -> None:
    run("new", "gioi-thieu", name, "--content", empty)

    assert f"\ntopic: {topic}\n" in (empty / "gioi-thieu" / f"{name}.md").read_text(encoding="utf-8")


def test_a_page_with_another_name_leaves_the_topic_to_its_writer(empty: Path, run: Callable[..., Told]) -> None:
    run("new", "gioi-thieu", "lich", "--content", empty)

    assert '\ntopic: "«' in (empty / "gioi-thieu" / "lich.md").read_text(encoding="utf-8")


def test_new_alone_lists_every_kind_and_makes_nothing(
    run: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    told = run("new")

    assert told.status == 0 and list(tmp_path.iterdir()) == []
    assert [kind.place for kind in KINDS if f"    {kind.place.removesuffix('.yml')} " not in told.out] == []
