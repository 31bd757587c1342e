"""serve — show the site on this machine and keep it current while people write; it always renders, findings too."""

from __future__ import annotations

import functools
import http.server
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from ..errors import SetupError, UsageError
from ..paths import CONTENT, ROOT, SCHEMA, THEME, shown
from .options import Options

PORT = 8000
# The page asks this address whether there is something new; the answer comes when there is.
WAIT_PATH = "/.cong-truong/cho-ban-moi"
SCRIPT_PATH = "/.cong-truong/tu-tai-lai.js"
SCRIPT = f"""const wait = async () => {{
  try {{
    const answer = await fetch({WAIT_PATH!r});
    if (answer.ok) {{ location.reload(); return; }}
  }} catch (fault) {{ await new Promise((go) => setTimeout(go, 2000)); }}
  wait();
}};
wait();
"""


def run(options: Options) -> int:
    """Build, serve, and build again at every change until Ctrl-C."""
    content = options.folder("content", CONTENT)
    output = options.path("output", ROOT / ".cache" / "xem-thu")
    words = [str(content.resolve()), str(output.resolve())]
    if as_of := options.day("as-of"):
        words.append(as_of.isoformat())
    news = News()
    server = _server(output, _port(options.text("port")), news)
    _build(words)
    print(f"Xem thử ở địa chỉ  http://127.0.0.1:{server.server_address[1]}/  (dừng: Ctrl-C)", flush=True)
    print(f"Đang theo dõi «{shown(content)}» và «{shown(THEME)}»: lưu tệp là trang tự dựng lại.", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _watch([content, THEME, SCHEMA], words, news)
    finally:
        server.shutdown()
    return 0


class News:
    """Wakes the pages that wait when a build is done."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._count = 0

    def publish(self) -> None:
        """A new build is there."""
        with self._condition:
            self._count += 1
            self._condition.notify_all()

    def wait(self, seconds: float) -> bool:
        """Whether a new build came within `seconds`."""
        with self._condition:
            seen = self._count
            return self._condition.wait_for(lambda: self._count != seen, seconds)


class Handler(http.server.SimpleHTTPRequestHandler):
    """The built tree, with the script that reloads put into every page on its way out."""

    def __init__(self, *given: object, news: News, directory: str) -> None:
        self._news = news
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Serve a file, the script, or the news of a build."""
        if self.path == WAIT_PATH:
            self._send(200 if self._news.wait(25) else 204, "text/plain", b"")
        elif self.path == SCRIPT_PATH:
            self._send(200, "text/javascript", SCRIPT.encode())
        else:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if path.suffix == ".html" and path.is_file():
                page = path.read_bytes().replace(
                    b"</head>", f'<script src="{SCRIPT_PATH}" defer></script></head>'.encode(), 1
                )
                self._send(200, "text/html; charset=utf-8", page)
            else:
                super().do_GET()

    def _send(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *given: object) -> None:
        """Say nothing: people watch the findings, not the requests."""


def _port(text: str | None) -> int:
    if text is None:
        return PORT
    if not text.isdigit() or not 0 <= int(text) <= 65535:
        raise UsageError(f"Cổng sau --port ghi là «{text}»; viết một số, ví dụ 8000.")
    return int(text)


def _server(output: Path, port: int, news: News) -> http.server.ThreadingHTTPServer:
    output.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(Handler, news=news, directory=str(output))
    try:
        return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as fault:
        free = socket.create_server(("127.0.0.1", 0)).getsockname()[1]
        raise SetupError(f"Cổng {port} đang có chương trình khác dùng; thử  --port {free}") from fault


def _build(words: Sequence[str]) -> None:
    """One build in a process of its own; see `preview.py`."""
    known = os.environ.get("PYTHONPATH")
    plugins = str(ROOT / "plugins")
    environment = {**os.environ, "PYTHONPATH": f"{plugins}{os.pathsep}{known}" if known else plugins}
    subprocess.run([sys.executable, "-m", "school_site.commands.preview", *words], cwd=ROOT, env=environment)


def _watch(folders: Sequence[Path], words: Sequence[str], news: News) -> None:
    from watchfiles import watch

    try:
        for changes in watch(*folders, debounce=300, step=100):
            print("Đổi: " + ", ".join(sorted({Path(path).name for _, path in changes})[:5]), flush=True)
            _build(words)
            news.publish()
    except KeyboardInterrupt:
        print("Đã dừng.")
