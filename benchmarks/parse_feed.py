"""How long a feed of 1,000 items takes to become plain text and checked links: as it should be, and broken."""

from __future__ import annotations

import argparse
import sys
import time

from measure import ROOT, Run, figure, tell

sys.path.insert(0, str(ROOT / "plugins"))

from school_site.upstream.parse import parse_feed

ITEMS = 1000
WORDS = "Sở Giáo dục và Đào tạo hướng dẫn các trường tổ chức kiểm tra, đánh giá cuối học kỳ I; "


def clean_feed(items: int) -> bytes:
    """A feed as NukeViet writes it: HTML in CDATA, a summary of some hundred words."""
    body = "".join(
        f"<item><title>Tin số {number}: {WORDS}</title><link>https://so.example.vn/tin-{number}.html</link>"
        f"<guid>news_{number}</guid><pubDate>Fri, 20 Nov 2026 07:{number % 60:02d}:00 +0700</pubDate>"
        f"<description><![CDATA[<p><img src='a.jpg' alt=''/> {WORDS * 4}<br/></p>]]></description></item>"
        for number in range(items)
    )
    return f"<rss version='2.0'><channel><title>Sở</title>{body}</channel></rss>".encode()


def rough_feed(items: int) -> bytes:
    """The same, as a broken portal sends it: bare ampersands, double escapes, dates in words, no end."""
    text = clean_feed(items).decode()
    text = text.replace("Giáo dục và Đào tạo", "GD&ĐT").replace("<br/>", "&amp;lt;br&amp;gt;")
    return text.replace("Fri, 20 Nov 2026", "Thứ Sáu, 20/11/2026").removesuffix("</channel></rss>").encode()


def read(data: bytes) -> Run:
    """Parse once in this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    feed = parse_feed(data, base_url="https://so.example.vn/rss", content_type=None)
    run = Run(wall=time.perf_counter() - wall, cpu=time.process_time() - cpu)
    assert len(feed.items) == ITEMS
    return run


def main() -> None:
    """Measure and tell."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    runs = asked.parse_args().runs
    feeds = (("as a portal writes it", clean_feed(ITEMS)), ("as a broken portal sends it", rough_feed(ITEMS)))
    tell([figure(f"{ITEMS} items, {name}", [read(data) for _ in range(runs)]) for name, data in feeds], "parse_feed")


if __name__ == "__main__":
    main()
