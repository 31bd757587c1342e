"""Which sizes of a picture a page offers: decided from its header here, made by `finish`."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WIDTHS = (480, 960)
LARGEST = 1600
_RASTER = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One smaller copy."""

    address: str
    width: int


@dataclass(frozen=True, kw_only=True)
class Made:
    """A picture as the site serves it; `width` is 0 where the size is unknown (SVG, unreadable file)."""

    address: str
    width: int = 0
    height: int = 0
    variants: tuple[Variant, ...] = ()


def original(content: Path, path: str) -> Path:
    """The file behind an asset's normalised path: some systems store «ễ» in pieces."""
    whole = content / path
    return whole if whole.exists() else content / unicodedata.normalize("NFD", path)


class Pictures:
    """Looks up pictures once; remembers which were asked for, so that `finish` makes only those."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._made: dict[str, Made] = {}

    def of(self, path: str) -> Made:
        """What the site serves for the picture at `path`."""
        if path not in self._made:
            self._made[path] = self._measure(path)
        return self._made[path]

    def add(self, made: Mapping[str, Made]) -> None:
        """Take in what another process was asked for."""
        self._made.update(made)

    def used(self) -> dict[str, Made]:
        """All pictures asked for, by content path, in a stable order."""
        return dict(sorted(self._made.items()))

    def _measure(self, path: str) -> Made:
        if not path.lower().endswith(_RASTER):
            return Made(address=path)
        from PIL import Image

        try:
            with Image.open(original(self._content, path)) as image:
                width, height = image.size
                # A phone held upright stores the picture lying, with a note to turn it; `finish` turns it.
                if image.getexif().get(0x0112) in (5, 6, 7, 8):
                    width, height = height, width
        except (OSError, ValueError, Image.DecompressionBombError):
            return Made(address=path)
        if width > LARGEST:
            width, height = LARGEST, round(height * LARGEST / width)
        stem = path.rsplit(".", 1)[0]
        smaller = tuple(Variant(address=f"{stem}-{at}.webp", width=at) for at in WIDTHS if at < width)
        return Made(address=path, width=width, height=height, variants=(*smaller, Variant(address=path, width=width)))
