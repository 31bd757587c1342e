"""«Phiếu kiểm tra» for the head of the school: by itself, on one sheet, with the figures that the site shows."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import browser
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from school_site.findings import Severity
from school_site.report import formatted

from .reports import HOSTILE, finding, judged, report


def test_the_slip_asks_nothing_of_anybody_else(sample: Path) -> None:
    text = formatted(judged(sample), "html")

    assert re.findall(r"""(?:src|href|action)\s*=|url\(|@import|<script|<link""", text) == []


def test_what_content_says_stays_text() -> None:
    page = HTMLParser(formatted(report(finding(message=HOSTILE + "<script>alert(1)</script>")), "html"))

    assert page.css("script, c") == []
    assert "<script>alert(1)</script>" in page.css_first("main").text()


def test_the_slip_counts_as_the_ledger_does(sample: Path) -> None:
    told = judged(sample)
    page = HTMLParser(formatted(told, "html"))

    shown = {
        item.css_first("b").attributes["data-status"]: int(item.css_first("b").text()) for item in page.css(".tally li")
    }
    assert shown == dict(Counter(row.status.name for row in told.ledger))
    assert len(page.css("section tbody tr")) == len(told.ledger)


def test_what_is_late_is_told_by_who_does_it_and_not_twice(content: Path) -> None:
    for path in (content / "cong-khai" / "2025-2026").glob("pt-*.md"):
        path.unlink()
    told = judged(content)
    page = HTMLParser(formatted(told, "html"))

    rows = [row.text() for row in page.css_first("main > table").css("tbody tr")]
    assert len(rows) == sum(row.status.name in ("late", "missing", "needs_person") for row in told.ledger)
    assert any("Cơ sở vật chất" in row and "Phụ trách cơ sở vật chất" in row and "quá hạn" in row for row in rows)
    late = [one.message for one in told.findings if one.is_late_only]
    assert late != [] and [message for message in late if message in page.css_first("main").text()] == []


@pytest.mark.browser
@pytest.mark.slow
def test_even_the_worst_slip_is_one_sheet_of_paper(content: Path, tmp_path: Path) -> None:
    """Long words in every place, far more of everything than fits."""
    for path in (content / "cong-khai").rglob("*.md"):
        path.unlink()
    for path in (content / "tin-tuc").glob("*.md"):
        path.write_text("---\ntitle: a: b\n---\n", encoding="utf-8")
    told = judged(content)
    long = "nghiêng " * 60
    many = [
        finding(line=n, path=f"van-ban/{'x' * 90}.md", message=long, fix=long, severity=Severity.warning)
        for n in range(1, 60)
    ]
    told = type(told)(**{**vars(told), "findings": (*many, *told.findings)})
    slip = tmp_path / "phieu.html"
    slip.write_text(formatted(told, "html"), encoding="utf-8")

    with browser.launch() as chromium:
        page = chromium.new_page()
        page.goto(slip.as_uri())
        paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
