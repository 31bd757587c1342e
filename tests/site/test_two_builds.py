"""The same content gives the same bytes: wherever it lies, in whatever order, and a second build changes nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from built import Built, fingerprints
from odd_content import PICTURE, PICTURE_PAGE
from PIL import Image
from sandbox import copied
from told import Told

MANIFEST = ".well-known/tong-kiem-tra.json"


def test_two_builds_are_the_same_to_the_byte(built: Built, rebuilt: Built) -> None:
    """Other folders, other hash seed, other time zone, other language, files made in another order."""
    assert fingerprints(rebuilt.folder) == fingerprints(built.folder)


def test_plain_pelican_makes_the_same_site(built: Built, plain: Built) -> None:
    """Who is used to `pelican -s pelicanconf.py` gets what `invoke build` gives."""
    assert fingerprints(plain.folder) == fingerprints(built.folder)


def test_what_windows_does_by_itself_changes_nothing(built: Built, windows: Built) -> None:
    """A BOM, CRLF, letters in pieces (NFD), thumbnails, lock files: read, or passed over. See `odd_content.py`."""
    theirs, ours = fingerprints(built.folder), fingerprints(windows.folder)

    differing = {name for name in theirs.keys() | ours.keys() if theirs.get(name) != ours.get(name)}
    made_of_the_picture = {name for name in ours if name.startswith(PICTURE.removesuffix(".jpg"))}
    assert windows.told.to_mend == []
    assert differing == {PICTURE_PAGE, MANIFEST} | made_of_the_picture
    assert PICTURE in made_of_the_picture


def test_a_picture_from_a_phone_loses_where_it_was_taken(windows: Built) -> None:
    """Also one that only stands in a text."""
    with Image.open(windows.folder / PICTURE) as image:
        assert (len(image.getexif()), image.info.get("exif")) == (0, None)


@pytest.fixture(scope="module")
def second(built: Built, sample: Path, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder that was built before, lost a page and got a stranger; its content lost a file."""
    room = tmp_path_factory.mktemp("second")
    output, content = room / "output", copied(sample, room / "content")
    shutil.copytree(built.folder, output)
    (output / "google123.html").write_text("xác minh", encoding="utf-8")
    os.remove(output / "lien-he.html")
    os.remove(content / "hoc-lieu" / "kho-hoc-lieu-so-cua-nganh.md")
    return output


def test_a_second_build_touches_only_what_changed(second: Path, built: Built, build: Callable[..., Told]) -> None:
    old = fingerprints(built.folder)
    times = {name: (second / name).stat().st_mtime_ns for name in fingerprints(second)}

    told = build("--content", second.parent / "content", "--output", second)

    new = fingerprints(second)
    touched = {name for name in new if name not in times or (second / name).stat().st_mtime_ns != times[name]}
    differing = {name for name in new.keys() & old.keys() if new[name] != old[name]}
    assert told.status == 0, told.text
    assert touched - {MANIFEST} == {"lien-he.html"} | differing - {MANIFEST}
    assert old.keys() - new.keys() == {"hoc-lieu/kho-hoc-lieu-so-cua-nganh.html"}
    assert (second / "google123.html").read_text(encoding="utf-8") == "xác minh"
