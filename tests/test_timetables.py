"""The ready-made timetables: twice a day, before 8:00 and before 17:00 here, with commands that exist."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from sandbox import ROOT

from school_site.cli import COMMANDS
from school_site.commands.options import parse
from school_site.upstream_model import VIETNAM_TIME

FOLDER = ROOT / "docs" / "mau-hen-gio"
WORKFLOW = ROOT / ".github" / "workflows" / "lay-tin.yml"
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
DAILY_WORK = ["news --commit", "build --live", "record"]


def read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def task() -> ET.Element:
    return ET.fromstring((FOLDER / "lay-tin.xml").read_bytes())


def systemd_hours() -> list[time]:
    found = re.findall(r"^OnCalendar=\*-\*-\* (\d\d:\d\d:\d\d) Asia/Ho_Chi_Minh$", read("lay-tin.timer"), re.M)
    return [time.fromisoformat(hour) for hour in found]


def cron_hours() -> list[time]:
    found = re.findall(r"^(\d+) (\d+) \* \* \* ", read("lay-tin.cron"), re.M)
    return [time(int(hour), int(minute)) for minute, hour in found]


def windows_hours() -> list[time]:
    starts = [datetime.fromisoformat(start.text or "") for start in task().iter(f"{TASK}StartBoundary")]
    return [start.astimezone(VIETNAM_TIME).time() for start in starts]


def workflow_hours() -> list[time]:
    """GitHub counts in UTC."""
    triggers = yaml.load(WORKFLOW.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["on"]["schedule"]
    found = []
    for trigger in triggers:
        minute, hour, *days = trigger["cron"].split()
        assert days == ["*", "*", "*"]
        moment = datetime(2026, 11, 22, int(hour), int(minute), tzinfo=UTC)
        found.append(moment.astimezone(VIETNAM_TIME).time())
    return found


@pytest.mark.parametrize("hours", [systemd_hours, cron_hours, windows_hours, workflow_hours])
def test_news_is_asked_for_before_eight_and_before_five(hours: object) -> None:
    morning, afternoon = sorted(hours())  # type: ignore[operator]

    assert time(5) <= morning < time(8)
    assert time(12) <= afternoon < time(17)


def test_what_is_asked_for_are_commands_of_ours() -> None:
    service = re.findall(r"^ExecStart=-?/usr/bin/python3 run\.py (.+)$", read("lay-tin.service"), re.M)
    cron = [re.findall(r"python3 run\.py ([a-z -]+?)(?:;| &&|$)", line) for line in _jobs(read("lay-tin.cron"))]
    windows = [arguments.text for arguments in task().iter(f"{TASK}Arguments")]

    assert [service, windows, *cron] == [DAILY_WORK] * 4
    for words in DAILY_WORK:
        name, *options = words.split()
        assert parse(next(command for command in COMMANDS if command.name == name), options).words == ()


def _jobs(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_workflow_commits_by_our_own_command() -> None:
    assert "python3 run.py news --commit" in WORKFLOW.read_text(encoding="utf-8")


def test_the_windows_task_is_in_the_letters_that_windows_asks_for() -> None:
    data = (FOLDER / "lay-tin.xml").read_bytes()

    assert data.startswith(b"\xff\xfe")
    assert 'encoding="UTF-16"' in data.decode("utf-16").splitlines()[0]


def test_the_service_may_write_where_it_works() -> None:
    service = read("lay-tin.service")

    (place,) = re.findall(r"^WorkingDirectory=(.+)$", service, re.M)
    assert f"\nReadWritePaths={place}\n" in service
    assert "\nUser=root" not in service


def test_every_timetable_is_named_where_people_choose() -> None:
    named = set(re.findall(r"\]\(([^)/]+)\)", read("README.md")))

    assert named == {path.name for path in Path(FOLDER).iterdir()} - {"README.md"}
