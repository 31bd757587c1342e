"""How long a site of disclosures alone takes: five years and more of them, with charts, comparisons and open data."""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from pathlib import Path

import big_school
from cold_build import REMEMBERED, build, project_at
from measure import figure, tell

# What disclosures lean on; the rest of the sample is taken away.
KEPT = {"truong.yml", "can-bo.yml", "cong-khai", "van-ban", "tep", "hinh", "gioi-thieu", "so-ghi"}


def main() -> None:
    """Measure and tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=3)
    runs = asked.parse_args().runs
    with tempfile.TemporaryDirectory() as room:
        project = project_at(Path(room))
        count = _only_the_archive(project / "content")
        build(project)  # compiles our own modules and makes the pictures
        tell(
            [
                figure(f"{count} disclosures: nothing remembered but pictures",
                       [build(project, forget=REMEMBERED) for _ in range(runs)]),
                figure(f"{count} disclosures: again (aim 3 s)", [build(project) for _ in range(runs)]),
            ],
            "archive",
        )  # fmt: skip


def _only_the_archive(content: Path) -> int:
    """A draft site, so that what is missing does not refuse it; 150 disclosures or more."""
    whole = content.with_name("content-whole")
    content.rename(whole)
    big_school.make(whole, content, articles=0, documents=0, schedules=0, archive=True)
    for path in content.iterdir():
        if path.name not in KEPT:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    profile = content / "truong.yml"
    profile.write_text(re.sub(r"^site: .*$", "site: draft", profile.read_text(encoding="utf-8"), flags=re.M), "utf-8")
    for path in content.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\[([^\]]+)\]\((?!https?:)[^)]*\)", r"\1", text), encoding="utf-8")
    return sum(1 for _ in (content / "cong-khai").rglob("*.md"))


if __name__ == "__main__":
    main()
