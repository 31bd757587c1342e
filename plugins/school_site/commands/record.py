"""record — write into the register what is published now: first-seen days of disclosures, of directives, addresses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from ..directives import directive_sources
from ..errors import ContentRefused, UsageError
from ..findings import refuses
from ..model import Entry
from ..paths import CONTENT, SCHEMA, shown
from ..pipeline import judge
from ..register import SeenDisclosure, read_register, remember, write_register
from ..upstream_model import shown_items
from ..vietnamese import nearest
from .options import Options


def run(options: Options) -> int:
    """Remember, once the content is publishable; running it again the same day changes nothing."""
    content = options.folder("content", CONTENT)
    if options.has("forget"):
        return _forget(content, options.all("forget"))
    judgement = judge(content, SCHEMA, today=date.today(), as_of=options.day("as-of"))
    site = judgement.verdict.site
    if site is None or refuses(judgement.findings):
        raise ContentRefused("Nội dung chưa xuất bản được nên chưa ghi sổ; chạy  invoke check  để xem phải sửa gì.")
    on = judgement.verdict.today
    seen = tuple(
        SeenDisclosure(
            path=item.path,
            item=item.item,
            year=item.year,
            title=item.title,
            digest=item.record.digest,
            first_seen_on=on,
        )
        for item in site.disclosures
    )
    before = read_register(content)
    binding = {source.id for source in directive_sources(site)}
    shown_now = shown_items(site.upstream_sources.sources, judgement.items, on) if site.upstream_sources else ()
    after = remember(
        before,
        seen,
        {entry.address: _title(entry) for entry in site.entries()},
        on,
        directives=(item.id for item in shown_now if item.source_id in binding),
    )
    if after == before:
        print("Sổ ghi không có gì mới.")
        return 0
    write_register(content, after)
    print(
        f"Đã ghi sổ «{shown(content)}/so-ghi»: {len(after.disclosures)} bản công khai, "
        f"{len(after.addresses)} địa chỉ, {len(after.directives)} văn bản chỉ đạo. "
        "Hãy giữ và sao lưu thư mục này cùng nội dung (Git: git commit)."
    )
    return 0


def _forget(content: Path, addresses: tuple[str, ...]) -> int:
    """Let go of addresses that are gone for good."""
    register = read_register(content)
    for address in addresses:
        if address not in register.addresses:
            near = nearest(address, register.addresses)
            hint = f" Có phải ý bạn là «{near}»?" if near else ""
            raise UsageError(f"Trong sổ không có địa chỉ «{address}».{hint}")
    left = {address: title for address, title in register.addresses.items() if address not in addresses}
    write_register(content, replace(register, addresses=left))
    print(f"Đã bỏ {len(addresses)} địa chỉ khỏi sổ ghi.")
    return 0


def _title(entry: Entry) -> str:
    return str(getattr(entry, "title", entry.path))
