"""HTML to PDF: tagged, reproducible, with the theme's own fonts; what was made once is never made again.

WeasyPrint, and Pango below it, are loaded only when something has to be made.
"""

from __future__ import annotations

import hashlib
import logging
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import SetupError
from ..whole_file import write_whole
from .paper import Paper

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

STANDARD = "pdf/ua-1"
# From here on, starting further processes pays.
_MANY = 4
_KEPT = 2000

_INSTALL = {
    "win32": "cài MSYS2 (msys2.org), mở cửa sổ MSYS2 UCRT64, gõ  pacman -S mingw-w64-ucrt-x86_64-pango",
    "darwin": "gõ  brew install pango",
}
_INSTALL_LINUX = "gõ  sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@dataclass(frozen=True, kw_only=True)
class Press:
    """Where things lie: the theme that says how paper looks, the content with its pictures, the cache."""

    theme: Path
    content: Path
    cache: Path


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A PDF in the cache; `is_new` when it had to be made now."""

    name: str
    path: Path
    is_new: bool


def make(papers: Iterable[Paper], press: Press) -> Iterator[Printed]:
    """A PDF of every paper, each as soon as it is there: those of the cache first.

    Raises SetupError when WeasyPrint or Pango is not there and something has to be made.
    """
    to_make: list[tuple[Paper, Path]] = []
    for paper in papers:
        path = press.cache / f"{_digest(paper, press.theme)}.pdf"
        if path.is_file():
            os.utime(path)
            yield Printed(name=paper.name, path=path, is_new=False)
        else:
            to_make.append((paper, path))
    if to_make:
        engine()
        yield from _made(to_make, press)
        _tidy(press.cache)


def engine() -> Any:
    """WeasyPrint, or one sentence that says what to install."""
    try:
        import weasyprint
    except (ImportError, OSError) as fault:
        how = _INSTALL.get(sys.platform, _INSTALL_LINUX)
        raise SetupError(f"Máy chưa có thư viện Pango để làm PDF: {how}, rồi chạy lại.") from fault
    # It reports in English what `check` has already said in Vietnamese.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    return weasyprint


def _made(to_make: list[tuple[Paper, Path]], press: Press) -> Iterator[Printed]:
    if len(to_make) < _MANY or (os.cpu_count() or 1) == 1:
        for paper, path in to_make:
            _write(paper, path, press)
            yield Printed(name=paper.name, path=path, is_new=True)
        return
    # The same on every system; and no process inherits what this one has loaded.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(to_make)), mp_context=context) as pool:
        # The long ones first, so that none is left over at the end.
        ordered = sorted(to_make, key=lambda one: len(one[0].html), reverse=True)
        jobs = {pool.submit(_write, paper, path, press): (paper, path) for paper, path in ordered}
        try:
            for job in as_completed(jobs):
                job.result()
                paper, path = jobs[job]
                yield Printed(name=paper.name, path=path, is_new=True)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _write(paper: Paper, path: Path, press: Press) -> None:
    write_whole(path, pdf_of(paper, press))


def pdf_of(paper: Paper, press: Press) -> bytes:
    """The PDF of a paper: the same bytes for the same paper, on every run."""
    weasyprint = engine()
    css, fonts = _style(press.theme)
    document = weasyprint.HTML(string=paper.html, base_url=None, url_fetcher=_fetcher(paper, press.content))
    made: bytes = document.write_pdf(
        stylesheets=[css],
        font_config=fonts,
        pdf_variant=STANDARD,
        pdf_identifier=hashlib.sha256(paper.html.encode()).digest()[:16],
        optimize_images=True,
        presentational_hints=True,  # the widths of columns, which are worked out table by table
    )
    return made


@lru_cache(maxsize=1)
def _style(theme: Path) -> tuple[CSS, FontConfiguration]:
    """The stylesheet of paper with its fonts: read once a process."""
    weasyprint = engine()
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return weasyprint.CSS(filename=str(theme / "print" / "print.css"), font_config=fonts), fonts


def _fetcher(paper: Paper, content: Path) -> Any:
    """Pictures come from the content folder and nowhere else: printing, too, works without a network."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class FromContent(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            known = paper.pictures.get(url)
            if known is None:
                raise ValueError(f"not a picture of the content: {url}")
            return URLFetcherResponse(url, (content / known[0]).read_bytes())

    return FromContent()


def _digest(paper: Paper, theme: Path) -> str:
    """A digest of all that a PDF depends on."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{STANDARD}\0{version('weasyprint')}\0{_theme_digest(theme)}\0".encode())
    digest.update(repr(sorted(paper.pictures.values())).encode())
    digest.update(paper.html.encode())
    return digest.hexdigest()


@lru_cache(maxsize=2)
def _theme_digest(theme: Path) -> str:
    files = sorted(path for path in (theme / "print").rglob("*") if path.suffix in (".css", ".woff2"))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def _tidy(cache: Path) -> None:
    """The oldest go when the cache has grown beyond any use."""
    for old in sorted(cache.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)[:-_KEPT]:
        old.unlink(missing_ok=True)
