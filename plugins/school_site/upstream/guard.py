"""Judge addresses before anything is sent: only public machines, in whatever notation they hide.

Pure: resolving is done elsewhere, and the connection goes to the very address that was judged here.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from .answer import Fault

# Python calls these global, yet each can carry an IPv4 address of the inner network.
_CARRIERS = tuple(
    ipaddress.IPv6Network(network)
    for network in ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16")
)
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, kw_only=True)
class Target:
    """One address taken apart: whom to connect to, and what to ask for."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def place(self) -> str:
        """HOST:PORT, as --allow names it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def host_header(self) -> str:
        """The Host header: without the port where it is the usual one."""
        return self.place.rpartition(":")[0] if self.port == _PORTS[self.scheme] else self.place


def target(address: str) -> Target | Fault:
    """Take an address apart; http and https only, and nobody's password in it."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
        if parts.scheme not in _PORTS or not host or parts.username is not None or parts.password is not None:
            return Fault("bad_address", address[:200])
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return Fault("bad_address", address[:200])
    if not name.isprintable() or any(letter in name for letter in " %/\\?#@<>\"'"):
        return Fault("bad_address", address[:200])
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(scheme=parts.scheme, host=name.rstrip("."), port=port or _PORTS[parts.scheme], path=path)


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public network and to one machine there."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and (ip.is_site_local or any(ip in net for net in _CARRIERS)):
        return False
    return ip.is_global and not (
        ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local or ip.is_unspecified
    )
