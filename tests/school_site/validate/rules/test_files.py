"""TP-040 … TP-046, AT-041: files that readers cannot use, or should not open."""

from __future__ import annotations

import pytest

from school_site.findings import Severity
from school_site.model import Asset
from school_site.validate.rules import dangerous_file, unusable_file

from .contents import codes, findings

PDF, DOCX = "application/pdf", "application/docx"


def asset(name: str, media_type: str = "", **more: object) -> Asset:
    return Asset(path=f"tep/{name}", size=int(str(more.pop("size", 9))), media_type=media_type, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (asset("a.pdf", size=0), "TP-040"),
        (asset("a.pdf", PDF), "TP-040"),
        (asset("a.pdf", "image/jpeg"), "TP-041"),
        (asset("a.docx", "application/zip"), "TP-041"),
        (asset("a.jpg", "text/html", pages=("<html>",)), "TP-041"),
        (asset("a.doc", DOCX), "TP-041"),
        (asset("a.pdf"), "TP-042"),
        (asset("a.docx", DOCX, fault="broken"), "TP-042"),
        (asset("a.pdf", PDF, fault="locked"), "TP-043"),
        (asset("a.pdf", size=20_000_001), "TP-044"),
        (asset("a.pdf", PDF, pages=("", " "), has_pictures=True), "TP-045"),
        (asset("a.xlsx", "application/xlsx", fault="overpacked"), "TP-046"),
    ],
)
def test_a_file_that_cannot_be_used_has_one_fault(file: Asset, code: str) -> None:
    assert codes(unusable_file, {}, (file,)) == [(code, file.path, 1)]


@pytest.mark.parametrize(
    "file",
    [
        asset("a.pdf", PDF, pages=("Một",)),
        asset("a.PDF", PDF, pages=("Một",)),
        asset("a.doc", "application/rtf"),
        asset("a.unknown"),
        asset("a.pdf", PDF, pages=("Một", ""), has_pictures=True),
        asset("a.pdf", PDF, pages=("Một",), size=20_000_000),
    ],
)
def test_a_file_that_is_what_it_says_is_left_alone(file: Asset) -> None:
    assert codes(unusable_file, {}, (file,)) == []


def test_a_scan_is_only_warned_about() -> None:
    (found,) = findings(unusable_file, {}, (asset("a.pdf", PDF, pages=("",), has_pictures=True),))

    assert found.severity is Severity.warning
    assert found.legal


def test_the_message_names_what_the_file_really_is() -> None:
    (found,) = findings(unusable_file, {}, (asset("a.pdf", "image/jpeg"),))

    assert found.message == "Tệp «a.pdf» có đuôi .pdf, nhưng bên trong là ảnh JPEG."


@pytest.mark.parametrize(
    "file",
    [
        asset("a.exe"),
        asset("a.xlsm"),
        asset("a.pdf", "application/x-executable"),
        asset("a.doc", has_code=True),
        asset("a.svg", "image/svg+xml", pages=("<svg onload='x()'/>",)),
        asset("a.svg", "image/svg+xml", pages=("<svg><script>x()</script></svg>",)),
        asset("a.html", "text/html", pages=("<a href='javascript:x()'>",)),
    ],
)
def test_a_file_that_can_run_is_dangerous(file: Asset) -> None:
    assert codes(dangerous_file, {}, (file,)) == [("AT-041", file.path, 1)]


@pytest.mark.parametrize(
    "file",
    [
        asset("a.docx", DOCX),
        asset("a.svg", "image/svg+xml", pages=("<svg><path d='M0 0'/></svg>",)),
        asset("a.pdf", PDF),
    ],
)
def test_other_files_are_left_alone(file: Asset) -> None:
    assert codes(dangerous_file, {}, (file,)) == []
