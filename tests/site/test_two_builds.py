"""The same content gives the same bytes: wherever it lies, in whatever order, and a second build changes nothing."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

from built import Built, fingerprints
from PIL import Image
from sandbox import ended, environment
from told import Told

PICTURE = "hinh/lễ-kỷ-niệm.jpg"
NEWS = "tin-tuc/2026-11-20-ngay-nha-giao-viet-nam.md"


def test_two_builds_are_the_same_to_the_byte(built: Built, rebuilt: Built) -> None:
    """Other folders, other hash seed, other time zone, other language, files made in another order."""
    assert fingerprints(rebuilt.folder) == fingerprints(built.folder)


def test_a_second_build_into_the_same_folder_touches_only_what_changed(
    built: Built, sample: Path, build: Callable[..., Told], tmp_path: Path
) -> None:
    output = tmp_path / "output"
    shutil.copytree(built.folder, output)
    times = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}
    (output / "lien-he.html").unlink()

    told = build("--content", sample, "--output", output)

    changed = [path.name for path, before in times.items() if path.stat().st_mtime_ns != before]
    assert told.status == 0
    assert fingerprints(output) == fingerprints(built.folder)
    assert set(changed) <= {"lien-he.html", "tong-kiem-tra.json"}


def test_plain_pelican_makes_the_same_site(built: Built, sample: Path, project: Path, tmp_path: Path) -> None:
    """Who is used to `pelican -s pelicanconf.py` gets what `invoke build` gives."""
    words = [sys.executable, "-m", "pelican", str(sample), "-s", "pelicanconf.py", "-o", str(tmp_path / "output")]

    told = ended(words, cwd=project, env=environment(project))

    assert told.status == 0, told.text
    assert fingerprints(tmp_path / "output") == fingerprints(built.folder)


def test_what_windows_does_by_itself_changes_nothing(
    built: Built, content: Path, build: Callable[..., Told], tmp_path: Path
) -> None:
    """A BOM, CRLF, letters in pieces (NFD) in texts and file names, thumbnails, lock files: read, or passed over.

    One picture from a phone is added too, under a Vietnamese name and only in a text: it must lose its traces.
    """
    for path in [*content.rglob("*.md"), *content.rglob("*.yml")]:
        if path.relative_to(content).parts[0] not in ("hinh", "so-ghi"):
            text = unicodedata.normalize("NFD", path.read_text(encoding="utf-8"))
            path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    for litter in ("Thumbs.db", "desktop.ini", ".DS_Store", "tin-tuc/~$bai-viet.docx", "hinh/Thumbs.db", "tep/~$don.docx"):
        (content / litter).write_bytes(b"\x00\x01")
    with (content / NEWS).open("ab") as news:
        news.write(f"\r\n\r\n![Thầy trò chụp chung](../{PICTURE})\r\n".encode())
    phone = Image.Exif()
    phone[0x010F] = "Điện thoại"
    phone.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (640, 480), "tomato").save(content / unicodedata.normalize("NFD", PICTURE), exif=phone)

    told = build("--content", content, "--output", tmp_path / "output")

    assert (told.status, told.findings) == (0, []), told.text
    theirs, ours = fingerprints(built.folder), fingerprints(tmp_path / "output")
    differing = {name for name in theirs.keys() | ours.keys() if theirs.get(name) != ours.get(name)}
    assert differing - {PICTURE, ".well-known/tong-kiem-tra.json"} == {NEWS.replace(".md", ".html")}
    with Image.open(tmp_path / "output" / PICTURE) as image:
        assert not len(image.getexif())


def test_a_removed_page_leaves_the_output_and_a_foreign_file_stays(
    built: Built, sample: Path, build: Callable[..., Told], content: Path, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    shutil.copytree(built.folder, output)
    (output / "google123.html").write_text("xác minh", encoding="utf-8")
    os.remove(content / "hoc-lieu" / "kho-hoc-lieu-so-cua-nganh.md")

    told = build("--content", content, "--output", output)

    assert told.status == 0, told.text
    assert not (output / "hoc-lieu" / "kho-hoc-lieu-so-cua-nganh.html").exists()
    assert (output / "google123.html").read_text(encoding="utf-8") == "xác minh"
