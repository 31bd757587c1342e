"""The audit of a built page: each rule sees the guilty element and passes over its innocent twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from school_site.audit import audit

HEAD = '<head><title>Trang</title><link rel="stylesheet" href="data:,"></head>'
PAGE = f'<!DOCTYPE html><html lang="vi">{HEAD}<body><main><h1>Trang</h1>{{}}</main></body></html>'
SITE = "https://thcsthu.hcm.edu.vn"


def codes(folder: Path, pages: dict[str, str], site_url: str = "") -> list[tuple[str, str]]:
    """File and code of every finding about a small tree; a bare text becomes a page's main part."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        is_whole = text.startswith("<!DOCTYPE") or not name.endswith(".html")
        path.write_text(text if is_whole else PAGE.format(text), encoding="utf-8")
    return [(finding.where.path, finding.code) for finding in audit(folder, site_url)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="khong-co.html">đi</a>', "LK-010"),
        ('<a href="b/index.html#khong-co">đi</a>', "LK-010"),
        ('<a href="../ngoai.html">đi</a>', "LK-010"),
        ('<img src="hinh/khong-co.jpg" alt="Ảnh">', "LK-010"),
        ('<img src="a.png" srcset="a.png 1x, a-2.png 2x" alt="Ảnh">', "LK-010"),
        ("<script>alert(1)</script>", "AT-001"),
        ("<style>p{}</style>", "AT-001"),
        ('<p style="color:red">a</p>', "AT-001"),
        ('<p onclick="x()">a</p>', "AT-001"),
        ('<a href="javascript:alert(1)">a</a>', "AT-001"),
        ('<a href=" JaVaScript:alert(1)">a</a>', "AT-001"),
        ('<img src="https://anh.example/a.png" alt="Ảnh">', "AT-002"),
        ('<img src="//anh.example/a.png" alt="Ảnh">', "AT-002"),
        ('<link rel="stylesheet" href="https://anh.example/a.css">', "AT-002"),
        ('<iframe src="https://anh.example/a"></iframe>', "AT-002"),
        ("<h1>Hai</h1>", "TC-001"),
        ('<img src="a.png">', "TC-002"),
        ('<div class="prose"><img src="a.png" alt=""></div>', "TC-002"),
    ],
)
def test_the_guilty_element_is_found(body: str, code: str, tmp_path: Path) -> None:
    found = codes(tmp_path, {"index.html": body, "b/index.html": '<p id="co">b</p>', "a.png": ""})

    assert found == [("index.html", code)]


def test_a_fault_is_found_among_hundreds_of_pages(tmp_path: Path) -> None:
    """So many that other processes read some of them."""
    tree = {f"{number}.html": f'<p>{number}</p><a href="{number + 1}.html#x">tiếp</a>' for number in range(300)}
    tree = {name: f'<p id="x">{text}</p>' for name, text in tree.items()} | {"300.html": '<p id="x" style="a">b</p>'}
    tree["77.html"] = "<p>không có chỗ x</p>"
    tree["78.html"] += '<img src="//anh.example/a.png" alt="a">'

    assert sorted(codes(tmp_path, tree)) == [("300.html", "AT-001"), ("76.html", "LK-010"), ("78.html", "AT-002")]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="b/">b</a> <a href="b/index.html#co">b</a> <a href="#top">lên</a> <a href="./index.html">đây</a>',
        '<a href="https://hcm.edu.vn">Sở</a> <a href="mailto:a@hcm.edu.vn">thư</a> <a href="tel:02839990101">gọi</a>',
        '<script src="a.js" defer></script><script type="application/ld+json">{"@type": "School"}</script>',
        '<link rel="canonical" href="https://thcsthu.hcm.edu.vn/index.html">',
        '<img src="a.png" alt="">',
        '<div class="prose"><img src="a.png" alt="Sân trường"></div>',
        '<a href="%E1%BA%A3nh.html">tên có dấu</a>',
    ],
)
def test_its_innocent_twin_is_not(body: str, tmp_path: Path) -> None:
    tree = {"index.html": body, "b/index.html": '<p id="co">b</p>', "a.png": "", "a.js": "", "ảnh.html": "a"}

    assert codes(tmp_path, tree) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' lang="vi"', ""),
        ("<title>Trang</title>", "<title> </title>"),
        ("<h1>Trang</h1>", "<h2>Trang</h2>"),
        ("main>", "div>"),
        ('<link rel="stylesheet" href="data:,">', ""),
    ],
)
def test_a_page_without_its_landmarks_is_found(old: str, new: str, tmp_path: Path) -> None:
    assert codes(tmp_path, {"index.html": PAGE.format("").replace(old, new)}) == [("index.html", "TC-001")]


def test_the_sites_own_whole_addresses_are_followed_like_others(tmp_path: Path) -> None:
    good = f'<a href="{SITE}/b/index.html">b</a> <img src="{SITE}/a.png" alt="Ảnh">'
    bad = f'<a href="{SITE}/khong-co.html">b</a>'

    assert codes(tmp_path, {"index.html": good, "b/index.html": bad, "a.png": ""}, SITE) == [("b/index.html", "LK-010")]
