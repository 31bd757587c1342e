"""Starts the system's own Chromium, which downloads nothing and reports to nobody."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
    "--disable-component-update",
)


def find() -> str | None:
    """The browser's path, or the one that an environment variable names."""
    return os.environ.get("CONG_TRUONG_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)


@contextmanager
def launch() -> Iterator[Any]:
    """A browser with no window. As root (in containers) Chromium cannot use its sandbox."""
    from playwright.sync_api import sync_playwright

    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(), args=[*QUIET, *(("--no-sandbox",) if is_root else ())]
        )
        try:
            yield browser
        finally:
            browser.close()
