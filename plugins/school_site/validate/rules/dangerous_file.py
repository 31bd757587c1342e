"""AT-041 — a file offered to readers can run something on their machines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Asset, Where
from ...site import Site
from ..basis import Basis

RULE = Rule(
    code="AT-041",
    title="Tệp có thể chạy trên máy người đọc",
    message="Tệp «{name}» {what}.",
    fix="Gỡ tệp này; tài liệu thì lưu thành PDF, hoặc .docx, .xlsx không có macro.",
    why="Tệp chạy được là đường lây mã độc quen thuộc nhất; phụ huynh tin tệp tải từ trang của trường.",
    bad="tep/bieu-mau-thong-ke.xlsm",
    good="tep/bieu-mau-thong-ke.xlsx",
)
_RUNS = frozenset(
    "exe msi bat cmd com scr pif vbs js jse wsf ps1 jar apk dmg hta lnk reg docm dotm xlsm xltm xlam pptm".split()  # noqa: SIM905
)
_SCRIPT = re.compile(r"<script[\s>/]|\son\w+\s*=|javascript:|<foreignObject[\s>]|<!ENTITY", re.I)


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look at names, at macros, and at scripts in drawings and web pages."""
    for asset in site.assets:
        if what := _what(asset):
            yield RULE.finding(Where(path=asset.path), name=asset.path.rpartition("/")[2], what=what)


def _what(asset: Asset) -> str | None:
    if asset.path.rpartition(".")[2].lower() in _RUNS or asset.media_type == "application/x-executable":
        return "là chương trình hoặc tài liệu có macro"
    if asset.has_code:
        return "có macro bên trong"
    is_markup = asset.media_type in ("image/svg+xml", "text/html")
    return "có đoạn mã bên trong" if is_markup and any(_SCRIPT.search(page) for page in asset.pages) else None
