"""AT-042: the address of the school's site is an encrypted one."""

from __future__ import annotations

from school_site.validate.rules import no_https

from .contents import SCHOOL, findings


def test_an_address_that_is_not_encrypted_is_told_with_the_line_to_paste() -> None:
    (found,) = findings(no_https, {"truong.yml": SCHOOL.replace("https://", "http://")})

    assert (found.code, found.fix.endswith("website: https://thcsthu.hcm.edu.vn")) == ("AT-042", True)


def test_an_encrypted_address_is_left_alone() -> None:
    assert findings(no_https, {}) == []
