"""Pictures as phones want them: smaller copies, turned upright, and no trace of where they were taken."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..cores import shared_out
from ..kinds import ASSET_FOLDERS
from ..render.pictures import LARGEST, Made

if TYPE_CHECKING:
    from PIL import Image

# Part of every cache name: a change in how pictures are made makes them anew.
_RECIPE = "2"
_QUALITY = {"WEBP": 78, "JPEG": 84}
_FORMS = {".webp": "WEBP", ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}


def make(made: Mapping[str, Made], staging: Path, cache: Path) -> None:
    """Write the copies that pages offer, and clean every picture of the tree, whether a page shows it or not.

    `staging` holds the originals; `cache` keeps what was made between builds. What it lacks is made on all cores.
    """
    copies = [_copy(*wanted, cache) for wanted in _wanted(made, staging)]
    missing = {copy.stored: copy for copy in copies if not copy.stored.exists()}
    shared_out(_store, list(missing.values()), at_least=2)
    for copy in copies:
        copy.target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy.stored, copy.target)


@dataclass(frozen=True, kw_only=True)
class _Copy:
    """`source`, at most `width` pixels wide, lies at `stored` and is wanted at `target`."""

    source: Path
    width: int
    stored: Path
    target: Path


def _wanted(made: Mapping[str, Made], staging: Path) -> Iterator[tuple[Path, Path, int]]:
    """Source, target and greatest width of every copy."""
    for path, picture in made.items():
        for variant in picture.variants:
            if variant.address != path:
                yield staging / path, staging / variant.address, variant.width
    copies = {variant.address for picture in made.values() for variant in picture.variants} - set(made)
    for folder in ASSET_FOLDERS:
        for original in sorted((staging / folder).rglob("*")):
            if original.suffix.lower() in _FORMS and original.relative_to(staging).as_posix() not in copies:
                yield original, original, LARGEST


def _copy(source: Path, target: Path, width: int, cache: Path) -> _Copy:
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:24]
    stored = cache / f"{digest}-{width}-{_RECIPE}{target.suffix.lower()}"
    return _Copy(source=source, width=width, stored=stored, target=target)


def _store(copy: _Copy) -> None:
    from PIL import Image, ImageOps

    copy.stored.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(copy.source) as opened:
        opened.draft("RGB", (copy.width, copy.width))
        image = ImageOps.exif_transpose(opened)
        if image.width > copy.width:
            height = round(image.height * copy.width / image.width)
            image = image.resize((copy.width, height), Image.Resampling.LANCZOS)
        _save(image, copy.stored)


def _save(image: Image.Image, target: Path) -> None:
    """Save without metadata (a phone writes the place into every photograph), whole or not at all."""
    form = _FORMS[target.suffix]
    if form == "JPEG" and image.mode != "RGB":
        image = image.convert("RGB")
    half = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    options = {"quality": _QUALITY[form]} if form in _QUALITY else {"optimize": True}
    image.save(half, form, exif=b"", icc_profile=None, **options)
    os.replace(half, target)
