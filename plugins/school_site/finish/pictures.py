"""Pictures as phones want them: smaller copies, turned upright, and no trace of where they were taken."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..render.pictures import Made

if TYPE_CHECKING:
    from PIL import Image

# Part of every cache name: a change in how pictures are made makes them anew.
_RECIPE = "2"
_QUALITY = {"WEBP": 78, "JPEG": 84}
_LARGEST = 1600


def make(made: Mapping[str, Made], content: Path, staging: Path, cache: Path) -> None:
    """Write every picture the pages use, and its copies, into `staging`; `cache` keeps them between builds."""
    for path, picture in made.items():
        if not picture.width:
            continue
        data = (content / path).read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:24]
        for variant in picture.variants:
            stored = cache / f"{digest}-{variant.width}-{_RECIPE}{Path(variant.address).suffix}"
            if not stored.exists():
                _store(content / path, variant.width, stored)
            target = staging / variant.address
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(stored, target)


def _store(source: Path, width: int, target: Path) -> None:
    from PIL import Image, ImageOps

    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as opened:
        opened.draft("RGB", (width, width))
        image = ImageOps.exif_transpose(opened)
        width = min(width, _LARGEST)
        if image.width > width:
            image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        _save(image, target)


def _save(image: Image.Image, target: Path) -> None:
    """Save without metadata (a phone writes the place into every photograph), whole or not at all."""
    form = {".webp": "WEBP", ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}[target.suffix.lower()]
    if form == "JPEG" and image.mode != "RGB":
        image = image.convert("RGB")
    half = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    options = {"quality": _QUALITY[form]} if form in _QUALITY else {"optimize": True}
    image.save(half, form, exif=b"", icc_profile=None, **options)
    os.replace(half, target)
