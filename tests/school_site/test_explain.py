"""`explain` understands a code as it is said, and tells how it weighs where that depends."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sandbox import ROOT
from told import Told

from school_site.catalogue import rules_in
from school_site.validate import rules as validate_rules


@pytest.mark.parametrize("word", ["ck010", "CK 010", "ck-10", "Ck–010"])
def test_a_code_is_understood_as_it_is_said(word: str, run: Callable[..., Told]) -> None:
    assert run("explain", word).out == run("explain", "CK-010").out


def test_a_weight_that_depends_is_told_with_what_it_depends_on(run: Callable[..., Told]) -> None:
    assert run("explain", "CK-041").out.startswith("CK-041 (lỗi; cần người xem nếu là số liệu của nơi khác công bố)")
    assert run("explain", "CK-010").out.startswith("CK-010 (lỗi, hoặc nhẹ hơn tùy quy định đòi mục ấy)")


def test_a_weight_that_is_always_the_same_is_one_word(run: Callable[..., Told]) -> None:
    assert run("explain", "CK-021").out.startswith("CK-021 (lỗi) — ")


def test_every_rule_that_weighs_the_figures_of_others_says_so() -> None:
    folder = ROOT / "plugins" / "school_site" / "validate" / "rules"
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.py")}
    weighing = {name for name, text in texts.items() if re.search(r"weighed\(|Severity.person\) if", text)}
    saying = {
        module.__name__.rpartition(".")[2]
        for module in validate_rules.RULES
        if any(rule.is_weighed for rule in rules_in(module))
    }

    assert weighing == saying
