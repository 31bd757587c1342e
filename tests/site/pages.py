"""A built page read with the standard library alone, so that these tests do not lean on the audit's own eyes."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SILENT = frozenset({"script", "style", "template"})
# Between these a browser shows a break, whatever white space the source has.
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)


@dataclass
class SeenPage:
    """What a visitor or a machine gets from one page."""

    lang: str = ""
    titles: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    landmarks: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    images: list[dict[str, str | None]] = field(default_factory=list)
    inline_code: list[str] = field(default_factory=list)
    never_closed: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    text: str = ""

    @property
    def words(self) -> list[str]:
        """The visible words, in order."""
        return self.text.split()

    def addresses(self) -> list[str]:
        """Every address the page points to or loads."""
        return [address for _, _, address in self.links]


class _Eye(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = SeenPage()
        self._open: list[str] = []
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in _INLINE:
            self._text.append("\n")
        self._note(tag, values)
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "title" and "svg" not in self._open:
            self.page.titles.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._text.append("\n")
        if tag not in self._open:
            self.page.never_closed.append(f"/{tag}")
            return
        while (last := self._open.pop()) != tag:
            self.page.never_closed.append(last)

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"] and self.page.titles and "svg" not in self._open:
            self.page.titles[-1] += data
        elif not _SILENT & set(self._open):
            self._text.append(data)
            if "code" in self._open:
                self.page.code.append(data)

    def close(self) -> None:
        super().close()
        self.page.never_closed += self._open
        self.page.text = "".join(self._text)

    def _note(self, tag: str, values: dict[str, str | None]) -> None:
        page = self.page
        if tag == "html":
            page.lang = values.get("lang") or ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            page.headings.append(int(tag[1]))
        if tag in ("main", "nav", "header", "footer"):
            page.landmarks.append(tag)
        if identity := values.get("id"):
            page.ids.append(identity)
        for name in ("href", "src", "poster", "action", "data"):
            if values.get(name) is not None:
                page.links.append((tag, name, values[name] or ""))
        for part in (values.get("srcset") or "").split(","):
            if part.strip():
                page.links.append((tag, "srcset", part.split()[0]))
        if tag == "img":
            page.images.append(values)
        if tag == "style" or (tag == "script" and not values.get("src") and "json" not in (values.get("type") or "")):
            page.inline_code.append(tag)
        page.inline_code += [f"{tag}[{name}]" for name in values if name == "style" or name.startswith("on")]


def read_page(path: Path) -> SeenPage:
    """The page in a file."""
    eye = _Eye()
    eye.feed(path.read_text(encoding="utf-8"))
    eye.close()
    return eye.page
