"""Pages at addresses that were published and are gone: they lead on to where the page is now."""

from __future__ import annotations

from collections.abc import Iterator

from ..site_map import redirects
from .page import Page
from .view import View


def pages(view: View) -> Iterator[Page]:
    """One page for each address that moved."""
    titles = {entry.address: str(getattr(entry, "title", "")) for entry in view.site.entries()}
    for old, new in sorted(redirects(view.site).items()):
        yield Page(
            save_as=old, template="moved.html", title=titles[new], section="",
            values={"target": new, "target_title": titles[new]},
        )  # fmt: skip
