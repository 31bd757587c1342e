"""Foreign text and links become plain text and safe addresses."""

from __future__ import annotations

import pytest

from school_site.upstream.clean import carries_code, plain_text, safe_link, shorten
from school_site.upstream_model import link_key

BASE = "https://portal.example.vn/rss/tin.rss"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Học phí < 5 triệu & GD&ĐT", "Học phí < 5 triệu & GD&ĐT"),
        ("a<b và <an toàn> thì", "a<b và <an toàn> thì"),
        ("5 &lt; 6", "5 < 6"),
        ("<p>Một</p><p>Hai</p>", "Một Hai"),
        ("Một<br/>hai<BR>ba", "Một hai ba"),
        ("đ<b>ậ</b>m", "đậm"),
        ("&lt;p&gt;một&amp;nbsp;lớp&lt;/p&gt;", "một lớp"),
        ("&amp;lt;p&amp;gt;hai lớp&amp;lt;/p&amp;gt;", "hai lớp"),
        ("<script>alert(1)</script>sạch", "sạch"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;sạch", "sạch"),
        ("<style>p{}</style><title>t</title><p>sạch</p>", "sạch"),
        ("<img src=x onerror=alert(1)>sạch", "sạch"),
        ("<!-- ẩn -->sạch", "sạch"),
        ("?a=1&copy=2&reg=3", "?a=1&copy=2&reg=3"),
        ("&khongco; &#0; &#xD800;", "&khongco; \ufffd \ufffd"),
        ("to\u0323\u0302c đo\u0323\u0302", "tộc độ"),
        ("\u202etxt.exe\u200b", "txt.exe"),
        (" nhiều \n\t khoảng\u00a0trắng ", "nhiều khoảng trắng"),
        ("**đậm** {{ x }} [a](b)", "**đậm** {{ x }} [a](b)"),
    ],
)
def test_text_becomes_plain(written: str, expected: str) -> None:
    assert plain_text(written, 600) == expected


def test_long_text_is_cut_at_a_word() -> None:
    assert shorten("một hai ba bốn", 11) == "một hai ba…"
    assert shorten("một hai, ba bốn", 10) == "một hai…"
    assert shorten("x" * 20, 10) == "x" * 9 + "…"
    assert shorten("vừa đủ", 6) == "vừa đủ"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/tin/1.html", "https://portal.example.vn/tin/1.html"),
        ("2.html", "https://portal.example.vn/rss/2.html"),
        ("//khac.example.vn/3", "https://khac.example.vn/3"),
        (" \n https://x.vn/a \n", "https://x.vn/a"),
        ("https://x.vn", "https://x.vn/"),
        ("https://x.vn/tin tức?q=ế#đầu", "https://x.vn/tin%20t%E1%BB%A9c?q=%E1%BA%BF#%C4%91%E1%BA%A7u"),
        ("https://x.vn/a%20b?x=1&amp;y=2", "https://x.vn/a%20b?x=1&y=2"),
        ("https://x.vn/?copy=1&reg=2", "https://x.vn/?copy=1&reg=2"),
        ("http://x.vn:80/a", "http://x.vn/a"),
        ("http://x.vn:8080/a", "http://x.vn:8080/a"),
        ("https://x.vn/?utm_source=a&id=5&fbclid=b", "https://x.vn/?id=5"),
        ('https://x.vn/"onmouseover="alert(1)', "https://x.vn/%22onmouseover=%22alert(1)"),
        ("https://x.vn/<script>", "https://x.vn/%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("&#106;avascript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("mailto:a@x.vn", None),
        ("https://u:p@x.vn/", None),
        ("https://x.vn@evil.example/", None),
        ("https://[::1/", None),
        ("https://x.vn:99999/", None),
        ("https://x.vn/" + "a" * 3000, None),
        ("", None),
        (None, None),
    ],
)
def test_a_link_becomes_absolute_and_safe_or_none(written: str | None, expected: str | None) -> None:
    assert safe_link(written, BASE) == expected


def test_a_page_is_the_same_whatever_the_scheme_or_the_fragment() -> None:
    keys = {link_key(link) for link in ("http://x.vn/a", "https://x.vn/a/", "https://www.x.vn/a#b")}

    assert len(keys) == 1
    assert link_key("https://x.vn/a?id=1") != link_key("https://x.vn/a?id=2")


@pytest.mark.parametrize(
    ("title", "link"),
    [
        ("<script>alert(1)</script>", "https://x.vn/"),
        ("&amp;lt;script src=//x&amp;gt;", "https://x.vn/"),
        ("<img src=x onerror=alert(1)>", "https://x.vn/"),
        ("<svg/onload=alert(1)>", "https://x.vn/"),
        ("Tin", "javascript:alert(1)"),
        ("Tin", " java\nscript:alert(1)"),
        ("Tin", "&#106;avascript:alert(1)"),
        ("Tin", "data:text/html;base64,PHNjcmlwdD4="),
    ],
)
def test_code_in_a_title_or_link_is_noticed(title: str, link: str) -> None:
    assert carries_code(title, (link,))


@pytest.mark.parametrize(
    "title",
    ["Tập huấn lập trình JavaScript: bài 1", "<b>Tin</b> mới", "5 < 7 và on=1", "Điểm &lt; 20", "<p>a</p>"],
)
def test_ordinary_titles_are_no_code(title: str) -> None:
    assert not carries_code(title, ("https://x.vn/?a=javascript:1", "/tin/javascript-cho-hoc-sinh.html", "news_101"))
