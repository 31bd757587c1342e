"""AT-042: the address of the school's site is an encrypted one."""

from __future__ import annotations

from school_site.validate.rules import no_https

from .contents import SCHOOL, findings, verdict


def test_an_address_that_is_not_encrypted_is_told_with_the_line_to_paste() -> None:
    (found,) = findings(no_https, {"truong.yml": SCHOOL.replace("https://", "http://")})

    assert (found.code, found.fix.endswith("website: https://thcsthu.hcm.edu.vn")) == ("AT-042", True)


def test_an_encrypted_address_is_left_alone() -> None:
    assert findings(no_https, {}) == []


def test_where_a_demand_asks_for_it_it_is_said_once_and_at_its_line() -> None:
    school = SCHOOL.replace("https://", "http://")
    line = 1 + next(at for at, text in enumerate(school.lstrip("\n").split("\n")) if text.startswith("website:"))

    told = [found for found in verdict({"truong.yml": school}).findings if "https" in f"{found.message} {found.fix}"]

    assert [(found.code, found.where.line) for found in told] == [("TR-010", line)]
