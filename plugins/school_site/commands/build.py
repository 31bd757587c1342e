"""build — judge, render, finish and audit, then bring the output folder up to date; or refuse and leave it alone."""

from __future__ import annotations

import multiprocessing
import shutil
import traceback
from datetime import date
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from ..errors import SchoolSiteError, SetupError, UsageError
from ..paths import CONTENT, OUTPUT, ROOT
from ..register import grant_late, late_as_written, take_back_late
from ..vietnamese import day
from .options import Options


def run(options: Options) -> int:
    """Build the site; with a reason given, also when something is only late or missing."""
    content = options.folder("content", CONTENT)
    if (reason := options.text("publish-late")) is not None:
        before = late_as_written(content)
        _publish_late(content, reason, options.day("as-of"))
    settings: dict[str, object] = {}
    if as_of := options.day("as-of"):
        settings["AS_OF"] = as_of.isoformat()
    conf = ROOT / ("publishconf.py" if options.has("live") else "pelicanconf.py")
    try:
        build(content, options.path("output", OUTPUT), conf, settings)
    except SchoolSiteError:
        if reason is not None:
            take_back_late(content, before)
        raise
    return 0


def _publish_late(content: Path, reason: str, as_of: date | None) -> None:
    if len(reason.strip()) < 10:
        raise UsageError("Sau --publish-late cần ghi rõ lý do (ít nhất mười chữ cái); lý do hiện trên trang công khai.")
    late = grant_late(content, reason.strip(), as_of or date.today())
    print(f"Đã ghi vào sổ: đăng muộn vì «{late.reason}», có giá trị đến hết ngày {day(late.expires_on)}.")


def build(content: Path, output: Path, conf: Path, extra: dict[str, object]) -> None:
    """Run Pelican once in this process: one process builds one site.

    Raises ContentRefused when the findings forbid it, SetupError when the theme or a plugin fails.
    """
    from pelican import Pelican, console
    from pelican.log import init as init_log
    from pelican.settings import read_settings

    from ..finish.release import staging_of
    from ..hooks import gate

    # Its closing words are English and count only what is native to it; ours say more.
    console.quiet = True
    init_log(level="WARNING", fatal="errors")
    gate.listen()
    overrides = {"PATH": str(content), "OUTPUT_PATH": str(output), **extra}
    try:
        Pelican(read_settings(str(conf), override=overrides)).run()
    except (SchoolSiteError, KeyboardInterrupt):
        raise
    except TemplateError as fault:
        raise SetupError(f"Giao diện có lỗi {_place(fault)}, chưa dựng được trang: {fault}") from fault
    except OSError:
        raise
    except (SystemExit, Exception) as fault:
        # A plugin that fails is ours or its author's to mend, never the writer's.
        said = " ".join(("; ".join(gate.logged_errors[-2:]) or str(fault)).split())
        raise SetupError(f"Phần mềm hoặc phần gắn thêm có lỗi, chưa dựng được trang: {said}") from fault
    finally:
        # A build that failed half-way may have left the second process at work on a folder that goes away.
        for child in multiprocessing.active_children():
            child.terminate()
            child.join()
        shutil.rmtree(staging_of(output.resolve()), ignore_errors=True)


def _place(fault: BaseException) -> str:
    """Where in the theme a template failed: «ở «contact.html» dòng 12»."""
    if isinstance(fault, TemplateSyntaxError):
        return f"ở «{fault.name or 'mẫu'}» dòng {fault.lineno}"
    if isinstance(fault, TemplateNotFound):
        return f"vì thiếu «{fault.name}»"
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename.endswith(".html")]
    return f"ở «{Path(frames[-1].filename).name}» dòng {frames[-1].lineno}" if frames else "ở theme"
