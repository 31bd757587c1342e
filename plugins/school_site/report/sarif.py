"""SARIF 2.1.0: what code hosts and editors read. A finding that needs a person is a `review`, not a fault."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..findings import Finding, Rule, Severity
from .value import Report, fingerprints

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "SRCROOT"
_LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.person: "none"}


def render(report: Report) -> str:
    """One run, in Vietnamese, with the rules that its findings name."""
    codes = sorted({finding.code for finding in report.findings})
    run = {
        "tool": {
            "driver": {
                "name": "Cổng Trường",
                "semanticVersion": __version__,
                "language": "vi",
                "shortDescription": {"text": "Kiểm tra nội dung trang thông tin điện tử của trường học."},
                "rules": [_rule(code, report.rules.get(code)) for code in codes],
            }
        },
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Thư mục gốc của dự án."}}},
        "results": [
            _result(report, finding, codes.index(finding.code), name)
            for finding, name in zip(report.findings, fingerprints(report.findings), strict=True)
        ],
        "properties": {"asOf": report.as_of.isoformat(), "fileCount": report.file_count},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    """A rule with its help; a code that the catalogue does not know still has its name."""
    if rule is None:
        return {"id": code}
    markdown = [f"**Vì sao.** {rule.why}"]
    plain = [f"Vì sao: {rule.why}"]
    for title, example in (("Ví dụ đúng", rule.good), ("Ví dụ chưa đúng", rule.bad)):
        if example:
            markdown.append(f"**{title}**\n\n```\n{example}\n```")
            plain.append(f"{title}:\n{example}")
    plain.append(f"Hiểu thêm: invoke explain {code}")
    markdown.append(f"Hiểu thêm: `invoke explain {code}`")
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n\n".join(plain), "markdown": "\n\n".join(markdown)},
        "defaultConfiguration": {"level": "note" if rule.severity is Severity.person else _LEVELS[rule.severity]},
        "properties": {"tags": [code.partition("-")[0]]},
    }


def _result(report: Report, finding: Finding, index: int, fingerprint: str) -> dict[str, Any]:
    is_review = finding.severity is Severity.person
    level = "warning" if finding.is_advisory and finding.severity is Severity.error else _LEVELS[finding.severity]
    lines = [finding.message, f"Cách sửa: {finding.fix}", *(f"Căn cứ: {citation}" for citation in finding.legal)]
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "kind": "review" if is_review else "fail",
        "level": level,
        "message": {"text": "\n".join(lines)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(report.path(finding), safe="/", errors="replace"),
                        "uriBaseId": _ROOT,
                    },
                    "region": {"startLine": finding.where.line, "startColumn": finding.where.column},
                }
            }
        ],
        "partialFingerprints": {"congTruong/v1": fingerprint},
        "properties": {"isLateOnly": finding.is_late_only, "isAdvisory": finding.is_advisory},
    }
