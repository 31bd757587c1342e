"""Forms for machines: each reads back with the tools of its own world, and holds every finding."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest

from school_site.findings import Severity
from school_site.paths import SCHEMA
from school_site.report import FORMATS, Report, format_of, formatted
from school_site.report.value import fingerprints

from .reports import HOSTILE, finding, hostile_report, judged, report

DATA = Path(__file__).parents[2] / "data"
MACHINE_PATH = re.compile(r"/(?:home|root|tmp|usr|opt|work|var)/|[A-Z]:\\")


def reads(schema: str) -> jsonschema_rs.Validator:
    """A validator of one of our schemas, which may refer to each other."""
    trees = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMA.glob("*.schema.json")}
    registry = jsonschema_rs.Registry(list(trees.items()))
    return jsonschema_rs.validator_for(trees[schema], registry=registry, validate_formats=True)


def faults(validator: jsonschema_rs.Validator, tree: Any) -> list[str]:
    return [f"{list(error.instance_path)}: {error.message}" for error in validator.iter_errors(tree)]


# --- all forms -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def told(sample: Path) -> Report:
    """What a check of the sample tells."""
    return judged(sample)


def test_the_same_content_gives_the_same_bytes_in_every_form(told: Report, sample: Path) -> None:
    again = judged(sample)

    for form in FORMATS:
        assert formatted(told, form) == formatted(again, form), form


def test_no_form_names_the_machine(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "tin-tuc" / "2026-11-01-hong.md").write_text("---\ntitle: a: b\n---\n", encoding="utf-8")
    monkeypatch.chdir(content.parent)
    told = judged(content)

    for form in FORMATS:
        text = formatted(told, form)
        assert "tin-tuc/2026-11-01-hong.md" in text, form
        assert MACHINE_PATH.search(text) is None, form


@pytest.mark.parametrize("form", FORMATS)
def test_every_finding_is_in_every_form(form: str) -> None:
    text = formatted(hostile_report(), form)

    for code in ("VB-003", "CK-011", "RT-020", "LK-001", "ZZ-999"):
        assert code in text


def test_the_form_of_a_file_follows_its_name() -> None:
    names = ["a.json", "A.SARIF", "b/c.xml", "phieu.html", "ket-qua.txt", "ket-qua"]

    assert [format_of(name) for name in names] == ["json", "sarif", "junit", "html", "text", "text"]


# --- fingerprints ----------------------------------------------------------------------------------------------


def test_a_finding_keeps_its_fingerprint_when_lines_move_and_days_pass() -> None:
    today = finding(message="Chưa công khai «A»; hạn là ngày 1/9/2026, nay đã quá 3 ngày.", line=4)
    tomorrow = finding(message="Chưa công khai «A»; hạn là ngày 1/9/2026, nay đã quá 4 ngày.", line=40)

    assert fingerprints([today]) == fingerprints([tomorrow])


def test_findings_that_read_alike_have_fingerprints_of_their_own() -> None:
    alike = [finding(line=4), finding(line=5), finding(path="van-ban/khac.md"), finding(code="VB-004")]

    assert len(set(fingerprints(alike))) == 4


# --- JSON ------------------------------------------------------------------------------------------------------


def test_the_json_report_has_the_promised_form(told: Report) -> None:
    for one in (told, hostile_report()):
        tree = json.loads(formatted(one, "json").encode("utf-8", errors="replace"))

        assert faults(reads("report.schema.json"), tree) == []
        assert len(tree["findings"]) == len(one.findings)
        assert sum(tree["ledger"]["counts"].values()) == len(tree["ledger"]["rows"]) == len(one.ledger)


def test_the_promised_form_would_notice_a_key_that_nobody_promised() -> None:
    tree = json.loads(formatted(report(finding()), "json"))
    tree["findings"][0]["colour"] = "red"

    assert len(faults(reads("report.schema.json"), tree)) == 1


# --- SARIF -----------------------------------------------------------------------------------------------------


def official_sarif() -> jsonschema_rs.Validator:
    """The schema as published, but for a stray bracket in one pattern, which a strict reader takes for a fault."""
    text = (DATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    assert text.count("{2}]?$") == 2
    return jsonschema_rs.validator_for(json.loads(text.replace("{2}]?$", "{2}$")), validate_formats=True)


def sarif(one: Report) -> Any:
    return json.loads(formatted(one, "sarif"))


def test_the_sarif_report_is_valid_by_the_official_schema(told: Report) -> None:
    validator = official_sarif()

    assert faults(validator, sarif(told)) == []
    assert faults(validator, sarif(hostile_report())) == []
    assert faults(validator, {"version": "2.1.0", "runs": [{"tool": {}}]}) != []


def test_a_sarif_result_points_at_its_rule_and_its_rule_explains_itself() -> None:
    run = sarif(hostile_report())["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert run["language"] == run["tool"]["driver"]["language"] == "vi"
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    known = [rule for rule in rules if rule["id"] != "ZZ-999"]
    assert len(known) == 4
    assert all(rule["help"]["text"] and rule["help"]["markdown"] and rule["shortDescription"] for rule in known)


def test_sarif_addresses_are_relative_and_percent_encoded() -> None:
    results = sarif(hostile_report())["runs"][0]["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]

    assert all(uri.isascii() and uri.startswith("content/") and " " not in uri for uri in uris)
    assert "content/tin-tuc/thư mục, 100%/ảnh: 1.md" in [unquote(uri) for uri in uris]


def test_what_needs_a_person_is_a_review_and_not_a_fault() -> None:
    results = {result["ruleId"]: result for result in sarif(hostile_report())["runs"][0]["results"]}

    told = {code: (result["kind"], result["level"]) for code, result in results.items()}
    assert told == {
        "VB-003": ("fail", "error"),
        "CK-011": ("fail", "warning"),
        "RT-020": ("review", "none"),
        "LK-001": ("fail", "warning"),
        "ZZ-999": ("fail", "error"),
    }


def test_a_sarif_tool_reads_the_report(tmp_path: Path) -> None:
    loader = pytest.importorskip("sarif.loader", reason="chưa cài gói sarif-tools")
    path = tmp_path / "kiem-tra.sarif"
    path.write_text(formatted(hostile_report(), "sarif"), encoding="utf-8")

    files = loader.load_sarif_files(str(path))

    records = files.get_records()
    assert len(records) == 5
    assert {record["Code"].split()[0] for record in records} >= {"VB-003", "CK-011"}


# --- JUnit -----------------------------------------------------------------------------------------------------


def test_the_junit_report_reads_back_and_counts_right() -> None:
    suite = ET.fromstring(formatted(hostile_report(), "junit").encode("utf-8")).find("testsuite")

    assert suite is not None
    # Five findings and the verdict: two errors and the verdict fail, one needs a person.
    assert {name: suite.get(name) for name in ("tests", "failures", "skipped", "errors")} == {
        "tests": "6", "failures": "3", "skipped": "1", "errors": "0",
    }  # fmt: skip
    assert len(suite.findall("testcase/failure")) == 3


def test_the_junit_report_loses_control_characters_and_nothing_else() -> None:
    text = formatted(report(finding(message=HOSTILE, severity=Severity.person)), "junit")
    case = ET.fromstring(text).find("testsuite/testcase/skipped")

    clean = HOSTILE.replace("\x0b", "").replace("\x1b", "").replace("\ufffe", "")
    assert case is not None and clean in (case.text or "")


def test_a_clean_folder_is_one_passed_case() -> None:
    suite = ET.fromstring(formatted(report(), "junit")).find("testsuite")

    assert suite is not None and (suite.get("tests"), suite.get("failures")) == ("1", "0")


# --- GitHub, GitLab --------------------------------------------------------------------------------------------

COMMAND = re.compile(r"^::(?P<word>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)$")


def unescaped(text: str) -> str:
    """What GitHub's runner makes of an escaped text."""
    for code, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def test_github_reads_each_finding_from_one_line() -> None:
    told = hostile_report()
    lines = formatted(told, "github").split("\n")
    commands = [match for line in lines if (match := COMMAND.match(line))]

    assert len(commands) == len(told.findings) == len(lines) - 2
    read = []
    for command in commands:
        pairs = dict(pair.split("=", 1) for pair in command["properties"].split(","))
        read.append(
            (unescaped(pairs["file"]), pairs["line"], pairs["col"], unescaped(command["message"]).split("\n")[0])
        )
    assert read == [
        (told.path(one), str(one.where.line), str(one.where.column), one.message.split("\n")[0])
        for one in told.findings
    ]


def test_a_message_cannot_start_a_workflow_command_of_its_own() -> None:
    text = formatted(report(finding(message="a\n::stop-commands::x\r::error::y")), "github")

    assert len([line for line in text.splitlines() if line.startswith("::")]) == 1


def test_gitlab_gets_what_its_code_quality_form_asks_for() -> None:
    told = hostile_report()
    entries = json.loads(formatted(told, "gitlab"))

    assert [entry["location"]["lines"]["begin"] for entry in entries] == [one.where.line for one in told.findings]
    assert {entry["severity"] for entry in entries} <= {"info", "minor", "major", "critical", "blocker"}
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert all(entry["description"] and entry["check_name"] for entry in entries)
