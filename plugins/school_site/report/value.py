"""What every form of the report is made from: one frozen value, so that no two forms can tell different stories."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..completeness import Row
from ..findings import Finding, Rule, Severity

# What a severity is called in files for machines.
SEVERITY_IDS = {Severity.error: "error", Severity.warning: "warning", Severity.person: "person"}


@dataclass(frozen=True, kw_only=True)
class Report:
    """One judgement. `content` is the folder as the person typed it; `rules` explain the codes of the findings.

    `digests` holds the SHA-256 of every content file by its path; `roles` the names of who does what.
    """

    content: str
    school: str | None
    as_of: date
    file_count: int
    findings: tuple[Finding, ...]
    ledger: tuple[Row, ...]
    rules: Mapping[str, Rule] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)

    def path(self, finding: Finding) -> str:
        """Where a finding stands, from where the command was given, with the slashes of an address."""
        return f"{self.content}/{finding.where.path}".replace("\\", "/").rstrip("/")


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """A lasting name for each finding: the same tomorrow, and after lines were added above it.

    Figures are left out, because «đã quá 3 ngày» is the same finding as yesterday's; equal ones are told apart
    by their order.
    """
    names: list[str] = []
    seen: Counter[str] = Counter()
    for finding in findings:
        words = re.sub(r"\d+", "#", finding.message)
        same = "\n".join((finding.code, finding.where.path, words))
        seen[same] += 1
        names.append(hashlib.sha256(f"{same}\n{seen[same]}".encode(errors="replace")).hexdigest())
    return tuple(names)
