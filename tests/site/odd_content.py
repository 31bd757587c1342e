"""The sample as it may come from other machines: the same to a reader, other bytes on disk."""

from __future__ import annotations

import os
import shutil
import unicodedata
from pathlib import Path

from PIL import Image
from sandbox import copied

PICTURE = "hinh/lễ-kỷ-niệm.jpg"
PICTURE_PAGE = "tin-tuc/2026-11-20-ngay-nha-giao-viet-nam.html"
LITTER = ("Thumbs.db", "desktop.ini", ".DS_Store", "tin-tuc/~$bai-viet.docx", "hinh/Thumbs.db", "tep/~$don.docx")


def shuffled(source: Path, target: Path) -> Path:
    """The same content elsewhere: files made in another order, with other times."""
    files = sorted((path for path in source.rglob("*") if path.is_file()), reverse=True)
    for number, path in enumerate(files):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (1_000_000_000 + 7919 * number, 1_000_000_000 + 7919 * number))
    return target


def from_windows(source: Path, target: Path) -> Path:
    """Every text with a BOM, CRLF and letters in pieces, and what Windows leaves lying about.

    One picture from a phone is added under a Vietnamese name, shown only in a text.
    """
    copied(source, target)
    for path in [*target.rglob("*.md"), *target.rglob("*.yml")]:
        if path.relative_to(target).parts[0] not in ("hinh", "tep", "so-ghi"):
            text = unicodedata.normalize("NFD", path.read_text(encoding="utf-8"))
            path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    for litter in LITTER:
        (target / litter).write_bytes(b"\x00\x01")
    with (target / PICTURE_PAGE.replace(".html", ".md")).open("ab") as news:
        news.write(f"\r\n\r\n![Thầy trò chụp chung](../{PICTURE})\r\n".encode())
    phone = Image.Exif()
    phone[0x010F] = "Điện thoại"
    phone.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (640, 480), "tomato").save(target / unicodedata.normalize("NFD", PICTURE), exif=phone)
    return target
