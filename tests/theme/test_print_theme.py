"""The theme of paper: classes that exist, nothing unescaped, fonts that are what their README says."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from school_site.paths import THEME

PRINT = THEME / "print"
TEMPLATES = sorted(PRINT.glob("*.html"))
FONTS = PRINT / "fonts" / "tinos"


def text_of(path: Path) -> str:
    return re.sub(r"\{#.*?#\}|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)


def test_every_class_on_paper_is_defined_and_every_definition_is_used() -> None:
    """Names put together from values count as a beginning; «prose» marks a body, whose elements are styled."""
    defined = set(
        re.findall(r"\.(-?[a-z_][\w-]*)", re.sub(r"url\([^)]*\)|\d\.\d|\.\d", "", text_of(PRINT / "print.css")))
    )
    used: set[str] = set()
    begun: set[str] = set()
    for path in TEMPLATES:
        text = text_of(path)
        for value in re.findall(r"class=\"([^\"]*)\"", re.sub(r"\{%.*?%\}", " ", text)):
            begun |= set(re.findall(r"([\w-]+)\{\{", value))
            used |= {word for word in re.sub(r"[\w-]*\{\{.*?\}\}[\w-]*", " ", value).split() if word}
        # How a paper lies is chosen by a block of its own.
        used |= set(re.findall(r"\{% block lie %\}([\w-]+)\{% endblock", text))
        used |= {
            word
            for found in re.findall(r"\{% block lie %\}\{\{(.*?)\}\}", text)
            for word in re.findall(r'"([\w-]+)"', found)
        }

    assert used - defined == set(), "used on paper, styled nowhere"
    assert {name for name in defined - used if not any(name.startswith(start) for start in begun)} == set()


def test_bodies_come_ready_and_nothing_else_is_let_through_unescaped() -> None:
    assert [path.name for path in TEMPLATES if re.search(r"\|\s*safe\b|autoescape", text_of(path))] == []


def test_paper_asks_for_nothing_from_elsewhere() -> None:
    texts = [text_of(path) for path in (*TEMPLATES, PRINT / "print.css")]

    assert [found for text in texts for found in re.findall(r"https?://[^\s\"]+", text)] == []
    assert [found for text in texts for found in re.findall(r"<script|<link|<iframe", text)] == []


def test_the_fonts_are_those_that_their_readme_describes() -> None:
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"\| `([\w.-]+)` \| [\d,]+ \| `([0-9a-f]{64})` \|", readme))
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.woff2")}

    assert named == there
    assert (FONTS / "OFL.txt").is_file()
