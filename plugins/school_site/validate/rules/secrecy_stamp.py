"""AT-040 — a stamp of secrecy stands in a text, in an attachment or in a file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...findings import Finding, Rule
from ...model import Where
from ...site import Site
from ...vietnamese import fold
from ..basis import Basis

RULE = Rule(
    code="AT-040",
    title="Dấu chỉ độ mật",
    message="{place} có dấu chỉ độ mật «{stamp}».",
    fix="Gỡ nội dung này ngay và báo người phụ trách; chỉ đăng lại khi người có thẩm quyền cho biết văn bản không mật.",
    why="Đăng tài liệu mật nhà nước lên mạng là vi phạm pháp luật, và không thu hồi được.",
    bad="MẬT   (dòng đầu của một công văn đính kèm)",
    good="(văn bản không có dấu chỉ độ mật)",
    legal="disclosure-secrets",
)
# The stamp stands alone, in brackets, at the head of a title, or after «độ mật»; «bí mật», «bảo mật» are just words.
_DEGREE = r"(?:TUYỆT\s+MẬT|TỐI\s+MẬT|M\s?Ậ\s?T)"
_STAMP = re.compile(
    rf"(?:^|[\n\t\f|])[ >*_#]*[(\[«\"]?[ ]*({_DEGREE})[ ]*[)\]»\"]?[ *_]*(?=$|[\n\t\f|:–—-])"
    rf"|[(\[«][ ]*({_DEGREE})[ ]*[)\]»]"
    r"|(?i:độ\s+mật)[ ]*:[ ]*[*_]*((?i:tuyệt\s+mật|tối\s+mật|mật))"
    r"|(?:^|[\n\t\f])[ ]*((?:Tuyệt|Tối)\s+mật)[ ]*(?=$|[\n\t\f:])"
)
_HINTS = ("mật", "MẬT", "M Ậ T", "MẬ T", "M ẬT")
_NAME = re.compile(
    r"(?<![a-z0-9])(?:(?:tuyet|toi)[-_ ]?mat|(?:tai[-_ ]?lieu|van[-_ ]?ban|cong[-_ ]?van|dau|do)[-_ ]mat)(?![a-z0-9])"
)
_CAPITAL_NAME = re.compile(r"(?:^|[-_ (\[])(?:MAT|MẬT)(?=[-_ )\].]|$)")


def check(site: Site, basis: Basis) -> Iterator[Finding]:
    """Look through names, values, bodies and attachments; one finding for a file is enough to take it down."""
    legal = basis.law.citations(RULE.legal)
    for writing in site.writings:
        is_near = any(hint in writing.text for hint in _HINTS)
        if match := _STAMP.search(writing.text) if is_near else None:
            group = next(index for index in range(1, 5) if match[index])
            start = match.start(group)
            stamp = " ".join(match[group].split())
            yield RULE.finding(writing.where(start), place=writing.place(start), stamp=stamp, legal=legal)
    for path in (*(entry.path for entry in site.entries()), *(asset.path for asset in site.assets)):
        name = path.rpartition("/")[2]
        if _CAPITAL_NAME.search(name) or _NAME.search(fold(name)):
            yield RULE.finding(Where(path=path), place="Tên tệp", stamp=name, legal=legal)
