"""JUnit XML, which every CI can show: an error is a failure, what needs a person is a test left out."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from ..findings import Finding, Severity, refuses
from .text import summary
from .value import Report

# What XML 1.0 cannot hold, even escaped: most control characters, lone halves of pairs, two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report) -> str:
    """A case for each finding, and one for the verdict."""
    suite = ET.Element("testsuite", name=_clean(f"Kiểm tra nội dung {report.content}"))
    for finding in report.findings:
        suite.append(_case(report, finding))
    verdict = ET.SubElement(suite, "testcase", classname=_clean(report.content), name="Xuất bản được")
    if refuses(report.findings):
        ET.SubElement(verdict, "failure", message=summary(report.findings), type="verdict")
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(name, str(len(list(suite.iter(tag)))))
    suite.set("errors", "0")
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _case(report: Report, finding: Finding) -> ET.Element:
    path, line = report.path(finding), finding.where.line
    case = ET.Element(
        "testcase",
        classname=_clean(path),
        name=_clean(f"{finding.code} dòng {line}: {finding.message}"),
        file=_clean(path),
        line=str(line),
    )
    told = [f"{path}:{line}:{finding.where.column}", finding.message, f"Cách sửa: {finding.fix}"]
    told += [f"Căn cứ: {citation}" for citation in finding.legal]
    if finding.severity is Severity.error and not finding.is_advisory:
        part = ET.SubElement(case, "failure", message=_clean(finding.message), type=finding.code)
    elif finding.severity is Severity.person:
        part = ET.SubElement(case, "skipped", message=_clean(finding.message))
    else:
        part = ET.SubElement(case, "system-out")
    part.text = _clean("\n".join(told))
    return case


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
