"""Pictures as phones want them: smaller copies, turned upright, and no trace of where they were taken."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..kinds import ASSET_FOLDERS
from ..render.pictures import LARGEST, Made

if TYPE_CHECKING:
    from PIL import Image

# Part of every cache name: a change in how pictures are made makes them anew.
_RECIPE = "2"
_QUALITY = {"WEBP": 78, "JPEG": 84}
_FORMS = {".webp": "WEBP", ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}


def make(made: Mapping[str, Made], staging: Path, cache: Path) -> None:
    """Write the copies that pages offer, then clean every picture of the tree, whether a page shows it or not.

    `staging` holds the originals; `cache` keeps what was made between builds.
    """
    for path, picture in made.items():
        for variant in picture.variants:
            if variant.address != path:
                _place(staging / path, staging / variant.address, variant.width, cache)
    copies = {variant.address for picture in made.values() for variant in picture.variants} - set(made)
    for folder in ASSET_FOLDERS:
        for original in sorted((staging / folder).rglob("*")):
            if original.suffix.lower() in _FORMS and original.relative_to(staging).as_posix() not in copies:
                _place(original, original, LARGEST, cache)


def _place(source: Path, target: Path, width: int, cache: Path) -> None:
    """Put the copy of `source` that is at most `width` pixels wide at `target`."""
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:24]
    stored = cache / f"{digest}-{width}-{_RECIPE}{target.suffix.lower()}"
    if not stored.exists():
        _store(source, width, stored)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(stored, target)


def _store(source: Path, width: int, target: Path) -> None:
    from PIL import Image, ImageOps

    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as opened:
        opened.draft("RGB", (width, width))
        image = ImageOps.exif_transpose(opened)
        if image.width > width:
            image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        _save(image, target)


def _save(image: Image.Image, target: Path) -> None:
    """Save without metadata (a phone writes the place into every photograph), whole or not at all."""
    form = _FORMS[target.suffix]
    if form == "JPEG" and image.mode != "RGB":
        image = image.convert("RGB")
    half = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    options = {"quality": _QUALITY[form]} if form in _QUALITY else {"optimize": True}
    image.save(half, form, exif=b"", icc_profile=None, **options)
    os.replace(half, target)
