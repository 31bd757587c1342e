"""Bodies become HTML that carries nothing dangerous, whichever engine a site chose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from school_site import markdown
from school_site.markdown import ENGINES, Engine

BOTH = pytest.mark.parametrize("engine", ENGINES)
HOSTILE = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.example/a.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a]( javascript:alert(1))",
    "[a](vbscript:x)",
    "![a](javascript:x)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "<a href='javascript:x'>a</a>",
    "<iframe src=//x.example></iframe>",
    "<style>*{display:none}</style>",
    "<p style='position:fixed'>a</p>",
    "<form action=//x.example><input name=p></form>",
    "<svg><script>x</script></svg>",
    "<math href=javascript:x>a</math>",
    "<object data=x></object>",
    "<base href=//x.example>",
    "<meta http-equiv=refresh content=0>",
    "<details open ontoggle=x>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    '[a](https://hcm.edu.vn "x\\" onclick=\\"y")',
    "{: onclick=x }",
    "<![CDATA[<script>x</script>]]>",
    "<!--><script>x</script>-->",
)
FORBIDDEN = (
    "script, style, iframe, object, embed, form, input, base, meta, link, svg, math, template, frame, video, audio"
)


def dangers(html: str) -> list[str]:
    """What in `html` could act, load or restyle by itself, as a browser's parser sees it."""
    tree = LexborHTMLParser(f"<!DOCTYPE html><html><body>{html}</body></html>")
    found = [str(node.tag) for node in tree.css_first("body").css(FORBIDDEN)]
    for node in tree.css("body *"):
        for name, value in node.attributes.items():
            plain = "".join(str(value or "").split()).lower()
            if name.startswith("on") or name in ("style", "srcdoc", "action", "formaction"):
                found.append(f"{node.tag}[{name}]")
            if name in ("href", "src") and plain.startswith(("javascript:", "vbscript:", "data:", "file:")):
                found.append(f"{node.tag}[{name}={value}]")
    return found


@BOTH
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_dangerous_gets_through(text: str, engine: Engine) -> None:
    for written in (text, f"Trước {text} sau", f"- {text}\n", f"| a |\n|---|\n| {text} |\n", f"## {text}\n"):
        assert dangers(markdown.to_html(written, engine)) == [], written


PIECES = st.sampled_from(
    [
        *HOSTILE,
        "<",
        ">",
        '"',
        "'",
        "&",
        "`",
        "*",
        "_",
        "[",
        "](",
        ")",
        "\n",
        "\n\n",
        "# ",
        "|",
        "a",
        "é ",
        "href=",
        "src=",
    ]
)


@BOTH
@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(PIECES | st.text(max_size=6), max_size=12))
def test_nothing_dangerous_is_put_together_from_pieces(pieces: list[str], engine: Engine) -> None:
    assert dangers(markdown.to_html("".join(pieces), engine)) == []


@BOTH
def test_what_editors_write_every_day_becomes_what_they_mean(engine: Engine) -> None:
    html = markdown.to_html(
        "## Lời kết\n\nMột **đậm**, một [liên kết](../tep/don.pdf).\n\n- một\n- hai\n\n"
        "| Khối | Lớp |\n|---|---|\n| 6 | 8 |\n",
        engine,
    )
    tree = LexborHTMLParser(html)

    assert [(node.tag, node.attributes.get("id"), node.text()) for node in tree.css("h2")] == [
        ("h2", "loi-ket", "Lời kết")
    ]
    assert tree.css_first("strong").text() == "đậm"
    assert [node.attributes["href"] for node in tree.css("a")] == ["../tep/don.pdf"]
    assert [node.text() for node in tree.css("li")] == ["một", "hai"]
    assert [node.text() for node in tree.css("td")] == ["6", "8"]
    region = tree.css_first("div")
    assert (
        region.attributes["role"] == "region"
        and region.attributes["tabindex"] == "0"
        and region.attributes["aria-label"]
    )


@BOTH
def test_a_page_keeps_its_one_main_heading(engine: Engine) -> None:
    tree = LexborHTMLParser(markdown.to_html("# Một\n\n# Hai\n\n## Ba\n", engine))

    assert [node.tag for node in tree.css("h1, h2")] == ["h2", "h2", "h2"]


@BOTH
def test_headings_of_the_same_name_have_addresses_of_their_own(engine: Engine) -> None:
    tree = LexborHTMLParser(markdown.to_html("## Hồ sơ\n\n## Hồ sơ\n\n## …\n", engine))

    ids = [str(node.attributes["id"]) for node in tree.css("h2")]
    assert len(set(ids)) == 3 and ids[0] == "ho-so"


@BOTH
@pytest.mark.parametrize("text", ["", "  \n\t\n"])
def test_an_empty_text_is_nothing(text: str, engine: Engine) -> None:
    assert markdown.to_html(text, engine) == ""


@given(st.lists(st.sampled_from(["a.md", "b c.md", "../x.md?a=1&b=2", "/y.md#z", "ảnh.jpg"]), max_size=5))
def test_every_address_is_listed_and_can_be_changed(links: list[str]) -> None:
    html = markdown.to_html("\n\n".join(f"[x](<{link}>)" for link in links))

    seen = list(markdown.addresses(html))
    changed = markdown.with_addresses(html, lambda link: f'/goc?{link}&<"')

    assert len(seen) == len(links)
    assert list(markdown.addresses(changed)) == [f'/goc?{link}&<"' for link in seen]
    assert dangers(changed) == []
