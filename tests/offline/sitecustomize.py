"""Forbids every network but loopback, in this process; on PYTHONPATH it does so in the processes tests start."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

_connect, _connect_ex, _resolve = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo


class NetworkForbidden(AssertionError):
    """Something asked for a host beyond this machine."""


def is_loopback(host: object) -> bool:
    """Whether a host is this machine; a name other than localhost would have to be asked of the network."""
    if host is None or host in ("", "localhost", b"localhost"):
        return True
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_beyond(family: int, address: Any) -> None:
    if family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
        raise NetworkForbidden(f"a test asked for the network: {address!r}")


def _guarded_connect(self: socket.socket, address: Any) -> None:
    _refuse_beyond(self.family, address)
    _connect(self, address)


def _guarded_connect_ex(self: socket.socket, address: Any) -> int:
    _refuse_beyond(self.family, address)
    return _connect_ex(self, address)


def _guarded_resolve(host: Any, *rest: Any, **named: Any) -> Any:
    if not is_loopback(host):
        try:
            ipaddress.ip_address(str(host))
        except ValueError:
            raise NetworkForbidden(f"a test asked the network for {host!r}") from None
    return _resolve(host, *rest, **named)


def forbid() -> None:
    """From now on only loopback can be reached."""
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign,assignment]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign,assignment]
    socket.getaddrinfo = _guarded_resolve


forbid()
