"""A portal on loopback that serves what a test tells it to, and misbehaves on demand."""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RSS_TYPE = "application/rss+xml; charset=utf-8"


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # the usual 5 would make the system itself delay many callers
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep the test's output clean: a caller that hangs up is what these tests are about."""


class Portal:
    """Verbs for tests: publishes, goes_down, comes_back, and ``behaves`` for anything else."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.over = threading.Event()
        self.counting = threading.Lock()
        self.kept_waiting = 0
        self.most_kept_waiting = 0  # at one time
        self.requests: list[tuple[str, dict[str, str]]] = []
        self._pages: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self._is_down = False
        portal = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                portal.requests.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
                page = portal._pages.get(self.path)
                if portal._is_down:
                    answers(b"", status=503)(self)
                elif page is None:
                    answers(b"", status=404)(self)
                else:
                    try:
                        page(self)
                    except OSError:
                        self.close_connection = True  # the reader had enough

            def log_message(self, format: str, *args: object) -> None:
                """Keep the test's output clean."""

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._is_secure = tls is not None
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def places(self) -> list[str]:
        """HOST:PORT under both names of loopback."""
        port = self._server.server_address[1]
        return [f"localhost:{port}", f"127.0.0.1:{port}"]

    @property
    def place(self) -> str:
        return self.places[0 if self._is_secure else 1]

    def address(self, path: str) -> str:
        return f"{'https' if self._is_secure else 'http'}://{self.place}{path}"

    def publishes(self, path: str, body: str | bytes, content_type: str = RSS_TYPE, **headers: str) -> None:
        """Serve this from now on."""
        data = body.encode() if isinstance(body, str) else body
        self.behaves(path, answers(data, headers={"Content-Type": content_type, **headers}))

    def behaves(self, path: str, page: Callable[[BaseHTTPRequestHandler], None]) -> None:
        self._pages[path] = page

    def goes_down(self) -> None:
        self._is_down = True

    def comes_back(self) -> None:
        self._is_down = False

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()


Page = Callable[[BaseHTTPRequestHandler], None]


def answers(body: bytes, *, status: int = 200, headers: dict[str, str] | None = None) -> Page:
    """Answer as a healthy server would."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in (headers or {}).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return page


def redirects(to: str, status: int = 302) -> Page:
    return answers(b"", status=status, headers={"Location": to})


def revalidates(body: bytes, etag: str) -> Page:
    """Answer 304 to whoever already has it."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.end_headers()
        else:
            answers(body, headers={"ETag": etag, "Content-Type": RSS_TYPE})(handler)

    return page


def stays_silent(portal: Portal) -> Page:
    """Accept and never say a word."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        with portal.counting:
            portal.kept_waiting += 1
            portal.most_kept_waiting = max(portal.most_kept_waiting, portal.kept_waiting)
        handler.rfile.read(1)  # returns when the caller hangs up
        with portal.counting:
            portal.kept_waiting -= 1

    return page


def drips(portal: Portal, body: bytes) -> Page:
    """Send a byte now and then, always in time for a read limit."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for byte in body:
            if portal.over.wait(0.02):
                return
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()

    return page


def drips_headers(portal: Portal) -> Page:
    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not portal.over.wait(0.02):
            handler.wfile.write(b"X: 1\r\n")
            handler.wfile.flush()

    return page


def never_ends(portal: Portal) -> Page:
    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not portal.over.is_set():
            handler.wfile.write(b"<item><title>x</title></item>" * 2000)

    return page


def promises_too_much(body: bytes) -> Page:
    """Name a greater length than is sent, then hang up."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body) + 1000))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return page


def promises_too_little(body: bytes, length: int) -> Page:
    """Name a smaller length than the body has, so that its end is lost."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(body[:length])

    return page


def resets(handler: BaseHTTPRequestHandler) -> None:
    """Cut the connection the hard way (RST)."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def talks_nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.example.vn ESMTP ready\r\n\r\n")
    handler.close_connection = True


def bomb(size: int) -> bytes:
    """Pack a great many zeros into very little."""
    return gzip.compress(bytes(size), 9)


def opened() -> Iterator[Portal]:
    """Open a portal for one test and close it afterwards."""
    portal = Portal()
    try:
        yield portal
    finally:
        portal.close()
