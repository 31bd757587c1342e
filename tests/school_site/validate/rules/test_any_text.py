"""Whatever people write, no rule of truth raises; and twice as much text takes about twice as long."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from school_site.law import read_law
from school_site.validate.basis import Basis
from school_site.validate.rules import RULES
from school_site.vocabulary import read_vocabulary

from .contents import SCHEMA, TODAY, page, site

PIECES = [
    "079203001234", "0903 123 456", "STK ", "số tài khoản\n", "0071000123456", "a@gmail.com", "@", "![", "](", "|--|\n",
    "| 1 | 2 |\n", "| Cộng | 3 |\n", "113%", "18/16 người ", "(5 nam, 6 nữ)", "MẬT\n", "đang cập nhật", "…\n", "....",
    "Ngày sinh Nguyễn Văn An 12/03/2014\n", "gọi «họ tên» ", "\t", "\n\n", "0", "-", "[x](file:///c)", "\ufeff", "İ",
]  # fmt: skip


def _judge(text: str) -> int:
    basis = Basis(today=TODAY, law=read_law(SCHEMA), vocabulary=read_vocabulary(SCHEMA))
    where = site(page(text))
    return sum(len(list(rule.check(where, basis))) for rule in RULES)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40))
def test_no_text_makes_a_rule_raise(pieces: list[str]) -> None:
    text = "".join(pieces).replace("\r", " ")

    assert _judge(f"Đầu {text}") >= 0


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_of_one_piece_takes_no_longer_than_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        _judge("Đầu " + piece * (length // len(piece)))
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(10_000), seconds(80_000)

    assert long < 24 * max(short, 0.05)
