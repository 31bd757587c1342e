"""Ask the sources, all at once and none for too long.  The only module here that touches the network.

Every hop of every redirect is resolved once, judged by ``guard``, and connected to at the very address
that was judged.  Time is bounded in total, size on the wire and after unpacking.
"""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import urljoin

import anyio
import anyio.to_thread
import httpx

from .answer import Answer, Fault, Outcome, Unchanged
from .guard import Target, is_public, target
from .unpack import TooBigError, UnknownPackingError, Unpacker

USER_AGENT = "CongTruong/1.0 (school website; reads RSS twice a day)"
ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_ADDRESSES_TRIED = 3  # of one host that has many; IPv4 first, since not every school's network has IPv6


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much one run may cost."""

    connect_seconds: float = 8
    read_seconds: float = 12  # of silence
    total_seconds: float = 30  # for one source, redirects included
    body_bytes: int = 4 * 1024 * 1024
    redirects: int = 4
    at_once: int = 6  # bodies in memory together, hence the peak


@dataclass(frozen=True, kw_only=True)
class Request:
    """What to ask one source."""

    source_id: str
    address: str
    user_agent: str | None = None
    ca_file: Path | None = None
    etag: str | None = None
    last_modified: str | None = None


Resolve = Callable[[str, int], Awaitable[list[str]]]
OnDone = Callable[[Request, Outcome], None]


def retrieve_all(
    requests: Sequence[Request],
    on_done: OnDone,
    *,
    allow: frozenset[str] = frozenset(),
    limits: Limits | None = None,
) -> None:
    """Ask every source; ``on_done`` is called once for each as it finishes, one call at a time."""
    anyio.run(partial(_ask_all, requests, on_done, allow=allow, limits=limits or Limits()))


async def _ask_all(requests: Sequence[Request], on_done: OnDone, *, allow: frozenset[str], limits: Limits) -> None:
    places = anyio.CapacityLimiter(limits.at_once)
    desk = anyio.CapacityLimiter(1)

    async def ask(request: Request) -> None:
        async with places:  # held while the answer is dealt with, so that few bodies are in memory at once
            outcome = await retrieve(request, allow=allow, limits=limits)
            # In a thread: parsing must not make the other sources miss their time limits.
            await anyio.to_thread.run_sync(on_done, request, outcome, limiter=desk)

    async with anyio.create_task_group() as group:
        for request in requests:
            group.start_soon(ask, request)


async def resolve(host: str, port: int) -> list[str]:
    """Look up the addresses of a host, in the system's order of preference."""
    look_up = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    found = await anyio.to_thread.run_sync(look_up, abandon_on_cancel=True)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


async def retrieve(request: Request, *, allow: frozenset[str], limits: Limits, resolve: Resolve = resolve) -> Outcome:
    """Ask one source, following redirects by hand."""
    try:
        tls = _tls(request.ca_file)
    except (OSError, ssl.SSLError):
        return Fault("ca_file", request.ca_file.name if request.ca_file else "")
    address, moved_for_good = request.address, True
    with anyio.move_on_after(limits.total_seconds):
        for hop in range(limits.redirects + 1):
            where = target(address)
            if isinstance(where, Fault):
                return where if hop == 0 else Fault("bad_redirect", where.detail)
            step = await _hop(request, where, address, tls, allow, limits, resolve)
            if not isinstance(step, _Redirect):
                if isinstance(step, Answer) and hop and moved_for_good:
                    return _moved(step)
                return step
            address = urljoin(address, step.to)
            moved_for_good = moved_for_good and step.status in _FOR_GOOD
        return Fault("too_many_redirects", str(limits.redirects))
    return Fault("too_slow", f"{limits.total_seconds:g}")


@dataclass(frozen=True)
class _Redirect:
    to: str
    status: int


def _moved(answer: Answer) -> Answer:
    return Answer(**{**vars(answer), "moved_to": answer.address})


@lru_cache(maxsize=16)  # reading the authorities takes longer than asking a source
def _tls(ca_file: Path | None) -> ssl.SSLContext:
    """Trust the usual authorities and, where a portal needs it, those of one file besides; never nobody."""
    context = httpx.create_ssl_context(trust_env=False)
    if ca_file is not None:
        context.load_verify_locations(cafile=ca_file)
    return context


async def _hop(
    request: Request,
    where: Target,
    address: str,
    tls: ssl.SSLContext,
    allow: frozenset[str],
    limits: Limits,
    resolve: Resolve,
) -> Answer | Unchanged | Fault | _Redirect:
    """Resolve and judge one address, then ask it."""
    try:
        machines = await resolve(where.host, where.port)
    except (OSError, UnicodeError):
        return Fault("unknown_host", where.host)
    if not machines:
        return Fault("unknown_host", where.host)
    if where.place not in allow and not all(is_public(machine) for machine in machines):
        return Fault("private_address", where.place)
    fault = Fault("no_connection", where.host)
    for machine in sorted(machines, key=lambda machine: ":" in machine)[:_ADDRESSES_TRIED]:
        try:
            return await _exchange(request, where, address, machine, tls, limits)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
                return Fault("certificate", where.host)
        except httpx.ReadTimeout:
            return Fault("silent", f"{limits.read_seconds:g}")
        except httpx.RemoteProtocolError as error:
            closed = "closed" in str(error) or "disconnected" in str(error)
            return Fault("broken_off" if closed else "odd_answer")
        except httpx.InvalidURL:
            return Fault("bad_address", address[:200])
        except (httpx.HTTPError, OSError):
            return Fault("broken_off")
        except TooBigError:
            return Fault("too_big", f"{limits.body_bytes / 1024**2:g}")
        except UnknownPackingError as error:
            return Fault("unknown_packing", str(error))
        except zlib.error:
            return Fault("bad_packing")
    return fault


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


async def _exchange(
    request: Request, where: Target, address: str, machine: str, tls: ssl.SSLContext, limits: Limits
) -> Answer | Unchanged | Fault | _Redirect:
    """Ask one machine, by its number: the name goes into Host and into the TLS handshake only."""
    literal = f"[{machine}]" if ":" in machine else machine
    timeout = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
    async with httpx.AsyncClient(verify=tls, trust_env=False, follow_redirects=False, timeout=timeout) as client:
        message = client.build_request(
            "GET",
            f"{where.scheme}://{literal}:{where.port}{where.path}",
            headers=_headers(request, where),
            extensions={"sni_hostname": where.host},
        )
        response = await client.send(message, stream=True)
        try:
            return await _judged(response, address, limits)
        finally:
            await response.aclose()


def _headers(request: Request, where: Target) -> dict[str, str]:
    headers = {
        "Host": where.host_header,
        "User-Agent": _header_safe(request.user_agent) or USER_AGENT,
        "Accept": ACCEPT,
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "vi",
        "Connection": "close",
    }
    if request.etag:
        headers["If-None-Match"] = _header_safe(request.etag)
    if request.last_modified:
        headers["If-Modified-Since"] = _header_safe(request.last_modified)
    return headers


def _header_safe(value: str | None) -> str:
    return "".join(letter for letter in value or "" if " " <= letter <= "~")[:300]


async def _judged(response: httpx.Response, address: str, limits: Limits) -> Answer | Unchanged | Fault | _Redirect:
    status, headers = response.status_code, response.headers
    if status in _REDIRECTS and headers.get("location"):
        return _Redirect(headers["location"], status)
    if status == 304:
        return Unchanged()
    if status != 200:
        return _refusal(status, headers.get("retry-after", ""))
    unpacker = Unpacker(headers.get("content-encoding", ""), limit=limits.body_bytes)
    async for piece in response.aiter_raw():
        unpacker.feed(piece)
    return Answer(
        body=unpacker.finish(),
        address=address,
        content_type=headers.get("content-type"),
        etag=_header_safe(headers.get("etag")) or None,
        last_modified=_header_safe(headers.get("last-modified")) or None,
    )


def _refusal(status: int, retry_after: str) -> Fault:
    wait = int(retry_after) if retry_after.isascii() and retry_after.isdigit() and len(retry_after) < 8 else 0
    if status in {404, 410}:
        return Fault("gone", str(status))
    if status in {401, 403, 406, 407, 451}:
        return Fault("forbidden", str(status))
    if status in {429, 503}:
        return Fault("overloaded", str(status), wait)
    return Fault("server_error" if status >= 500 else "odd_status", str(status))
