"""First plugin: judges the content before Pelican reads a file, and refuses the build when it may not go out."""

from __future__ import annotations

import hashlib
import logging
import sys
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from pelican import signals

from ..assets import bundle
from ..calling import tell
from ..errors import ContentRefused, SetupError
from ..findings import refuses
from ..finish.release import staging_of, written_before
from ..paths import shown
from ..pipeline import Judgement, judge, view_of
from ..render import all_pages
from ..render import filters as filters_module
from ..render.filters import Root, filters
from ..render.navigation import navigation
from ..render.pictures import Pictures
from ..report.text import text_report
from .reader import RecordReader
from .session import SETTING, Session

# What Pelican logs as an error and then forgets would leave a page out in silence.
logged_errors: list[str] = []


class _Ear(logging.Handler):
    """Keeps what Pelican says went wrong."""

    def emit(self, record: logging.LogRecord) -> None:
        logged_errors.append(record.getMessage())


def listen() -> None:
    """Keep Pelican's errors from now on; asking twice changes nothing."""
    root = logging.getLogger()
    if not any(isinstance(handler, _Ear) for handler in root.handlers):
        root.addHandler(_Ear(level=logging.ERROR))


def register() -> None:
    """Listen to Pelican from its first moment."""
    listen()
    signals.initialized.connect(open_gate)
    signals.readers_init.connect(use_our_reader)


def use_our_reader(readers: Any) -> None:
    """Markdown files come from what was judged, not from a second reading."""
    if SETTING in readers.settings:
        readers.readers["md"] = RecordReader(readers.settings)


def open_gate(pelican: Any) -> None:
    """Judge; refuse, or let the build go on into a staging folder."""
    settings = pelican.settings
    content, output = Path(pelican.path).resolve(), Path(pelican.output_path).resolve()
    schema, theme = Path(settings["SCHEMA"]).resolve(), Path(settings["THEME"]).resolve()
    if output == content or output.is_relative_to(content) or content.is_relative_to(output):
        raise SetupError(f"Thư mục đặt trang «{shown(output)}» không được nằm chung với thư mục nội dung.")
    written_before(output)
    judgement = judge(content, schema, today=date.today(), as_of=_as_of(settings))
    report = text_report(judgement.findings, content=shown(Path(pelican.path)))
    tell(report, sys.stderr)
    always = bool(settings.get("ALWAYS_RENDER"))
    if refuses(judgement.findings) and not always:
        raise ContentRefused("Nội dung chưa xuất bản được; trang đang có được giữ nguyên.")
    site = judgement.verdict.site
    if settings.get("LIVE") and site is not None and site.school.is_draft:
        raise ContentRefused("Trang đang là bản nháp (site: draft trong truong.yml) nên chưa đưa lên mạng được.")
    _prepare(pelican, judgement, content=content, output=output, schema=schema, theme=theme)


def _prepare(pelican: Any, judgement: Judgement, *, content: Path, output: Path, schema: Path, theme: Path) -> None:
    settings = pelican.settings
    view = view_of(judgement, schema, engine=settings["MARKDOWN_ENGINE"])
    if view is None:
        raise ContentRefused("Chưa có hồ sơ trường dùng được (truong.yml), nên chưa dựng được trang nào.")
    school = view.site.school
    root, pictures = Root(), Pictures(content)
    if not settings["RELATIVE_URLS"] and not settings["SITEURL"]:
        settings["SITEURL"] = school.website.rstrip("/")
    staging = staging_of(output)
    session = settings[SETTING] = Session(
        content=content,
        staging=staging,
        output=output,
        view=view,
        findings=judgement.findings,
        pages=tuple(all_pages(view)),
        stylesheet=bundle(theme, brand_colour=school.brand_colour),
        root=root,
        pictures=pictures,
    )
    settings["SITENAME"] = school.short_name
    settings["AUTHOR"] = school.short_name
    settings["JINJA_ENVIRONMENT"] = {
        **settings["JINJA_ENVIRONMENT"],
        "bytecode_cache": _compiled(settings["CACHE"]),
    }
    settings["JINJA_FILTERS"] = dict(filters(view.site, view.vocabulary, root, pictures))
    settings.update(
        school=school,
        as_of=view.as_of,
        is_sample=school.is_sample,
        is_draft_site=school.is_draft,
        nav=navigation(view.site),
        urgent=tuple(item for item in view.site.announcements if item.is_urgent and item.is_current(view.as_of)),
        stylesheet=session.stylesheet.address,
        site_findings=judgement.findings if settings.get("ALWAYS_RENDER") else (),
    )
    pelican.output_path = settings["OUTPUT_PATH"] = str(session.staging)
    pelican.delete_outputdir = True


def _compiled(cache: str) -> FileSystemBytecodeCache:
    """Compiled templates, shared by Pelican's generators and kept between builds.

    Jinja renews what changed in a template; how a filter is called is compiled in too, so it names the folder.
    """
    digest = hashlib.sha256(Path(filters_module.__file__).read_bytes()).hexdigest()[:12]
    folder = Path(cache).resolve() / "templates" / digest
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _as_of(settings: Any) -> date | None:
    value = settings.get("AS_OF")
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as fault:
        raise SetupError(f"AS_OF ghi là «{value}»; viết ngày như 2026-11-22.") from fault
