"""Invoke is a thin front: it lists in Vietnamese, hands on, and answers slips as our command line does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from run import COMMANDS, ROOT

CLI = """
def main(argv):
    print(argv)
    return {"check": 1, "--wrong": 2}.get(argv[-1], 0)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tasks, over a command line that only tells what it was given."""
    root = tmp_path_factory.mktemp("project")
    package = root / "plugins" / "school_site"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "cli.py").write_text(CLI, encoding="utf-8")
    for name in ("run.py", "tasks.py"):
        shutil.copy(ROOT / name, root)
    return root


def invoke(root: Path, *words: str) -> tuple[int, list[str], list[str]]:
    """Run Invoke as people do; give its status and what it wrote to each stream."""
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=root,
        env={**settings, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    return ended.returncode, ended.stdout.splitlines(), ended.stderr.splitlines()


@pytest.mark.parametrize("words", [[], ["--list"]])
def test_the_list_is_in_vietnamese(project: Path, words: list[str]) -> None:
    status, shown, _ = invoke(project, *words)

    assert status == 0
    assert shown[0].startswith("Cổng Trường:")
    for command in COMMANDS:
        assert any(command.word in line and command.alias in line and command.help in line for line in shown)


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["build"], ["build"]),
        (["dung", "--as-of", "30/9/2026"], ["build", "--as-of", "30/9/2026"]),
        (["build", "--content=a", "--output", "b"], ["build", "--content", "a", "--output", "b"]),
        (["serve", "--port", "9000"], ["serve", "--port", "9000"]),
        (["news", "--content", "a"], ["news", "--content", "a"]),
        (["new", "van-ban"], ["new", "van-ban"]),
        (["tao", "van-ban", "ke-hoach"], ["new", "van-ban", "ke-hoach"]),
        (["new", "bai-viet", "tin"], ["new", "bai-viet", "tin"]),  # a name that is also a task
        (["print", "lich-cong-tac", "--output", "a"], ["print", "lich-cong-tac", "--output", "a"]),
        (["in"], ["print"]),  # a word that may be left out
        (["print", "--all"], ["print", "--all"]),
        (["giai-thich", "CK-001"], ["explain", "CK-001"]),
        (["test", "-k", "week"], ["test", "-k", "week"]),
        (["lint"], ["lint"]),
        (["build", "--help"], ["build", "--help"]),
        (["--help", "build"], ["build", "--help"]),
    ],
)
def test_a_task_hands_its_words_on(project: Path, words: list[str], given: list[str]) -> None:
    assert invoke(project, *words) == (0, [str(given)], [])


def test_a_refusal_keeps_its_status_and_ends_the_tasks_after_it(project: Path) -> None:
    assert invoke(project, "check", "build") == (1, ["['check']"], [])


def test_tasks_follow_each_other_while_all_is_well(project: Path) -> None:
    assert invoke(project, "news", "build") == (0, ["['news']", "['build']"], [])


def test_a_mistyped_task_is_one_sentence_with_the_nearest_word(project: Path) -> None:
    assert invoke(project, "biuld") == (2, [], ["Không có lệnh «biuld»; có phải ý bạn là «build»?"])


def test_a_mistyped_option_is_answered_by_our_own_command_line(project: Path) -> None:
    assert invoke(project, "build", "--wrong") == (2, ["['build', '--wrong']"], [])


def test_a_python_without_the_libraries_is_sent_to_run_py(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "bare")
    cli = tmp_path / "bare" / "plugins" / "school_site" / "cli.py"
    cli.write_text("import a_library_nobody_has\n", encoding="utf-8")

    assert invoke(tmp_path / "bare", "check") == (
        2,
        [],
        ["Thiếu thư viện «a_library_nobody_has»: hãy chạy «python3 run.py check»."],
    )
