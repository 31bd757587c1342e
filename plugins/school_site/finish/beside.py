"""What is made of the site alone, and needs no page: a second process makes it while the pages are rendered.

Only where a system can fork, because nothing then has to be packed up and sent; elsewhere it is made in its turn.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

from ..render.view import View
from . import calendars, open_data
from .placing import write


class Beside:
    """The calendars and the open data of one build."""

    def __init__(self, view: View, site_url: str, staging: Path) -> None:
        self.view, self.site_url, self.staging = view, site_url, staging
        self._process: BaseProcess | None = None

    def start(self) -> None:
        """Begin, when there is a second core to do it."""
        if "fork" in multiprocessing.get_all_start_methods() and (os.cpu_count() or 1) > 1:
            self._process = multiprocessing.get_context("fork").Process(target=self._quietly, daemon=True)
            self._process.start()

    def finish(self) -> None:
        """Wait until everything is there; what the other process could not do is done here, and fails here."""
        if self._process is not None:
            self._process.join()
            if self._process.exitcode == 0:
                return
        self._make()

    def stop(self) -> None:
        """Leave off: the build has failed, and its folder goes away."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join()

    def _quietly(self) -> None:
        try:
            self._make()
        except BaseException:
            # The first process does it again and says what is wrong.
            os._exit(1)
        os._exit(0)

    def _make(self) -> None:
        for name, data in self._files():
            write(self.staging / name, data)

    def _files(self) -> Iterator[tuple[str, bytes | str]]:
        yield from calendars.all_calendars(self.view, self.site_url)
        yield from open_data.all_files(self.view, self.site_url)
