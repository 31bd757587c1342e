"""The theme as a whole: one place that prints HTML it did not write, classes that exist, links through one filter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from gallery import COMPONENTS, NAMES, environment

from school_site.assets import bundle
from school_site.paths import THEME
from school_site.render import filters as render_filters

TEMPLATES = sorted([*THEME.glob("templates/*.html"), *COMPONENTS.glob("*/*.html")])
# Written by code, not by a template: the region around a table in a text, and what the search script lists.
FROM_CODE = {"table-scroll", "search__item", "search__link", "search__note"}
# Chosen by a value (`icon--{{ name }}`), or placed on elements for tests and scripts alone.
_BUILT = re.compile(r"[\w-]*--$|[\w-]*__$")


def relative(path: Path) -> str:
    return path.relative_to(THEME).as_posix()


def text_of(path: Path) -> str:
    return re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.S)


def test_safe_stands_in_exactly_one_place() -> None:
    places = [relative(path) for path in TEMPLATES for _ in re.findall(r"\|\s*safe\b", text_of(path))]

    assert places == ["components/prose/prose.html"]
    assert [relative(path) for path in TEMPLATES if "autoescape" in text_of(path)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_a_template_can_be_compiled_and_prints_only(path: Path) -> None:
    environment().get_template(relative(path).removeprefix("templates/"))
    text = text_of(path)

    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text)
    assert not re.search(r"SITEURL|\|\s*sort\b|\|\s*groupby\b", text), "templates print, they do not compute"
    assert not re.search(r"(?:href|src)=\"(?!\{\{|#|mailto:|tel:|https?:)", text), "every link goes through the filter"


def test_every_class_in_the_theme_is_defined_and_every_definition_is_used() -> None:
    """Printed classes against the stylesheet; parts of names that are put together from values count as a beginning."""
    css = bundle(THEME, brand_colour=None).text
    defined = set(re.findall(r"\.(-?[a-z_][\w-]*)", re.sub(r"url\([^)]*\)|\"[^\"]*\"|\d+\.\d+|\.\d", "", css)))
    used: set[str] = set()
    begun: set[str] = set()
    for path in TEMPLATES:
        text = text_of(path)
        for value in re.findall(r"(?:css_)?class=\"([^\"]*)\"", text):
            plain = re.sub(r"\{%.*?%\}", " ", value)
            begun |= set(re.findall(r"([\w-]+)\{\{", plain))
            used |= {word for word in re.sub(r"[\w-]*\{\{.*?\}\}[\w-]*", " ", plain).split() if word}
        used |= {word for found in re.findall(r"css_class=\"([^\"]*)\"", text) for word in found.split()}

    undefined = used - defined
    unused = {name for name in defined - used - FROM_CODE if not any(name.startswith(start) for start in begun)}
    assert undefined == set(), "used in a template, styled nowhere"
    assert unused == set(), "styled, used in no template"


def test_every_component_is_used_and_its_styles_are_in_the_index() -> None:
    sources = "\n".join(text_of(path) for path in TEMPLATES)
    index = (THEME / "css" / "index.css").read_text(encoding="utf-8")

    assert [name for name in NAMES if f"components/{name}/{name}.html" not in sources] == []
    styled = [name for name in NAMES if (COMPONENTS / name / f"{name}.css").is_file()]
    assert [name for name in styled if f"components/{name}/{name}.css" not in index] == []


def test_every_filter_that_templates_call_exists() -> None:
    source = Path(render_filters.__file__).read_text(encoding="utf-8")
    used = {name for path in TEMPLATES for name in re.findall(r"[\w)\]\"']\s\|\s(\w+)", text_of(path))}

    assert {name for name in used if name not in environment().filters} == set()
    assert "url" in used and '"url"' in source


def test_everything_is_in_a_layer() -> None:
    """What stands in no layer wins over every layer; nothing may."""
    css = bundle(THEME, brand_colour="#A3341F").text
    depth, outside = 0, []
    for line in re.sub(r"/\*.*?\*/", "", css, flags=re.S).split("\n"):
        if depth == 0 and line.strip() and not line.lstrip().startswith(("@layer", "@font-face", "}")):
            outside.append(line.strip())
        depth += line.count("{") - line.count("}")

    assert outside == []
    assert depth == 0
