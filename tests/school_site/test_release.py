"""The last step touches what differs, and only files that an earlier build wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from school_site.errors import SetupError
from school_site.finish.release import MANIFEST, release


def tree(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != Path(MANIFEST).name
    }


@pytest.fixture
def output(tmp_path: Path) -> Path:
    release(tree(tmp_path / "first", {"index.html": "1", "a/b.html": "b", "a/c.html": "c"}), tmp_path / "output")
    return tmp_path / "output"


def test_a_first_release_writes_everything(output: Path) -> None:
    assert texts(output) == {"index.html": "1", "a/b.html": "b", "a/c.html": "c"}
    assert set(json.loads((output / MANIFEST).read_text(encoding="utf-8"))["files"]) == texts(output).keys()


def test_only_what_differs_is_touched(output: Path, tmp_path: Path) -> None:
    before = (output / "a/b.html").stat().st_mtime_ns, (output / "a/b.html").stat().st_ino

    done = release(tree(tmp_path / "second", {"index.html": "2", "a/b.html": "b", "d.html": "d"}), output)

    assert texts(output) == {"index.html": "2", "a/b.html": "b", "d.html": "d"}
    assert ((output / "a/b.html").stat().st_mtime_ns, (output / "a/b.html").stat().st_ino) == before
    assert (done.written, done.removed, done.kept) == (2, 1, 1)


def test_what_is_not_ours_stays(output: Path, tmp_path: Path) -> None:
    tree(output, {"google.html": "g", "a/x.txt": "x"})

    release(tree(tmp_path / "second", {"index.html": "1"}), output)

    assert texts(output) == {"index.html": "1", "google.html": "g", "a/x.txt": "x"}


def test_folders_that_were_emptied_are_gone(output: Path, tmp_path: Path) -> None:
    release(tree(tmp_path / "second", {"index.html": "1"}), output)

    assert not (output / "a").exists()


@pytest.mark.parametrize("manifest", [None, "", "[]", '{"files": 3}', '{"files": ["a"]}', "\x00"])
def test_a_folder_of_somebody_else_is_refused_untouched(manifest: str | None, tmp_path: Path) -> None:
    theirs = tree(tmp_path / "theirs", {"anh.jpg": "a"} | ({MANIFEST: manifest} if manifest is not None else {}))
    before = sorted(path.name for path in theirs.rglob("*"))

    with pytest.raises(SetupError, match="--output"):
        release(tree(tmp_path / "staging", {"index.html": "1"}), theirs)

    assert sorted(path.name for path in theirs.rglob("*")) == before


def test_a_file_where_a_folder_was_and_the_reverse(output: Path, tmp_path: Path) -> None:
    release(tree(tmp_path / "second", {"index.html": "1", "a": "nay là tệp", "index/x.html": "x"}), output)

    assert texts(output) == {"index.html": "1", "a": "nay là tệp", "index/x.html": "x"}
