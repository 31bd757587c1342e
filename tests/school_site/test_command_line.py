"""A slip on the command line is one Vietnamese sentence with the nearest word, and status 2; nothing is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from told import Told

from school_site.catalogue import all_rules
from school_site.cli import COMMANDS

SLIPS = (
    (["biuld"], "«build»"),
    (["kiểm-tra"], "«kiem-tra»"),
    (["xyzzy"], "invoke"),
    (["check", "--contnet", "x"], "«--content»"),
    (["check", "--as-off=1/1/2026"], "«--as-of»"),
    (["check", "--xyzzy"], "--content"),
    (["check", "--content"], "THƯ_MỤC"),
    (["check", "thừa"], "«thừa»"),
    (["check", "--content", "không/có"], "không/có"),
    (["build", "--content", "không/có"], "không/có"),
    (["check", "--as-of", "31/9/2026"], "31/9/2026"),
    (["check", "--as-of", "mai"], "30/9/2026"),
    (["check", "--as-of="], "30/9/2026"),
    (["new", "van-bann"], "«van-ban»"),
    (["new", "lich-cong-tac", "tuan-5"], "2026-W"),
    (["new", "cong-khai", "pt-doi-nguu"], "«pt-doi-ngu»"),
    (["explain", "CK-999"], "CK-"),
    (["serve", "--port", "abc"], "8000"),
    (["news", "--format", "xml", "--inspect", "x"], "json"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "says"), SLIPS, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_a_slip_is_one_sentence_with_the_nearest_word(
    words: list[str], says: str, run: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    told = run(*words)

    assert (told.status, told.out) == (2, ""), told.text
    assert says in told.err
    assert told.err.strip().endswith((".", "?", "!")) or "  --port " in told.err, told.err
    assert len(told.err.strip().splitlines()) == 1 and not told.has_traceback
    assert list(tmp_path.iterdir()) == []


def test_an_option_may_be_written_with_an_underscore_or_an_equals_sign(sample: Path, run: Callable[..., Told]) -> None:
    assert run("check", f"--content={sample}", "--as_of", "22/11/2026").status == 0


@pytest.mark.parametrize("word", ["", "-h", "--help", "help"])
def test_asking_for_help_lists_every_command(word: str, run: Callable[..., Told]) -> None:
    told = run(*filter(None, [word]))

    assert told.status == 0
    assert all(
        command.name in told.out and command.alias in told.out and command.help in told.out for command in COMMANDS
    )


@pytest.mark.parametrize("command", [command for command in COMMANDS if not command.is_open], ids=lambda it: it.name)
def test_a_command_explains_its_options(command: object, run: Callable[..., Told]) -> None:
    told = run(command.name, "--help")  # type: ignore[attr-defined]

    assert told.status == 0
    assert all(f"--{option.name}" in told.out and option.help in told.out for option in command.options)  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_every_code_is_explained_in_whole_sentences(code: str, run: Callable[..., Told]) -> None:
    told = run("explain", code.lower())

    assert told.status == 0
    assert told.out.startswith(f"{code} (")
    assert "Vì sao:" in told.out and "Cách sửa:" in told.out
    assert "{" not in told.out.replace("{item", "").replace("{file", ""), told.out


def test_another_day_is_judged_by_another_law(sample: Path, run: Callable[..., Told]) -> None:
    """What fell due in between is late on the later day; the earlier day knew nothing of it."""
    later = run("check", "--content", sample, "--as-of", "1/8/2027")
    today = run("check", "--content", sample)

    assert (today.status, today.to_mend) == (0, [])
    assert later.status == 1
    assert any("«Báo cáo thường niên» cho năm 2026" in finding.message for finding in later.errors)


def test_the_verdict_is_that_of_the_pinned_day_whatever_the_clock_says(sample: Path, run: Callable[..., Told]) -> None:
    assert "xét theo ngày 22/11/2026" in run("check", "--content", sample).out


@pytest.mark.parametrize("status", ["thiếu", "thieu", "missing"])
def test_a_status_that_no_item_has_shows_those_that_there_are(
    status: str, run: Callable[..., Told], content: Path
) -> None:
    told = run("ledger", "--status", status, "--content", content)

    assert told.status == 0
    assert "Không có mục nào ở tình trạng «thiếu»." in told.out
    assert " đủ · " in told.out and "chưa đến hạn" in told.out
