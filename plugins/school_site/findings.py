"""What may be wrong with content, and how it is said: one fault, one finding, one Vietnamese sentence.

A `Rule` carries everything a person needs about one kind of fault; a `Finding` is one case of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .model import Where


class Severity(StrEnum):
    """How a finding weighs: only `error` refuses; `person` means that a machine cannot tell."""

    error = "lỗi"
    warning = "cảnh báo"
    person = "cần người xem"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One case of a fault. `legal` holds citations ready to be shown.

    `blocks` is what the finding forbids: what is untrue or unsafe never goes out, what is only
    late or missing may go out with a stated reason.
    """

    code: str
    severity: Severity
    where: Where
    message: str
    fix: str
    legal: tuple[str, ...] = ()
    is_late_only: bool = False
    is_advisory: bool = False

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, then line, so that a person mends from top to bottom."""
        return (self.where.path, self.where.line, self.where.column, self.code, self.message)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A kind of fault: its code, its sentence and what `explain` tells about it.

    `message` and `fix` are format strings; `good` and `bad` are examples to show. `is_weighed`: about figures that
    others have published only a person can judge.
    A code may begin with ``{area}``: the same fault in every kind of content, under its own letters.
    """

    code: str
    title: str
    message: str
    fix: str
    why: str
    severity: Severity = Severity.error
    good: str = ""
    bad: str = ""
    legal: str | None = None
    is_weighed: bool = False

    def finding(
        self,
        where: Where,
        *,
        area: str = "",
        legal: tuple[str, ...] = (),
        fix: str | None = None,
        **values: object,
    ) -> Finding:
        """One case of this fault, its sentences filled in; a ready `fix` takes the place of the rule's."""
        return Finding(
            code=self.code.format(area=area),
            severity=self.severity,
            where=where,
            message=self.message.format(**values),
            fix=self.fix.format(**values) if fix is None else fix,
            legal=legal,
        )


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Every finding once, in the order people read them."""
    return tuple(sorted(set(findings), key=lambda finding: finding.sort_key))


def refuses(findings: Iterable[Finding]) -> bool:
    """Whether these findings forbid publishing."""
    return any(finding.severity is Severity.error and not finding.is_advisory for finding in findings)
