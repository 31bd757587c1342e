"""A built page as the audit sees it: parsed once, with what the rules ask about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the tree; `address` is its path below the root."""

    address: str
    source: str
    site_url: str = ""

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed page."""
        return LexborHTMLParser(self.source)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Everything a fragment may point to."""
        return frozenset(str(node.attributes["id"]) for node in self.tree.css("[id]"))

    @cached_property
    def links(self) -> tuple[tuple[LexborNode, str, str], ...]:
        """Node, attribute and value of everything that points elsewhere."""
        return tuple(self._links())

    def _links(self) -> Iterator[tuple[LexborNode, str, str]]:
        for node in self.tree.css("[href], [src], [srcset]"):
            attributes = node.attributes
            for name in ("href", "src"):
                if link := attributes.get(name):
                    yield node, name, self._own(link)
            if srcset := attributes.get("srcset"):
                for part in srcset.split(","):
                    if part.strip():
                        yield node, "srcset", self._own(part.split()[0])

    def _own(self, link: str) -> str:
        """A whole address of this very site as one from its root."""
        if self.site_url and link.startswith(f"{self.site_url}/"):
            return link[len(self.site_url) :]
        return link

    def line_of(self, text: str) -> int:
        """The first line that holds `text`."""
        before, found, _ = self.source.partition(text)
        return before.count("\n") + 1 if found else 1
