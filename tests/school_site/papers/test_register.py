"""The register of documents: what is in force, both directions of a relation, every side of it, lasting addresses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from finish.schools import DAY, view
from validate.schools import entry

from school_site.kinds import kind_named
from school_site.kinds.base import build
from school_site.kinds.official_document import OfficialDocument
from school_site.model import Asset, Attachment, Record
from school_site.render.documents import PER_PAGE, pages, state_of
from school_site.render.page import Page


def document(name: str, **values: Any) -> OfficialDocument:
    usual: dict[str, Any] = {
        "document_type": "plan",
        "abstract": f"Kế hoạch {name}",
        "issuer": "Trường THCS Thử",
        "issued_on": date(2026, 9, 5),
        "direction": "issued",
        "number": f"{name}/KH-THCST",
    }
    return entry(OfficialDocument, f"van-ban/{name}.md", **{**usual, **values})


def made(*documents: OfficialDocument, **parts: Any) -> dict[str, Page]:
    return {page.save_as: page for page in pages(view(official_documents=documents, **parts))}


EVE, MORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("values", "is_replaced", "state"),
    [
        ({}, False, ""),
        ({"effective_on": DAY}, False, "in_force"),
        ({"effective_on": MORROW}, False, "not_yet"),
        ({"effective_on": EVE, "expires_on": DAY}, False, "in_force"),
        ({"effective_on": EVE, "expires_on": EVE}, False, "expired"),
        ({"expires_on": EVE}, False, "expired"),
        ({"effective_on": EVE}, True, "replaced"),
        ({"effective_on": EVE, "replaced_by_note": "Bị thay thế bởi văn bản của tỉnh."}, False, "replaced"),
    ],
)
def test_whether_it_is_in_force_is_worked_out(values: dict[str, Any], is_replaced: bool, state: str) -> None:
    """A letter without a day of effect asks, it does not bind: nothing is said of it."""
    assert state_of(document("1", **values), is_replaced=is_replaced, on=DAY) == state


def test_replacing_and_amending_are_shown_from_both_ends() -> None:
    old, new = document("1"), document("2", replaces=("1",), issued_on=date(2026, 10, 1))
    amending = document("3", amends=("2", "khong-co"), issued_on=date(2026, 11, 1))
    shown = made(old, new, amending)

    relations = {
        name: [
            (label, [one.slug for one in others]) for label, others in shown[f"van-ban/{name}.html"].values["relations"]
        ]
        for name in "123"
    }
    assert relations == {
        "1": [("Được thay thế bởi", ["2"])],
        "2": [("Thay thế văn bản", ["1"]), ("Được sửa đổi, bổ sung bởi", ["3"])],
        "3": [("Sửa đổi, bổ sung văn bản", ["2"])],
    }
    assert [shown[f"van-ban/{name}.html"].values["state"] for name in "123"] == ["replaced", "", ""]


def test_every_side_of_the_register_is_a_page_with_its_count() -> None:
    shown = made(
        document("1", effective_on=EVE, subject_area="finance"),
        document("2", document_type="decision", issuer="Ủy ban nhân dân phường Thử", issued_on=date(2025, 1, 2)),
    )

    sides = {
        facet.name: [(choice.label, choice.address, choice.count) for choice in facet.choices]
        for facet in shown["van-ban/index.html"].values["facets"]
    }
    assert sides == {
        "nam": [("2026", "van-ban/2026/index.html", 1), ("2025", "van-ban/2025/index.html", 1)],
        "loai": [
            ("Kế hoạch", "van-ban/loai/ke-hoach/index.html", 1),
            ("Quyết định", "van-ban/loai/quyet-dinh/index.html", 1),
        ],
        "co-quan": [
            ("Trường THCS Thử", "van-ban/co-quan/truong-thcs-thu/index.html", 1),
            ("Ủy ban nhân dân phường Thử", "van-ban/co-quan/uy-ban-nhan-dan-phuong-thu/index.html", 1),
        ],
        "linh-vuc": [
            ("Lĩnh vực khác", "van-ban/linh-vuc/linh-vuc-khac/index.html", 1),
            ("Tài chính", "van-ban/linh-vuc/tai-chinh/index.html", 1),
        ],
        "hieu-luc": [("Còn hiệu lực", "van-ban/hieu-luc/con-hieu-luc/index.html", 1)],
    }
    for choices in sides.values():
        for label, address, count in choices:
            page = shown[address]
            assert (page.values["chosen"], len(page.values["rows"])) == (label, count)


def test_one_issuer_spelt_in_two_ways_is_one_side() -> None:
    shown = made(
        document("1", issuer="Trường THCS thử", issued_on=date(2026, 9, 1)),
        document("2", issuer="Trường THCS Thử", issued_on=date(2026, 9, 2)),
    )

    (side,) = [facet for facet in shown["van-ban/index.html"].values["facets"] if facet.name == "co-quan"]
    assert [(choice.label, choice.count) for choice in side.choices] == [("Trường THCS Thử", 2)]


def test_a_long_register_turns_pages_and_knows_the_others() -> None:
    shown = made(*(document(str(at)) for at in range(PER_PAGE + 1)))

    assert len(shown["van-ban/index.html"].values["rows"]) == PER_PAGE
    assert shown["van-ban/index.html"].values["other_pages"] == ("van-ban/trang-2.html",)
    assert len(shown["van-ban/trang-2.html"].values["rows"]) == 1


def test_a_file_has_a_readable_twin_or_is_called_a_picture_of_paper() -> None:
    files = tuple(Attachment(file=f"tep/{name}.pdf", title=name) for name in ("chu", "anh", "thieu"))
    assets = (
        Asset(path="tep/chu.pdf", size=9, pages=("Điều 1.\n", "Điều 2.")),
        Asset(path="tep/anh.pdf", size=9, pages=("",), has_pictures=True),
    )
    page = made(document("1", attachments=files), assets=assets)["van-ban/1.html"]

    copies = [(copy.attachment.title, copy.text, copy.is_scan) for copy in page.values["copies"]]
    assert copies == [("chu", "Điều 1.\n\nĐiều 2.", False), ("anh", "", True), ("thieu", "", False)]


# --- addresses ------------------------------------------------------------------------------------------------

VALUES = {
    "document_type": "plan", "abstract": "Kế hoạch kiểm tra", "issuer": "Trường THCS Thử", "issuer_short": "thcs-thu",
    "issued_on": "2026-10-12", "direction": "issued", "number": "101/KH-THCST",
}  # fmt: skip


def address(name: str = "2026-101-kh-thcst", **values: Any) -> str:
    kind = kind_named("official_document")
    assert kind is not None
    record = Record(path=f"van-ban/{name}.md", kind=kind.name, fields={})
    return build(kind, record, {**VALUES, **values}).address


def test_the_address_is_that_of_year_issuer_and_number() -> None:
    assert address() == "van-ban/2026/thcs-thu/101-kh-thcst.html"


@pytest.mark.parametrize(
    "changed",
    [
        {"abstract": "Kế hoạch kiểm tra giữa học kỳ I (đính chính)"},
        {"name": "ten-tep-khac"},
        {"document_type": "report"},
        {"issued_on": "2026-10-13"},
        {"signer": "Lê Thu Hà"},
    ],
    ids=str,
)
def test_no_edit_of_anything_else_moves_a_document(changed: dict[str, str]) -> None:
    assert address(**changed) == address()


def test_a_copy_without_a_number_is_named_by_its_file() -> None:
    kind = kind_named("official_document")
    assert kind is not None
    record = Record(path="van-ban/2021-sgddt-lien-lac.md", kind=kind.name, fields={})
    values = {key: value for key, value in VALUES.items() if key != "number"}

    assert build(kind, record, values).address == "van-ban/2026/thcs-thu/2021-sgddt-lien-lac.html"
