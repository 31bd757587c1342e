"""Every rule by its code: what `explain` looks up, and what a test holds against the rule files."""

from __future__ import annotations

from types import ModuleType

from .audit.rules import RULES as AUDIT_RULES
from .findings import Rule
from .kinds import KINDS
from .load.faults import FILE_RULES
from .validate.faults import SHAPE_RULES
from .validate.ledger import LEDGER_RULES
from .validate.rules import RULES


def all_rules() -> dict[str, Rule]:
    """Code → rule; faults of shape stand under the letters of every area."""
    areas = sorted({kind.area for kind in KINDS})
    found = {rule.code: rule for rule in FILE_RULES}
    for shared in (*SHAPE_RULES, *LEDGER_RULES):
        found |= {shared.code.format(area=area): shared for area in areas}
    for module in (*RULES, *AUDIT_RULES):
        found |= {rule.code: rule for rule in rules_in(module)}
    return dict(sorted(found.items()))


def rules_in(module: ModuleType) -> tuple[Rule, ...]:
    """The rules a rule file defines."""
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))
