"""The files that set the project up agree with each other, and hold on every system."""

import re
import tomllib

import pytest

import tasks
from run import COMMANDS, DEVELOPER, ROOT, RUNTIME
from school_site import cli

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ;[^\\]*)? \\$", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    """Read the pinned versions of a requirements file."""
    return dict(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


def names(requirements: list[str]) -> set[str]:
    """Take the package names out of requirements, extras and versions left aside."""
    return {re.split(r"[\[<>=]", requirement)[0] for requirement in requirements}


def test_the_developers_requirements_hold_all_of_the_others() -> None:
    """`run.py` counts on it: an environment made for tests also serves every other command."""
    assert pins(RUNTIME).items() < pins(DEVELOPER).items()


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPER])
def test_every_pin_has_its_hashes_and_no_host_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    blocks = re.split(r"\n(?=\S)", text)
    bare = [block for block in blocks if not block.startswith("#") and "--hash=sha256:" not in block]
    assert bare == []
    assert len(pins(name)) == sum(not block.startswith("#") for block in blocks)
    assert "://" not in text and "--index" not in text


def test_everything_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]

    assert names(project["dependencies"]) | names(extras["htmlmin"]) <= pins(RUNTIME).keys()
    assert names(extras["test"]) <= pins(DEVELOPER).keys() - pins(RUNTIME).keys()


def test_every_dependency_is_given_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    asked = re.findall(r'^    "[^"]+",.*$', text.split("[tool.uv]")[0], re.MULTILINE)
    assert len(asked) > 20
    assert [line for line in asked if not re.search(r",\s+# \w.{10,}", line)] == []


def test_the_windows_starter_is_read_rightly_by_cmd() -> None:
    """Windows line ends, no byte order mark, no labels, and UTF-8 switched on before any Vietnamese."""
    raw = (ROOT / "run.cmd").read_bytes()
    lines = raw.decode("utf-8").split("\r\n")

    assert raw.count(b"\n") == raw.count(b"\r\n") and not raw.startswith(b"\xef\xbb\xbf")
    first_vietnamese = next(number for number, line in enumerate(lines) if not line.isascii())
    assert lines.index("chcp 65001 >nul") < first_vietnamese
    assert not [line for line in lines if line.lstrip().startswith(":") or re.match(r"\s*(goto|call)\b", line)]


def test_both_readmes_name_every_command() -> None:
    for name in ("README.md", "README.vi.md"):
        text = (ROOT / name).read_text(encoding="utf-8")

        assert [command.word for command in COMMANDS if f"`{command.word}" not in text] == [], name


def test_every_front_door_knows_the_same_commands() -> None:
    """`run.py` must know them before anything is installed, so it cannot ask the package."""
    known = [(command.name, command.alias, command.help) for command in cli.COMMANDS]

    assert [(command.word, command.alias, command.help) for command in COMMANDS] == known
    assert list(tasks.namespace.tasks) == [name for name, _, _ in known]


def test_the_tasks_offer_only_options_that_the_command_line_has() -> None:
    for command in cli.COMMANDS:
        theirs = {f"--{option.name}" for option in command.options}
        context = next(made for made in tasks.namespace.to_contexts() if made.name == command.name)

        ours = {flag for flag, argument in context.flags.items() if not argument.positional}
        assert ours - {"--name"} <= theirs, command.name
