"""Last plugin: finishes the staging tree, audits it, and only then lets what changed into the output folder."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from pelican import signals

from ..audit import audit
from ..calling import tell
from ..errors import ContentRefused, SetupError
from ..findings import refuses
from ..finish import Finishing, finish
from ..finish.release import release
from ..report.text import text_report
from . import gate
from .session import SETTING, Session, address_of


def register() -> None:
    """Run when Pelican has written everything."""
    signals.finalized.connect(close_build)


def close_build(pelican: Any) -> None:
    """finish → audit → output; nothing reaches the output folder when something is wrong."""
    settings = pelican.settings
    session: Session = settings[SETTING]
    try:
        if gate.logged_errors:
            raise SetupError("Không dựng được trang: " + "; ".join(gate.logged_errors[:3]))
        finish(
            Finishing(
                view=session.view,
                staging=session.staging,
                pages=session.pages,
                stylesheet=session.stylesheet,
                pictures=session.pictures.used(),
                cache=Path(settings["CACHE"]).resolve(),
                site_url=address_of(settings, session.view.site.school),
                minifier=settings["HTML_MINIFIER"],
            )
        )
        findings = audit(session.staging, settings["SITEURL"])
        if findings:
            tell(text_report(findings, content=session.output.name), sys.stderr)
        if refuses(findings) and not settings.get("ALWAYS_RENDER"):
            raise ContentRefused("Trang dựng ra chưa đạt kiểm tra cuối; trang đang có được giữ nguyên.")
        changed = release(session.staging, session.output)
    finally:
        shutil.rmtree(session.staging, ignore_errors=True)
    print(
        f"Đã dựng {len(session.pages)} trang vào «{session.output.name}»: "
        f"{changed.written} tệp mới hoặc đổi, {changed.removed} tệp bỏ đi, {changed.kept} tệp giữ nguyên.",
        file=sys.stderr,
    )
