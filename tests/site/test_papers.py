"""Forms, procedures and the register as they lie in the built sample."""

from __future__ import annotations

import gzip
import io
import re

import docx
import pytest
from built import Built
from pages import SeenPage
from sandbox import ROOT

FORMS = sorted(path.stem for path in (ROOT / "content" / "bieu-mau").glob("*.md"))


def source(built: Built, name: str) -> str:
    return (built.folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_can_be_filled_in_and_can_send_nothing(built: Built, name: str) -> None:
    """Three walls: no address to send to, no names under which anything would travel, and a policy against it."""
    html = source(built, f"bieu-mau/{name}.html")
    (form,) = re.findall(r"<form[^>]*data-form-sheet[^>]*>", html)
    fields = re.findall(r"<(?:input|textarea)[^>]*>", html)

    assert 'method="dialog"' in form and "action" not in form
    assert "form-action 'none'" in html
    assert {
        field for field in fields if " name=" in field and not re.search(r'type="(radio|checkbox)"', field)
    } == set()
    assert 'type="submit"' not in html and len(fields) >= 8
    assert "không gửi đi đâu" in html


@pytest.mark.parametrize("name", FORMS)
def test_every_field_of_a_form_has_a_name_to_hear(built: Built, name: str) -> None:
    html = source(built, f"bieu-mau/{name}.html")
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', html))

    bare = [
        field
        for field in re.findall(r"<(?:input|textarea)[^>]*>", html)
        if "aria-label=" not in field
        and not re.search(r'type="(radio|checkbox)"', field)
        and (found := re.search(r' id="([^"]+)"', field))
        and found[1] not in labelled
    ]
    assert bare == []


def test_a_phone_of_five_years_ago_carries_a_form_page_with_ease(built: Built) -> None:
    """The page and the script, packed as a server sends them; style and letters are shared with every other page."""
    page = gzip.compress((built.folder / "bieu-mau/don-xin-nghi-hoc.html").read_bytes(), mtime=0)
    script = gzip.compress((built.folder / "theme/form.js").read_bytes(), mtime=0)

    assert len(page) < 8_000 and len(script) < 3_000
    assert max(path.stat().st_size for path in (built.folder / "bieu-mau").glob("*.docx")) < 40_000


@pytest.mark.parametrize("name", FORMS)
def test_page_word_file_and_print_say_the_same(built: Built, pages: dict[str, SeenPage], name: str) -> None:
    document = docx.Document(io.BytesIO((built.folder / f"bieu-mau/{name}.docx").read_bytes()))
    words = [piece.text for piece in document.element.body.iter() if piece.tag.endswith("}t") and piece.text]
    shown = " ".join(pages[f"bieu-mau/{name}.html"].words).lower()

    labels = [word.strip() for word in words if word.strip().endswith(":") and not word.startswith("☐")]
    assert labels and [label for label in labels if label.rstrip(":").lower() not in shown] == []
    version = document.sections[0].footer.paragraphs[0].text.rpartition(" ")[2]
    assert f"bản mẫu {version}" in shown


def test_the_committed_prints_are_those_of_today(built: Built) -> None:
    assert [finding.message for finding in built.told.findings if finding.code == "BM-042"] == []
    assert {path.stem for path in (built.folder / "tep").glob("*.pdf")} >= set(FORMS)


def test_a_procedure_shows_all_its_parts_and_what_to_prepare_for_the_online_service(pages: dict[str, SeenPage]) -> None:
    said = " ".join(pages["thu-tuc/chuyen-truong.html"].words)

    parts = (
        "Đối tượng thực hiện", "Thời hạn giải quyết", "Phí, lệ phí", "Cơ quan thực hiện", "Kết quả", "Số bộ hồ sơ",
        "Yêu cầu, điều kiện", "Nộp trực tuyến", "Chuẩn bị sẵn trước khi mở", "Mẫu đơn", "Trình tự thực hiện",
        "Thành phần hồ sơ", "Cách thức thực hiện", "Căn cứ pháp lý",
    )  # fmt: skip
    assert [part for part in parts if part not in said] == []
    online = " ".join(pages["thu-tuc/index.html"].words)
    assert "tuyensinhdaucap.hcm.edu.vn" in online and "dichvucong.gov.vn" in online


def test_a_basis_in_law_leads_to_the_document(pages: dict[str, SeenPage]) -> None:
    assert "../van-ban/2021/bgddt/22-2021-tt-bgddt.html" in pages["thu-tuc/phuc-khao.html"].addresses()


def test_the_register_is_filtered_by_links_alone(built: Built, pages: dict[str, SeenPage]) -> None:
    """Every side of the register is a page that lists its documents, whole."""
    folders = sorted(
        path.relative_to(built.folder).as_posix() for path in (built.folder / "van-ban").rglob("index.html")
    )
    linked = {address.removeprefix("../") for address in pages["van-ban/index.html"].addresses()}

    assert {name.split("/")[1] for name in folders if name.count("/") == 3} == {
        "loai",
        "co-quan",
        "linh-vuc",
        "hieu-luc",
    }
    assert [name for name in folders if name not in linked and name != "van-ban/index.html"] == []


def test_every_document_stands_in_the_register_once(built: Built) -> None:
    listed = [
        href
        for path in (built.folder / "van-ban").glob("*.html")
        for href in re.findall(r'document-register__title" href="([^"]+)"', path.read_text(encoding="utf-8"))
    ]

    assert len(listed) == len(set(listed)) == len(list((ROOT / "content" / "van-ban").glob("*.md")))
