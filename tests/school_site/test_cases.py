"""Runs `tests/cases/`: content files that say, on the guilty line, what must be found there; nothing else may be found.

A mark is `# ! CODE` at the end of a line of YAML, `<!-- ! CODE -->` at the end of a line of text; `×2` where the same
code falls twice on one line. The marks are taken out before the file is read. A file without marks promises silence.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from sandbox import ROOT

from school_site import load
from school_site.catalogue import all_rules
from school_site.findings import Finding
from school_site.kinds import KINDS
from school_site.paths import SCHEMA
from school_site.pipeline import judge
from school_site.validate.absence import LEDGER_RULES

CASES = ROOT / "tests" / "cases"
FILES = sorted(path.relative_to(CASES) for path in CASES.rglob("*.*") if path.name != "README.md")
MARK = re.compile(r"[ \t]*(?:# !|<!-- !) ([A-Z]{2}-\d{3}(?: ×\d)?(?: [A-Z]{2}-\d{3}(?: ×\d)?)*)(?: -->)?[ \t]*$")
ONE = re.compile(r"([A-Z]{2}-\d{3})(?: ×(\d))?")
# What the cases may point to, out of the sample.
AROUND = (
    "truong.yml", "can-bo.yml", "hinh/tet.jpg", "tep/don-xin-nghi-hoc.pdf", "bieu-mau/don-xin-nghi-hoc.md",
    "doan-the/chi-bo.md", "van-ban/2026-92-qd-thcshp.md",
)  # fmt: skip
# What is missing around a case is no fault of the case.
OF_THE_LEDGER = {rule.code.format(area=kind.area) for rule in LEDGER_RULES for kind in KINDS}


def unmarked(text: str) -> tuple[str, Counter[tuple[int, str]]]:
    """The text without its marks, and how often which code is expected on which line."""
    lines, expected = [], Counter[tuple[int, str]]()
    for number, line in enumerate(text.split("\n"), 1):
        if match := MARK.search(line):
            for code, times in ONE.findall(match[1]):
                expected[number, code] += int(times or 1)
            line = line[: match.start()]
        lines.append(line)
    return "\n".join(lines), expected


@pytest.fixture(scope="module")
def around(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("cases") / "content"
    for name in AROUND:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sample / name, content / name)
    return content


@pytest.mark.parametrize("case", FILES, ids=lambda path: path.as_posix())
def test_a_case_is_told_what_it_says(
    case: Path, around: Path, today: date, attachments_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "CACHE", attachments_cache)
    text, expected = unmarked((CASES / case).read_text(encoding="utf-8"))
    path = around / case
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    try:
        found = judge(around, SCHEMA, today=today).findings
    finally:
        path.unlink()
        if before is not None:
            path.write_bytes(before)

    ours = [one for one in found if one.where.path == case.as_posix() and one.code not in OF_THE_LEDGER]
    assert Counter((one.where.line, one.code) for one in ours) == expected, [told(one) for one in ours]
    for one in ours:
        assert one.message[-1] in ".?" and one.fix.strip() and "{" not in one.message, told(one)
        assert one.where.column >= 1


def told(one: Finding) -> str:
    return f"{one.where.line}:{one.where.column} {one.code} {one.message} | {one.fix}"


def test_every_code_is_seen_to_fire_somewhere() -> None:
    """A rule that no test has seen firing may well be asleep; the whole sample is where all of them stay silent."""
    tests = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests").rglob("*"))
        if path.suffix in (".py", ".md", ".yml") and "feeds" not in path.parts
    )
    named = set(re.findall(r"\b[A-Z]{2}-\d{3}\b", tests))
    # Faults of shape are one rule under the letters of every area.
    shared = {code[2:] for code in named}
    asleep = [
        code
        for code, rule in all_rules().items()
        if code not in named and not ("{" in rule.code and code[2:] in shared)
    ]

    assert asleep == []
