"""The files by which a school's repository checks and publishes itself say only what our command line understands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from school_site.cli import COMMANDS
from school_site.commands.options import parse
from school_site.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FILES = [*WORKFLOWS, *(ROOT / name for name in (".gitlab-ci.yml", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml"))]
CALL = re.compile(r"python3? run\.py (?P<words>[^|&>\n]+)")
# What these files may say of the world outside: actions by their major version, an image by its tag.
ACTION = re.compile(r"^(?:actions|github)/[a-z-]+(?:/[a-z-]+)?@v\d+$")


def tree(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def values(node: Any, key: str) -> list[str]:
    """Every value of a key, however deep it stands."""
    if isinstance(node, dict):
        here = [node[key]] if isinstance(node.get(key), str) else []
        return here + [value for child in node.values() for value in values(child, key)]
    return [value for child in node for value in values(child, key)] if isinstance(node, list) else []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_command_is_one_that_we_have(path: Path) -> None:
    calls = [match["words"].split() for match in CALL.finditer(path.read_text(encoding="utf-8"))]

    assert calls != []
    for word, *rest in calls:
        command = next(known for known in COMMANDS if known.name == word)
        parse(command, rest)


def test_actions_are_pinned_by_major_version_and_come_from_the_host_itself() -> None:
    used = [value for path in WORKFLOWS for value in values(tree(path), "uses")]

    assert len(used) >= 10
    assert [value for value in used if not ACTION.match(value)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_machine_and_no_host_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"https?://|(?<![\w.])/(?:home|root|tmp|usr|opt|work)/|index-url|registry", text) == []


def test_the_news_is_taken_in_twice_a_day_and_publishing_follows_it() -> None:
    news, publish = (tree(ROOT / ".github" / "workflows" / name) for name in ("lay-tin.yml", "xuat-ban.yml"))

    assert len(news["on"]["schedule"]) == 2
    assert publish["on"]["workflow_run"]["workflows"] == [news["name"]]


def test_only_the_jobs_that_need_it_may_write() -> None:
    check = tree(ROOT / ".github" / "workflows" / "kiem-tra.yml")

    assert check["permissions"] == {"contents": "read"}
    assert check["jobs"]["kiem-tra"]["permissions"] == {
        "actions": "read",
        "contents": "read",
        "security-events": "write",
    }


def test_what_is_uploaded_is_what_was_written() -> None:
    text = (ROOT / ".github" / "workflows" / "kiem-tra.yml").read_text(encoding="utf-8")
    written = set(re.findall(r"--report (\S+)", text))

    steps = tree(ROOT / ".github" / "workflows" / "kiem-tra.yml")["jobs"]["kiem-tra"]["steps"]
    uploaded = {
        step["with"].get("sarif_file") or step["with"]["path"] for step in steps if "upload" in step.get("uses", "")
    }
    assert uploaded == written
    lab = tree(ROOT / ".gitlab-ci.yml")["kiem-tra"]
    assert {*lab["artifacts"]["reports"].values(), *lab["artifacts"]["paths"]} == set(
        re.findall(r"--report (\S+)", "\n".join(lab["script"]))
    )


def test_both_hooks_of_pre_commit_run_the_same_check() -> None:
    (hook,) = tree(ROOT / ".pre-commit-hooks.yaml")
    (repo,) = tree(ROOT / ".pre-commit-config.yaml")["repos"]

    (local,) = repo["hooks"]
    assert local["id"] == hook["id"] and local["files"] == hook["files"]
    assert local["pass_filenames"] == hook["pass_filenames"] == "false"
