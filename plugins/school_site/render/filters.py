"""What templates may call: addresses, days, numbers, labels, file facts, pictures. Formatting only."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from .. import vietnamese
from ..form_docx import docx_of
from ..form_sheet import sheet_of
from ..markdown import with_addresses
from ..model import Picture
from ..site import Site
from ..vocabulary import Vocabulary
from .pictures import Pictures


class Root:
    """Where the page being written stands: addresses are relative to it.

    The one piece of state of the rendering: the hook that writes a page sets it before the template runs,
    because components see no page globals.
    """

    def __init__(self) -> None:
        self.prefix = "."

    def url(self, address: str) -> str:
        """An address from the site's root as a link on the current page."""
        return f"{self.prefix}/{address.lstrip('/')}"

    def rooted(self, html: str) -> str:
        """HTML of a body with its own site's links (``/x.html``) made links of the current page."""
        return with_addresses(
            html, lambda link: self.url(link) if link.startswith("/") and not link.startswith("//") else link
        )


def _unfolded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose answer depends on the page or the site.

    Jinja works a plain filter on a constant out once, when it compiles the template; one that asks for the
    context is called every time.
    """

    @pass_context
    def asked_every_time(context: Context, *given: Any, **named: Any) -> Any:
        return function(*given, **named)

    return asked_every_time


@dataclass(frozen=True, kw_only=True)
class FileInfo:
    """What a reader wants to know before taking a file along."""

    name: str
    extension: str
    size: str


def json_ld(tree: Mapping[str, Any]) -> Markup:
    """A block of data for other programs. No `<` in it, so that no text of it can end the block."""
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))


def breakable_email(text: str) -> Markup:
    """An e-mail address that a narrow column breaks before its «@», not in the middle of a word."""
    name, at, host = text.partition("@")
    return Markup("{}<wbr>{}{}").format(name, at, host) if at else Markup("{}").format(text)


def filters(site: Site, vocabulary: Vocabulary, root: Root, pictures: Pictures) -> Mapping[str, Callable[..., Any]]:
    """The filters of the theme, by name."""
    assets = {asset.path: asset for asset in site.assets}

    sheets = {form.docx_address: sheet_of(form, site.school) for form in site.form_templates if form.docx_address}

    def size_of(path: str) -> int:
        sheet = sheets.get(path)
        return assets[path].size if path in assets else len(docx_of(sheet)) if sheet else 0

    def file_info(path: str) -> FileInfo:
        size = size_of(path)
        return FileInfo(
            name=path.rsplit("/", 1)[-1],
            extension=path.rsplit(".", 1)[-1].upper(),
            size=vietnamese.file_size(size) if size else "",
        )

    def img(picture: Picture, css_class: str = "", sizes: str = "100vw", loading: str = "lazy") -> Markup:
        made = pictures.of(picture.file)
        srcset = ", ".join(f"{root.url(one.address)} {one.width}w" for one in made.variants)
        pieces = Markup('<img src="{}"').format(root.url(made.address))
        if srcset:
            pieces += Markup(' srcset="{}" sizes="{}"').format(srcset, sizes)
        if made.width:
            pieces += Markup(' width="{}" height="{}"').format(made.width, made.height)
        if css_class:
            pieces += Markup(' class="{}"').format(css_class)
        return pieces + Markup(' alt="{}" loading="{}" decoding="async">').format(picture.alt, loading)

    kept: dict[tuple[object, ...], tuple[Mapping[str, Any], Markup]] = {}

    def shared(macro: Callable[..., Markup], **given: Any) -> Markup:
        """What a component gives for these very values: worked out once for all pages that stand equally deep.

        The menu is the same on hundreds of pages, and its links are most of what a page has.
        """
        values = (value if isinstance(value, str) else id(value) for value in given.values())
        key = (macro.name, root.prefix, *values)  # type: ignore[attr-defined]
        if key not in kept:
            # The values are kept with it, so that no other value takes on their identity.
            kept[key] = (given, macro(**given))
        return kept[key][1]

    return {
        "url": _unfolded(root.url),
        "shared": _unfolded(shared),
        "rooted": _unfolded(root.rooted),
        "day": vietnamese.day,
        "long_day": vietnamese.long_day,
        "moment": vietnamese.moment,
        "iso": lambda value: value.isoformat(),
        "number": vietnamese.number,
        "breakable_email": breakable_email,
        "is_number": lambda text: vietnamese.read_number(text) is not None,
        "label": _unfolded(vocabulary.label),
        "file_info": _unfolded(file_info),
        "img": _unfolded(img),
        "json_ld": json_ld,
    }
