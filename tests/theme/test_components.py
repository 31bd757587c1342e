"""Every component is a whole folder, and every one of its examples renders, escapes and means what it says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from gallery import COMPONENTS, NAMES, Example, described, environment, examples, rendered, source

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
HOSTILE = "<b>đậm</b> & \"ngoặc\" 'đơn' {{ 7 * 7 }} </div>"


class _Tags(HTMLParser):
    """Notes what is opened, what is left open and what is not escaped."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def tags(html: str) -> _Tags:
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser


@pytest.mark.parametrize("name", NAMES)
def test_a_component_is_a_whole_folder(name: str) -> None:
    """Template, description and README; styles where it has a look of its own; all under one name."""
    files = {path.name for path in (COMPONENTS / name).iterdir()}

    assert {f"{name}.html", f"{name}.yml", "README.md"} <= files
    assert files <= {f"{name}.html", f"{name}.yml", f"{name}.css", "README.md"}


@pytest.mark.parametrize("name", NAMES)
def test_its_readme_says_when_and_what_a_screen_reader_gets(name: str) -> None:
    text = (COMPONENTS / name / "README.md").read_text(encoding="utf-8")

    assert text.startswith(f"# {name}\n")
    assert re.search(r"\bUse\b", text) and re.search(r"screen reader", text, re.I)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_described_is_what_the_macro_takes(name: str) -> None:
    """«required» means required, always."""
    params = described(name).get("params") or {}
    macro = getattr(environment().get_template(f"components/{name}/{name}.html").module, name)
    (signature,) = re.findall(rf"macro {name}\((.*?)\)\s*%}}", source(name), re.S)
    optional = set(re.findall(r"(\w+)\s*=", re.sub(r"\"[^\"]*\"", "", signature)))

    assert set(params) == set(macro.arguments)
    assert {key for key, told in params.items() if not told.get("required")} == optional
    assert described(name).get("examples")


@pytest.mark.parametrize("example", list(examples()), ids=str)
def test_an_example_renders_to_whole_html(example: Example) -> None:
    html = rendered(example.component, example.values)
    seen = tags(html)

    assert html.strip() or "không hiện gì" in example.name
    assert (seen.open, seen.wrong) == ([], [])
    assert not re.search(r"\bNone\b|Undefined|\{\{|\{%", re.sub(r"<[^>]*>", "", html).replace("{{ 7", ""))


@pytest.mark.parametrize("example", list(examples()), ids=str)
def test_an_example_runs_nothing_and_styles_nothing_inline(example: Example) -> None:
    seen = tags(rendered(example.component, example.values)).seen

    assert [tag for tag, _ in seen if tag in ("script", "style", "iframe")] == []
    assert [(tag, name) for tag, values in seen for name in values if name.startswith("on") or name == "style"] == []
    assert [values.get("src") for tag, values in seen if tag == "img" and "alt" not in values] == []


@pytest.mark.parametrize("example", [one for one in examples() if one.component != "prose"], ids=str)
def test_text_is_escaped_wherever_it_goes(example: Example) -> None:
    """Every text of the example is replaced by a hostile one; the page's skeleton stays the same."""
    quiet = tags(rendered(example.component, _with_text(example.values, "chữ", example.component)))
    hostile = tags(rendered(example.component, _with_text(example.values, HOSTILE, example.component)))

    assert (hostile.open, hostile.wrong) == ([], [])
    assert [(tag, values.keys()) for tag, values in hostile.seen] == [
        (tag, values.keys()) for tag, values in quiet.seen
    ]


# Words that choose a form rather than being shown, and what must be an address to work.
_KEPT = re.compile(
    r"tone|icon|address|file|email|phone|website|link$|_type|topic|audience|level|loading|section|current|href|url|status$|html|id$|unit"
)


def _with_text(value: object, text: str, key: str) -> object:
    if isinstance(value, dict):
        return {name: _with_text(item, text, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_with_text(item, text, key) for item in value]
    return text if isinstance(value, str) and not _KEPT.search(key) and " " in value else value
