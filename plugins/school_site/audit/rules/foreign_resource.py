"""AT-002 — a page that fetches something from another host when it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...findings import Finding, Rule
from ...model import Where
from ..page import BuiltPage

RULE = Rule(
    code="AT-002",
    title="Trang tải nội dung từ nơi khác",
    message="Trang tự tải «{link}» từ máy chủ khác khi mở.",
    fix="Chép tệp về thư mục hinh hoặc tep của trường rồi dùng bản đó.",
    why="Máy chủ khác biết ai đang xem trang, và trang hỏng khi máy ấy hỏng.",
    bad="![Sân trường](https://trang-khac.vn/san.jpg)",
    good="![Sân trường](../hinh/san-truong.jpg)",
)


def check(page: BuiltPage) -> Iterator[Finding]:
    """Links may lead away; what loads by itself may not."""
    for node, name, link in page.links:
        loads = name in ("src", "srcset") or (node.tag == "link" and _is_loaded(node.attributes.get("rel")))
        if loads and (urlsplit(link).netloc or urlsplit(link).scheme in ("http", "https")):
            yield RULE.finding(Where(path=page.address, line=page.line_of(link)), link=link)


def _is_loaded(rel: str | None) -> bool:
    return bool(set((rel or "").split()) & {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"})
