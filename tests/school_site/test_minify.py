"""Smaller pages say and carry the same: every letter a reader gets, every attribute, every kept space."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from school_site.errors import SetupError
from school_site.finish.minify import conservative, minifier

PRE = "pre, textarea, script, style"
BLOCKS = frozenset(
    ["html", "head", "body", "main", "p", "ul", "li", "div", "h1", "table", "tr", "td", "section", "header"]
)


def skeleton(html: str) -> list[tuple[str, tuple[tuple[str, str | None], ...]]]:
    """Every element with its attributes, in order."""
    return [(str(node.tag), tuple(node.attributes.items())) for node in LexborHTMLParser(html).css("*")]


def shown(html: str) -> str:
    """The text a reader gets: runs of space are one, and none beside a block's edge."""
    pieces: list[str] = []

    def walk(node: LexborNode) -> None:
        child = node.child
        while child is not None:
            if child.tag == "-text":
                pieces.append((child.text(deep=False) or "").replace("\n", " "))
            elif child.tag not in ("-comment", "script", "style"):
                edge = "\n" if child.tag in BLOCKS else ""
                pieces.append(edge)
                walk(child)
                pieces.append(edge)
            child = child.next

    body = LexborHTMLParser(html).css_first("body")
    walk(body)
    lines = "".join(pieces).replace("\u00a0", "⍽").split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


NASTY = (
    "<p>Một <b>hai</b> <i>ba</i>\n bốn</p>",
    "<p>a<span> b</span> c <a href='x'>d</a>, e</p>",
    '<p title="hai  dấu  cách &gt; <p> <b>">a</p>',
    "<p title='a\"b  c'>a</p>",
    "<pre>  một\n    hai  </pre><p>a</p>",
    "<textarea>  a\n  b  </textarea>",
    "<p>12\u00a0000\u202f%</p>",
    "<script>var a = '<p>  </p>';  // x\n</script><p>a</p>",
    "<style>p  >  a { }</style><p>a</p>",
    "<!-- <p>ẩn</p> --><p>a<!-- b -->c</p>",
    "<p>a</p>\n\n<!-- x -->\n\n<p>b</p>",
    "<ul>\n  <li>một</li>\n  <li>hai <b>ba</b>\n  </li>\n</ul>",
    "<p><a href=x>a</a>\n<a href=y>b</a></p>",
    "<p>a &lt; b &amp; c &nbsp; d</p>",
    "<table><tr><td> a </td><td>\n b</td></tr></table>",
    "<p>a<br>\nb</p>",
    "<p><img alt='x  y' src=a>  b</p>",
    "<svg viewBox='0 0 1 1'><text>a  b</text></svg>",
    "<p>3 < 4 và 5 > 2</p>",
)  # fmt: skip


def page(body: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="vi">\n<head>\n  <title>T</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n'


@pytest.mark.parametrize("body", NASTY)
def test_nothing_a_reader_gets_is_lost(body: str) -> None:
    before, after = page(body), conservative(page(body))

    assert skeleton(after) == skeleton(before)
    assert shown(after) == shown(before)
    kept = [[node.text() for node in LexborHTMLParser(html).css(PRE)] for html in (before, after)]
    assert kept[0] == kept[1]
    assert len(after) <= len(before)


TEXT = st.text(alphabet="ab é\u00a0\n\t &;", max_size=8)
INLINE = st.sampled_from(["b", "i", "span", "a"])
TREES = st.recursive(
    TEXT,
    lambda inner: st.builds(
        lambda tag, parts, value: f'<{tag} title="{value}">{"".join(parts)}</{tag}>',
        st.sampled_from(["p", "div", "li", "b", "span", "section", "pre"]),
        st.lists(inner, max_size=4),
        st.text(alphabet="a b<>'\n", max_size=6),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(TREES)
def test_no_page_at_all_loses_anything(body: str) -> None:
    before, after = page(body), conservative(page(body))

    assert skeleton(after) == skeleton(before)
    assert shown(after) == shown(before)


@given(TREES)
def test_a_second_pass_finds_nothing_left(body: str) -> None:
    assert conservative(conservative(page(body))) == conservative(page(body))


def test_off_changes_nothing_and_an_unknown_name_is_refused() -> None:
    assert minifier("off")(page("<p>  a</p>")) == page("<p>  a</p>")
    with pytest.raises(SetupError, match="conservative"):
        minifier("strong")
