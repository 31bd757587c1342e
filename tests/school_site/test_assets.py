"""The stylesheet is one file, in the order that the index names, under an address that changes with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from school_site.assets import bundle
from school_site.errors import SetupError
from school_site.paths import THEME


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "components").mkdir()
    (tmp_path / "css" / "index.css").write_text(
        '/* mục lục */\n@layer a, b;\n@import "a.css";\n@import "../components/b.css" layer(b);\n', encoding="utf-8"
    )
    (tmp_path / "css" / "a.css").write_text("/* a */ @layer a { p { color: red; } }\n", encoding="utf-8")
    (tmp_path / "components" / "b.css").write_text('i { content: "/* x */"; }\n', encoding="utf-8")
    return tmp_path


def test_files_stand_in_the_order_of_the_index(theme: Path) -> None:
    text = "".join(bundle(theme, brand_colour=None).text.split())

    assert "@import" not in text and "mụclục" not in text
    assert text.index("@layera,b") < text.index("color:red") < text.index("@layerb{")


def test_the_address_changes_with_the_text_and_only_then(theme: Path) -> None:
    before = bundle(theme, brand_colour=None)
    same = bundle(theme, brand_colour=None)
    (theme / "css" / "a.css").write_text("@layer a { p { color: blue; } }\n", encoding="utf-8")
    after = bundle(theme, brand_colour=None)

    assert before == same
    assert before.address != after.address


def test_the_schools_colour_is_part_of_it() -> None:
    red, blue = bundle(THEME, brand_colour="#A3341F"), bundle(THEME, brand_colour="#123456")

    assert "#A3341F" in red.text and red.address != blue.address


def test_a_file_that_is_gone_is_named(theme: Path) -> None:
    (theme / "css" / "a.css").unlink()

    with pytest.raises(SetupError, match=r"a\.css"):
        bundle(theme, brand_colour=None)


def test_the_whole_stylesheet_stays_small_and_asks_nobody() -> None:
    text = bundle(THEME, brand_colour=None).text

    assert len(text.encode()) < 60_000
    assert "http:" not in text and "https:" not in text.replace("https://www.w3.org", "")
