"""Which addresses may be asked."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable

import anyio
import pytest

from school_site.upstream.answer import Answer, Fault
from school_site.upstream.guard import is_public, target
from school_site.upstream.retrieve import Limits, Request, resolve, retrieve

from .conftest import rss
from .portal import Portal, redirects

PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b::8.8.8.8",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2001:0:53aa:64c::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "2001:db8::1",
    "localhost",
    "nonsense",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_one_public_machine_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "113.160.0.1", "2001:ee0:1::1", "2606:4700::1111"])
def test_a_public_machine_may_be_asked(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "portal.example.vn",
        "ftp://portal.example.vn/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:25/x",
        "http://",
        "http:///x",
        "http://user@portal.example.vn/",
        "http://:secret@portal.example.vn/",
        "http://portal.example.vn:99999/",
        "http://portal.example.vn:x/",
        "http://[::1/",
        "http://a b/",
        "http://a\tb\x00/",
    ],
)
def test_an_address_that_cannot_be_asked_is_a_fault(address: str) -> None:
    assert target(address) == Fault("bad_address", address)


def test_an_address_is_taken_apart_as_it_will_be_asked() -> None:
    where = target("HTTPS://Trường.example.VN/a%20b?x=1#y")

    assert not isinstance(where, Fault)
    assert where.place == "xn--trng-rib8295b.example.vn:443"
    assert where.host_header == "xn--trng-rib8295b.example.vn"
    assert where.path == "/a%20b?x=1"


async def as_systems_do(host: str, port: int) -> list[str]:
    """Read an IPv4 address in the notations that the system's resolver takes: 127.1, 0x7f000001, 2130706433."""
    return [socket.inet_ntoa(socket.inet_aton(host))]


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "0x7f.1", "017700000001"])
def test_loopback_is_refused_in_every_notation(portal: Portal, host: str) -> None:
    port = portal.places[1].rpartition(":")[2]
    portal.publishes("/so", rss("Tin"))

    outcome = ask(f"http://{host}:{port}/so", as_systems_do, *portal.places)

    assert outcome == Fault("private_address", f"{host}:{port}")
    assert portal.requests == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"])
def test_loopback_is_refused_by_every_name(portal: Portal, host: str) -> None:
    port = portal.places[1].rpartition(":")[2]
    portal.publishes("/so", rss("Tin"))

    outcome = ask(f"http://{host}:{port}/so", resolve)

    assert isinstance(outcome, Fault)
    assert outcome.code == "private_address"
    assert portal.requests == []


def resolves(*answers: list[str]) -> Callable[[str, int], Awaitable[list[str]]]:
    """Be a name server whose answers change from one question to the next."""
    left = iter(answers)

    async def answer(host: str, port: int) -> list[str]:
        return next(left)

    return answer


def ask(address: str, resolver: Callable[[str, int], Awaitable[list[str]]], *allow: str) -> object:
    request = Request(source_id="so", address=address)
    limits = Limits(connect_seconds=0.3, read_seconds=0.5, total_seconds=1.5)
    return anyio.run(lambda: retrieve(request, allow=frozenset(allow), limits=limits, resolve=resolver))


def test_a_name_with_one_private_address_among_public_ones_is_refused(portal: Portal) -> None:
    outcome = ask("http://portal.example.vn/", resolves(["8.8.8.8", "127.0.0.1"]))

    assert outcome == Fault("private_address", "portal.example.vn:80")


def test_the_name_is_resolved_once_and_the_judged_address_is_asked(portal: Portal) -> None:
    """A second question would let the name server answer with another address (DNS rebinding)."""
    port = portal.place.rpartition(":")[2]
    portal.publishes("/so", rss("Tin"))

    outcome = ask(f"http://cong.example.vn:{port}/so", resolves(["127.0.0.1"]), f"cong.example.vn:{port}")

    assert isinstance(outcome, Answer)
    assert portal.requests[0][1]["host"] == f"cong.example.vn:{port}"


def test_every_hop_is_judged_anew(portal: Portal) -> None:
    port = portal.place.rpartition(":")[2]
    portal.behaves("/so", redirects(f"http://noi-bo.example.vn:{port}/bi-mat"))

    outcome = ask(
        f"http://cong.example.vn:{port}/so", resolves(["127.0.0.1"], ["127.0.0.1"]), f"cong.example.vn:{port}"
    )

    assert outcome == Fault("private_address", f"noi-bo.example.vn:{port}")
    assert [path for path, _ in portal.requests] == ["/so"]


def test_a_name_without_addresses_is_unknown() -> None:
    assert ask("http://khong-co.example.vn/", resolves([])) == Fault("unknown_host", "khong-co.example.vn")


def test_a_second_address_is_tried_when_the_first_does_not_answer(portal: Portal) -> None:
    port = portal.place.rpartition(":")[2]
    portal.publishes("/so", rss("Tin"))

    outcome = ask(f"http://cong.example.vn:{port}/so", resolves(["127.0.0.2", "127.0.0.1"]), f"cong.example.vn:{port}")

    assert isinstance(outcome, Answer)
