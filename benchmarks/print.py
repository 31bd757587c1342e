"""How long printing takes: all PDFs of the sample's disclosures, none of them changed, one sheet."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from cold_build import project_at
from measure import Run, environment, figure, once, program, tell


def main() -> None:
    """Measure and tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=1)
    runs = asked.parse_args().runs
    with tempfile.TemporaryDirectory() as room:
        project = project_at(Path(room))
        content, papers = project / "content", project / "output-in"

        def printed(*words: str, forget: bool = False) -> Run:
            if forget:
                shutil.rmtree(project / ".cache" / "print", ignore_errors=True)
            return once(
                program("print", *words, "--content", content, "--output", papers), environment(project), cwd=project
            )

        printed("lich-cong-tac")  # compiles our own modules, as an installation does
        cold = [printed("cong-khai", "--all", forget=True) for _ in range(runs)]
        count = len(list((papers / "cong-khai").rglob("*.pdf")))
        tell(
            [
                figure(f"{count} disclosures, booklets, reports", cold),
                figure("the same again, unchanged", [printed("cong-khai", "--all") for _ in range(max(runs, 3))]),
                figure("one schedule", [printed("lich-cong-tac", forget=True) for _ in range(max(runs, 3))]),
            ],
            "print",
        )


if __name__ == "__main__":
    main()
