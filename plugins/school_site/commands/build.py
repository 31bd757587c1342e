"""build — judge, render, finish and audit, then bring the output folder up to date; or refuse and leave it alone."""

from __future__ import annotations

from pathlib import Path

from ..errors import SchoolSiteError, SetupError
from ..paths import CONTENT, OUTPUT, ROOT
from .options import Options


def run(options: Options) -> int:
    """Build the site."""
    settings: dict[str, object] = {}
    if as_of := options.day("as-of"):
        settings["AS_OF"] = as_of.isoformat()
    conf = ROOT / ("publishconf.py" if options.has("live") else "pelicanconf.py")
    build(options.folder("content", CONTENT), options.path("output", OUTPUT), conf, settings)
    return 0


def build(content: Path, output: Path, conf: Path, extra: dict[str, object]) -> None:
    """Run Pelican once in this process: one process builds one site.

    Raises ContentRefused when the findings forbid it, SetupError when the theme or a plugin fails.
    """
    from pelican import Pelican
    from pelican.log import init as init_log
    from pelican.settings import read_settings

    init_log(level="WARNING", fatal="errors")
    overrides = {"PATH": str(content), "OUTPUT_PATH": str(output), **extra}
    try:
        Pelican(read_settings(str(conf), override=overrides)).run()
    except (SchoolSiteError, KeyboardInterrupt, OSError):
        raise
    except SystemExit as fault:
        raise SetupError("Không dựng được trang; xem dòng báo ở trên.") from fault
    except Exception as fault:
        # A template or plugin that fails is ours or the theme's to mend, never the writer's.
        raise SetupError(f"Giao diện hoặc phần mềm có lỗi, chưa dựng được trang: {fault}") from fault
