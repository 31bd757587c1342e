"""Certificates are always checked; a portal's own authority is trusted only where its file is named."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Desk, rss
from .portal import Portal

CERTIFICATE = Path(__file__).with_name("localhost.pem")  # self-signed for localhost, valid until 2126


@pytest.fixture
def secure_portal() -> Iterator[Portal]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    portal = Portal(context)
    portal.publishes("/so", rss("Tin"))
    yield portal
    portal.close()


def secure_desk(tmp_path: Path, portal: Portal) -> Desk:
    content = tmp_path / "content"
    content.mkdir()
    return Desk(content=content, portal=portal)


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path, secure_portal: Portal) -> None:
    desk = secure_desk(tmp_path, secure_portal)

    desk.takes(desk.source("so"))

    assert desk.health("so").message_vi == "Chứng thư bảo mật của «localhost» không kiểm tra được."
    assert secure_portal.requests == []


def test_a_named_authority_is_trusted(tmp_path: Path, secure_portal: Portal) -> None:
    desk = secure_desk(tmp_path, secure_portal)
    (desk.content / "ca.pem").write_bytes(CERTIFICATE.read_bytes())

    desk.takes(desk.source("so", ca_file="ca.pem"))

    assert desk.titles() == ["Tin"]


def test_a_trusted_certificate_for_another_name_is_refused(tmp_path: Path, secure_portal: Portal) -> None:
    desk = secure_desk(tmp_path, secure_portal)
    (desk.content / "ca.pem").write_bytes(CERTIFICATE.read_bytes())
    address = secure_portal.address("/so").replace("localhost", "127.0.0.1")

    desk.takes(desk.source("so", ca_file="ca.pem", address=address))

    assert desk.health("so").fault == "certificate"


@pytest.mark.parametrize("text", [None, "không phải chứng thư"])
def test_an_authority_file_that_cannot_be_read_is_told(tmp_path: Path, secure_portal: Portal, text: str | None) -> None:
    desk = secure_desk(tmp_path, secure_portal)
    if text is not None:
        (desk.content / "ca.pem").write_text(text, encoding="utf-8")

    desk.takes(desk.source("so", ca_file="ca.pem"))

    assert desk.health("so").message_vi == "Không đọc được tệp chứng thư «ca.pem»."
