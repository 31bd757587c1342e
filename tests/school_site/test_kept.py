"""What takes long to make is made once, kept by what it is made of, and made again wherever it cannot be kept."""

from __future__ import annotations

from pathlib import Path

from school_site.kept import kept, makers


class Maker:
    """Counts how often it was asked."""

    def __init__(self, data: bytes) -> None:
        self.data, self.asked = data, 0

    def __call__(self) -> bytes:
        self.asked += 1
        return self.data


def test_the_same_is_made_once(tmp_path: Path) -> None:
    maker = Maker(b"a")

    assert [kept(tmp_path / "x", "key", ".bin", maker) for _ in range(3)] == [b"a"] * 3
    assert maker.asked == 1


def test_another_key_is_another_file(tmp_path: Path) -> None:
    assert kept(tmp_path, "key", ".bin", Maker(b"a")) == b"a"
    assert kept(tmp_path, "other key", ".bin", Maker(b"b")) == b"b"


def test_where_nothing_can_be_kept_it_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a file where a folder should be")
    maker = Maker(b"a")

    assert [kept(tmp_path / "x", "key", ".bin", maker) for _ in range(2)] == [b"a"] * 2
    assert maker.asked == 2


def test_other_code_or_another_version_makes_another_file(tmp_path: Path) -> None:
    code, other = tmp_path / "a.py", tmp_path / "b.py"
    code.write_text("a", encoding="utf-8")
    other.write_text("b", encoding="utf-8")
    told = {makers((str(path),), (library,)) for path in (code, other) for library in ("pelican", "jinja2")}

    assert len(told) == 4
