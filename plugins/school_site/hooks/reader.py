"""Pelican's reader for our Markdown: hands over what was already read and judged, so that no file is read twice."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category

from ..kinds.article import Article
from ..kinds.introduction import Introduction
from ..model import Entry
from .session import SETTING, Session


class RecordReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Gives Pelican the HTML and metadata of an entry that passed validation."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The body and metadata of the file at `source_path`."""
        session: Session = self.settings[SETTING]
        path = Path(source_path).resolve().relative_to(session.content).as_posix()
        entry = session.entries[path]
        return entry.html, self._metadata(entry)

    def _metadata(self, entry: Entry) -> dict[str, Any]:
        common = {
            "slug": entry.path.rsplit("/", 1)[-1].removesuffix(".md"),
            "url": entry.address,
            "save_as": entry.address,
            "entry": entry,
        }
        if isinstance(entry, Article):
            return common | {
                "title": entry.title,
                "date": datetime.combine(entry.published_on, time()),
                "summary": entry.summary,
                "category": Category(entry.topic, self.settings),
                "author": Author(entry.author or self.settings["AUTHOR"], self.settings),
            }
        if isinstance(entry, Introduction):
            return common | {"title": entry.title, "summary": entry.summary or ""}
        return common | {"title": entry.path}
