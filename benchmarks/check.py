"""How long `check` of the sample takes: the first time, after one file has changed, and when nothing has."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from pathlib import Path

from cold_build import project_at
from measure import Run, environment, figure, once, program, tell


def main() -> None:
    """Measure and tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    runs = asked.parse_args().runs
    with tempfile.TemporaryDirectory() as room:
        project = project_at(Path(room))
        env = environment(project)
        words = program("check", "--content", project / "content")
        news = next((project / "content" / "tin-tuc").glob("*.md"))
        # Longer ago than a change that may still be going on.
        for path in [*(project / "content").rglob("*"), *(project / "plugins").rglob("*.py")]:
            os.utime(path, (time.time() - 3600,) * 2)

        def check(*forget: str, touch: bool = False) -> Run:
            for name in forget:
                shutil.rmtree(project / ".cache" / name, ignore_errors=True)
            if touch:
                os.utime(news)
            return once(words, env, cwd=project)

        check()
        tell(
            [
                figure("first: nothing remembered", [check("attachments", "check", "schema") for _ in range(runs)]),
                figure("after one text has changed", [check(touch=True) for _ in range(runs)]),
                figure("when nothing has changed", [check() for _ in range(runs)]),
            ],
            "check",
        )


if __name__ == "__main__":
    main()
